import { type Arena, offsetOf, roomFor } from './arena.ts';
import type { Block } from './blocks.ts';
import {
  createPairs,
  MOST_NUMBERS,
  MOST_UNITS,
  type Pairs,
  readPairs,
  type Span,
  unitsFor,
  type WrittenUnits,
  writePair,
  writePairs,
} from './pairs.ts';
import { createPostingFinder } from './posting-finder.ts';

/** A list with more units is kept in several blocks, so that a change never touches more than this. */
export const MOST_IN_BLOCK = 128;

/** Looks into blocks of postings and changes them. What is answered takes the place of the block that was given. */
export interface BlockEditor {
  /** How often the key of a block stands in a slot. */
  count(block: Block, slot: number): number;
  /** The greatest slot of a block that has any. */
  last(block: Block): number;
  /** Whether the last `set` found the slot there. */
  readonly wasThere: boolean;
  /** With a posting in place of what was there for the slot; undefined, and nothing is done, if there is no room. */
  set(block: Block, slot: number, count: number): Block | undefined;
  /** Up to which of some postings, all behind those of a block, there is room in it. */
  endFor(block: Block, postings: Pairs, span: Span): number;
  /** With postings behind all others, for which there must be room. */
  extend(block: Block, postings: Pairs, span: Span): Block;
  /**
   * Without a slot; the same one if it has not got it. Undefined, and nothing is done, if there is no room: the gap that is
   * left can take more units than the two before it.
   */
  drop(block: Block, slot: number): Block | undefined;
  /** A new wide block that begins with a posting. */
  create(slot: number, count: number): Block;
  /** Wide, or as narrow as it can be. */
  move(block: Block, isWide: boolean): Block;
  /** Two blocks of one: the first as wide as it was, the second wide. */
  split(block: Block): readonly [Block, Block];
  /** One wide block of two that follow each other and have few units. */
  merge(first: Block, second: Block): Block;
  /** A block of what was written before. */
  restore(written: WrittenBlock, isWide: boolean): Block;
}

/** A block as it was written. */
export interface WrittenBlock extends WrittenUnits {
  readonly least: number;
}

export function createBlockEditor(arena: Arena): BlockEditor {
  const finder = createPostingFinder(arena);
  const patch = new Uint16Array(2 * MOST_UNITS);
  const pairs = createPairs(2 * MOST_IN_BLOCK);
  const written = new Uint16Array(MOST_IN_BLOCK);
  let wasThere = false;

  function take(length: number, isWide: boolean): number {
    if (length === 0) return 0;
    return arena.take(isWide ? MOST_IN_BLOCK : length);
  }

  function giveBack({ address, length, isWide }: Block): void {
    if (length > 0) arena.giveBack(address, isWide ? MOST_IN_BLOCK : length);
  }

  /** Whether a block can have another length where it is. */
  function fits({ length, isWide }: Block, wanted: number): boolean {
    return length > 0 && wanted > 0 && (isWide || roomFor(length) === roomFor(wanted));
  }

  /** The block with the first `added` units of the patch in place of `removed` units from an offset on. */
  function splice(block: Block, at: number, { removed, added }: { removed: number; added: number }): Block {
    const { least, address, isWide } = block;
    const length = block.length - removed + added;
    const from = offsetOf(address);
    const rest = from + at + removed;
    const end = from + block.length;
    if (fits(block, length)) {
      const page = arena.pageOf(address);
      if (removed !== added && rest < end) page.copyWithin(from + at + added, rest, end);
      copyUnits({ units: patch, from: 0, to: added }, page, from + at);
      return { least, address, length, isWide };
    }
    const moved = take(length, isWide);
    if (length > 0) {
      const source = arena.pageOf(address);
      const target = arena.pageOf(moved);
      const to = offsetOf(moved);
      copyUnits({ units: source, from, to: from + at }, target, to);
      copyUnits({ units: patch, from: 0, to: added }, target, to + at);
      copyUnits({ units: source, from: rest, to: end }, target, to + at + added);
    }
    giveBack(block);
    return { least, address: moved, length, isWide };
  }

  /** Copies a block to another address, which is returned, and gives back its own. */
  function moveTo(address: number, block: Block): number {
    const from = offsetOf(block.address);
    const units = arena.pageOf(block.address);
    copyUnits({ units, from, to: from + block.length }, arena.pageOf(address), offsetOf(address));
    giveBack(block);
    return address;
  }

  function restore({ least, units, from, to }: WrittenBlock, isWide: boolean): Block {
    const length = to - from;
    const address = take(length, isWide);
    if (length > 0) copyUnits({ units, from, to }, arena.pageOf(address), offsetOf(address));
    return { least, address, length, isWide };
  }

  function read({ address, length, least }: Block): number {
    const from = offsetOf(address);
    return readPairs({ units: arena.pageOf(address), from, to: from + length, least }, pairs);
  }

  /** A block of a part of the pairs that were read. */
  function store(span: Span, isWide: boolean): Block {
    return restore({ least: span.least, units: written, from: 0, to: writePairs(written, pairs, span) }, isWide);
  }

  return {
    get wasThere() {
      return wasThere;
    },
    count(block, slot) {
      const { isThere, count } = finder.find(block, slot);
      return isThere ? count : 0;
    },
    last: (block) => finder.find(block, MOST_NUMBERS).least - 1,
    set(block, slot, count) {
      const found = finder.find(block, slot);
      wasThere = found.isThere;
      const removed = found.length;
      let added = writePair(patch, 0, { gap: slot - found.least, count });
      if (removed > 0 && !wasThere) added = writePair(patch, added, { gap: found.slot - slot - 1, count: found.count });
      if (block.length - removed + added > MOST_IN_BLOCK) return undefined;
      return splice(block, found.at, { removed, added });
    },
    endFor({ length }, { numbers, counts }, { from, to, least }) {
      let room = MOST_IN_BLOCK - length;
      let next = least;
      for (let at = from; at < to; at++) {
        const slot = numbers[at] ?? 0;
        room -= unitsFor(slot - next, counts[at] ?? 0);
        if (room < 0) return at;
        next = slot + 1;
      }
      return to;
    },
    extend(block, postings, span) {
      const { least, isWide } = block;
      const added = writePairs(written, postings, span);
      const length = block.length + added;
      const address = fits(block, length) ? block.address : moveTo(take(length, isWide), block);
      const end = offsetOf(address) + block.length;
      copyUnits({ units: written, from: 0, to: added }, arena.pageOf(address), end);
      return { least, address, length, isWide };
    },
    drop(block, slot) {
      const { isThere, at, least, length } = finder.find(block, slot);
      if (!isThere) return block;
      const next = finder.findNext(block);
      if (next.length === 0) return splice(block, at, { removed: length, added: 0 });
      const added = writePair(patch, 0, { gap: next.slot - least, count: next.count });
      const removed = length + next.length;
      return block.length - removed + added > MOST_IN_BLOCK ? undefined : splice(block, at, { removed, added });
    },
    create(slot, count) {
      const added = writePair(patch, 0, { gap: 0, count });
      return splice({ least: slot, address: 0, length: 0, isWide: true }, 0, { removed: 0, added });
    },
    move(block, isWide) {
      const { least, address, length } = block;
      const from = offsetOf(address);
      const moved = restore({ least, units: arena.pageOf(address), from, to: from + length }, isWide);
      giveBack(block);
      return moved;
    },
    split(block) {
      const size = read(block);
      giveBack(block);
      const half = size >> 1;
      const first = store({ from: 0, to: half, least: block.least }, block.isWide);
      return [first, store({ from: half, to: size, least: pairs.numbers[half] ?? 0 }, true)];
    },
    merge(first, second) {
      const behind = read(second);
      const slots = pairs.numbers.slice(0, behind);
      const counts = pairs.counts.slice(0, behind);
      const before = read(first);
      pairs.numbers.set(slots, before);
      pairs.counts.set(counts, before);
      giveBack(first);
      giveBack(second);
      return store({ from: 0, to: before + behind, least: first.least }, true);
    },
    restore,
  };
}

/** One by one, which is faster than a view and `set` for as few as there are in a block. */
function copyUnits({ units, from, to }: WrittenUnits, target: Uint16Array, at: number): void {
  let end = at;
  for (let unit = from; unit < to; unit++) target[end++] = units[unit] ?? 0;
}
