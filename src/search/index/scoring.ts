import { bm25, inverseFrequency, normOf, roundedScore } from './bm25.ts';
import type { Norms } from './lengths.ts';
import type { Scan } from './scan.ts';
import { frequencyOf, type IndexState } from './state.ts';
import type { Tally } from './tally.ts';

/** What the postings of a key are worth. */
interface Worth {
  readonly idf: number;
  /** The boost of the key's field. */
  readonly boost: number;
  /** The part of the score that counts. */
  readonly share: number;
  readonly norms: Norms;
}

/** How well the term with a number tells texts apart; without a number, one that no text has. */
export function idfOf<Field extends string>(state: IndexState<Field>, id: number | undefined): number {
  return inverseFrequency(state.names.size, id === undefined ? 0 : frequencyOf(state, id));
}

/** Adds to a tally what a key is worth to every text that the scan goes to. `share` is the part of it that counts. */
export function addKey<Field extends string>(
  state: IndexState<Field>,
  { key, share }: { readonly key: number; readonly share: number },
  { scan, tally }: { readonly scan: Scan; readonly tally: Tally },
): void {
  if (state.postings.frequency(key) === 0) return;
  const width = state.fields.length;
  const field = key % width;
  const norms = state.lengths[field]?.norms(state.names.size);
  if (norms === undefined) return;
  const idf = idfOf(state, Math.floor(key / width));
  const worth = { idf, boost: state.fields[field]?.boost ?? 1, share, norms };
  scan.open(key);
  for (let read = scan.next(); read > 0; read = scan.next()) addPostings(tally, scan, read, worth);
}

/** The innermost loop of every search. Without branches, which no processor could foresee. */
function addPostings(tally: Tally, scan: Scan, read: number, { idf, boost, share, norms }: Worth): void {
  const { slots, counts, places } = scan;
  const { bySlot, byLength, average } = norms;
  const { sums, isSeen, seen } = tally;
  let size = tally.size;
  for (let at = 0; at < read; at++) {
    const place = places[at] ?? 0;
    const length = bySlot[slots[at] ?? 0] ?? 0;
    const norm = length < byLength.length ? (byLength[length] ?? 0) : normOf(length / average);
    const score = roundedScore(bm25(idf, counts[at] ?? 0, norm) * boost);
    sums[place] = (sums[place] ?? 0) + share * score;
    seen[size] = place;
    size += 1 - (isSeen[place] ?? 0);
    isSeen[place] = 1;
  }
  tally.size = size;
}

/** Whether a text has the term with a number. */
export function isInAnyField<Field extends string>(state: IndexState<Field>, id: number, slot: number): boolean {
  const { fields, postings } = state;
  return fields.some((_, field) => postings.count(id * fields.length + field, slot) > 0);
}

/** What a term is worth in one field of a text. */
export interface FieldWorth<Field extends string> {
  readonly field: Field;
  /** How often it stands there. */
  readonly count: number;
  /** lunr's score, with the field's boost. */
  readonly score: number;
}

/** What the term with a number is worth in each field of a text that has it. */
export function worthInFields<Field extends string>(
  state: IndexState<Field>,
  id: number,
  slot: number,
): FieldWorth<Field>[] {
  const { fields, postings, lengths, names } = state;
  const idf = idfOf(state, id);
  const found: FieldWorth<Field>[] = [];
  for (const [field, { name, boost }] of fields.entries()) {
    const count = postings.count(id * fields.length + field, slot);
    const norms = lengths[field]?.norms(names.size);
    if (count === 0 || norms === undefined) continue;
    const norm = normOf((norms.bySlot[slot] ?? 0) / norms.average);
    found.push({ field: name, count, score: roundedScore(bm25(idf, count, norm) * boost) });
  }
  return found;
}
