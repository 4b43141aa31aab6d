import { MOST_NUMBERS } from './pairs.ts';
import { createReader, damaged, type Reader } from './reader.ts';
import { restoreForward, restorePostings } from './restoring-lists.ts';
import { FORMAT, STRINGS_AT_ONCE } from './saving.ts';
import { createIndexState, type FieldBoost, type IndexState } from './state.ts';

/**
 * Reads a saved index in steps. Everything that searching and changing rely on is checked on the way: a RangeError says that
 * the bytes are not those of an index of these fields.
 */
export function* restoreState<Field extends string>(
  bytes: Uint8Array,
  fields: readonly FieldBoost<Field>[],
): Generator<void, IndexState<Field>> {
  const reader = yield* createReader(bytes);
  const head = readHead(reader.json());
  if (JSON.stringify(head.fields) !== JSON.stringify(fields.map(({ name }) => name))) throw damaged('has other fields');
  const state = createIndexState(fields);
  yield;
  yield* restoreStrings(reader, head.slots, state.names);
  yield* restoreStrings(reader, head.terms, state.vocabulary);
  const order = Uint32Array.from({ length: readSize(reader, head.terms) }, () => reader.number());
  state.vocabulary.restoreOrder(order);
  yield;
  const inPostings = yield* restorePostings(reader, state);
  const inForward = yield* restoreForward(reader, state);
  if (!reader.isAtEnd) throw damaged('has more than it should');
  // Every posting stands in both sorts of lists.
  if (inPostings.sum !== inForward.sum || inPostings.pairs !== inForward.pairs) throw damaged('contradicts itself');
  return state;
}

interface Head {
  readonly fields: readonly unknown[];
  readonly slots: number;
  readonly terms: number;
}

function readHead(head: unknown): Head {
  if (typeof head !== 'object' || head === null) throw damaged('has no head');
  if (!('format' in head) || head.format !== FORMAT) throw damaged('is of another version');
  if (!('fields' in head && 'slots' in head && 'terms' in head)) throw damaged('has half a head');
  const { fields, slots, terms } = head;
  if (!Array.isArray(fields) || !isSize(slots) || !isSize(terms)) throw damaged('has half a head');
  return { fields, slots, terms };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < MOST_NUMBERS;
}

function readSize(reader: Reader, most: number): number {
  const size = reader.number();
  if (size > most) throw damaged('has a list of the wrong length');
  return size;
}

/** Names or terms; null where there is none. */
function* restoreStrings(
  reader: Reader,
  end: number,
  target: { restore(strings: readonly (string | undefined)[]): void },
): Generator<void, void> {
  for (let from = 0; from < end; from += STRINGS_AT_ONCE) {
    const strings = reader.json();
    if (!Array.isArray(strings) || strings.length !== Math.min(STRINGS_AT_ONCE, end - from)) {
      throw damaged('has a list of the wrong length');
    }
    target.restore(strings.map(readString));
    yield;
  }
}

function readString(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') throw damaged('has a name that is none');
  return value;
}
