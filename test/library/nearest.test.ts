import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsWithin, isOneEditAway, nearest, nearestPaths, nearPathFinder } from '../../src/library/nearest.ts';

/** Optimal string alignment by its definition, with nothing left out. */
function plainEdits(a: string, b: string): number {
  const table = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    table.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      table[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped));
    }
  }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('the number of edits between two words', () => {
  test('is what the plain definition says, up to the limit, whatever was compared before', () => {
    const comparers = [1, 2, 3].map((limit) => ({ limit, editsTo: editsWithin(limit) }));
    fc.assert(
      fc.property(fc.constantFrom(...comparers), word, word, ({ limit, editsTo }, a, b) => {
        expect(editsTo(a, b)).toBe(Math.min(plainEdits(a, b), limit + 1));
      }),
      { numRuns: 20_000 },
    );
  });

  test('counts two letters that were swapped as one', () => {
    expect(isOneEditAway('titel', 'title')).toBe(true);
    expect(isOneEditAway('Tags', 'tagss')).toBe(true);
    expect(isOneEditAway('tags', 'tags')).toBe(false);
    expect(isOneEditAway('tga', 'atg')).toBe(false);
  });
});

describe('what a person may have meant', () => {
  test('comes nearest first: the same word, one that contains it, then by edits', () => {
    const candidates = ['tone of voice', 'tons', 'tome', 'TONE', 'persona'];
    expect(nearest('tone', candidates, 9)).toEqual(['TONE', 'tone of voice', 'tome', 'tons']);
  });

  test('is never more than three edits away, however long the word is', () => {
    const long = 'quarterly-campaign-report';
    expect(nearest('quartely-campagn-reprt', [long])).toEqual([long]);
    expect(nearest('qartely-campagn-reprt', [long])).toEqual([]);
    expect(nearestPaths('qartely-campagn-reprt.md', [`context/${long}.md`])).toEqual([]);
  });

  test('is nothing when nothing was written', () => {
    expect(nearest('  ', ['a'])).toEqual([]);
  });
});

describe('the paths that a person may have meant', () => {
  const paths = ['context/brand/voice.md', 'context/brand/voices.md', 'notes/voice.md', 'context/personas/cfo.md'];

  test('have the same file name before a similar one, and the same folder before another', () => {
    expect(nearestPaths('context/brand/voice.txt', paths)).toEqual([
      'context/brand/voice.md',
      'context/brand/voices.md',
      'notes/voice.md',
    ]);
    expect(nearestPaths('Context/Personas/CFO-interview', paths)).toEqual(['context/personas/cfo.md']);
  });

  test('are the same whether they are made ready once or for every question', () => {
    const name = fc.tuple(fc.constantFrom('a/', 'b/', ''), word).map(([folder, stem]) => `${folder}${stem}.md`);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), fc.array(name, { maxLength: 4 }), (all, wanted) => {
        const find = nearPathFinder(all);
        for (const one of wanted) expect(find(one)).toEqual(nearestPaths(one, all));
      }),
      { numRuns: 500 },
    );
  });
});
