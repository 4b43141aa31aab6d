import { resolve } from 'node:path';
import { type Disk, findRoot, isRemote, openDisk, type Root } from './disk.ts';

/** A folder on disk that may vanish, come back, or be another one under the same name. */
export interface Mount {
  /** Always the disk of the folder that the name leads to; fails while there is none. */
  readonly disk: Disk;
  /** Where the folder really lies, or else where it was looked for. */
  path(): string;
  /** Undefined while the folder cannot be reached. */
  root(): Root | undefined;
  /** Whether events cannot be relied on there. */
  isRemote(): boolean;
  /** Finds out which folder the name leads to now; answers whether that is another one. */
  refresh(): Promise<boolean>;
  /** Nothing is read any more. */
  unmount(): void;
}

function refuse(): Promise<never> {
  return Promise.reject(Object.assign(new Error('The folder cannot be reached.'), { code: 'ENOENT' }));
}

const NOWHERE: Disk = { list: refuse, signature: refuse, read: refuse };

export async function mount(name: string, maxBytes: number): Promise<Mount> {
  let disk = NOWHERE;
  let root: Root | undefined;
  let isRootRemote = false;
  let isUnmounted = false;

  const refresh = async (): Promise<boolean> => {
    const found = await findRoot(name);
    if (isUnmounted || found?.key === root?.key) return false;
    isRootRemote = found !== undefined && (await isRemote(found.path));
    root = found;
    disk = found === undefined || isUnmounted ? NOWHERE : openDisk(found.path, maxBytes);
    return true;
  };
  await refresh();
  return {
    disk: {
      list: (folder) => disk.list(folder),
      signature: (path) => disk.signature(path),
      read: (path) => disk.read(path),
    },
    path: () => root?.path ?? resolve(name),
    root: () => root,
    isRemote: () => isRootRemote,
    refresh,
    unmount() {
      isUnmounted = true;
      disk = NOWHERE;
    },
  };
}
