import { createPairs, MOST_NUMBERS, type Pairs } from './pairs.ts';
import { changesBetween, countRuns, missingFrom, quotientsMissingFrom, type Runs } from './runs.ts';
import type { IndexState } from './state.ts';

/** The terms of a text by field, in the order of the text and with repetitions. */
export type Terms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The same, with terms given by where they stand in a list. Terms that stand there are not changed; others may follow. */
export interface NumberedTerms<Field extends string> {
  readonly terms: readonly string[];
  readonly fields: Readonly<Record<Field, readonly number[]>>;
}

/** Changes an index, one text after the other, in steps. What was begun has to be gone through to the end. */
export interface Changing<Field extends string> {
  /** Puts a text in, or in place of the one with this name. The slot of the text is returned. */
  put(name: string, terms: Terms<Field>): Generator<void, number>;
  putNumbered(name: string, terms: NumberedTerms<Field>): Generator<void, number>;
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

  function writeKeys(keys: Uint32Array, field: number, { list, from }: { list: FieldTerms; from: number }): void {
    const end = Math.min(from + STEP, list.length);
    for (let at = from; at < end; at++) keys[at] = list.idAt(at) * width + field;
  }

  /** The different keys of a text. They are overwritten by those of the next one. */
  function* readKeys(lists: readonly FieldTerms[]): Generator<void, Runs> {
    const length = lists.reduce((sum, list) => sum + list.length, 0);
    const { numbers, counts } = roomFor(length);
    let end = 0;
    for (const [field, list] of lists.entries()) {
      for (let from = 0; from < list.length; from += STEP) {
        if (from > 0) yield;
        writeKeys(numbers.subarray(end, end + list.length), field, { list, from });
      }
      end += list.length;
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

  function retainPart({ numbers, size }: Runs, from: number): void {
    const end = Math.min(from + STEP, size);
    let before = from === 0 ? -1 : Math.floor((numbers[from - 1] ?? 0) / width);
    for (let at = from; at < end; at++) {
      const id = Math.floor((numbers[at] ?? 0) / width);
      if (id !== before) vocabulary.retain(id);
      before = id;
    }
  }

  /** Writes what a slot has that had nothing. */
  function* fill(slot: number, next: Runs): Generator<void, void> {
    for (let from = 0; from < next.size; from += STEP) {
      if (from > 0) yield;
      retainPart(next, from);
    }
    forward.write(slot, next);
    yield* postings.enter(slot, next);
  }

  /** Changes what differs between what a slot has and what it is to have. */
  function* replace(slot: number, next: Runs): Generator<void, void> {
    if (forward.isEmpty(slot)) {
      yield* fill(slot, next);
      return;
    }
    yield* postings.settle();
    yield* change(slot, forward.read(slot), next);
    forward.write(slot, next);
  }

  function* change(slot: number, before: Runs, next: Runs): Generator<void, void> {
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
  }

  function* put(name: string, lists: readonly FieldTerms[]): Generator<void, number> {
    yield* vocabulary.tidy();
    const keys = yield* readKeys(lists);
    const slot = names.enter(name);
    yield* replace(slot, keys);
    for (const [field, { length }] of lists.entries()) lengths[field]?.set(slot, length);
    return slot;
  }

  return {
    put(name, terms) {
      const lists = fields.map((field): FieldTerms => {
        const list = terms[field.name];
        return { length: list.length, idAt: (at) => vocabulary.idOf(list[at] ?? '') };
      });
      return put(name, lists);
    },
    putNumbered(name, { terms, fields: numbered }) {
      const lists = fields.map((field): FieldTerms => {
        const list = numbered[field.name];
        return { length: list.length, idAt: (at) => vocabulary.idAt(terms, list[at] ?? 0) };
      });
      return put(name, lists);
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

/** The terms of one field. */
interface FieldTerms {
  readonly length: number;
  /** The number that the index has for the term at a place. */
  idAt(at: number): number;
}

/** Some of the runs, by their indexes, from one of these on. */
interface ChosenRuns {
  readonly places: readonly number[];
  readonly from: number;
}
