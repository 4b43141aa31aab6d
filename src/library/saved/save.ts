import { createHash } from 'node:crypto';
import type { Kept } from '../disk/memory.ts';
import { SCAN_RULES } from '../disk/scan-rules.ts';
import type { Parsed } from '../parse.ts';
import { openSlices } from '../slices.ts';
import { writeParsed } from './parsed-line.ts';
import { writeVersion } from './version-line.ts';

/** What stands in the first line. Times in milliseconds since 1970. */
export interface SavedHead {
  /** The same as long as the files are. */
  readonly key: string;
  readonly savedAt: number;
  /** When all files were last read, whatever their times told. */
  readonly readAt: number;
}

/** A library, ready to be written. */
export interface Saving {
  readonly key: string;
  /**
   * The head, then for each file four pieces: how it looked, the lengths in bytes of the two that follow, what it was read
   * as, and its text. Each ends with the end of its line. To be gone through once.
   */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 2 ** 18;
const NEWLINE = Buffer.from('\n');

/** A text that UTF-8 cannot hold, which no file can have. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function piecesOf(version: string, parsed: Parsed): readonly Buffer[] {
  const saved = writeParsed(parsed);
  if (LONE_SURROGATE.test(saved.text)) return [];
  const [line, text] = [Buffer.from(saved.line), Buffer.from(saved.text)];
  return [Buffer.from(`${version}\n${line.length} ${text.length}\n`), line, NEWLINE, text, NEWLINE];
}

interface Lines {
  readonly head: SavedHead;
  readonly files: readonly Kept[];
  /** Those of the files, in the same order. */
  readonly versions: readonly string[];
}

async function* chunksOf({ head, files, versions }: Lines): AsyncGenerator<Uint8Array> {
  const slices = openSlices();
  let pieces: Buffer[] = [Buffer.from(`${JSON.stringify(head)}\n`)];
  let length = 0;
  for (const [place, { parsed }] of files.entries()) {
    for (const piece of piecesOf(versions[place] ?? '', parsed)) {
      pieces.push(piece);
      length += piece.length;
    }
    if (length >= CHUNK_BYTES) {
      yield Buffer.concat(pieces);
      pieces = [];
      length = 0;
    }
    if (slices.isOver()) await slices.giveWay();
  }
  yield Buffer.concat(pieces);
}

/** Gets files ready to be saved as they are known at this moment. */
export async function prepareSave(files: readonly Kept[], at: Omit<SavedHead, 'key'>): Promise<Saving> {
  const slices = openSlices();
  const versions: string[] = [];
  for (const { path, signature, hash } of files) {
    const isFirm = SCAN_RULES.isFirm(signature, at.savedAt);
    versions.push(writeVersion({ path, signature, hash, isFirm }));
    if (slices.isOver()) await slices.giveWay();
  }
  const sum = createHash('sha256').update(`${at.readAt}`);
  for (const line of [...versions].sort()) sum.update(line);
  const key = sum.digest('hex');
  return { key, chunks: chunksOf({ head: { key, ...at }, files, versions }) };
}
