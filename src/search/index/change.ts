import { createPairs, MOST_NUMBERS, type Pairs } from './pairs.ts';
import { changesBetween, countRuns, missingFrom, quotientsMissingFrom, type Runs } from './runs.ts';
import type { IndexState } from './state.ts';

/** The terms of a text by field, in the order of the text and with repetitions. */
export type Terms<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** The same, with terms given by where they stand in a list. Terms that stand there are not changed; others may follow. */
export interface NumberedTerms<Field extends string> {
  readonly terms: readonly string[];
  /** A field may come in several parts. */
  readonly fields: Readonly<Record<Field, readonly (readonly number[])[]>>;
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
  /** By field: how many terms a text has there. */
  const fieldSizes = new Uint32Array(width);

  function roomFor(length: number): Pairs {
    if (length > MOST_KEPT) return createPairs(length);
    if (length > room.numbers.length) room = createPairs(Math.min(2 * length, MOST_KEPT));
    return room;
  }

  /** The different keys of a text. They are overwritten by those of the next one. */
  function* readKeys(lists: readonly TermList[]): Generator<void, Runs> {
    const length = lists.reduce((sum, list) => sum + list.length, 0);
    const { numbers, counts } = roomFor(length);
    let end = 0;
    for (const list of lists) {
      for (let from = 0; from < list.length; from += STEP) {
        if (from > 0) yield;
        const to = Math.min(from + STEP, list.length);
        list.writeKeys(numbers, end, { from, to });
        end += to - from;
      }
    }
    if (vocabulary.end * width >= MOST_NUMBERS) throw new RangeError('The index is full: it has too many terms.');
    return { numbers, counts, size: countRuns({ numbers, counts }, length) };
  }

  function listOf(list: readonly string[], field: number): TermList {
    return {
      field,
      length: list.length,
      writeKeys(keys, at, { from, to }) {
        let end = at;
        for (let place = from; place < to; place++) keys[end++] = vocabulary.idOf(list[place] ?? '') * width + field;
      },
    };
  }

  function numberedListOf(terms: readonly string[], numbers: readonly number[], field: number): TermList {
    return {
      field,
      length: numbers.length,
      writeKeys(keys, at, { from, to }) {
        const asked = vocabulary.askedIn(terms);
        let end = at;
        for (let place = from; place < to; place++) {
          const number = numbers[place] ?? 0;
          const known = asked[number] ?? 0;
          keys[end++] = (known > 0 ? known - 1 : vocabulary.idAt(terms, number)) * width + field;
        }
      },
    };
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

  function* put(name: string, lists: readonly TermList[]): Generator<void, number> {
    yield* vocabulary.tidy();
    const keys = yield* readKeys(lists);
    const slot = names.enter(name);
    yield* replace(slot, keys);
    fieldSizes.fill(0);
    for (const { field, length } of lists) fieldSizes[field] = (fieldSizes[field] ?? 0) + length;
    for (let field = 0; field < width; field++) lengths[field]?.set(slot, fieldSizes[field] ?? 0);
    return slot;
  }

  return {
    put: (name, terms) =>
      put(
        name,
        fields.map((field, index) => listOf(terms[field.name], index)),
      ),
    putNumbered(name, { terms, fields: numbered }) {
      const lists = fields.flatMap((field, index) =>
        numbered[field.name].map((part) => numberedListOf(terms, part, index)),
      );
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

/** Terms of one field. */
interface TermList {
  readonly field: number;
  readonly length: number;
  /** Writes the keys of some of the terms into a list, from an index on. */
  writeKeys(keys: Uint32Array, at: number, span: { readonly from: number; readonly to: number }): void;
}

/** Some of the runs, by their indexes, from one of these on. */
interface ChosenRuns {
  readonly places: readonly number[];
  readonly from: number;
}
