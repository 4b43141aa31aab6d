import { termsLike } from './matching.ts';
import { editPattern, wildcardPattern } from './pattern.ts';
import type { IndexState } from './state.ts';

/** One term of a query, as `lunr.Query` has them. */
export interface Clause<Field extends string = string> {
  readonly term: string;
  readonly boost: number;
  /** Where it is looked for; everywhere when absent. */
  readonly fields?: readonly Field[];
  /** Whether a text may have it, must have it in one of the fields, or must not. It may when this is absent. */
  readonly presence?: 'optional' | 'required' | 'prohibited';
  /** Whether an asterisk in the term stands for any letters, or none. Without it an asterisk is a letter as others. */
  readonly wildcard?: boolean;
  /** So many letters may be too many, too few, wrong or in each other's place; at most 2. Letters are UTF-16 units. */
  readonly editDistance?: number;
}

/** More edits make another word of it, and lunr runs out of memory. */
const MOST_EDITS = 2;

/** What clauses ask of an index, in its own numbers. */
export interface Asked {
  /** The keys that count, in the order in which they were asked, with the sum of their boosts. */
  readonly weights: ReadonlyMap<number, number>;
  /** By field: the length of the vector that the weights make. */
  readonly magnitudes: readonly number[];
  /** A text must have at least one key of each of these. */
  readonly required: readonly (readonly number[])[];
  /** A text must not have any of these. */
  readonly prohibited: readonly number[];
  /** Nothing is asked for, or only what must not be there: every other text is found, and worth nothing. */
  readonly isNegated: boolean;
}

/** Looks up the terms of clauses. */
export function readClauses<Field extends string>(state: IndexState<Field>, clauses: readonly Clause<Field>[]): Asked {
  const weights = new Map<number, number>();
  const required: number[][] = [];
  const prohibited: number[] = [];
  for (const clause of clauses) {
    const keys = keysOf(state, clause);
    if (clause.presence === 'prohibited') {
      for (const key of keys) prohibited.push(key);
      continue;
    }
    for (const key of keys) weights.set(key, (weights.get(key) ?? 0) + clause.boost);
    if (clause.presence === 'required' && clause.fields?.length !== 0) required.push(keys);
  }
  return {
    weights,
    magnitudes: magnitudesOf(weights, state.fields.length),
    required,
    prohibited,
    isNegated: clauses.every(({ presence }) => presence === 'prohibited'),
  };
}

/** The keys of all terms that a clause fits, in all of its fields. */
function keysOf<Field extends string>(state: IndexState<Field>, clause: Clause<Field>): number[] {
  const { fields } = state;
  const places = [...fields.keys()];
  const among = clause.fields?.flatMap((name) => places.filter((field) => fields[field]?.name === name)) ?? places;
  return idsOf(state, clause).flatMap((id) => among.map((field) => id * fields.length + field));
}

/** The numbers of the terms that a clause fits. */
function idsOf<Field extends string>({ vocabulary }: IndexState<Field>, clause: Clause<Field>): number[] {
  const { term, editDistance, wildcard = false } = clause;
  if (editDistance !== undefined) {
    return termsLike(editPattern(term, Math.min(editDistance, MOST_EDITS), wildcard), vocabulary);
  }
  if (wildcard && term.includes('*')) return termsLike(wildcardPattern(term), vocabulary);
  const id = vocabulary.find(term);
  return id === undefined ? [] : [id];
}

function magnitudesOf(weights: ReadonlyMap<number, number>, width: number): number[] {
  const squares = new Array<number>(width).fill(0);
  for (const [key, weight] of weights) squares[key % width] = (squares[key % width] ?? 0) + weight * weight;
  return squares.map(Math.sqrt);
}
