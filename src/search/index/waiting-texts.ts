import type { ForwardLists } from './forward-lists.ts';
import { createPairs, type Pairs } from './pairs.ts';
import type { Runs } from './runs.ts';

/** Texts of which it is known by slot what they have, and not yet by key. Their postings are kept nowhere else. */
export interface WaitingTexts {
  /** How many postings they have together. */
  readonly postings: number;
  /** Takes in a text that has these keys, as the forward lists say too. */
  add(slot: number, runs: Runs): void;
  /**
   * Gives all postings and is empty from the beginning on. The slots of a key ascend. Those of many texts come by key, so
   * that the memory of a list is sought once for all of them. In steps, between which the forward lists must not be used.
   */
  drain(write: (key: number, postings: KeyPostings) => void): Generator<void, void>;
}

/** Postings of one key: slots and how often it stands there, those from index `from` up to `to`. */
export interface KeyPostings extends Pairs {
  readonly from: number;
  readonly to: number;
}

type Write = (key: number, postings: KeyPostings) => void;

/** Going through all keys pays when they are not more than so many times the postings. */
const KEYS_A_POSTING = 8;
/** So many postings are seen to before others may go on: a millisecond's work, or a few. */
const STEP = 1 << 14;

export function createWaitingTexts(forward: ForwardLists): WaitingTexts {
  let slots: number[] = [];
  let postings = 0;
  /** More than any key of theirs. */
  let end = 0;

  /** Goes through the texts in slices of about a step's postings. */
  function* eachText(ascending: Uint32Array, visit: (runs: Runs, slot: number) => void): Generator<void, void> {
    let seen = 0;
    for (const slot of ascending) {
      const runs = forward.read(slot);
      visit(runs, slot);
      seen += runs.size;
      if (seen < STEP) continue;
      seen = 0;
      yield;
    }
  }

  /** The postings in the order of their keys, and by key where those of the next one begin. */
  function* transpose(
    ascending: Uint32Array,
    sizes: { size: number; end: number },
  ): Generator<void, [Pairs, Uint32Array]> {
    const places = new Uint32Array(sizes.end + 1);
    yield* eachText(ascending, ({ numbers, size }) => {
      for (let at = 0; at < size; at++) {
        const next = (numbers[at] ?? 0) + 1;
        places[next] = (places[next] ?? 0) + 1;
      }
    });
    for (let key = 1; key <= sizes.end; key++) places[key] = (places[key] ?? 0) + (places[key - 1] ?? 0);
    yield;
    const sorted = createPairs(sizes.size);
    yield* eachText(ascending, ({ numbers, counts, size }, slot) => {
      for (let at = 0; at < size; at++) {
        const key = numbers[at] ?? 0;
        const place = places[key] ?? 0;
        sorted.numbers[place] = slot;
        sorted.counts[place] = counts[at] ?? 0;
        places[key] = place + 1;
      }
    });
    return [sorted, places];
  }

  function* drainByKey(
    ascending: Uint32Array,
    sizes: { size: number; end: number },
    write: Write,
  ): Generator<void, void> {
    const [{ numbers, counts }, ends] = yield* transpose(ascending, sizes);
    let from = 0;
    let rest = STEP;
    for (let key = 0; key < sizes.end; key++) {
      const to = ends[key] ?? 0;
      if (to > from) write(key, { numbers, counts, from, to });
      from = to;
      if (to < rest) continue;
      rest = to + STEP;
      yield;
    }
  }

  function* drainByText(ascending: Uint32Array, write: Write): Generator<void, void> {
    const one = { ...createPairs(1), from: 0, to: 1 };
    for (const slot of ascending) {
      const { numbers, counts, size } = forward.read(slot);
      one.numbers[0] = slot;
      for (let at = 0; at < size; at++) {
        one.counts[0] = counts[at] ?? 0;
        write(numbers[at] ?? 0, one);
        if (at % STEP === STEP - 1) yield;
      }
    }
  }

  return {
    get postings() {
      return postings;
    },
    add(slot, { numbers, size }) {
      slots.push(slot);
      postings += size;
      end = Math.max(end, (numbers[size - 1] ?? -1) + 1);
    },
    drain(write) {
      const ascending = Uint32Array.from(slots).sort();
      const sizes = { size: postings, end };
      slots = [];
      postings = 0;
      end = 0;
      return sizes.end > KEYS_A_POSTING * sizes.size
        ? drainByText(ascending, write)
        : drainByKey(ascending, sizes, write);
    },
  };
}
