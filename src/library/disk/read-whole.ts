import { codeOf } from './scan-rules.ts';
import type { WriteCalls } from './write-calls.ts';

/** Longer files are no documents. */
const MOST_BYTES = 2 ** 21;

/**
 * The contents of an ordinary file; undefined when there is none at the path, or something else, or a longer one. Throws
 * errors with codes.
 */
export async function readWhole(calls: WriteCalls, path: string): Promise<Uint8Array | undefined> {
  try {
    if ((await calls.lstat(path)).kind !== 'file') return undefined;
    return await readThroughOne(calls, path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readThroughOne(calls: WriteCalls, path: string): Promise<Uint8Array | undefined> {
  const handle = await calls.openFile(path);
  try {
    const parts: Uint8Array[] = [];
    for (let length = 0; length <= MOST_BYTES; ) {
      const part = Buffer.alloc(65_536);
      const { bytesRead } = await handle.read(part, 0, part.length, length);
      if (bytesRead === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, bytesRead));
      length += bytesRead;
    }
    return undefined;
  } finally {
    await handle.close().catch(() => undefined);
  }
}
