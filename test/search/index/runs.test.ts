import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  countRuns,
  missingFrom,
  quotientsMissingFrom,
  type Runs,
} from '../../../src/search/index/runs.ts';

const few = fc.array(fc.oneof(fc.nat(30), fc.nat(2 ** 28 - 1)), { maxLength: 60 });
const many = fc.array(fc.oneof(fc.nat(30), fc.nat(2 ** 28 - 1)), { minLength: 1000, maxLength: 1500, size: 'max' });

function runsOf(list: readonly number[]): Runs {
  const pairs = { numbers: Uint32Array.from(list), counts: new Uint32Array(list.length) };
  return { ...pairs, size: countRuns(pairs, list.length) };
}

const inOrder = (list: Iterable<number>): number[] => [...new Set(list)].sort((a, b) => a - b);
const times = (list: readonly number[], number: number): number => list.filter((other) => other === number).length;

describe('runs', () => {
  test('are the different numbers of a list in their order, and how often each is there', () => {
    fc.assert(
      fc.property(fc.oneof(few, many), (list) => {
        const { numbers, counts, size } = runsOf(list);
        const expected = inOrder(list);
        expect([...numbers.subarray(0, size)]).toEqual(expected);
        for (const [at, number] of expected.slice(0, 40).entries()) expect(counts[at]).toBe(times(list, number));
      }),
    );
  });

  test('are counted of the first numbers alone, whatever lies behind them', () => {
    const pairs = { numbers: Uint32Array.of(5, 3, 5, 1, 9), counts: Uint32Array.of(7, 7, 7, 7, 7) };
    expect(countRuns(pairs, 3)).toBe(2);
    expect([...pairs.numbers.subarray(0, 2), ...pairs.counts.subarray(0, 2)]).toEqual([3, 5, 1, 2]);
    expect([...pairs.numbers.subarray(3), ...pairs.counts.subarray(3)]).toEqual([1, 9, 7, 7]);
  });

  test('are compared: what is missing, what is new or counted otherwise, and what is missing of their quotients', () => {
    fc.assert(
      fc.property(few, few, fc.integer({ min: 1, max: 6 }), (before, next, width) => {
        const [had, has] = [runsOf(before), runsOf(next)];
        expect(missingFrom(has, had)).toEqual(inOrder(before).filter((number) => !next.includes(number)));
        const changed = inOrder(next).filter((number) => times(before, number) !== times(next, number));
        expect(changesBetween(had, has).map((index) => has.numbers[index])).toEqual(changed);
        const quotients = (list: number[]): number[] => inOrder(list.map((number) => Math.floor(number / width)));
        const missing = quotients(before).filter((quotient) => !quotients(next).includes(quotient));
        expect(quotientsMissingFrom(has, had, width)).toEqual(missing);
      }),
    );
  });
});
