import { counted } from '../../library/text/counted.ts';
import { dateOf, dayAt } from '../usage/calendar.ts';
import type { SearchGap } from '../usage/search-gaps.ts';

/** Finds at most three documents of the library that come nearest to what somebody searched for. */
export type FindNearest = (words: string) => Promise<readonly NearDocument[]>;

export interface NearDocument {
  readonly id: string;
  readonly title: string;
}

/** A search that found little or nothing, and what is there for it by now. */
export interface OpenGap {
  readonly words: string;
  readonly members: number;
  readonly searches: number;
  /** The day on which it was last searched for, `2026-11-22`. */
  readonly latest: string;
  readonly nearest: readonly NearDocument[];
}

/** The first of the gaps, each with the documents that are nearest to it now. */
export async function openGaps(
  ranked: readonly SearchGap[],
  most: number,
  nearest: FindNearest,
): Promise<readonly OpenGap[]> {
  const open: OpenGap[] = [];
  for (const { words, members, searches, latest } of ranked.slice(0, most)) {
    open.push({ words, members, searches, latest: dateOf(dayAt(latest)), nearest: await nearest(words) });
  }
  return open;
}

/** Says that nobody can know what was asked for in so many searches. */
export function wordlessSentence(searches: number): string {
  return `${counted(searches, 'search', 'searches')} found little or nothing without a record of what was asked for: it is left out where the settings want that, where a search was limited to a kind, tags or a status, and where it may hold an address, a number of a person or a password.`;
}
