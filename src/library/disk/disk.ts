import { type BigIntStats, constants, type Dirent, lstat as lstatWithCallback } from 'node:fs';
import { type FileHandle, open, readdir, readlink, realpath, stat, statfs } from 'node:fs/promises';
import { sep } from 'node:path';
import type { Reading, Signature } from './scan-rules.ts';

/** Something in a folder. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/**
 * What a scan asks of a file system. Paths count from the root, with `/`; the root is the empty path. Everything may throw
 * an error with a code.
 */
export interface Disk {
  list(folder: string): Promise<readonly Entry[]>;
  signature(path: string): Promise<Signature>;
  read(path: string): Promise<Reading>;
}

/** The code of the error with which a file that grew beyond the limit is refused. */
export const TOO_LARGE = 'EFBIG';

const isWindows = process.platform === 'win32';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Two thirds of what the one of `node:fs/promises` costs; nothing is called as often. */
function lstat(path: string): Promise<BigIntStats> {
  return new Promise((resolve, reject) => {
    lstatWithCallback(path, { bigint: true }, (error, stats) => (error === null ? resolve(stats) : reject(error)));
  });
}

function signatureOf(stats: BigIntStats): Signature {
  // Windows names one volume differently by path and by handle
  const dev = isWindows ? 0n : stats.dev;
  return { size: Number(stats.size), mtimeNs: stats.mtimeNs, ctimeNs: stats.ctimeNs, ino: stats.ino, dev };
}

function kindOf(entry: Dirent | BigIntStats): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** A listing on Windows takes the placeholders of OneDrive for links. */
async function entryBehind(name: string, folder: string): Promise<Entry> {
  const stats = await lstat(folder + sep + name).catch(() => undefined);
  return { name, kind: stats === undefined ? 'link' : kindOf(stats) };
}

function entryOf(entry: Dirent, folder: string): Entry | Promise<Entry> {
  const kind = kindOf(entry);
  return kind === 'link' && isWindows ? entryBehind(entry.name, folder) : { name: entry.name, kind };
}

/** The path of an open file, as Linux knows it; undefined where that cannot be asked. */
async function pathOfHandle(handle: FileHandle): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return readlink(`/proc/self/fd/${handle.fd}`).catch(() => undefined);
}

/** Whether no part of a path is a link. */
async function isReal(path: string): Promise<boolean> {
  return (await realpath(path)).normalize('NFC') === path.normalize('NFC');
}

/** A folder above may have been swapped for a link since the listing: is what is open still the file at this very path? */
async function isInPlace(handle: FileHandle, path: string, stats: BigIntStats): Promise<boolean> {
  const opened = await pathOfHandle(handle);
  if (opened !== undefined) return opened === path;
  if (!(await isReal(path))) return false;
  const there = await lstat(path);
  return there.isFile() && there.ino === stats.ino;
}

async function readWhole(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** The folder at `root`, which must be a real path. Follows no link, and reads nothing outside. */
export function openDisk(root: string, maxBytes: number): Disk {
  const base = root.endsWith(sep) ? root.slice(0, -sep.length) : root;
  const absolute = (path: string): string => (path === '' ? root : base + sep + path.split('/').join(sep));
  return {
    async list(folder) {
      const path = absolute(folder);
      const entries = await readdir(path, { withFileTypes: true });
      if (!(await isReal(path))) throw failure('ELOOP');
      return Promise.all(entries.map((entry) => entryOf(entry, path)));
    },
    async signature(path) {
      const stats = await lstat(absolute(path));
      if (!stats.isFile()) throw failure('ELOOP');
      return signatureOf(stats);
    },
    async read(path) {
      const file = absolute(path);
      const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
      try {
        const before = await handle.stat({ bigint: true });
        if (!before.isFile() || !(await isInPlace(handle, file, before))) throw failure('ELOOP');
        if (before.size > BigInt(maxBytes)) throw failure(TOO_LARGE);
        const bytes = await readWhole(handle, Number(before.size));
        const after = await handle.stat({ bigint: true });
        return { bytes, before: signatureOf(before), after: signatureOf(after) };
      } finally {
        await handle.close();
      }
    },
  };
}

/** Where a folder really lies, and which one it is: another one at the same path has another key. */
export interface Root {
  readonly path: string;
  readonly key: string;
}

/** Undefined when there is no folder, or it cannot be reached. */
export async function findRoot(root: string): Promise<Root | undefined> {
  try {
    const path = await realpath(root);
    const { dev, ino } = await stat(path, { bigint: true });
    return { path, key: `${path}\n${dev}:${ino}` };
  } catch {
    return undefined;
  }
}

/** File systems of Linux on which another computer, or a program, may change files without an event (statfs(2)). */
const REMOTE_TYPES: ReadonlySet<number> = new Set([
  0x6969, // NFS
  0x517b, // SMB
  0xff534d42, // CIFS
  0xfe534d42, // SMB 2 and later
  0x65735546, // FUSE: sshfs, rclone, drives of virtual machines
  0x01021997, // 9p: drives of Windows inside WSL, folders shared with containers
  0x786f4256, // VirtualBox
  0xbacbacbc, // VMware
  0x00c36400, // Ceph
  0x5346414f, // AFS
  0x0bd00bd0, // Lustre
]);

/** Whether events cannot be relied on where this folder lies. */
export async function isRemote(root: string): Promise<boolean> {
  if (isWindows) return root.startsWith('\\\\');
  if (process.platform !== 'linux') return false;
  try {
    return REMOTE_TYPES.has((await statfs(root)).type >>> 0);
  } catch {
    return false;
  }
}
