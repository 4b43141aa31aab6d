import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Lexicon } from '../../../src/search/question/lexicon.ts';
import { readPhrasing } from '../../../src/search/question/question.ts';
import { termOf } from '../../../src/search/words/words.ts';
import { lexiconWith, namesOf } from './lexicons.ts';

/** The first terms of all concepts. */
function termsFor(text: string, lexicon: Lexicon = lexiconWith()): (string | undefined)[] {
  return readPhrasing(text, lexicon).concepts.map(({ alternatives }) => alternatives[0]?.term);
}

/** Every alternative as "origin term weight". */
function alternativesFor(text: string, lexicon: Lexicon, options?: { isTyping?: boolean }): string[] {
  const { concepts } = readPhrasing(text, lexicon, options);
  return concepts.flatMap(({ alternatives }) =>
    alternatives.map(({ origin, term, weight }) => `${origin} ${term} ${Number(weight.toFixed(2))}`),
  );
}

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

  test('gives less to words that say little, unless it has no others', () => {
    expect(alternativesFor('best headline', lexiconWith())).toEqual([
      'asked best 0.7',
      `asked ${termOf('headline')} 1`,
    ]);
    expect(alternativesFor('best thing', lexiconWith())).toEqual(['asked best 1', 'asked thing 1']);
  });

  test('gives words of one stem the weight of the weightiest, whatever their order', () => {
    expect(alternativesFor('means meaning', lexiconWith())).toEqual(alternativesFor('meaning means', lexiconWith()));
    expect(alternativesFor('means meaning headline', lexiconWith())[0]).toMatch(/^asked mean 1$|^asked mean 0.7$/);
    const glossary = [['meaning', 'sense']];
    expect(alternativesFor('means meaning', lexiconWith({ glossary }))).toContain('glossary sens 0.5');
  });

  test('of a library in several languages asks for a word in each of them', () => {
    const terms = alternativesFor('Häusern', lexiconWith({ languages: ['de', 'en'] }));
    expect(terms).toEqual(['asked haus 1', 'asked hausern 1']);
  });

  test('of any text takes every word as one, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { concepts } = readPhrasing(text, lexiconWith({ frequency: () => 0 }));
        expect(concepts.every(({ alternatives }) => alternatives.length > 0)).toBe(true);
      }),
    );
  });
});

describe('another name', () => {
  const glossary = [
    ['CTA', 'call to action', 'button text'],
    ['price', 'cost'],
  ];

  test('of one word for one word takes its place, with less weight', () => {
    expect(alternativesFor('price', lexiconWith({ glossary }))).toEqual(['asked price 1', 'glossary cost 0.5']);
  });

  test('of several words stands beside what was asked, and its words share its weight', () => {
    expect(alternativesFor('CTA', lexiconWith({ glossary }))).toEqual([
      'asked cta 1',
      'glossary call 0.35',
      'glossary action 0.35',
      'glossary button 0.35',
      'glossary text 0.35',
    ]);
    expect(alternativesFor('calls to action', lexiconWith({ glossary }))).toContain('glossary cta 0.5');
  });

  test('adds nothing that was asked anyway, and a bounded number of words', () => {
    expect(alternativesFor('CTA button', lexiconWith({ glossary })).filter((each) => each.includes('button'))).toEqual([
      'asked button 1',
    ]);
    const wide = lexiconWith({ glossary: [['short', ...Array.from({ length: 500 }, (_, at) => `long name${at}`)]] });
    expect(readPhrasing('short', wide).concepts.length).toBeLessThan(70);
  });

  test('that is a phrase takes a part of the weight of its words', () => {
    const names = [{ origin: 'synonym' as const, language: 'en', names: namesOf([['price', 'list figure']]) }];
    expect(alternativesFor('list figure', lexiconWith({ names }))).toEqual([
      'asked list 0.7',
      `asked ${termOf('figure')} 0.7`,
      'synonym price 0.24',
    ]);
  });

  test('that is a phrase of four words and more stands for what it means more surely', () => {
    const names = [
      { origin: 'synonym' as const, language: 'en', names: namesOf([['price', 'what does it cost', 'what it costs']]) },
    ];
    expect(alternativesFor('what does it cost', lexiconWith({ names }))).toContain('synonym price 0.5');
    expect(alternativesFor('what it costs', lexiconWith({ names }))).toContain('synonym price 0.24');
  });

  test('counts for a light word as little as the word', () => {
    const names = [{ origin: 'synonym' as const, language: 'en', names: namesOf([['best', 'finest']]) }];
    expect(alternativesFor('best headline', lexiconWith({ names }))).toContain(`synonym ${termOf('finest')} 0.28`);
  });
});

describe('an acronym that documents explain', () => {
  const meaningsOf = (word: string): string[] => (word.toUpperCase() === 'ICP' ? ['ideal customer profile'] : []);
  const acronymsOf = (words: readonly string[]): string[] =>
    words.join(' ').includes('ideal customer') ? ['ICP'] : [];

  test('is looked for in full where the library hardly uses it', () => {
    expect(alternativesFor('ICP', lexiconWith({ meaningsOf, frequency: () => 2 }))).toContain(
      `acronym ${termOf('customer')} 0.35`,
    );
    expect(alternativesFor('ICP', lexiconWith({ meaningsOf, frequency: () => 3 }))).toEqual(['asked icp 1']);
  });

  test('is looked for where it was asked for in full', () => {
    expect(alternativesFor('ideal customer', lexiconWith({ acronymsOf }))).toContain('acronym icp 0.5');
  });
});

describe('a word that nothing has', () => {
  const correct: Lexicon['correct'] = (words) =>
    words.map((word) => (word === 'persna' ? [{ term: 'persona', likeness: 0.9 }] : []));
  const frequency = (term: string): number => (term === 'persna' ? 0 : 5);

  test('is taken for a known one', () => {
    const lexicon = lexiconWith({ correct, frequency });
    expect(alternativesFor('persna', lexicon)).toEqual(['asked persna 1', 'spelling persona 0.72']);
    expect(readPhrasing('persna', lexicon).corrections).toEqual([{ word: 'persna', term: 'persona' }]);
  });

  test('is left alone when it has another name', () => {
    const lexicon = lexiconWith({ correct, frequency, glossary: [['persna', 'buyer']] });
    expect(readPhrasing('persna', lexicon).corrections).toEqual([]);
  });

  test('is left alone when some document has it', () => {
    expect(readPhrasing('persna', lexiconWith({ correct })).corrections).toEqual([]);
  });
});

describe('a word that is being typed', () => {
  const startingWith = (prefix: string): string[] => (prefix === 'pers' ? ['persona', 'person'] : []);

  test('may become any that begins so', () => {
    const lexicon = lexiconWith({ startingWith });
    expect(alternativesFor('tone pers', lexicon, { isTyping: true })).toEqual([
      'asked tone 1',
      'asked per 1',
      'beginning persona 0.8',
      'beginning person 0.8',
    ]);
    expect(alternativesFor('tone pers ', lexicon, { isTyping: true })).toHaveLength(2);
    expect(alternativesFor('tone pers', lexicon)).toHaveLength(2);
  });
});
