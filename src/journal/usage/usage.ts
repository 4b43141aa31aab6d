import type { Entry } from '../entry.ts';
import { memberKey } from '../member-key.ts';
import { dayAt } from './calendar.ts';
import { addDay, type CollectedDays, type DaysOfUse, noDays, type Span } from './days-of-use.ts';
import { createDistinctIds } from './distinct-ids.ts';
import type { FindNow } from './document-now.ts';
import { createGapCollector, type SearchGaps } from './search-gaps.ts';

/** What members did with the library in a window of days. The order of the entries and entries told twice make no difference. */
export interface Usage {
  readonly window: Span;
  /** How many entries the window has. */
  readonly entries: number;
  /** How many entries bear a date after the window: somebody's clock is wrong. They count nowhere else. */
  readonly later: number;
  /** By the member's key, how many entries each day of the window has. Only members who are in the window. */
  readonly members: ReadonlyMap<string, Uint32Array>;
  /** By the ids of documents that the library has now, and by the member's key. What was shared is not used by that. */
  readonly documents: ReadonlyMap<string, ReadonlyMap<string, DaysOfUse>>;
  /** How many entries of the window name something that the library has no more. */
  readonly gone: number;
  readonly gaps: SearchGaps;
  /** How many searches found little or nothing without a word on record of what was asked for. */
  readonly wordless: number;
}

export interface UsageOptions {
  readonly findNow: FindNow;
  /** Days before the window count only for when a member first used a document. */
  readonly window: Span;
  /** The first day whose searches count as gaps; that of the window unless it is given. */
  readonly gapsFrom?: number;
  /** How many different gaps are kept. */
  readonly mostGaps?: number;
  /** Ends the work early: what gathers throws its reason. */
  readonly signal?: AbortSignal | undefined;
}

const MOST_GAPS = 10_000;
/** No team has so many; what more are said to do is not counted. */
const MOST_MEMBERS = 20_000;
/** Of the ways in which names are written, so many are known again at once. */
const MOST_SPELLINGS = 2 * MOST_MEMBERS;

interface Member {
  readonly key: string;
  /** Entries by day of the window; made when there is one. */
  uses?: Uint32Array;
}

/** Finds members by their names as they are written. */
function createMembers() {
  const byName = new Map<string, Member>();
  const byKey = new Map<string, Member>();
  return {
    named(name: string): Member | undefined {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const key = memberKey(name);
      const member = byKey.get(key) ?? (byKey.size < MOST_MEMBERS ? { key } : undefined);
      if (member === undefined) return undefined;
      byKey.set(key, member);
      if (byName.size < MOST_SPELLINGS) byName.set(name, member);
      return member;
    },
    uses: () => new Map([...byKey].flatMap(([key, { uses }]) => (uses === undefined ? [] : [[key, uses] as const]))),
  };
}

function createDocuments(window: Span) {
  const documents = new Map<string, Map<string, CollectedDays>>();
  return {
    documents,
    use(id: string, member: string, day: number): void {
      let users = documents.get(id);
      if (users === undefined) {
        users = new Map();
        documents.set(id, users);
      }
      let days = users.get(member);
      if (days === undefined) {
        days = noDays(window);
        users.set(member, days);
      }
      addDay(days, day, window);
    },
  };
}

/** Goes through the entries once. Memory grows with members, documents and days of the window, and by some bytes an entry in it. */
export async function gatherUsage(entries: AsyncIterable<readonly Entry[]>, options: UsageOptions): Promise<Usage> {
  const { window, findNow, gapsFrom = window.from, mostGaps = MOST_GAPS, signal } = options;
  const members = createMembers();
  const { documents, use } = createDocuments(window);
  const gaps = createGapCollector(mostGaps);
  const seen = createDistinctIds();
  const seenLater = createDistinctIds();
  let wordless = 0;
  let gone = 0;

  /** Counts the uses of documents that are there; whether any are named that are gone. */
  function countUses({ ids }: Entry, { key }: Member, day: number): boolean {
    let isAnyGone = false;
    for (const id of ids) {
      const found = findNow(id);
      if (found === undefined) isAnyGone = true;
      else if (found !== 'draft') use(found.id, key, day);
    }
    return isAnyGone;
  }

  function countInWindow(entry: Entry, member: Member, day: number): boolean {
    if (!seen.add(entry.id)) return false;
    member.uses ??= new Uint32Array(window.to - window.from + 1);
    const at = day - window.from;
    member.uses[at] = (member.uses[at] ?? 0) + 1;
    const isGap = entry.use === 'search' && entry.outcome !== 'done' && day >= gapsFrom;
    if (isGap && !gaps.add(entry.words ?? '', member, entry.at)) wordless++;
    return true;
  }

  function take(entry: Entry): void {
    const day = dayAt(entry.at);
    if (day > window.to) {
      seenLater.add(entry.id);
      return;
    }
    const member = members.named(entry.member);
    if (member === undefined) return;
    const isCounted = day >= window.from && countInWindow(entry, member, day);
    const isAnyGone = entry.use !== 'share' && countUses(entry, member, day);
    if (isCounted && isAnyGone) gone++;
  }

  for await (const batch of entries) {
    signal?.throwIfAborted();
    for (const entry of batch) take(entry);
  }
  return {
    window,
    entries: seen.size,
    later: seenLater.size,
    members: members.uses(),
    documents,
    gone,
    gaps: gaps.gaps(),
    wordless,
  };
}
