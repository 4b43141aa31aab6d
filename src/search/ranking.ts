import type { Catalog } from './catalog.ts';
import type { Matches } from './index/tally.ts';
import type { Phrasing } from './question/question.ts';
import { topOf } from './top.ts';

/** A document that was found, and the passage of it that answers best. Both are slots. */
export interface Ranked {
  readonly id: string;
  readonly owner: number;
  readonly passage: number;
  readonly score: number;
}

export interface Ranking {
  /** Best first, at most as many as were wanted. */
  readonly best: readonly Ranked[];
  /** The slots of all documents that were found. */
  readonly found: readonly number[];
}

/** How much of a score is the document's; the rest is its best passage's. Each is taken in relation to the best one found. */
const SHARE_OF_DOCUMENT = 0.6;

/** The documents that answer a phrasing. `worth` is a factor for each; one that is worth 0 is left out. */
export function rank(
  catalog: Catalog,
  phrasing: Phrasing,
  options: { worth: (slot: number) => number; most: number },
): Ranking {
  const documents = catalog.documents.match(phrasing.clauses);
  const passages = bestPassages(catalog, catalog.passages.match(phrasing.clauses));
  // A word that every document has is worth nothing at all, and still finds them.
  const highest = documents.scores.reduce((most, score) => Math.max(most, score), 0) || 1;
  const ranked: Ranked[] = [];
  for (let at = 0; at < documents.slots.length; at++) {
    const owner = documents.slots[at] ?? 0;
    const worth = options.worth(owner);
    const id = catalog.entries[owner]?.document.id;
    if (worth === 0 || id === undefined || passages.scores[owner] === -1) continue;
    const ofDocument = (documents.scores[at] ?? 0) / highest;
    const ofPassage = (passages.scores[owner] ?? 0) / (passages.highest || 1);
    const score = worth * (SHARE_OF_DOCUMENT * ofDocument + (1 - SHARE_OF_DOCUMENT) * ofPassage);
    ranked.push({ id, owner, passage: passages.slots[owner] ?? 0, score });
  }
  return { best: topOf(ranked, options.most, compareRanked), found: ranked.map(({ owner }) => owner) };
}

/** By slot of a document: its best passage and that one's score. */
interface BestPassages {
  readonly slots: Uint32Array;
  readonly scores: Float64Array;
  readonly highest: number;
}

/** The earlier one of two passages that are as good is the better. */
function bestPassages({ places, entries }: Catalog, matches: Matches): BestPassages {
  const slots = new Uint32Array(entries.length);
  const scores = new Float64Array(entries.length).fill(-1);
  let highest = 0;
  for (let at = 0; at < matches.slots.length; at++) {
    const slot = matches.slots[at] ?? 0;
    const score = matches.scores[at] ?? 0;
    const place = places[slot];
    if (place === undefined) continue;
    const best = scores[place.owner] ?? 0;
    const isEarlier = score === best && place.start < (places[slots[place.owner] ?? 0]?.start ?? 0);
    if (score <= best && !isEarlier) continue;
    scores[place.owner] = score;
    slots[place.owner] = slot;
    highest = Math.max(highest, score);
  }
  return { slots, scores, highest };
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const K = 60;

/** One ranking from those of several phrasings. A document's passage is that of the phrasing which ranks it highest. */
export function fuse(rankings: readonly Ranking[], most: number): Ranking {
  const [only] = rankings;
  if (only !== undefined && rankings.length === 1) return only;
  const fused = new Map<number, { ranked: Ranked; rank: number; score: number }>();
  for (const { best } of rankings) {
    for (const [at, ranked] of best.entries()) {
      const before = fused.get(ranked.owner);
      const score = (before?.score ?? 0) + 1 / (K + at + 1);
      const isHighest = before === undefined || at < before.rank;
      fused.set(ranked.owner, isHighest ? { ranked, rank: at, score } : { ...before, score });
    }
  }
  const all = [...fused.values()].map(({ ranked, score }) => ({ ...ranked, score }));
  const found = new Set(rankings.flatMap((ranking) => ranking.found));
  return { best: topOf(all, most, compareRanked), found: [...found] };
}

function compareRanked(a: Ranked, b: Ranked): number {
  return b.score - a.score || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
