import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createUnitTable, hashOf, NOT_THERE, unitsOf } from '../../../src/search/words/unit-table.ts';

test('a table of units finds what was added and nothing else', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), fc.integer({ min: -1e9, max: 1e9 }), { maxKeys: 60 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
      (numbers, other) => {
        const table = createUnitTable();
        for (const [text, number] of Object.entries(numbers)) {
          const run = unitsOf(text);
          table.add(run, hashOf(run), number);
        }
        for (const text of [...Object.keys(numbers), other]) {
          const run = unitsOf(`<${text}>`);
          const inside = { ...run, from: 1, to: run.to - 1 };
          expect(table.find(inside, hashOf(inside))).toBe(numbers[text] ?? NOT_THERE);
        }
      },
    ),
  );
});

test('a table of units grows, and tells runs of one hash apart', () => {
  const table = createUnitTable();
  const runs = Array.from({ length: 5000 }, (_, at) => unitsOf(`word${at}`));
  for (const [at, run] of runs.entries()) table.add(run, at % 2000, at);
  for (const [at, run] of runs.entries()) expect(table.find(run, at % 2000)).toBe(at);
  expect(table.find(unitsOf('word5000'), 1000)).toBe(NOT_THERE);
});
