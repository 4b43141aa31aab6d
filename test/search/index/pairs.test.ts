import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createPairs,
  MOST_UNITS,
  readPairs,
  unitsFor,
  writePair,
  writePairs,
} from '../../../src/search/index/pairs.ts';

const gap = fc.oneof(fc.nat(20), fc.integer({ min: 4090, max: 4100 }), fc.nat(2_000_000));
const count = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 70_000 }), fc.constant(1));
const gapsAndCounts = fc.array(fc.tuple(gap, count), { maxLength: 60 });

function pairsOf(least: number, list: readonly (readonly [number, number])[]) {
  let next = least;
  const numbers = list.map(([gap]) => {
    const number = next + gap;
    next = number + 1;
    return number;
  });
  return { numbers: Uint32Array.from(numbers), counts: Uint32Array.from(list, ([, count]) => count) };
}

describe('written pairs', () => {
  test('are read as they were, from wherever they lie', () => {
    fc.assert(
      fc.property(gapsAndCounts, fc.nat(1000), fc.nat(5), (list, least, before) => {
        const pairs = pairsOf(least, list);
        const units = new Uint16Array(list.length * MOST_UNITS);
        const length = writePairs(units, pairs, { from: 0, to: list.length, least });
        expect(length).toBe(list.reduce((sum, [gap, count]) => sum + unitsFor(gap, count), 0));
        const page = Uint16Array.from([...new Array<number>(before).fill(0xffff), ...units]);
        const read = createPairs(list.length);
        expect(readPairs({ units: page, from: before, to: before + length, least }, read)).toBe(list.length);
        expect(read).toEqual(pairs);
      }),
    );
  });

  test('take one unit in most cases, and four at most', () => {
    expect(unitsFor(0, 1)).toBe(1);
    expect(unitsFor(4095, 14)).toBe(1);
    expect(unitsFor(4096, 1)).toBe(2);
    expect(unitsFor(4096, 2)).toBe(4);
    expect(unitsFor(0, 15)).toBe(4);
    expect(unitsFor(2 ** 28 - 1, 2 ** 31 - 1)).toBe(4);
  });

  test('are exact up to the limits', () => {
    const units = new Uint16Array(4);
    const pairs = createPairs(4);
    writePair(units, 0, { gap: 2 ** 28 - 1, count: 2 ** 31 - 1 });
    expect(readPairs({ units, from: 0, to: 4, least: 5 }, pairs)).toBe(1);
    expect([pairs.numbers[0], pairs.counts[0]]).toEqual([2 ** 28 + 4, 2 ** 31 - 1]);
  });

  test('are refused when the last one is not whole', () => {
    const units = new Uint16Array(8);
    const length = writePair(units, writePair(units, 0, { gap: 1, count: 1 }), { gap: 5000, count: 3 });
    expect(length).toBe(5);
    for (const to of [2, 3, 4]) {
      expect(() => readPairs({ units, from: 0, to, least: 0 }, createPairs(8))).toThrow(RangeError);
    }
  });

  test('are refused without a count, and when the numbers run over', () => {
    const uncounted = Uint16Array.of(0, 5, 0, 0);
    expect(() => readPairs({ units: uncounted, from: 0, to: 4, least: 0 }, createPairs(4))).toThrow(RangeError);
    const far = new Uint16Array(40);
    for (let at = 0; at < far.length; at += 2) writePair(far, at, { gap: 2 ** 28 - 1, count: 1 });
    expect(() => readPairs({ units: far, from: 0, to: 40, least: 0 }, createPairs(40))).toThrow(RangeError);
  });
});
