import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/search/question/glossary.ts';
import { readPhrasing } from '../../../src/search/question/question.ts';
import { isStopWord, termOf, termsOf, termsOfName, wordsOf } from '../../../src/search/words/words.ts';

const NONE = readGlossary([]);
const termsFor = (text: string): readonly string[] => readPhrasing(text, NONE).terms;

describe('words', () => {
  test('are letters, marks and digits of any script; the rest parts them', () => {
    expect(wordsOf('Follow-up: C++ & snake_case, 35% (Q3/2024)')).toEqual([
      'follow',
      'up',
      'c',
      'snake',
      'case',
      '35',
      'q3',
      '2024',
    ]);
    expect(wordsOf('Übersicht naïve дом 品牌 हिन्दी')).toEqual(['übersicht', 'naïve', 'дом', '品牌', 'हिन्दी']);
  });

  test('are the same however an accent, a width or an apostrophe is written', () => {
    expect(wordsOf('cafe\u0301 Ｗｉｄｅ don’t')).toEqual(wordsOf("café wide don't"));
  });

  test('lose what belongs to the sentence, but not the negation', () => {
    expect(wordsOf("the team's we're it's can't 'quoted'")).toEqual(['the', 'team', 'we', 'it', "can't", 'quoted']);
  });

  test('are cut when they are too long to be words', () => {
    expect(wordsOf('x'.repeat(100_000))).toEqual(['x'.repeat(64)]);
  });

  test('lose their English endings, and a text its stop words, but a name keeps them', () => {
    expect(termOf('personas')).toBe(termOf('persona'));
    expect([isStopWord('the'), isStopWord('constructor')]).toEqual([true, false]);
    expect(termsOf('All about us and campaigns')).toEqual([termOf('campaign')]);
    expect(termsOfName('About us')).toEqual(['about', 'us']);
  });
});

describe('a phrasing', () => {
  test('asks for each word once, without stop words', () => {
    expect(termsFor('What is the tone of the Tones?')).toEqual(['tone']);
  });

  test('asks for stop words when it has nothing else', () => {
    expect(termsFor('Who we are')).toEqual(['who', 'we', 'ar']);
  });

  test('is cut at 2,000 characters and 64 words', () => {
    const many = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ');
    expect(termsFor(many)).toHaveLength(64);
    expect(termsFor(`${' '.repeat(2000)}late`)).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = readGlossary([
    ['CTA', 'call to action', 'button text'],
    ['ICP', 'ideal customer profile'],
    ['CTA', 'click-through ad'],
    ['', '!?', 'alone'],
  ]);
  const othersFor = (text: string): Record<string, number> => Object.fromEntries(glossary.othersFor(wordsOf(text)));

  test('adds the words of the other names with less weight than what was asked, shared by longer names', () => {
    const { clauses } = readPhrasing('ICP', glossary);
    expect(clauses.map(({ term }) => term)).toEqual(['icp', 'ideal', termOf('customer'), termOf('profile')]);
    expect(clauses[0]?.boost).toBe(1);
    expect(clauses.slice(1).every(({ boost }) => boost > 0.2 && boost < 0.5)).toBe(true);
    expect(othersFor('an ideal customer profile')).toEqual({ icp: 0.5 });
  });

  test('finds a phrase only when its words stand together', () => {
    expect(othersFor('calls to action')).toMatchObject({ cta: 0.5 });
    expect(othersFor('a call for action')).toEqual({});
    expect(othersFor('action call to')).toEqual({});
  });

  test('takes every group in which a name stands, and leaves out what was asked anyway', () => {
    const others = Object.keys(othersFor('CTA button'));
    expect(others).toEqual(expect.arrayContaining(['call', 'action', 'text', 'click', 'ad']));
    expect(others).not.toContain('button');
  });

  test('takes names without words for nothing', () => {
    expect(othersFor('alone')).toEqual({});
  });

  test('adds a bounded number of words', () => {
    const wide = readGlossary([['short', ...Array.from({ length: 500 }, (_, at) => `name${at}`)]]);
    expect(wide.othersFor(['short']).size).toBe(64);
  });
});
