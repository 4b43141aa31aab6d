import { type Memory, NO_MEMORY, type Remembered } from '../disk/memory.ts';
import type { Parsed } from '../parse.ts';
import { openSlices } from '../slices.ts';
import { readParsed } from './parsed-line.ts';
import { isPlain, readJson } from './plain.ts';
import type { SavedHead } from './save.ts';
import { readVersion, type SavedVersion } from './version-line.ts';

/** The memory of an earlier start. */
export interface Recollection extends Memory {
  /** That of what was saved; empty when there is nothing. */
  readonly key: string;
  /** When all files were last read, whatever their times told: milliseconds since 1970. */
  readonly readAt: number | undefined;
}

const NOTHING: Recollection = { ...NO_MEMORY, key: '', readAt: undefined };

/** Longer ago than this, everything is read again: some file systems do not tell of every change. */
const BELIEVED_MS = 7 * 24 * 3_600_000;

const NEWLINE = 10;

function readHead(line: string): SavedHead | undefined {
  const read = readJson(line);
  if (!isPlain(read)) return undefined;
  const { key, savedAt, readAt } = read;
  if (typeof key !== 'string' || typeof savedAt !== 'number' || typeof readAt !== 'number') return undefined;
  return { key, savedAt, readAt };
}

/** Where the document of a file stands. */
interface Place {
  readonly bytes: Buffer;
  readonly version: SavedVersion;
  readonly start: number;
  readonly lineLength: number;
  readonly textLength: number;
}

/** Undefined unless it is what was read of exactly this version. */
function parsedAt({ bytes, version, start, lineLength, textLength }: Place): Parsed | undefined {
  const textStart = start + lineLength + 1;
  const line = bytes.toString('utf8', start, start + lineLength);
  const parsed = readParsed({ line, text: bytes.toString('utf8', textStart, textStart + textLength) });
  const document = parsed?.document;
  const isOther =
    document !== undefined && (document.hash !== version.hash || document.size !== version.signature.size);
  return isOther ? undefined : parsed;
}

async function placesIn(bytes: Buffer, from: number): Promise<Map<string, Place>> {
  const slices = openSlices();
  const places = new Map<string, Place>();
  let next = from;
  while (next < bytes.length) {
    const lengths = bytes.indexOf(NEWLINE, next) + 1;
    const start = bytes.indexOf(NEWLINE, lengths) + 1;
    const version = readVersion(bytes.toString('utf8', next, lengths - 1));
    const [lineLength = Number.NaN, textLength = Number.NaN] = bytes
      .toString('utf8', lengths, start)
      .split(' ')
      .map(Number);
    next = start + lineLength + textLength + 2;
    if (version === undefined || !Number.isSafeInteger(next) || next <= start) return new Map();
    places.set(version.path, { bytes, version, start, lineLength, textLength });
    if (slices.isOver()) await slices.giveWay();
  }
  return places;
}

/**
 * Makes a memory of the bytes that `prepareSave` gave and a seal has kept. Documents are read one by one, when they are asked
 * for. `now` is in milliseconds since 1970. Never fails.
 */
export async function recollect(saved: Uint8Array | undefined, now: number): Promise<Recollection> {
  if (saved === undefined) return NOTHING;
  const bytes = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  const headEnd = bytes.indexOf(NEWLINE);
  const head = headEnd < 0 ? undefined : readHead(bytes.toString('utf8', 0, headEnd));
  if (head === undefined) return NOTHING;
  const places = await placesIn(bytes, headEnd + 1);
  const isBelieved = head.readAt <= now && now - head.readAt < BELIEVED_MS;
  return {
    key: head.key,
    savedAt: head.savedAt,
    readAt: isBelieved ? head.readAt : undefined,
    recall(path): Remembered | undefined {
      const place = places.get(path);
      if (place === undefined) return undefined;
      const { signature, hash, isFirm } = place.version;
      return { signature, hash, isFirm: isFirm && isBelieved, parsed: () => parsedAt(place) };
    },
    forget: () => places.clear(),
  };
}
