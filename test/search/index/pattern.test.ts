import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { termsLike } from '../../../src/search/index/matching.ts';
import { editPattern, type Pattern, wildcardPattern } from '../../../src/search/index/pattern.ts';
import { createVocabulary } from '../../../src/search/index/vocabulary.ts';

/** What the types of lunr say wrongly. */
interface TokenSets {
  fromArray(sorted: readonly string[]): { intersect(other: object): { toArray(): string[] } };
  fromClause(clause: { term: string; editDistance?: number }): object;
}
const tokenSets = lunr.TokenSet as unknown as TokenSets;

const letters = (max: number, min = 0) =>
  fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: min, maxLength: max }).map((list) => list.join(''));
const patternLetters = fc.array(fc.constantFrom('a', 'b', 'c', '*'), { maxLength: 6 }).map((list) => list.join(''));
const words = fc.uniqueArray(letters(7, 1), { minLength: 1, maxLength: 60 });

function matched(pattern: Pattern, terms: readonly string[]): string[] {
  const vocabulary = createVocabulary();
  for (const term of terms) vocabulary.retain(vocabulary.idOf(term));
  return termsLike(pattern, vocabulary).map((id) => vocabulary.termOf(id) ?? '?');
}

function askLunr(terms: readonly string[], clause: { term: string; editDistance?: number }): string[] {
  return tokenSets
    .fromArray([...terms].sort())
    .intersect(tokenSets.fromClause(clause))
    .toArray()
    .sort();
}

describe('patterns', () => {
  test('with asterisks match what lunr matches', () => {
    fc.assert(
      fc.property(words, patternLetters, (terms, term) => {
        expect(matched(wildcardPattern(term), terms)).toEqual(askLunr(terms, { term }));
      }),
      { numRuns: 1000 },
    );
  });

  test('with edits match what lunr matches, asterisks among the letters or not', () => {
    fc.assert(
      fc.property(words, fc.oneof(letters(6), patternLetters), fc.nat(3), (terms, term, edits) => {
        const expected = askLunr(terms, { term, editDistance: edits });
        expect(matched(editPattern(term, edits, true), terms)).toEqual(expected);
        if (!term.includes('*')) expect(matched(editPattern(term, edits, false), terms)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('take an asterisk for a letter when edits are asked for without wildcards', () => {
    expect(matched(editPattern('a*c', 0, false), ['abc', 'a*c'])).toEqual(['a*c']);
    expect(matched(editPattern('a*c', 0, true), ['abc', 'a*c'])).toEqual(['a*c', 'abc']);
  });

  test('of a very long word with many edits are found out in no time', () => {
    const long = 'abcdefghij'.repeat(20);
    expect(matched(editPattern(long, 6, false), [long, long.slice(3), long.slice(9)])).toEqual([long, long.slice(3)]);
  });

  test('never match the empty term, nor a term that no text has any more', () => {
    expect(matched(wildcardPattern('*'), ['', 'a'])).toEqual(['a']);
    expect(matched(editPattern('a', 1, false), ['', 'b'])).toEqual(['b']);
    const vocabulary = createVocabulary();
    vocabulary.idOf('gone');
    expect(termsLike(wildcardPattern('*'), vocabulary)).toEqual([]);
  });

  test('read surrogates and the last unit there is', () => {
    const terms = ['a\uffff', 'a\uffff\uffff', 'a\ud83d\ude00', 'b'];
    expect(matched(wildcardPattern('b*'), terms)).toEqual(['b']);
    expect(matched(wildcardPattern('a\ud83d*'), terms)).toEqual(['a\ud83d\ude00']);
    expect(matched(wildcardPattern('*\uffff'), terms)).toEqual(['a\uffff', 'a\uffff\uffff']);
  });
});
