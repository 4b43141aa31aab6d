import { type Arena, offsetOf } from './arena.ts';
import type { Block } from './blocks.ts';
import { COUNT_BITS, LONG, LONG_ONCE, MOST_UNITS } from './pairs.ts';

/** A place in a block: that of the first posting whose slot is not below the one looked for. */
export interface Found {
  /** Whether the posting has just the slot. */
  readonly isThere: boolean;
  /** Where the posting begins, from the beginning of the block, and how many units it has: 0 behind the last one. */
  readonly at: number;
  readonly length: number;
  /** What its slot could have been at least. */
  readonly least: number;
  readonly slot: number;
  readonly count: number;
}

export interface PostingFinder {
  find(block: Block, slot: number): Found;
  /** The posting behind the one that was found last. */
  findNext(block: Block): Found;
}

export function createPostingFinder(arena: Arena): PostingFinder {
  let found: Found = { isThere: false, at: 0, length: 0, least: 0, slot: 0, count: 0 };

  function findFrom(block: Block, slot: number, from: { readonly at: number; readonly least: number }): Found {
    const units = arena.pageOf(block.address);
    const start = offsetOf(block.address);
    const end = start + block.length;
    let at = start + from.at;
    let least = from.least;
    let length = 0;
    let gap = 0;
    let count = 0;
    while (at < end) {
      const unit = units[at] ?? 0;
      gap = unit >>> COUNT_BITS;
      count = unit & LONG_ONCE;
      length = 1;
      if (count === LONG_ONCE) {
        gap = (gap << 16) | (units[at + 1] ?? 0);
        count = 1;
        length = 2;
      } else if (count === LONG) {
        gap = (gap << 16) | (units[at + 1] ?? 0);
        count = ((units[at + 2] ?? 0) << 16) | (units[at + 3] ?? 0);
        length = MOST_UNITS;
      }
      if (least + gap >= slot) break;
      least += gap + 1;
      at += length;
    }
    if (at >= end) length = 0;
    found = { isThere: length > 0 && least + gap === slot, at: at - start, length, least, slot: least + gap, count };
    return found;
  }

  return {
    find: (block, slot) => findFrom(block, slot, { at: 0, least: block.least }),
    findNext: (block) => findFrom(block, 0, { at: found.at + found.length, least: found.slot + 1 }),
  };
}
