import { createPairs, type Pairs, readPairs } from './pairs.ts';
import { MOST_IN_BLOCK } from './posting-block.ts';
import { damaged, type Reader } from './reader.ts';
import type { Runs } from './runs.ts';
import type { IndexState } from './state.ts';
import { UNITS_AT_ONCE } from './writer.ts';

/** What lists say, in two numbers that are the same for lists which say the same from the other side. */
export interface Account {
  pairs: number;
  sum: number;
}

/** Restores the posting lists, in steps. */
export function* restorePostings<Field extends string>(
  reader: Reader,
  state: IndexState<Field>,
): Generator<void, Account> {
  const end = state.vocabulary.end * state.fields.length;
  const account: Account = { pairs: 0, sum: 0 };
  const pairs = createPairs(MOST_IN_BLOCK);
  let rest = reader.position + UNITS_AT_ONCE;
  for (let key = reader.number(); key < end; key += 1 + reader.number()) {
    restoreList({ reader, state, account, pairs }, key);
    if (reader.position < rest) continue;
    yield;
    rest = reader.position + UNITS_AT_ONCE;
  }
  return account;
}

/** What restoring a list takes. */
interface Work<Field extends string> {
  readonly reader: Reader;
  readonly state: IndexState<Field>;
  readonly account: Account;
  /** Room for the pairs of a block. */
  readonly pairs: Pairs;
}

/** The list of one key. Its blocks must ascend, and none is empty but the first of several. */
function restoreList<Field extends string>({ reader, state, account, pairs }: Work<Field>, key: number): void {
  const size = reader.number();
  if (size === 0) throw damaged('has an empty list');
  const end = state.names.end;
  let least = 0;
  /** The least slot that may come next. */
  let next = 0;
  for (let at = 0; at < size; at++) {
    least += reader.number();
    if (at === 0 ? least > 0 : least < Math.max(next, 1)) throw damaged('has a list out of order');
    const length = reader.number();
    if (length > MOST_IN_BLOCK || (length === 0 && (at > 0 || size === 1)))
      throw damaged('has a list of the wrong length');
    const from = reader.skip(length);
    const units = reader.file;
    const to = from + length;
    const read = readPairs({ units, from, to, least }, pairs);
    const last = read > 0 ? (pairs.numbers[read - 1] ?? 0) : -1;
    if (last >= end) throw damaged('has a text too many');
    account.pairs += read;
    account.sum = (account.sum + sumOfSlots(pairs, read, key)) | 0;
    state.postings.restore(key, { least, units, from, to, size: read, last });
    next = last + 1;
  }
}

/** Restores the lists of keys, in steps, and with them the lengths of fields and how many texts have each term. */
export function* restoreForward<Field extends string>(
  reader: Reader,
  state: IndexState<Field>,
): Generator<void, Account> {
  const { fields, names, vocabulary, forward, lengths } = state;
  const account: Account = { pairs: 0, sum: 0 };
  const end = vocabulary.end * fields.length;
  const tally: TextTally = { texts: new Uint32Array(vocabulary.end), inField: new Float64Array(fields.length) };
  let pairs = createPairs(1024);
  let rest = reader.position + UNITS_AT_ONCE;
  for (let slot = 0; slot < names.end; slot++) {
    const length = reader.number();
    const from = reader.skip(length);
    if (length > 0 && names.nameOf(slot) === undefined) throw damaged('has a text without a name');
    if (length > pairs.numbers.length) pairs = createPairs(length);
    const size = readPairs({ units: reader.file, from, to: from + length, least: 0 }, pairs);
    if (size > 0 && (pairs.numbers[size - 1] ?? 0) >= end) throw damaged('has a term too many');
    forward.restore(slot, { units: reader.file, from, to: from + length });
    account.pairs += size;
    account.sum = (account.sum + countText({ numbers: pairs.numbers, counts: pairs.counts, size }, slot, tally)) | 0;
    for (let field = 0; field < lengths.length; field++) lengths[field]?.set(slot, tally.inField[field] ?? 0);
    if (reader.position < rest) continue;
    yield;
    rest = reader.position + UNITS_AT_ONCE;
  }
  vocabulary.restoreTexts(tally.texts);
  return account;
}

/** What is counted of texts: by term, in how many it is; by field, how long it is in the last one. */
interface TextTally {
  readonly texts: Uint32Array;
  readonly inField: Float64Array;
}

/** Counts a text, and gives the sum of its postings. */
function countText({ numbers, counts, size }: Runs, slot: number, { texts, inField }: TextTally): number {
  const width = inField.length;
  inField.fill(0);
  let sum = 0;
  let before = -1;
  for (let at = 0; at < size; at++) {
    const key = numbers[at] ?? 0;
    const count = counts[at] ?? 0;
    sum = (sum + mix(key, slot, count)) | 0;
    const id = (key / width) >>> 0;
    if (id !== before) texts[id] = (texts[id] ?? 0) + 1;
    before = id;
    const field = key - id * width;
    inField[field] = (inField[field] ?? 0) + count;
  }
  return sum;
}

function sumOfSlots({ numbers, counts }: Pairs, size: number, key: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum = (sum + mix(key, numbers[at] ?? 0, counts[at] ?? 0)) | 0;
  return sum;
}

/** A number that is another one for another posting, most likely. */
function mix(key: number, slot: number, count: number): number {
  const mixed = Math.imul(Math.imul(key, 0x9e3779b1) + slot, 0x85ebca6b) + count;
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}
