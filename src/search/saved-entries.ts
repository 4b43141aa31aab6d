import { z } from 'zod';
import { SHAPES } from './standing.ts';

const entry = z.object({
  id: z.string(),
  hash: z.string(),
  shape: z.enum(SHAPES),
  language: z.string(),
  /** How many there are. */
  passages: z.number().int().min(1),
  definitions: z.array(z.object({ acronym: z.string(), meaning: z.string() })),
});
/** What is known of a document that is in the saved indexes, beside the document itself. */
export type SavedEntry = z.output<typeof entry>;

/** The parts of what a catalog saves: its entries, the index of documents and that of passages. */
export interface SavedParts {
  readonly entries: ReadonlyMap<string, SavedEntry>;
  readonly documents: Uint8Array;
  readonly passages: Uint8Array;
}

const AT_ONCE = 200;
const LENGTH_BYTES = 8;

/** Writes entries and two indexes as the pieces of one file. */
export function* packParts(parts: {
  readonly entries: readonly SavedEntry[];
  readonly indexes: readonly (readonly Uint8Array[])[];
}): Generator<void, Uint8Array[]> {
  const lines: Uint8Array[] = [];
  for (let at = 0; at < parts.entries.length; at += AT_ONCE) {
    lines.push(Buffer.from(`${JSON.stringify(parts.entries.slice(at, at + AT_ONCE))}\n`));
    yield;
  }
  return [lines, ...parts.indexes].flatMap((pieces) => [lengthOf(pieces), ...pieces]);
}

function lengthOf(pieces: readonly Uint8Array[]): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeDoubleLE(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  return length;
}

/** Reads what `packParts` wrote. Throws a RangeError for anything else. */
export function* unpackParts(bytes: Uint8Array): Generator<void, SavedParts> {
  const [lines, documents, passages] = cut(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (lines === undefined || documents === undefined || passages === undefined) throw broken();
  const entries = new Map<string, SavedEntry>();
  let start = 0;
  while (start < lines.length) {
    const end = lines.indexOf('\n', start);
    for (const each of readLine(lines.toString('utf8', start, end < 0 ? undefined : end))) entries.set(each.id, each);
    start = end < 0 ? lines.length : end + 1;
    yield;
  }
  return { entries, documents, passages };
}

function cut(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bytes.length) {
    const length = bytes.readDoubleLE(at);
    const start = at + LENGTH_BYTES;
    if (!Number.isInteger(length) || length < 0 || start + length > bytes.length) throw broken();
    parts.push(bytes.subarray(start, start + length));
    at = start + length;
  }
  if (at !== bytes.length) throw broken();
  return parts;
}

function readLine(line: string): SavedEntry[] {
  try {
    return z.array(entry).parse(JSON.parse(line));
  } catch {
    throw broken();
  }
}

function broken(): RangeError {
  return new RangeError('What was saved of the search is not whole.');
}
