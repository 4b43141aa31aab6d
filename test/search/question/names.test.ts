import { describe, expect, test } from 'vitest';
import { termOf, wordsOf } from '../../../src/search/words/words.ts';
import { namesOf } from './lexicons.ts';

const names = namesOf([
  ['CTA', 'call to action', 'button text'],
  ['ICP', 'ideal customer profile'],
  ['CTA', 'click-through ad'],
  ['', '!?', 'alone'],
]);
const othersIn = (text: string): string[][] =>
  names
    .othersIn(wordsOf(text).map((word) => termOf(word)))
    .map((found) => found.names.map(({ telling }) => telling.join(' ')));

describe('other names', () => {
  test('are found for a phrase only when its words stand together, whatever their endings', () => {
    expect(othersIn('our calls to action')).toEqual([['cta', 'button text']]);
    expect(othersIn('a call for action')).toEqual([]);
    expect(othersIn('action call to')).toEqual([]);
  });

  test('come from every group in which a name stands, with the place of the words', () => {
    expect(othersIn('CTA')).toEqual([['call action', 'button text'], ['click ad']]);
    expect(names.othersIn(['an', 'ideal', termOf('customer'), termOf('profile')])).toEqual([
      { at: 1, length: 3, names: [{ sequence: ['icp'], telling: ['icp'] }] },
    ]);
  });

  test('are not made of what has no words', () => {
    expect(othersIn('alone')).toEqual([['', '']]);
    expect(othersIn('!?')).toEqual([]);
  });
});
