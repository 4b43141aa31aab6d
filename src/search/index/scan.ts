import { offsetOf } from './arena.ts';
import { createPairs, readPairs } from './pairs.ts';
import { MOST_IN_BLOCK } from './posting-block.ts';
import type { PostingLists } from './posting-lists.ts';

/** Reads the postings of one key after the other, some at a time. */
export interface Scan {
  /** What was read last: slots, ascending, and how often the key stands there. */
  readonly slots: Uint32Array;
  readonly counts: Uint32Array;
  /** Where what is found out about each slot is to be kept: the slot itself, or its index among those looked at. */
  readonly places: Uint32Array;
  /** Begins with a key. */
  open(key: number): void;
  /** Reads on. How many postings there are now; 0 when there are no more. */
  next(): number;
}

/** Reads all postings of a key. */
export function createScan(lists: PostingLists): Scan {
  const pairs = createPairs(MOST_IN_BLOCK);
  let key = 0;
  let at = 0;
  return {
    slots: pairs.numbers,
    counts: pairs.counts,
    places: pairs.numbers,
    open(opened) {
      key = opened;
      at = 0;
    },
    next() {
      for (;;) {
        const block = lists.block(key, at++);
        if (block === undefined) return 0;
        if (block.length === 0) continue;
        const from = offsetOf(block.address);
        return readPairs({ units: lists.pageOf(block), from, to: from + block.length, least: block.least }, pairs);
      }
    },
  };
}

/** Reads the postings of a key that are in one of the slots given, which ascend, and skips blocks that have none. */
export function createScanAmong(lists: PostingLists, among: Uint32Array): Scan {
  const pairs = createPairs(MOST_IN_BLOCK);
  const slots = new Uint32Array(MOST_IN_BLOCK);
  const counts = new Uint32Array(MOST_IN_BLOCK);
  const places = new Uint32Array(MOST_IN_BLOCK);
  let key = 0;
  let at = 0;
  let place = 0;

  /** Keeps what the first `read` pairs have of the slots that are still to be looked at. */
  function pick(read: number): number {
    const last = pairs.numbers[read - 1] ?? 0;
    let picked = 0;
    let pair = 0;
    for (; place < among.length; place++) {
      const slot = among[place] ?? 0;
      if (slot > last) break;
      while ((pairs.numbers[pair] ?? 0) < slot) pair++;
      if (pairs.numbers[pair] !== slot) continue;
      slots[picked] = slot;
      counts[picked] = pairs.counts[pair] ?? 0;
      places[picked] = place;
      picked++;
    }
    return picked;
  }

  return {
    slots,
    counts,
    places,
    open(opened) {
      key = opened;
      at = 0;
      place = 0;
    },
    next() {
      while (place < among.length) {
        at = Math.max(at, lists.blockFor(key, among[place] ?? 0));
        const block = lists.block(key, at++);
        if (block === undefined) return 0;
        if (block.length === 0) continue;
        const from = offsetOf(block.address);
        const to = from + block.length;
        const picked = pick(readPairs({ units: lists.pageOf(block), from, to, least: block.least }, pairs));
        if (picked > 0) return picked;
      }
      return 0;
    },
  };
}
