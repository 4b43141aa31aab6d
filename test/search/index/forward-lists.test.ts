import { expect, test } from 'vitest';
import { createForwardLists } from '../../../src/search/index/forward-lists.ts';
import { createPairs } from '../../../src/search/index/pairs.ts';
import { countRuns, type Runs } from '../../../src/search/index/runs.ts';
import { randomFrom } from './random-texts.ts';

function asList({ numbers, counts, size }: Runs): [number, number][] {
  return Array.from({ length: size }, (_, at) => [numbers[at] ?? -1, counts[at] ?? -1]);
}

test('the forward lists have what was written for a slot last', () => {
  const { below, oneOf } = randomFrom(3);
  const lists = createForwardLists();
  const model = new Map<number, [number, number][]>();
  for (let step = 0; step < 600; step++) {
    const slot = below(40);
    const length = oneOf([0, 3, 200, step === 300 ? 100_000 : 30], 1);
    const pairs = createPairs(length);
    for (let at = 0; at < length; at++) pairs.numbers[at] = below(oneOf([50, 9000, 3_000_000], 50));
    const runs = { ...pairs, size: countRuns(pairs, length) };
    model.set(slot, asList(runs));
    lists.write(slot, runs);
    expect(asList(lists.read(slot))).toEqual(asList(runs));
  }
  for (const [written, list] of model) expect(asList(lists.read(written))).toEqual(list);
  expect(lists.read(1000).size).toBe(0);
});
