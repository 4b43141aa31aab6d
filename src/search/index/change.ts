import { createPairs, MOST_NUMBERS, type Pairs } from './pairs.ts';
import { changesBetween, countRuns, missingFrom, quotientsMissingFrom, type Runs } from './runs.ts';
import type { IndexState } from './state.ts';

/** The terms of a text by field, in the order of the text and with repetitions. */
export type Terms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** Changes an index, one text after the other, in steps. What was begun has to be gone through to the end. */
export interface Changing<Field extends string> {
  /** Puts a text in, or in place of the one with this name. The slot of the text is returned. */
  put(name: string, terms: Terms<Field>): Generator<void, number>;
  /** Takes a text out; false when there is none with this name. */
  remove(name: string): Generator<void, boolean>;
}

/** So many terms or postings are seen to before others may go on: a few milliseconds' work. */
const STEP = 2048;
/** Room for the keys of longer texts is not kept. */
const MOST_KEPT = 1 << 16;

const NOTHING: Runs = { numbers: new Uint32Array(0), counts: new Uint32Array(0), size: 0 };

export function createChanging<Field extends string>(state: IndexState<Field>): Changing<Field> {
  const { fields, names, vocabulary, postings, forward, lengths } = state;
  const width = fields.length;
  let room: Pairs = NOTHING;

  function roomFor(length: number): Pairs {
    if (length > MOST_KEPT) return createPairs(length);
    if (length > room.numbers.length) room = createPairs(Math.min(2 * length, MOST_KEPT));
    return room;
  }

  /** Writes the keys of a part of some terms. */
  function writeKeys(keys: Uint32Array, at: number, { list, field, from }: KeyedTerms): void {
    const end = Math.min(from + STEP, list.length);
    for (let term = from; term < end; term++) keys[at + term] = vocabulary.idOf(list[term] ?? '') * width + field;
  }

  /** The different keys of a text. They are overwritten by those of the next one. */
  function* readKeys(terms: Terms<Field>): Generator<void, Runs> {
    const length = fields.reduce((sum, { name }) => sum + terms[name].length, 0);
    const { numbers, counts } = roomFor(length);
    let start = 0;
    for (const [field, { name }] of fields.entries()) {
      const list = terms[name];
      for (let from = 0; from < list.length; from += STEP) {
        if (from > 0) yield;
        writeKeys(numbers, start, { list, field, from });
      }
      start += list.length;
    }
    if (vocabulary.end * width >= MOST_NUMBERS) throw new RangeError('The index is full: it has too many terms.');
    return { numbers, counts, size: countRuns({ numbers, counts }, length) };
  }

  function dropAll(keys: readonly number[], from: number, slot: number): void {
    const end = Math.min(from + STEP, keys.length);
    for (let at = from; at < end; at++) postings.drop(keys[at] ?? 0, slot);
  }

  function setAll({ numbers, counts }: Runs, { places, from }: ChosenRuns, slot: number): void {
    const end = Math.min(from + STEP, places.length);
    for (let at = from; at < end; at++) {
      const place = places[at] ?? 0;
      postings.set(numbers[place] ?? 0, slot, counts[place] ?? 0);
    }
  }

  /** Changes what differs between what a slot has and what it is to have. */
  function* replace(slot: number, next: Runs): Generator<void, void> {
    const before = forward.read(slot);
    const dropped = missingFrom(next, before);
    const places = changesBetween(before, next);
    const gained = quotientsMissingFrom(before, next, width);
    const lost = quotientsMissingFrom(next, before, width);
    for (let from = 0; from < dropped.length; from += STEP) {
      dropAll(dropped, from, slot);
      yield;
    }
    for (let from = 0; from < places.length; from += STEP) {
      setAll(next, { places, from }, slot);
      yield;
    }
    for (const id of gained) vocabulary.retain(id);
    for (const id of lost) vocabulary.release(id);
    forward.write(slot, next);
  }

  return {
    *put(name, terms) {
      yield* vocabulary.tidy();
      const keys = yield* readKeys(terms);
      const slot = names.enter(name);
      yield* replace(slot, keys);
      for (const [field, boosted] of fields.entries()) lengths[field]?.set(slot, terms[boosted.name].length);
      return slot;
    },
    *remove(name) {
      const slot = names.slotOf(name);
      if (slot === undefined) return false;
      yield* replace(slot, NOTHING);
      for (const fieldLengths of lengths) fieldLengths.set(slot, 0);
      names.remove(name);
      yield* vocabulary.tidy();
      return true;
    },
  };
}

/** The terms of one field, from an index on. */
interface KeyedTerms {
  readonly list: readonly string[];
  readonly field: number;
  readonly from: number;
}

/** Some of the runs, by their indexes, from one of these on. */
interface ChosenRuns {
  readonly places: readonly number[];
  readonly from: number;
}
