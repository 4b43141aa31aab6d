import { join } from 'node:path';
import { findRoot } from './disk.ts';
import type { HeldFolder } from './held-folder.ts';
import { withInnerFolder } from './inner-folder.ts';
import { type OwnCalls, SHARED_CALLS } from './own-calls.ts';
import { codeOf } from './scan-rules.ts';
import { type OpenFile, patiently } from './write-calls.ts';

/** A file as it lies in the folder. */
export interface OwnFile {
  readonly name: string;
  readonly size: number;
}

/**
 * A folder for files of this program, which only ever grow. It is never reached through a link. Everything throws errors of
 * the system, with their codes.
 */
export interface OwnFolder {
  /** Where it lies, or would, for people to read. */
  readonly path: string;
  /**
   * Adds bytes at the end of a file, in one write; the folder and the file are made if they are not there. Answers how many
   * of the bytes are in the file. Throws FULL, and writes nothing, when the file would have more than `most` bytes.
   */
  append(name: string, bytes: Uint8Array, most: number): Promise<number>;
  /** What was appended survives a power failure. */
  sync(name: string): Promise<void>;
  /** The files that lie there; none when there is no folder. */
  list(): Promise<readonly OwnFile[]>;
  /** The bytes of a file from a place on, as far as they were there when it was opened. */
  read(name: string, from?: number): AsyncIterable<Uint8Array>;
  /** Removes a file, which may be gone already. */
  remove(name: string): Promise<void>;
}

export interface OwnFolderOptions {
  /** The real path of the folder that holds it; undefined when nothing is to be found there. May make it where it is wanted. */
  readonly root: (isWanted: boolean) => Promise<string | undefined>;
  /** From there on, with `/`. */
  readonly inside: string;
  readonly path: string;
  readonly calls?: OwnCalls;
}

/** The code of the error that says that a file has no room for more. */
export const FULL = 'EFBIG';

const CHUNK_BYTES = 2 ** 16;
/** What file systems say that cannot be asked to write at once. */
const NO_SYNC: ReadonlySet<string> = new Set('EINVAL ENOTSUP EOPNOTSUPP ENOSYS'.split(' '));

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Refuses what is no file, and a file that has a second name somewhere else. Answers with its size. */
async function sizeOfOwn(handle: OpenFile): Promise<number> {
  const stats = await handle.stat();
  if (!stats.isFile() || stats.nlink > 1) throw failure('ELOOP');
  return stats.size;
}

/** Does something with an open file, which is closed in any case. */
async function withFile<T>(opening: Promise<OpenFile>, work: (handle: OpenFile) => Promise<T>): Promise<T> {
  const handle = await opening;
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

async function openProved(calls: OwnCalls, folder: HeldFolder, name: string) {
  const handle = await calls.openFile(folder.at(name));
  try {
    const size = await sizeOfOwn(handle);
    await folder.prove();
    return { handle, size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function* chunksOf(handle: OpenFile, from: number, end: number): AsyncGenerator<Uint8Array> {
  let place = from;
  while (place < end) {
    const bytes = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, end - place));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, place);
    if (bytesRead === 0) return;
    yield bytes.subarray(0, bytesRead);
    place += bytesRead;
  }
}

async function extentOf(calls: OwnCalls, folder: HeldFolder, name: string): Promise<OwnFile | undefined> {
  try {
    const { isFile, size } = await calls.extent(folder.at(name));
    return isFile ? { name, size } : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function filesIn(calls: OwnCalls, folder: HeldFolder): Promise<readonly OwnFile[]> {
  const files: OwnFile[] = [];
  for (const name of await calls.list(folder.at('.'))) {
    const file = await extentOf(calls, folder, name);
    if (file !== undefined) files.push(file);
  }
  return files;
}

interface Addition {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The most bytes that the file may have. */
  readonly most: number;
}

async function appendIn(calls: OwnCalls, folder: HeldFolder, { name, bytes, most }: Addition): Promise<number> {
  const opening = patiently(calls, () => calls.openToAppend(folder.at(name)));
  return withFile(opening, async (handle) => {
    if ((await sizeOfOwn(handle)) + bytes.length > most) throw failure(FULL);
    await folder.prove();
    return (await handle.write(bytes, 0, bytes.length, null)).bytesWritten;
  });
}

export function openOwnFolder({ root, inside, path, calls = SHARED_CALLS }: OwnFolderOptions): OwnFolder {
  /** Undefined when the folder is not there and not wanted. */
  const within = async <T>(isWanted: boolean, work: (folder: HeldFolder) => Promise<T>): Promise<T | undefined> => {
    const found = await root(isWanted);
    if (found === undefined) return undefined;
    return withInnerFolder(calls, { root: found, path: inside, isWanted }, ({ folder }) => work(folder));
  };
  return {
    path,
    async append(name, bytes, most) {
      const written = await within(true, (folder) => appendIn(calls, folder, { name, bytes, most }));
      if (written === undefined) throw failure('ENOENT');
      return written;
    },
    async sync(name) {
      await within(false, (folder) => withFile(calls.openToSync(folder.at(name)), (handle) => handle.sync())).catch(
        (error: unknown) => {
          if (!NO_SYNC.has(codeOf(error))) throw error;
        },
      );
    },
    async list() {
      return (await within(false, (folder) => filesIn(calls, folder))) ?? [];
    },
    async *read(name, from = 0) {
      const opened = await within(false, (folder) => openProved(calls, folder, name));
      if (opened === undefined) throw failure('ENOENT');
      try {
        yield* chunksOf(opened.handle, from, opened.size);
      } finally {
        await opened.handle.close();
      }
    },
    async remove(name) {
      await within(false, (folder) => patiently(calls, () => calls.unlink(folder.at(name)))).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error;
      });
    },
  };
}

/** Such a folder inside the library, as long as the folder that is served lies in its place. */
export function openServedFolder(
  served: { readonly root: string; readonly servedKey: () => string | undefined },
  inside: string,
  calls?: OwnCalls,
): OwnFolder {
  return openOwnFolder({
    path: join(served.root, ...inside.split('/')),
    inside,
    calls,
    async root() {
      const root = await findRoot(served.root);
      // a drive that is not connected leaves an empty folder in its place
      if (root === undefined || root.key !== served.servedKey()) throw failure('ENOENT');
      return root.path;
    },
  });
}
