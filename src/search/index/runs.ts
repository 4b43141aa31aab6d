import { sortByDigits } from './digit-sort.ts';
import type { Pairs } from './pairs.ts';

/** Pairs of which only the first `size` count. */
export interface Runs extends Pairs {
  readonly size: number;
}

/** From so many numbers on, sorting them by digits is faster than the engine's own sorting. */
const MANY = 150;

/**
 * Sorts the first `length` numbers, moves the different ones among them to the front, and counts in `counts` how often each
 * was there. Returns how many different ones there are.
 */
export function countRuns({ numbers, counts }: Pairs, length: number): number {
  const list = numbers.subarray(0, length);
  if (length < MANY) list.sort();
  else sortByDigits(list);
  let size = 0;
  for (let at = 0; at < length; at++) {
    const number = list[at] ?? 0;
    if (size > 0 && list[size - 1] === number) {
      counts[size - 1] = (counts[size - 1] ?? 0) + 1;
      continue;
    }
    list[size] = number;
    counts[size++] = 1;
  }
  return size;
}

/** The numbers that the second runs have and the first have not. */
export function missingFrom(kept: Runs, runs: Runs): number[] {
  const missing: number[] = [];
  let at = 0;
  for (let index = 0; index < runs.size; index++) {
    const number = runs.numbers[index] ?? 0;
    while (at < kept.size && (kept.numbers[at] ?? 0) < number) at++;
    if (at === kept.size || kept.numbers[at] !== number) missing.push(number);
  }
  return missing;
}

/** The indexes of the numbers that the first runs have not, or not as often as the second. */
export function changesBetween(before: Runs, next: Runs): number[] {
  const changed: number[] = [];
  let at = 0;
  for (let index = 0; index < next.size; index++) {
    const number = next.numbers[index] ?? 0;
    while (at < before.size && (before.numbers[at] ?? 0) < number) at++;
    const isThere = at < before.size && before.numbers[at] === number;
    if (!isThere || before.counts[at] !== next.counts[index]) changed.push(index);
  }
  return changed;
}

/** When numbers are divided by `width`: the quotients that the second runs have and the first have not. */
export function quotientsMissingFrom(kept: Runs, runs: Runs, width: number): number[] {
  const missing: number[] = [];
  let at = 0;
  let before = -1;
  for (let index = 0; index < runs.size; index++) {
    const quotient = Math.floor((runs.numbers[index] ?? 0) / width);
    if (quotient === before) continue;
    before = quotient;
    while (at < kept.size && (kept.numbers[at] ?? 0) < quotient * width) at++;
    if (at === kept.size || (kept.numbers[at] ?? 0) >= (quotient + 1) * width) missing.push(quotient);
  }
  return missing;
}
