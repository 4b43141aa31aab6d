import { byCodeUnit } from '../library/order.ts';
import type { Without } from './aids.ts';
import type { Catalog } from './catalog.ts';
import type { Matches } from './index/tally.ts';
import type { Phrasing } from './question/question.ts';
import { bestOf, topOf } from './top.ts';

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
  readonly found: Uint32Array;
}

/** How much of a score is the document's; the rest is its best passage's. Each is taken in relation to the best one found. */
const SHARE_OF_DOCUMENT = 0.6;
/** Passages are compared in this many documents, the best as a whole. */
const CANDIDATES = 300;

/** The documents that answer a phrasing. `worth` is a factor for each; one that is worth 0 is left out. */
export function rank(
  catalog: Catalog,
  phrasing: Phrasing,
  options: { worth: (slot: number) => number; most: number; without: Without },
): Ranking {
  const share = options.without.has('passages') ? 1 : SHARE_OF_DOCUMENT;
  const concepts = phrasing.concepts.map(({ alternatives }) => alternatives);
  const found = standingOf(catalog.documents.weigh(concepts), options.worth);
  const candidates = candidatesFrom(found, Math.max(CANDIDATES, options.most));
  const passages = bestPassages(catalog, catalog.passages.weigh(concepts, passagesOf(catalog, candidates)));
  // A word that every document has is worth nothing at all, and still finds them.
  const highest = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const ranked: Ranked[] = [];
  for (const { owner, score: ofDocument, worth } of candidates) {
    const id = catalog.entries[owner]?.document.id;
    const passage = passages.by.get(owner);
    if (id === undefined || passage === undefined) continue;
    const ofPassage = passage.score / (passages.highest || 1);
    const score = worth * (share * (ofDocument / highest) + (1 - share) * ofPassage);
    ranked.push({ id, owner, passage: passage.slot, score });
  }
  return { best: topOf(ranked, options.most, compareRanked), found: found.slots };
}

/** Documents that were found and may be shown: lists in step. */
interface Found extends Matches {
  readonly worths: Float64Array;
}

function standingOf({ slots, scores }: Matches, worthOf: (slot: number) => number): Found {
  const kept = new Uint32Array(slots.length);
  const ofKept = new Float64Array(slots.length);
  const worths = new Float64Array(slots.length);
  let count = 0;
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] ?? 0;
    const worth = worthOf(slot);
    if (worth === 0) continue;
    kept[count] = slot;
    ofKept[count] = scores[at] ?? 0;
    worths[count] = worth;
    count++;
  }
  return { slots: kept.subarray(0, count), scores: ofKept.subarray(0, count), worths: worths.subarray(0, count) };
}

interface Candidate {
  readonly owner: number;
  readonly score: number;
  readonly worth: number;
}

function candidatesFrom({ slots, scores, worths }: Found, most: number): Candidate[] {
  const lowered = scores.map((score, at) => score * (worths[at] ?? 0));
  const best = bestOf(lowered, most);
  return best.map((at) => ({ owner: slots[at] ?? 0, score: scores[at] ?? 0, worth: worths[at] ?? 0 }));
}

/** The slots of all passages of these documents, ascending. */
function passagesOf({ entries }: Catalog, candidates: readonly Candidate[]): Uint32Array {
  const slots = new Uint32Array(candidates.reduce((sum, { owner }) => sum + (entries[owner]?.passages.length ?? 0), 0));
  let end = 0;
  for (const { owner } of candidates) for (const slot of entries[owner]?.passages ?? []) slots[end++] = slot;
  return slots.sort();
}

interface BestPassages {
  /** By slot of a document: its best passage and that one's score. */
  readonly by: ReadonlyMap<number, { readonly slot: number; readonly score: number }>;
  readonly highest: number;
}

/** The earlier one of two passages that are as good is the better. */
function bestPassages(catalog: Catalog, { slots, scores }: Matches): BestPassages {
  const by = new Map<number, { slot: number; score: number }>();
  let highest = 0;
  for (const [at, slot] of slots.entries()) {
    const score = scores[at] ?? 0;
    const owner = catalog.ownerOf(slot);
    const best = by.get(owner);
    const isEarlier = best?.score === score && catalog.ordinalOf(slot) < catalog.ordinalOf(best.slot);
    if (best !== undefined && score <= best.score && !isEarlier) continue;
    by.set(owner, { slot, score });
    highest = Math.max(highest, score);
  }
  return { by, highest };
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
  return { best: topOf(all, most, compareRanked), found: unionOf(rankings.map(({ found }) => found)) };
}

function unionOf(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Set<number>();
  for (const list of lists) for (const slot of list) all.add(slot);
  return Uint32Array.from(all);
}

function compareRanked(a: Ranked, b: Ranked): number {
  return b.score - a.score || byCodeUnit(a.id, b.id);
}
