import { DAY_MS } from '../../library/day.ts';
import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { codeOf } from '../../library/disk/scan-rules.ts';
import { byCodeUnit } from '../../library/order.ts';
import { openSlices, type Slices } from '../../library/slices.ts';
import type { Entry } from '../entry.ts';
import { endOfMonth } from './file-name.ts';
import { entryIn, LONGEST_READ } from './lines.ts';
import { splitLines } from './split-lines.ts';

/** How far each file was read, so that the next reading can go on from there. */
export type Marks = Map<string, number>;

export interface Reading {
  /** Those before are left out: milliseconds since 1970. */
  readonly since: number;
  readonly now: number;
  /** Begin in each file behind its mark, and move it. */
  readonly marks?: Marks | undefined;
  /** Told of a file that could not be read. */
  readonly onFault: (fault: unknown) => void;
}

/** What files say that were removed meanwhile. */
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Ours never become larger than 8 MiB; whoever else wrote more than this is not read to the end. */
const MOST_BYTES = 8 * 2 ** 20 + LONGEST_READ;
/** Of more files the latest ones are read. */
const MOST_FILES = 20_000;

/** The first bytes of some chunks. */
async function* firstBytes(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let room = most;
  for await (const chunk of chunks) {
    yield chunk.subarray(0, room);
    room -= chunk.length;
    if (room <= 0) return;
  }
}

/** The files with entries of these days, month by month. */
async function filesSince(folder: OwnFolder, since: number): Promise<{ name: string; size: number }[]> {
  const files = (await folder.list()).filter(({ name }) => {
    const end = endOfMonth(name);
    // the clocks of two machines differ
    return end !== undefined && end + DAY_MS > since;
  });
  return files.sort((a, b) => byCodeUnit(a.name, b.name)).slice(-MOST_FILES);
}

/** The entries in a file, a few at a time. */
async function* entriesIn(
  chunks: AsyncIterable<Uint8Array>,
  { since, now }: Reading,
  { slices, onRead }: { readonly slices: Slices; readonly onRead: (bytes: number) => void },
): AsyncGenerator<readonly Entry[]> {
  for await (const lines of splitLines(chunks, LONGEST_READ)) {
    const entries: Entry[] = [];
    for (const { line, end, isDone } of lines) {
      const entry = entryIn(line, now);
      if (entry !== undefined && entry.at >= since) entries.push(entry);
      if (isDone) onRead(end);
      if (slices.isOver()) await slices.giveWay();
    }
    // also where there are none, so that whoever reads can stop
    yield entries;
  }
}

/** What was recorded in a folder, in no order, and some of it more than once. Files may come, grow and go meanwhile. Never throws. */
export async function* readEntries(folder: OwnFolder, reading: Reading): AsyncGenerator<readonly Entry[]> {
  const { since, marks, onFault } = reading;
  const slices = openSlices();
  const tell = (error: unknown): void => {
    if (!GONE.has(codeOf(error))) onFault(error);
  };
  const files = await filesSince(folder, since).catch((error: unknown) => {
    tell(error);
    return [];
  });
  for (const { name, size } of files) {
    const place = `${folder.path}\n${name}`;
    const mark = marks?.get(place) ?? 0;
    // a file that became shorter is another one
    const from = mark > size ? 0 : mark;
    if (from >= Math.min(size, MOST_BYTES)) continue;
    const onRead = (bytes: number): void => void marks?.set(place, from + bytes);
    try {
      yield* entriesIn(firstBytes(folder.read(name, from), MOST_BYTES - from), reading, { slices, onRead });
    } catch (error) {
      tell(error);
    }
  }
}
