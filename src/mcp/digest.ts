import { writeDigest } from '../journal/digest/write-digest.ts';
import { dayOf } from '../journal/usage/calendar.ts';
import { today } from '../library/day.ts';
import type { Library } from '../library/library.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { Refusal } from '../refusal.ts';
import { nearestDocuments } from '../search/nearest-documents.ts';
import { type Surface, snapshotOf } from './surface.ts';

/** Months of the journal are read for each; the same one is given for so long. */
const KEPT_MS = 60_000;
/** Of so many different numbers of days. */
const MOST_KEPT = 4;

interface Page {
  readonly writtenAt: number;
  readonly snapshot: Snapshot;
  readonly text: string;
}

/** The pages of one library, by their number of days. */
interface Pages {
  readonly written: Map<number, Page>;
  /** Those that are being written or wait for their turn. */
  readonly coming: Map<number, Promise<string>>;
  /** Settles when none is being written; never fails. */
  last: Promise<unknown>;
  readonly closing: AbortController;
}

/** By library: who may write into it and who may not have different surfaces of the same one. */
const pages = new WeakMap<Library, Pages>();

function pagesOf({ library }: Pick<Surface, 'library'>): Pages {
  const known = pages.get(library);
  if (known !== undefined) return known;
  const fresh = { written: new Map(), coming: new Map(), last: Promise.resolve(), closing: new AbortController() };
  pages.set(library, fresh);
  return fresh;
}

function write({ journal, engine }: Surface, snapshot: Snapshot, wanted: { days: number; signal: AbortSignal }) {
  const until = dayOf(today());
  return writeDigest({
    snapshot,
    entries: journal?.where() === undefined ? undefined : journal.entries,
    since: until - wanted.days + 1,
    today: until,
    nearest: (words) => nearestDocuments(engine, words),
    signal: wanted.signal,
  });
}

function keep(written: Map<number, Page>, days: number, page: Page): void {
  written.delete(days);
  const [oldest] = written.keys();
  if (written.size >= MOST_KEPT && oldest !== undefined) written.delete(oldest);
  written.set(days, page);
}

/** Writes a page when those before it are written. */
function writeNext(surface: Surface, days: number): Promise<string> {
  const { written, coming, closing, last } = pagesOf(surface);
  const writeNow = async (): Promise<string> => {
    closing.signal.throwIfAborted();
    const snapshot = await snapshotOf(surface);
    const text = await write(surface, snapshot, { days, signal: closing.signal });
    keep(written, days, { writtenAt: performance.now(), snapshot, text });
    return text;
  };
  const next = last.then(writeNow).finally(() => coming.delete(days));
  coming.set(days, next);
  pagesOf(surface).last = next.catch(() => undefined);
  return next;
}

/**
 * The digest of the last days, today included, as Markdown. The journal of a library is read for one at a time: whoever
 * asks meanwhile gets the page that was written last, or waits for the one that is coming.
 */
export async function digestOfDays(surface: Surface, days: number): Promise<string> {
  const snapshot = await snapshotOf(surface);
  const { written, coming, last } = pagesOf(surface);
  const known = written.get(days);
  const isFresh = known?.snapshot === snapshot && performance.now() - known.writtenAt < KEPT_MS;
  if (known !== undefined && (isFresh || coming.size > 0)) return known.text;
  const awaited = coming.get(days);
  if (awaited !== undefined) return awaited;
  if (coming.size < MOST_KEPT) return writeNext(surface, days);
  await last;
  return digestOfDays(surface, days);
}

/** Ends the reading for digests of a library that is being closed; who waits for one is told that it was ended. */
export function stopDigests(surface: Pick<Surface, 'library'>): void {
  pagesOf(surface).closing.abort(new Refusal('The library is being closed. Ask again later.'));
}
