import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
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
async function syncFolder(folder: string): Promise<void> {
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

/** Reads a file of this user. Undefined when there is none, or it is somebody else's, a link, or no file at all. */
export async function readOwn(path: string): Promise<Uint8Array | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    const user = process.getuid?.();
    if (!stats.isFile() || stats.size > MOST_BYTES || (user !== undefined && stats.uid !== user)) return undefined;
    // whoever tidies up sees that it is still in use
    await handle.utimes(new Date(), stats.mtime).catch(() => undefined);
    return await readAll(handle, stats.size);
  } catch {
    return undefined;
  } finally {
    await handle?.close();
  }
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
