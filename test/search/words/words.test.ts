import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedWordsOf,
  isStopWord,
  termOf,
  termsOf,
  termsOfName,
  termsOfWord,
  wordsOf,
} from '../../../src/search/words/words.ts';

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'ru',
  'tr',
  'pl',
  'hu',
  'el',
  'ar',
  'he',
  'fa',
  'hi',
  'ko',
  'ja',
  'zh',
  'th',
  'cs',
  'xx',
];

describe('words', () => {
  test('are the same however a character, an apostrophe or a hyphen is written, and whatever stands in them unseen', () => {
    expect(wordsOf('cafe\u0301 Ｗｉｄｅ don’t opt\u2011in mar\u00adket\u200bing')).toEqual(
      wordsOf("café wide don't opt-in marketing"),
    );
  });

  test('lose a letter before a hyphen to the word behind it, and nothing else', () => {
    expect(wordsOf('e-mail T-Shirt sign-up end-to-end 3-way')).toEqual([
      'email',
      'tshirt',
      'sign',
      'up',
      'end',
      'to',
      'end',
      '3',
      'way',
    ]);
  });

  test('are cut at 64 characters, and never through a character', () => {
    expect(wordsOf(`${'x'.repeat(63)}${'𐐨'.repeat(9)}`).join()).not.toMatch(/\p{Cs}/u);
    expect(wordsOf('𝔁'.repeat(100))).toEqual(['x'.repeat(64)]);
    expect(wordsOf('ж'.repeat(1000))).toEqual(['ж'.repeat(64)]);
  });
});

describe('terms', () => {
  test('do not tell accents apart, whether a word is typed with them or without', () => {
    for (const language of ['en', 'fr', 'de', 'es', 'pt', 'it', 'sv', 'tr']) {
      expect(termsOf('Café Übersicht naïve stratégie comunicación', language), language).toEqual(
        termsOf('Cafe Ubersicht naive strategie comunicacion', language),
      );
    }
  });

  test('take the language of a word from its script, and that of the text only where it can be meant', () => {
    expect(termsOf('マーケティング strategies', 'ja')).toEqual(['マーケティング', termOf('strategy')]);
    expect(termsOf('Стратегии und Strategien', 'de')).toEqual([termOf('стратегия', 'ru'), termOf('strategie', 'de')]);
  });

  test('of a language that nobody knows are the words themselves', () => {
    expect(termsOf('Strategiak running', 'xx')).toEqual(['strategiak', 'running']);
  });

  test('of a word in several languages come once each, in the order of the languages', () => {
    expect(termsOfWord('strategie', ['de', 'en'])).toEqual(['strategi']);
    expect(termsOfWord('campaigns', ['en', 'de', 'xx', 'en'])).toEqual(['campaign', 'campaigns']);
    expect(termsOfWord('campaigns', [])).toEqual(['campaign']);
    expect(termsOfWord('戦略', ['en', 'ja', 'de'])).toEqual(['戦略']);
  });

  test('of a name keep the stop words of every language, those of a text do not', () => {
    expect(termsOfName('Über uns', 'de')).toHaveLength(2);
    expect(termsOf('Alles über die Marke', 'de')).toEqual(['mark']);
    expect(termsOf("La stratégie de l'équipe", 'fr')).toEqual([termOf('stratégie', 'fr'), termOf('équipe', 'fr')]);
    expect(termsOf('私たちのブランド', 'ja')).toContain('ブランド');
    expect(isStopWord('die', 'de') && !isStopWord('die') && !isStopWord('the', 'de')).toBe(true);
  });

  test('leave no word without one, even where nothing is left of it', () => {
    expect(termOf('ـ', 'ar')).toBe('ـ');
    expect(termsOfName('\u0301', 'fr')).not.toContain('');
  });
});

describe('compounds', () => {
  const share = (one: string, other: string): boolean => {
    const terms = new Set(termsOf(other));
    return termsOf(one).some((term) => terms.has(term) && term.length > 4);
  };

  test('are found however they are written', () => {
    for (const forms of [
      ['e-mail', 'email'],
      ['e-mails', 'email'],
      ['sign up', 'sign-up', 'signup', 'signed up', 'signing-up'],
      ['log in', 'log-in', 'login'],
      ['follow up', 'follow-ups', 'followup'],
      ['web site', 'web-sites', 'website'],
      ['opt-in', 'opt in', 'optin'],
      ['rebranding', 're-branding'],
      ['white papers', 'whitepaper'],
    ]) {
      for (const one of forms) for (const other of forms) expect(share(one, other), `${one}: ${other}`).toBe(true);
    }
  });

  test('are asked for by each of their words', () => {
    expect(askedWordsOf('How to sign up by e-mail')).toEqual([
      { word: 'how', joined: [] },
      { word: 'to', joined: [] },
      { word: 'sign', joined: ['signup'] },
      { word: 'up', joined: ['signup'] },
      { word: 'by', joined: [] },
      { word: 'email', joined: [] },
    ]);
    expect(askedWordsOf('cross-selling')).toEqual([
      { word: 'cross', joined: ['crossselling'] },
      { word: 'selling', joined: ['crossselling'] },
    ]);
    expect(askedWordsOf('the opt-in')[1]).toEqual({ word: 'opt', joined: ['optin'] });
  });

  test('are made neither of words that nobody joins, nor of chains, figures and addresses', () => {
    expect(termsOf('results in Germany, focus on brand')).toEqual(termsOf('results, Germany, focus, brand'));
    expect(termsOf('2026-01-31 how-to-write-a-brief')).toEqual(termsOf('2026 01 31 how to write a brief'));
  });

  test('leave their words findable', () => {
    expect(termsOf('T-shirt')).toEqual(['tshirt', 'shirt']);
    expect(termsOf('cross-functional')).toEqual(expect.arrayContaining(termsOf('cross functional')));
  });
});

/** Everything that strings can hold, and what has broken readers of words before. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '’',
        '-',
        '\ud800',
        '\udfff',
        '\u0301',
        'ー',
        '々',
        'ـ',
        'İ',
        'ß',
        'ﬁ',
        '한국어는',
        '見積',
        'ไทย',
        'e',
        'constructor',
        '__proto__',
        ' ',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('no text', () => {
  test('throws or gives an empty term, in any language, and every answer is the same the second time', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...LANGUAGES), (text, language) => {
        const terms = termsOfName(text, language);
        expect(terms).not.toContain('');
        expect(termsOfName(text, language)).toEqual(terms);
        const telling = new Set(terms);
        for (const term of termsOf(text, language)) expect(telling.has(term)).toBe(true);
        for (const word of wordsOf(text)) {
          expect(word.length > 0 && word.length <= 64).toBe(true);
          expect(termsOfWord(word, LANGUAGES).length).toBeGreaterThan(0);
        }
        for (const { word, joined } of askedWordsOf(text)) expect([word, ...joined]).not.toContain('');
      }),
      { numRuns: 400 },
    );
  });

  test('has words of a question that its text would not have', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(askedWordsOf(text).map(({ word }) => word)).toEqual(wordsOf(text));
        const indexed = new Set(termsOfName(text));
        for (const { word, joined } of askedWordsOf(text)) {
          for (const form of [word, ...joined]) expect(indexed.has(termOf(form))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('takes long: a megabyte of one character ends within a minute, where time that grows with the square takes hours', () => {
    const began = performance.now();
    for (const unit of ['a', 'é', '中', "a'", 'a-', 'ا', '한', '\u0301', '\u200b', '\ud800', '1']) {
      termsOf(unit.repeat(1_000_000 / unit.length));
    }
    for (const unit of ['あ', 'ー', 'ก', '中a']) termsOf(unit.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
