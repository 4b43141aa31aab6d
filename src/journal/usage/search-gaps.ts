import { byCodeUnit } from '../../library/order.ts';

/** What was searched for and hardly found, however it was written. */
export interface SearchGap {
  /** As it was written the last time. */
  readonly words: string;
  /** How many different members searched for it. */
  readonly members: number;
  readonly searches: number;
  /** When it was last searched for: milliseconds since 1970. */
  readonly latest: number;
}

export interface SearchGaps {
  /** Most wanted first: by members, then searches, then the latest. */
  readonly ranked: readonly SearchGap[];
  /** There were more than could be kept, and those that fewest members wanted were dropped. */
  readonly isCut: boolean;
}

interface Collected {
  readonly key: string;
  words: string;
  readonly members: Set<object>;
  searches: number;
  latest: number;
}

const LONGEST_WORDS = 400;

/** The same for the same words in whatever case, order and punctuation; empty when there is no letter and no digit. */
export function gapKey(words: string): string {
  const folded = words.slice(0, LONGEST_WORDS).normalize('NFKC').toLowerCase().normalize('NFKC');
  const different = new Set(folded.match(/[\p{L}\p{N}\p{M}]+/gu));
  return [...different].sort(byCodeUnit).join(' ');
}

function compareCollected(a: Collected, b: Collected): number {
  return b.members.size - a.members.size || b.searches - a.searches || b.latest - a.latest || byCodeUnit(a.key, b.key);
}

/**
 * Collects searches that found little or nothing. At most `most` different ones come out; up to twice as many are kept on
 * the way, so that what turns out to be wanted by many is not dropped while it is rare.
 */
export function createGapCollector(most: number) {
  let collected = new Map<string, Collected>();
  let isCut = false;

  function keepBest(): void {
    if (collected.size <= most) return;
    isCut = true;
    const best = [...collected.values()].sort(compareCollected).slice(0, most);
    collected = new Map(best.map((gap) => [gap.key, gap]));
  }

  return {
    /** A member is whatever object stands for them. Whether there were words at all. */
    add(words: string, member: object, at: number): boolean {
      const key = gapKey(words);
      if (key === '') return false;
      const shown = words.slice(0, LONGEST_WORDS);
      const known = collected.get(key);
      if (known === undefined) {
        collected.set(key, { key, words: shown, members: new Set([member]), searches: 1, latest: at });
        if (collected.size > 2 * most) keepBest();
        return true;
      }
      known.members.add(member);
      known.searches++;
      const isLatest = at > known.latest || (at === known.latest && shown < known.words);
      if (isLatest) known.words = shown;
      known.latest = Math.max(known.latest, at);
      return true;
    },
    gaps(): SearchGaps {
      keepBest();
      const ranked = [...collected.values()].sort(compareCollected);
      return {
        ranked: ranked.map(({ words, members, searches, latest }) => ({
          words,
          members: members.size,
          searches,
          latest,
        })),
        isCut,
      };
    },
  };
}
