import type { Snapshot } from '../../library/snapshot.ts';
import type { Entry } from '../entry.ts';
import type { FindNearest } from '../pages/open-gaps.ts';
import { beginningOf } from '../usage/calendar.ts';
import { documentsNow } from '../usage/document-now.ts';
import { gatherUsage } from '../usage/usage.ts';
import { digestOf, usageForDigest } from './digest.ts';
import { digestPage } from './digest-page.ts';

export interface DigestSources {
  readonly snapshot: Snapshot;
  /** What was recorded since a moment (milliseconds since 1970); undefined when the journal is off. */
  readonly entries: ((since: number) => AsyncIterable<readonly Entry[]>) | undefined;
  /** Days since 1970; both belong to the digest. */
  readonly since: number;
  readonly today: number;
  readonly nearest: FindNearest;
  /** The entries are those of this computer alone. */
  readonly isLocal?: boolean;
  /** Ends the work early: the digest rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** The digest as Markdown, out of the library and its journal. */
export async function writeDigest({ entries, signal, ...sources }: DigestSources): Promise<string> {
  const findNow = documentsNow(sources.snapshot);
  const wanted = { ...usageForDigest(sources.since, sources.today), findNow, signal };
  const usage = entries && (await gatherUsage(entries(beginningOf(wanted.window.from)), wanted));
  return digestPage(await digestOf({ ...sources, usage }));
}
