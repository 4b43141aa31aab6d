/**
 * Numbers in ascending order, each with a count of at least 1. They are written in units of 16 bits, one for most pairs:
 * twelve bits say by how much the number is above the least that it could be, which is one more than the number before, and
 * four bits say the count. Zero in the four bits says that the pair has four units: the twelve bits are the upper ones of
 * the gap, its lower sixteen follow, and then two units of count. Fifteen says that it has two, and the count is 1.
 */
export interface Pairs {
  readonly numbers: Uint32Array;
  readonly counts: Uint32Array;
}

export const COUNT_BITS = 4;
const MOST_SHORT_GAP = 0xfff;
export const LONG = 0;
export const LONG_ONCE = 15;

/** The most units that a pair takes. */
export const MOST_UNITS = 4;
/** Numbers are below this: a gap has 28 bits at most. */
export const MOST_NUMBERS = 1 << 28;
/** What a list of numbers has room for; with more they would not ascend any longer. */
const END_OF_NUMBERS = 2 ** 32;

/** Pairs with room for `most`. */
export function createPairs(most: number): Pairs {
  return { numbers: new Uint32Array(most), counts: new Uint32Array(most) };
}

/** How many units a pair takes. */
export function unitsFor(gap: number, count: number): number {
  if (gap <= MOST_SHORT_GAP && count < LONG_ONCE) return 1;
  return count === 1 ? 2 : MOST_UNITS;
}

/** What is written of a pair. */
interface WrittenPair {
  /** By how much the number is above the least that it could be. */
  readonly gap: number;
  readonly count: number;
}

/** Writes one pair and returns the offset after it. */
export function writePair(units: Uint16Array, at: number, { gap, count }: WrittenPair): number {
  if (gap <= MOST_SHORT_GAP && count < LONG_ONCE) {
    units[at] = (gap << COUNT_BITS) | count;
    return at + 1;
  }
  units[at] = ((gap >>> 16) << COUNT_BITS) | (count === 1 ? LONG_ONCE : LONG);
  units[at + 1] = gap;
  if (count === 1) return at + 2;
  units[at + 2] = count >>> 16;
  units[at + 3] = count;
  return at + MOST_UNITS;
}

/** A part of some pairs: those from index `from` up to `to`. The first number is not below `least`. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** Writes a part of pairs from the beginning of the units on and returns how many it took. */
export function writePairs(units: Uint16Array, { numbers, counts }: Pairs, { from, to, least }: Span): number {
  let end = 0;
  let next = least;
  for (let pair = from; pair < to; pair++) {
    const number = numbers[pair] ?? 0;
    end = writePair(units, end, { gap: number - next, count: counts[pair] ?? 0 });
    next = number + 1;
  }
  return end;
}

/** Units from index `from` up to `to`. */
export interface WrittenUnits {
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
}

/** Pairs as they were written, and what their first number is not below. */
export interface WrittenPairs extends WrittenUnits {
  readonly least: number;
}

/**
 * Reads all pairs that are written somewhere and returns how many there were. `pairs` must have room for as many as there
 * are units. Throws a RangeError when these are not units that `writePairs` could have written.
 */
export function readPairs({ units, from, to, least }: WrittenPairs, { numbers, counts }: Pairs): number {
  let pair = 0;
  let next = least;
  let at = from;
  while (at < to) {
    const unit = units[at++] ?? 0;
    let gap = unit >>> COUNT_BITS;
    let count = unit & 15;
    if (count === LONG_ONCE) {
      gap = (gap << 16) | (units[at++] ?? 0);
      count = 1;
    } else if (count === LONG) {
      gap = (gap << 16) | (units[at] ?? 0);
      count = ((units[at + 1] ?? 0) << 16) | (units[at + 2] ?? 0);
      at += 3;
      if (count <= 0) throw new RangeError('A pair of the index has no count.');
    }
    numbers[pair] = next + gap;
    counts[pair] = count;
    pair++;
    next += gap + 1;
  }
  if (at !== to || next > END_OF_NUMBERS) throw new RangeError('A list of the index is not whole.');
  return pair;
}
