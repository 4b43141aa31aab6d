import { runThrough } from '../../library/slices.ts';
import { topOf } from '../top.ts';
import { createChanging, type NumberedTerms, type Terms } from './change.ts';
import type { Clause } from './clauses.ts';
import { type Concept, createQuerying } from './query.ts';
import { restoreState } from './restoring.ts';
import { saveState } from './saving.ts';
import { type FieldWorth, idfOf, isInAnyField, worthInFields } from './scoring.ts';
import { createIndexState, type FieldBoost, type IndexState } from './state.ts';
import type { Matches } from './tally.ts';

export type { NumberedTerms, Terms } from './change.ts';
export type { Clause } from './clauses.ts';
export type { Alternative, Concept } from './query.ts';
export type { FieldWorth } from './scoring.ts';
export type { FieldBoost } from './state.ts';
export type { Matches } from './tally.ts';

/** An index whose texts can be put in, replaced and taken out one at a time. Its scores are those of lunr 2.3.9. */
export interface LiveIndex<Field extends string> {
  /** How many texts there are. */
  readonly size: number;
  /** How many different terms they have. */
  readonly terms: number;
  /** Puts a text in, or in place of the one with this name. Its slot is its own until it is taken out. */
  put(name: string, terms: Terms<Field>): number;
  /** As `put`, in steps, with the slot at the end. Must be gone through to the end before anything else is changed. */
  putInSteps(name: string, terms: Terms<Field>): Generator<void, number>;
  /** As `putInSteps`, with terms by their numbers in a list, which costs less when texts share the list. */
  putNumbered(name: string, terms: NumberedTerms<Field>): Generator<void, number>;
  /** Takes a text out; false when there is none with this name. */
  remove(name: string): boolean;
  /** As `remove`, in steps. Must be gone through to the end before anything else is changed. */
  removeInSteps(name: string): Generator<void, boolean>;
  /** Sees in steps to what changes have left for whoever asks first; afterwards a question takes no longer than others. */
  settle(): Generator<void, void>;
  /**
   * What lunr finds for these clauses: everything when there are none, or only prohibited ones. `among` are the slots that
   * are looked at, ascending; all of them when it is absent.
   */
  match(clauses: readonly Clause<Field>[], among?: Uint32Array): Matches;
  /** Every text that has an alternative of any concept, with the sum of what the concepts are worth to it. */
  weigh(concepts: readonly Concept[], among?: Uint32Array): Matches;
  /** Whether any field of the text in a slot has the term. */
  has(term: string, slot: number): boolean;
  /** How well a term tells texts apart; most for one that no text has. */
  idf(term: string): number;
  /** How many texts have the term in any field. */
  frequency(term: string): number;
  /** The terms that begin so, at most as many as are wanted: those of the most texts, the most frequent first. */
  startingWith(prefix: string, most: number): string[];
  /** Every term that a text has, in the order of UTF-16 units. The index must not be changed meanwhile. */
  known(): Iterable<string>;
  /** What the term is worth in each field of the text in a slot that has it. */
  worthOf(term: string, slot: number): readonly FieldWorth<Field>[];
  nameOf(slot: number): string | undefined;
  slotOf(name: string): number | undefined;
  /** Everything that is needed to come back without reading a text: the pieces of one file, in their order. */
  save(): readonly Uint8Array[];
  /** As `save`, in steps. When the index is changed meanwhile, the next step throws an Error. */
  saveInSteps(): Generator<void, readonly Uint8Array[]>;
}

/**
 * Makes an empty index. Document frequencies and lengths are not worked into what is kept: they are counted as texts come
 * and go and enter the score when a query runs, so that a change costs no more than the terms of its own text.
 */
export function createLiveIndex<Field extends string>(fields: readonly FieldBoost<Field>[]): LiveIndex<Field> {
  return indexOver(createIndexState(fields));
}

/** The index that was saved. Throws a RangeError when the bytes are not those of an index with these fields. */
export function restoreLiveIndex<Field extends string>(
  bytes: Uint8Array,
  fields: readonly FieldBoost<Field>[],
): LiveIndex<Field> {
  return runThrough(restoreInSteps(bytes, fields));
}

/** As `restoreLiveIndex`, in steps. */
export function* restoreInSteps<Field extends string>(
  bytes: Uint8Array,
  fields: readonly FieldBoost<Field>[],
): Generator<void, LiveIndex<Field>> {
  return indexOver(yield* restoreState(bytes, fields));
}

function indexOver<Field extends string>(state: IndexState<Field>): LiveIndex<Field> {
  const { names, vocabulary } = state;
  const { match, weigh } = createQuerying(state);
  const changing = createChanging(state);
  let isChanging = false;
  let changes = 0;

  /** Of a change that was left half done nobody knows what is in; one that failed is ours, and its text is in doubt until it is put again. */
  function* alone<Result>(change: () => Generator<void, Result>): Generator<void, Result> {
    if (isChanging) throw new Error('The index is being changed already.');
    isChanging = true;
    changes++;
    try {
      const result = yield* change();
      isChanging = false;
      return result;
    } catch (fault) {
      isChanging = false;
      throw fault;
    }
  }

  function* saveUnchanged(): Generator<void, readonly Uint8Array[]> {
    const before = changes;
    const steps = saveState(state);
    for (;;) {
      if (isChanging || changes !== before) throw new Error('The index was changed while it was saved.');
      const step = steps.next();
      if (step.done) return step.value;
      yield;
    }
  }

  function* termsFrom(prefix: string): Generator<number, void> {
    const { sorted, textsWith, termOf } = vocabulary;
    const end = sorted.endOf(prefix);
    for (let at = sorted.startOf(prefix); at < end; at++) {
      const id = sorted.at(at);
      if (textsWith(id) > 0 && termOf(id) !== '') yield id;
    }
  }

  return {
    get size() {
      return names.size;
    },
    get terms() {
      return vocabulary.size;
    },
    put: (name, terms) => runThrough(alone(() => changing.put(name, terms))),
    putInSteps: (name, terms) => alone(() => changing.put(name, terms)),
    putNumbered: (name, terms) => alone(() => changing.putNumbered(name, terms)),
    remove: (name) => runThrough(alone(() => changing.remove(name))),
    removeInSteps: (name) => alone(() => changing.remove(name)),
    settle: state.postings.settle,
    match,
    weigh,
    has(term, slot) {
      const id = vocabulary.find(term);
      return id !== undefined && isInAnyField(state, id, slot);
    },
    idf(term) {
      return idfOf(state, vocabulary.find(term));
    },
    frequency(term) {
      const id = vocabulary.find(term);
      return id === undefined ? 0 : vocabulary.textsWith(id);
    },
    startingWith(prefix, most) {
      const { textsWith, termOf } = vocabulary;
      const ids = topOf([...termsFrom(prefix)], most, (a, b) => textsWith(b) - textsWith(a));
      return ids.map((id) => termOf(id) ?? '');
    },
    *known() {
      for (const id of termsFrom('')) yield vocabulary.termOf(id) ?? '';
    },
    worthOf(term, slot) {
      const id = vocabulary.find(term);
      return id === undefined ? [] : worthInFields(state, id, slot);
    },
    nameOf: names.nameOf,
    slotOf: names.slotOf,
    save: () => runThrough(saveUnchanged()),
    saveInSteps: saveUnchanged,
  };
}
