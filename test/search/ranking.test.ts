import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuse, type Ranking } from '../../src/search/ranking.ts';
import { topOf } from '../../src/search/top.ts';

function ranking(...ids: string[]): Ranking {
  const best = ids.map((id, at) => ({ id, owner: id.charCodeAt(0), passage: at, score: 1 - at / 10 }));
  return { best, found: Uint32Array.from(best, ({ owner }) => owner) };
}

const order = ({ best }: Ranking): string => best.map(({ id }) => id).join('');

describe('fusion by reciprocal rank', () => {
  test('leaves a single ranking as it is', () => {
    const only = ranking('b', 'a');
    expect(fuse([only], 10)).toBe(only);
  });

  test('sums one over sixty and the rank', () => {
    const { best } = fuse([ranking('a', 'b'), ranking('b', 'c')], 10);
    expect(best.map(({ id, score }) => [id, score])).toEqual([
      ['b', 1 / 62 + 1 / 61],
      ['a', 1 / 61],
      ['c', 1 / 62],
    ]);
  });

  test('prefers what several rankings have in the middle to what one has in front', () => {
    expect(order(fuse([ranking('a', 'm', 'x'), ranking('b', 'm', 'y'), ranking('c', 'm', 'z')], 3))).toBe('mab');
  });

  test('shows the passage of the ranking that has the document highest, and counts every document once', () => {
    const { best, found } = fuse([ranking('x', 'a'), ranking('a')], 10);
    expect(best.find(({ id }) => id === 'a')?.passage).toBe(0);
    expect(found).toHaveLength(2);
  });

  test('is empty when nothing was ranked', () => {
    expect(fuse([], 5)).toEqual({ best: [], found: new Uint32Array() });
  });
});

describe('the first of a list', () => {
  test('are those that sorting would put in front', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 12 }), (list, most) => {
        const compare = (a: number, b: number): number => b - a;
        expect(topOf(list, most, compare)).toEqual([...list].sort(compare).slice(0, most));
      }),
    );
  });
});
