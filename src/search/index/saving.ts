import { offsetOf } from './arena.ts';
import type { PostingLists } from './posting-lists.ts';
import type { IndexState } from './state.ts';
import { createWriter, UNITS_AT_ONCE, type Writer } from './writer.ts';

/** What the head of a saved index says first. An index of another version is built anew. */
export const FORMAT = 'team-context index 1';

/** Names or terms that are written as one list of JSON. */
export const STRINGS_AT_ONCE = 4096;

/**
 * Writes an index in steps, between which it must not be changed: a head, the names by slot, the terms by number and their
 * order, the posting lists by key, and the lists of keys by slot. Lengths and frequencies follow from the lists.
 */
export function* saveState<Field extends string>(state: IndexState<Field>): Generator<void, Uint8Array[]> {
  const { fields, names, vocabulary, forward } = state;
  const writer = createWriter();
  writer.json({ format: FORMAT, fields: fields.map(({ name }) => name), slots: names.end, terms: vocabulary.end });
  yield* writeStrings(writer, names.end, names.nameOf);
  yield* writeStrings(writer, vocabulary.end, (id) => (isUsed(state, id) ? vocabulary.termOf(id) : undefined));
  writeOrder(writer, state);
  yield;
  yield* state.postings.settle();
  yield* writePostings(writer, state);
  let rest = writer.length + UNITS_AT_ONCE;
  for (let slot = 0; slot < names.end; slot++) {
    const units = forward.unitsOf(slot);
    writer.number(units.length);
    writer.units(units);
    if (writer.length < rest) continue;
    yield;
    rest = writer.length + UNITS_AT_ONCE;
  }
  return writer.end();
}

function isUsed<Field extends string>({ vocabulary }: IndexState<Field>, id: number): boolean {
  return vocabulary.textsWith(id) > 0;
}

function* writeStrings(
  writer: Writer,
  end: number,
  stringAt: (at: number) => string | undefined,
): Generator<void, void> {
  for (let from = 0; from < end; from += STRINGS_AT_ONCE) {
    const length = Math.min(STRINGS_AT_ONCE, end - from);
    writer.json(Array.from({ length }, (_, at) => stringAt(from + at) ?? null));
    yield;
  }
}

function writeOrder<Field extends string>(writer: Writer, state: IndexState<Field>): void {
  const { sorted, size } = state.vocabulary;
  writer.number(size);
  for (let at = 0; at < sorted.size; at++) {
    const id = sorted.at(at);
    if (isUsed(state, id)) writer.number(id);
  }
}

/** All lists that are not empty, each with how many keys without one come before. */
function* writePostings<Field extends string>(
  writer: Writer,
  { fields, vocabulary, postings }: IndexState<Field>,
): Generator<void, void> {
  const end = vocabulary.end * fields.length;
  let before = -1;
  let rest = writer.length + UNITS_AT_ONCE;
  for (let key = 0; key < end; key++) {
    if (postings.blocks(key) === 0) continue;
    writer.number(key - before - 1);
    writeList(writer, postings, key);
    before = key;
    if (writer.length < rest) continue;
    yield;
    rest = writer.length + UNITS_AT_ONCE;
  }
  writer.number(end - before - 1);
}

/** How many blocks there are, and each with its least slot beyond that of the one before, its length and its units. */
function writeList(writer: Writer, postings: PostingLists, key: number): void {
  const size = postings.blocks(key);
  writer.number(size);
  let least = 0;
  for (let at = 0; at < size; at++) {
    const block = postings.block(key, at);
    if (block === undefined) continue;
    const from = offsetOf(block.address);
    writer.number(block.least - least);
    writer.number(block.length);
    writer.units(postings.pageOf(block).subarray(from, from + block.length));
    least = block.least;
  }
}
