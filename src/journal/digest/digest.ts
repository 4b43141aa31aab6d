import type { Snapshot } from '../../library/snapshot.ts';
import { type FindNearest, type OpenGap, openGaps } from '../pages/open-gaps.ts';
import { dateOf } from '../usage/calendar.ts';
import type { Span } from '../usage/days-of-use.ts';
import { type JournalState, journalState } from '../usage/journal-state.ts';
import type { Usage } from '../usage/usage.ts';
import { type Deserving, deservingIn, lookedBack } from './deserving.ts';
import { type News, newsOf } from './news.ts';
import { type DueReviews, dueReviews, type WaitingDraft, waitingDrafts } from './waiting.ts';
import { type Won, wonIn } from './won.ts';

/** What a team should know of some days: the agenda of its weekly meeting. */
export interface Digest {
  /** The team's name; empty when it gave none. */
  readonly team: string;
  /** The first and the last day. */
  readonly since: string;
  readonly today: string;
  readonly journal: JournalState;
  readonly news: readonly News[];
  /** The first is the one proposed for the week. */
  readonly wins: readonly Won[];
  readonly deserving?: Deserving;
  /** Those that most members searched for, two at least: what one alone searched for may say who that was. */
  readonly gaps: readonly OpenGap[];
  /** How many there are that two members or more searched for, and how many that only one did. */
  readonly gapsOfMany: number;
  readonly gapsOfOne: number;
  /** Searches that found little or nothing and whose words were not recorded. */
  readonly wordless: number;
  readonly drafts: readonly WaitingDraft[];
  readonly reviews: readonly DueReviews[];
  /** Only what was recorded on this computer is in it. */
  readonly isLocal: boolean;
}

export interface DigestOptions {
  readonly snapshot: Snapshot;
  /** Undefined when the journal is off. Gathered with `usageForDigest`. */
  readonly usage: Usage | undefined;
  /** Days since 1970; both belong to the digest. */
  readonly since: number;
  readonly today: number;
  readonly nearest: FindNearest;
  readonly isLocal?: boolean | undefined;
}

/** How many days a digest usually has, today included. */
export const DIGEST_DAYS = 7;

const MOST_GAPS = 10;
const FEWEST_SEARCHERS = 2;

/** What a digest wants to know of use. */
export function usageForDigest(since: number, today: number): { readonly window: Span; readonly gapsFrom: number } {
  const { from } = lookedBack(today);
  return { window: { from: Math.min(from, since), to: today }, gapsFrom: since };
}

export async function digestOf(options: DigestOptions): Promise<Digest> {
  const { snapshot, usage, since, today, nearest, isLocal = false } = options;
  const span: Span = { from: since, to: today };
  const known = usage === undefined || usage.entries === 0 ? undefined : usage;
  const all = usage?.gaps.ranked ?? [];
  const ofMany = all.filter(({ members }) => members >= FEWEST_SEARCHERS);
  const deserving = deservingIn(snapshot, known, today);
  return {
    team: snapshot.settings.name,
    since: dateOf(since),
    today: dateOf(today),
    journal: journalState(usage),
    news: newsOf(snapshot, span),
    wins: wonIn(snapshot, span),
    ...(deserving === undefined ? {} : { deserving }),
    gaps: await openGaps(ofMany, MOST_GAPS, nearest),
    gapsOfMany: ofMany.length,
    gapsOfOne: all.length - ofMany.length,
    wordless: usage?.wordless ?? 0,
    drafts: waitingDrafts(snapshot, today),
    reviews: dueReviews(snapshot, today),
    isLocal,
  };
}
