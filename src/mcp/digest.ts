import { digestOf, usageForDigest } from '../journal/digest/digest.ts';
import { digestPage } from '../journal/digest/digest-page.ts';
import type { FindNearest } from '../journal/pages/open-gaps.ts';
import { beginningOf, dayOf } from '../journal/usage/calendar.ts';
import { gatherUsage } from '../journal/usage/usage.ts';
import { today } from '../library/day.ts';
import type { Snapshot } from '../library/snapshot.ts';
import type { Engine } from '../search/engine.ts';
import { type Surface, snapshotOf } from './surface.ts';

const MOST_NEAREST = 3;
/** Months of the journal are read for each; the same one is given for so long. */
const KEPT_MS = 60_000;

/** What is nearest to some words in the library by now. */
export function nearestIn(engine: Engine): FindNearest {
  return async (words) => {
    const { hits } = await engine.search({ query: words, limit: MOST_NEAREST });
    return hits.map(({ document }) => ({ id: document.id, title: document.title }));
  };
}

async function write({ journal, engine }: Surface, snapshot: Snapshot, days: number): Promise<string> {
  const until = dayOf(today());
  const since = until - days;
  const isKept = journal?.where() !== undefined;
  const wanted = usageForDigest(since, until);
  const usage = isKept ? await gatherUsage(journal.entries(beginningOf(wanted.window.from)), wanted) : undefined;
  return digestPage(await digestOf({ snapshot, usage, since, today: until, nearest: nearestIn(engine) }));
}

interface Page {
  readonly snapshot: Snapshot;
  readonly writtenAt: number;
  readonly text: Promise<string>;
}

const pages = new WeakMap<Surface, Map<number, Page>>();

/** The digest of the last days, as Markdown. */
export async function digestOfDays(surface: Surface, days: number): Promise<string> {
  const snapshot = await snapshotOf(surface);
  const ofSurface = pages.get(surface) ?? new Map<number, Page>();
  pages.set(surface, ofSurface);
  const known = ofSurface.get(days);
  if (known?.snapshot === snapshot && performance.now() - known.writtenAt < KEPT_MS) return known.text;
  const text = write(surface, snapshot, days);
  ofSurface.set(days, { snapshot, writtenAt: performance.now(), text });
  // what failed is tried again
  text.catch(() => ofSurface.delete(days));
  return text;
}
