import { createHash } from 'node:crypto';
import { openSlices } from '../library/slices.ts';
import type { Chunks } from './whole-file.ts';

/** All that must be the same for saved bytes to mean what they meant. */
export type Seal = Readonly<Record<string, string | number>>;

const MAGIC = 'team-context';
const SUM_BYTES = 32;
/** Bytes that are gone through between two turns of others. */
const HASHED_AT_ONCE = 2 ** 20;

/** One line, the same for equal seals. */
function headOf(seal: Seal): Buffer {
  const fields = Object.entries(seal).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(`${MAGIC} ${JSON.stringify(fields)}\n`);
}

/** The bytes with a head that says under what circumstances they hold, and a checksum of everything behind them. */
export async function* sealed(seal: Seal, chunks: Chunks): AsyncGenerator<Uint8Array> {
  const sum = createHash('sha256');
  const head = headOf(seal);
  sum.update(head);
  yield head;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += HASHED_AT_ONCE) {
      const part = chunk.subarray(start, start + HASHED_AT_ONCE);
      sum.update(part);
      yield part;
    }
  }
  yield sum.digest();
}

/** What `sealed` was given. Undefined when a single bit is not as it was written, or the seal is another one. */
export async function unseal(seal: Seal, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const head = headOf(seal);
  const end = bytes.length - SUM_BYTES;
  if (end < head.length || !head.equals(bytes.subarray(0, head.length))) return undefined;
  const sum = createHash('sha256');
  const slices = openSlices();
  for (let start = 0; start < end; start += HASHED_AT_ONCE) {
    sum.update(bytes.subarray(start, Math.min(start + HASHED_AT_ONCE, end)));
    if (slices.isOver()) await slices.giveWay();
  }
  return sum.digest().equals(bytes.subarray(end)) ? bytes.subarray(head.length, end) : undefined;
}
