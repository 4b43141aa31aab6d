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
  readonly marks?: Marks;
  /** Told how many lines of a file were no entries. */
  readonly onPassedOver: (lines: number) => void;
  /** Told of a file that could not be read. */
  readonly onFault: (fault: unknown) => void;
}

const DAY_MS = 86_400_000;
/** What files say that were removed meanwhile. */
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** The files with entries of these days, month by month. */
async function filesSince(folder: OwnFolder, since: number): Promise<{ name: string; size: number }[]> {
  const files = (await folder.list()).filter(({ name }) => {
    const end = endOfMonth(name);
    // the clocks of two machines differ
    return end !== undefined && end + DAY_MS > since;
  });
  return files.sort((a, b) => byCodeUnit(a.name, b.name));
}

/** The entries in a file, a few at a time. */
async function* entriesIn(
  chunks: AsyncIterable<Uint8Array>,
  { since, now, onPassedOver }: Reading,
  { slices, onRead }: { readonly slices: Slices; readonly onRead: (bytes: number) => void },
): AsyncGenerator<readonly Entry[]> {
  for await (const lines of splitLines(chunks, LONGEST_READ)) {
    const entries: Entry[] = [];
    let passedOver = 0;
    for (const { line, end, isEnded } of lines) {
      const entry = entryIn(line, now);
      if (entry === undefined) passedOver++;
      else if (entry.at >= since) entries.push(entry);
      if (isEnded) onRead(end);
      if (slices.isOver()) await slices.giveWay();
    }
    if (passedOver > 0) onPassedOver(passedOver);
    if (entries.length > 0) yield entries;
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
    if (marks !== undefined && from === size) continue;
    const onRead = (bytes: number): void => void marks?.set(place, from + bytes);
    try {
      yield* entriesIn(folder.read(name, from), reading, { slices, onRead });
    } catch (error) {
      tell(error);
    }
  }
}
