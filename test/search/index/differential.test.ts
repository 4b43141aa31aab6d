import { expect, test } from 'vitest';
import type { Clause } from '../../../src/search/index/live-index.ts';
import { clausesFrom, type Field } from './random-texts.ts';
import { byName, changeOnce, compare, createTrial, freshLunrOf } from './trial.ts';

const SEEDS = 10;
const STEPS = 300;
const QUERIES_A_STEP = 4;

const isPlain = ({ wildcard, editDistance }: Clause<Field>): boolean => wildcard !== true && editDistance === undefined;

/** Whether texts of the same score come in lunr's order. */
function hasOrder(answer: ReadonlyMap<string, number>, expected: readonly { ref: string; score: number }[]): boolean {
  const places = new Map([...answer.keys()].map((name, at) => [name, at]));
  return expected.every(({ ref, score }, at) => {
    const next = expected[at + 1];
    return next === undefined || next.score !== score || (places.get(ref) ?? 0) < (places.get(next.ref) ?? 0);
  });
}

test('answers as a lunr index that is built anew of the same texts, after each of thousands of changes', async ({
  annotate,
}) => {
  const tried = { steps: 0, skipped: 0, queries: 0, found: 0, ordered: 0 };
  const wrong: string[] = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const trial = createTrial(seed);
    for (let step = 0; step < STEPS; step++) {
      changeOnce(trial);
      tried.steps++;
      const fresh = freshLunrOf(trial);
      if (fresh === undefined) tried.skipped++;
      for (let asked = 0; fresh !== undefined && asked < QUERIES_A_STEP; asked++) {
        const clauses = clausesFrom(trial.random, trial.analysis);
        const expected = fresh.ask(clauses);
        const answer = byName(trial.index, trial.index.match(clauses));
        const fault = compare(answer, new Map(expected.map(({ ref, score }) => [ref, score])));
        if (fault !== undefined) wrong.push(`seed ${seed}, step ${step}: ${fault}: ${JSON.stringify(clauses)}`);
        // lunr comes upon the terms that a pattern stands for in an order of its own.
        if (fault === undefined && clauses.every(isPlain)) {
          tried.ordered++;
          if (!hasOrder(answer, expected)) wrong.push(`seed ${seed}, step ${step}: order: ${JSON.stringify(clauses)}`);
        }
        tried.queries++;
        tried.found += expected.length;
      }
    }
    expect(trial.index.size).toBe(trial.texts.size);
  }
  await annotate(JSON.stringify(tried));
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(tried.queries).toBeGreaterThan(10_000);
  expect(tried.found).toBeGreaterThan(tried.queries);
  expect(tried.ordered).toBeGreaterThan(1000);
  expect(tried.skipped).toBeLessThan(tried.steps / 20);
});
