import { randomBytes } from 'node:crypto';
import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes in pieces, in their order. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** Larger files are nothing of ours. */
const MOST_BYTES = 2 ** 30;

/** Left behind by a process that died while it wrote. */
const TEMPORARY = /^\.[a-z0-9.-]+\.\d+-[0-9a-f]{12}\.tmp$/;
const TEMPORARY_MS = 24 * 3_600_000;

/** On Windows a file that a virus scanner or another process has open cannot be replaced for a moment. */
const REPLACE_PATIENCE_MS = 2_000;
const REPLACE_PAUSE_MS = 50;

async function replace(file: string, by: string): Promise<void> {
  const began = performance.now();
  for (;;) {
    try {
      return await rename(by, file);
    } catch (error) {
      if (process.platform !== 'win32' || performance.now() - began > REPLACE_PATIENCE_MS) throw error;
      await pause(REPLACE_PAUSE_MS);
    }
  }
}

/** The name survives a power failure only when its folder is on disk too. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a file for this user alone. Whoever reads it meanwhile sees all of the old one or all of the new one. */
export async function writeWhole(folder: string, name: string, chunks: Chunks): Promise<void> {
  const temporary = join(folder, `.${name}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await writeFile(handle, chunks);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replace(join(folder, name), temporary);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function readAll(handle: FileHandle, size: number): Promise<Uint8Array | undefined> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) return undefined;
    length += bytesRead;
  }
  return bytes;
}

/**
 * Reads a file of this user. Undefined when there is none, or it is somebody else's, a link, or no file at all. With
 * `marksUse`, whoever tidies up sees that it is still in use.
 */
export async function readOwn(path: string, marksUse: boolean): Promise<Uint8Array | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    const user = process.getuid?.();
    if (!stats.isFile() || stats.size > MOST_BYTES || (user !== undefined && stats.uid !== user)) return undefined;
    if (marksUse) await handle.utimes(new Date(), stats.mtime).catch(() => undefined);
    return await readAll(handle, stats.size);
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
}

/** How a file lies there, without what is in it. */
export interface Look {
  /** Another one as soon as the file has been written, replaced, or given to others. */
  readonly signature: string;
  /** It is a file, and this user's; not a link. */
  readonly isOwn: boolean;
  /** Nobody else may read or write it. Always so on Windows, where a file's mode does not say. */
  readonly isPrivate: boolean;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

function lookOf(stats: BigIntStats): Look {
  const { dev, ino, size, mode, uid, mtimeNs, mtimeMs } = stats;
  const user = process.getuid?.();
  return {
    signature: [dev, ino, size, mode, uid, mtimeNs].join(' '),
    isOwn: stats.isFile() && (user === undefined || Number(uid) === user),
    isPrivate: user === undefined || (Number(mode) & 0o077) === 0,
    writtenAt: Number(mtimeMs),
  };
}

/** The code of an error of the system; undefined for all others. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** Undefined when nothing has this name. */
export async function lookAt(path: string): Promise<Look | undefined> {
  try {
    return lookOf(await lstat(path, { bigint: true }));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes an empty file. Undefined when something has this name already. */
export async function createEmpty(path: string): Promise<Look | undefined> {
  try {
    const handle = await open(path, 'wx', 0o600);
    try {
      return lookOf(await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = codeOf(error) ?? '';
    // Windows says EPERM of a name that has just been removed
    if (code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM')) return undefined;
    throw error;
  }
}

/** Removes a file, which may be gone already. */
export function removeFile(path: string): Promise<void> {
  return rm(path, { force: true });
}

/** Removes what dead processes left behind, and what `isStale` says of the others, by name and time of the last use. */
export async function sweep(folder: string, isStale: (name: string, used: number) => boolean): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats === undefined || !stats.isFile()) continue;
    const isLeftOver = TEMPORARY.test(name) && Date.now() - stats.mtimeMs > TEMPORARY_MS;
    if (isLeftOver || isStale(name, Math.max(stats.mtimeMs, stats.atimeMs))) await rm(path, { force: true });
  }
}
