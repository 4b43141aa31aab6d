import { sep } from 'node:path';
import { codeOf } from './scan-rules.ts';
import type { WriteCalls } from './write-calls.ts';

/** A folder that is held while something is written into it. */
export interface HeldFolder {
  /** The path of something in it; where the system allows it, in this very folder, whatever its name leads to by now. */
  at(name: string): string;
  /** Throws an error with the code ELOOP when its name leads somewhere else, through a link or because it was moved. */
  prove(): Promise<void>;
  /** The names in it survive a power failure. Where a folder cannot do that, nothing happens. */
  sync(): Promise<void>;
  release(): Promise<void>;
}

/** A path by which something is reached, and the path at which it has to lie, without a link. */
interface Way {
  readonly through: string;
  readonly real: string;
}

const ELSEWHERE = 'ELOOP';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Whether an error says that a folder lies elsewhere, and not only that nobody could find out. */
export function isElsewhere(error: unknown): boolean {
  return codeOf(error) === ELSEWHERE;
}

/** On Linux the folder stays the same one however its path changes: names are looked up in the open folder itself. */
async function holdOpen(calls: WriteCalls, { through, real }: Way): Promise<HeldFolder> {
  const handle = await calls.openFolder(through);
  const base = `/proc/self/fd/${handle.fd}`;
  return {
    at: (name) => `${base}/${name}`,
    async prove() {
      if ((await calls.readlink(base)) !== real) throw failure(ELSEWHERE);
    },
    sync: () => handle.sync(),
    release: () => handle.close(),
  };
}

/** Elsewhere a folder is only a path, which is proved before and after it is used. */
function holdByPath(calls: WriteCalls, { real }: Way): HeldFolder {
  return {
    at: (name) => (real.endsWith(sep) ? real : real + sep) + name,
    async prove() {
      const { kind } = await calls.lstat(real);
      const found = await calls.realpath(real);
      if (kind !== 'folder' || found.normalize('NFC') !== real.normalize('NFC')) throw failure(ELSEWHERE);
    },
    async sync() {
      if (calls.platform === 'win32') return;
      const handle = await calls.openFolder(real);
      await handle.sync().finally(() => handle.close());
    },
    release: () => Promise.resolve(),
  };
}

async function proved(folder: HeldFolder): Promise<HeldFolder> {
  try {
    await folder.prove();
    return folder;
  } catch (error) {
    await folder.release().catch(() => undefined);
    throw error;
  }
}

/** Opens a folder that has to lie at this very path. Throws an error with a code; ELOOP when it is reached by a link. */
export async function holdFolder(calls: WriteCalls, way: Way): Promise<HeldFolder> {
  if (calls.platform !== 'linux') return proved(holdByPath(calls, way));
  const open = await holdOpen(calls, way);
  try {
    return await proved(open);
  } catch (error) {
    if (isElsewhere(error)) throw error;
    // /proc is not there, so nobody can say where an open folder lies
    return proved(holdByPath(calls, way));
  }
}
