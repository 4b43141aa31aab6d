import { inverseFrequency, scoreOf } from './bm25.ts';
import { countOf, dropPosting, hasPosting, MOST_SLOTS, type Postings, setPosting, slotOf } from './postings.ts';
import { countRuns, missingFrom, type Runs } from './runs.ts';
import { createTally, type Matches } from './tally.ts';
import { createVocabulary } from './vocabulary.ts';

/** One optional term of a query. */
export interface Clause<Field extends string = string> {
  readonly term: string;
  readonly boost: number;
  /** Where it is looked for; everywhere when absent. */
  readonly fields?: readonly Field[];
}

/** A term that would say what is asked for, and how much it counts when it does. */
export interface Alternative {
  readonly term: string;
  readonly weight: number;
}

/** One thing that is asked for. A text gets what the best of its alternatives is worth there, and not their sum. */
export type Concept = readonly Alternative[];

export interface FieldBoost<Field extends string> {
  readonly name: Field;
  readonly boost: number;
}

/** An index whose texts can be put in, replaced and taken out one at a time. Its scores are those of lunr 2.3.9. */
export interface LiveIndex<Field extends string> {
  /** How many texts there are. */
  readonly size: number;
  /** How many different terms they have. */
  readonly terms: number;
  /** Puts a text in, or in place of the one with this name. Its slot is its own until it is taken out. */
  put(name: string, terms: Readonly<Record<Field, readonly string[]>>): number;
  /** Takes a text out; false when there is none with this name. */
  remove(name: string): boolean;
  match(clauses: readonly Clause<Field>[]): Matches;
  /** Every text that has an alternative of any concept, with the sum of what the concepts are worth to it. */
  weigh(concepts: readonly Concept[]): Matches;
  /** Whether any field of the text in a slot has the term. */
  has(term: string, slot: number): boolean;
  /** How well a term tells texts apart; most for one that no text has. */
  idf(term: string): number;
}

const NO_RUNS: Runs = { keys: new Uint32Array(0), counts: new Uint32Array(0) };
const NOWHERE: Postings = [];

/**
 * Makes an empty index. Document frequencies and lengths are not worked into what is kept: they are counted as texts come
 * and go and enter the score when a query runs, so that a change costs no more than the terms of its own text.
 */
export function createLiveIndex<Field extends string>(fields: readonly FieldBoost<Field>[]): LiveIndex<Field> {
  const width = fields.length;
  const vocabulary = createVocabulary();
  /** By key, which is a term's number and a field's in one. */
  const postings: (Postings | undefined)[] = [];
  const slots = new Map<string, number>();
  const freeSlots: number[] = [];
  /** By slot: the keys of its text, ascending. */
  const keysIn: Uint32Array[] = [];
  /** By field, by slot: how many terms there are. */
  const lengths: number[][] = fields.map(() => []);
  const totals: number[] = fields.map(() => 0);
  let tally = createTally(0);
  let room = 0;

  function frequencyOf(id: number): number {
    let frequency = 0;
    for (let field = 0; field < width; field++) frequency += postings[id * width + field]?.length ?? 0;
    return frequency;
  }

  function idfOf(id: number | undefined): number {
    return inverseFrequency(slots.size, id === undefined ? 0 : frequencyOf(id));
  }

  function slotFor(name: string): number {
    const known = slots.get(name);
    if (known !== undefined) return known;
    const slot = freeSlots.pop() ?? keysIn.length;
    if (slot >= MOST_SLOTS) throw new RangeError(`The index is full: it holds ${MOST_SLOTS} texts.`);
    slots.set(name, slot);
    keysIn[slot] = NO_RUNS.keys;
    return slot;
  }

  function postingsFor(key: number): Postings {
    const there = postings[key];
    if (there !== undefined) return there;
    while (postings.length < key) postings.push(undefined);
    const made: Postings = [];
    postings[key] = made;
    return made;
  }

  function drop(keys: readonly number[], slot: number): void {
    for (const key of keys) {
      const list = postings[key] ?? NOWHERE;
      dropPosting(list, slot);
      if (list.length === 0) postings[key] = undefined;
    }
    for (const key of keys) {
      const id = Math.floor(key / width);
      if (frequencyOf(id) === 0) vocabulary.forget(id);
    }
  }

  function replace(slot: number, { keys, counts }: Runs): void {
    for (let at = 0; at < keys.length; at++) setPosting(postingsFor(keys[at] ?? 0), slot, counts[at] ?? 0);
    drop(missingFrom(keys, keysIn[slot] ?? NO_RUNS.keys), slot);
    keysIn[slot] = keys;
  }

  function setLength(slot: number, field: number, length: number): void {
    const list = lengths[field] ?? [];
    totals[field] = (totals[field] ?? 0) + length - (list[slot] ?? 0);
    list[slot] = length;
  }

  /** The boosts of the terms that a field is asked for, summed where a term is asked for twice. */
  function weightsIn(field: Field, clauses: readonly Clause<Field>[]): Map<number, number> {
    const weights = new Map<number, number>();
    for (const clause of clauses) {
      const id = vocabulary.find(clause.term);
      if (id === undefined || clause.fields?.includes(field) === false) continue;
      weights.set(id, (weights.get(id) ?? 0) + clause.boost);
    }
    return weights;
  }

  function makeRoom(): void {
    if (room >= keysIn.length) return;
    room = 2 * keysIn.length;
    tally = createTally(room);
  }

  /** Adds up what one term in one field is worth to every text that has it; `share` is its part of the query. */
  function tallyTerm(id: number, field: number, share: number): void {
    const idf = idfOf(id);
    const boost = fields[field]?.boost ?? 1;
    const lengthIn = lengths[field] ?? [];
    const average = (totals[field] ?? 0) / slots.size;
    const list = postings[id * width + field] ?? NOWHERE;
    for (let at = 0; at < list.length; at++) {
      const posting = list[at] ?? 0;
      const slot = slotOf(posting);
      const length = (lengthIn[slot] ?? 0) / average;
      tally.add(slot, share * scoreOf({ idf, count: countOf(posting), length, boost }));
    }
  }

  return {
    get size() {
      return slots.size;
    },
    get terms() {
      return vocabulary.size;
    },
    put(name, terms) {
      const slot = slotFor(name);
      const lists = fields.map((field) => terms[field.name]);
      const keys = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
      let end = 0;
      for (let field = 0; field < width; field++) {
        const list = lists[field] ?? [];
        for (const term of list) keys[end++] = vocabulary.idOf(term) * width + field;
        setLength(slot, field, list.length);
      }
      replace(slot, countRuns(keys));
      return slot;
    },
    remove(name) {
      const slot = slots.get(name);
      if (slot === undefined) return false;
      replace(slot, NO_RUNS);
      for (let field = 0; field < width; field++) setLength(slot, field, 0);
      slots.delete(name);
      freeSlots.push(slot);
      return true;
    },
    match(clauses) {
      makeRoom();
      for (const [field, { name }] of fields.entries()) {
        const weights = weightsIn(name, clauses);
        const magnitude = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
        for (const [id, weight] of weights) tallyTerm(id, field, weight / magnitude);
      }
      return tally.take();
    },
    weigh(concepts) {
      makeRoom();
      const sums = new Map<number, number>();
      for (const concept of concepts) {
        const most = new Map<number, number>();
        for (const { term, weight } of concept) {
          const id = vocabulary.find(term);
          if (id === undefined) continue;
          for (let field = 0; field < width; field++) tallyTerm(id, field, weight);
          const { slots: found, scores } = tally.take();
          for (let at = 0; at < found.length; at++) {
            const slot = found[at] ?? 0;
            most.set(slot, Math.max(most.get(slot) ?? 0, scores[at] ?? 0));
          }
        }
        for (const [slot, score] of most) sums.set(slot, (sums.get(slot) ?? 0) + score);
      }
      return { slots: Uint32Array.from(sums.keys()), scores: Float64Array.from(sums.values()) };
    },
    has(term, slot) {
      const id = vocabulary.find(term);
      return id !== undefined && fields.some((_, field) => hasPosting(postings[id * width + field] ?? NOWHERE, slot));
    },
    idf(term) {
      return idfOf(vocabulary.find(term));
    },
  };
}
