import lunr from 'lunr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grammarOf } from '../../../src/search/words/grammar.ts';
import { isStopWord, termOf, termsOf } from '../../../src/search/words/words.ts';

/** Every language that lunr-languages has a pack for. */
const PACKED = 'ar da de el es fi fr he hi hu hy it ja kn ko nl no pl pt ro ru sa sv ta te tr vi zh'.split(' ');
const ENGLISH_WORDS = 'personas campaigns organization generously relational running about the die constructor'.split(
  ' ',
);

function lunrNow(): unknown {
  const text = new lunr.Token('x', {});
  return {
    own: Object.keys(lunr).sort(),
    functions: Object.keys(lunr.Pipeline).sort(),
    registered: Object.keys((lunr.Pipeline as unknown as { registeredFunctions: object }).registeredFunctions).sort(),
    stems: ENGLISH_WORDS.map((word) => lunr.stemmer(text.clone(() => word)).toString()),
    stops: ENGLISH_WORDS.map((word) => lunr.stopWordFilter(text.clone(() => word)) === undefined),
    tokenizer: lunr.tokenizer,
  };
}

describe('with every language loaded', () => {
  const lunrBefore = lunrNow();
  const globalsBefore = Object.getOwnPropertyNames(globalThis).sort();
  const termsBefore = ENGLISH_WORDS.map((word) => termOf(word));
  const found = lunr(function () {
    this.field('text');
    this.add({ id: 'a', text: 'running campaigns about personas' });
  });

  beforeAll(() => {
    for (const language of PACKED) grammarOf(language);
  });
  afterAll(() => expect(found.search('campaign')).toHaveLength(1));

  test("lunr's English stemmer, stop words and pipeline are untouched, and so is the global object", () => {
    expect(lunrNow()).toEqual(lunrBefore);
    expect(Object.getOwnPropertyNames(globalThis).sort()).toEqual(globalsBefore);
    expect(ENGLISH_WORDS.map((word) => termOf(word))).toEqual(termsBefore);
    const index = lunr(function () {
      this.field('text');
      this.add({ id: 'a', text: 'running campaigns about personas' });
    });
    expect(JSON.stringify(index)).toBe(JSON.stringify(found));
  });

  test('each has stop words, and words of no sense go through each stemmer', () => {
    for (const language of PACKED) {
      const { stem } = grammarOf(language);
      for (const word of ['', 'a', 'ß', '中', "l'", 'ــ', 'المسوقون', 'xyzzy'.repeat(12), '\ud800', 'ığü']) {
        expect(typeof stem(word), `${language} ${word}`).toBe('string');
      }
    }
    const small = {
      de: 'und',
      fr: 'les',
      es: 'los',
      ja: 'これ',
      zh: '的',
      ar: 'من',
      ko: '그리고',
      vi: 'của',
      cs: 'jsou',
      ru: 'это',
    };
    for (const [language, word] of Object.entries(small)) expect(isStopWord(word, language), language).toBe(true);
  });
});

describe('endings', () => {
  test.each([
    ['de', 'Strategie Strategien'],
    ['de', 'für fuer fur'],
    ['de', 'größe groesse grösse GROESSE'],
    ['de', 'Bücher Buch buecher'],
    ['fr', "stratégie stratégies strategies l'stratégie"],
    ['fr', 'présentée présentées présentés présenté presente'],
    ['es', 'comunicación comunicaciones comunicacion'],
    ['pt', 'comunicação comunicações comunicacao comunicacoes'],
    ['it', "comunicazione comunicazioni dell'comunicazione"],
    ['ru', 'стратегия стратегии стратегию'],
    ['el', 'στρατηγική στρατηγικής στρατηγικη'],
    ['ko', '마케팅 마케팅은 마케팅을 마케팅에서 마케팅에서는 마케팅의'],
    ['ar', 'تسويق التسويق والتسويق بالتسويق'],
    ['ar', 'مسوقون مسوقين المسوقين'],
    ['tr', 'ekip ekipler'],
    ['hu', 'stratégia stratégiát'],
    ['pl', 'marketing marketingu'],
  ])('of %s fall away: %s', (language, words) => {
    const terms = words.split(' ').map((word) => termOf(word.toLowerCase(), language));
    expect(new Set(terms).size, terms.join(' ')).toBe(1);
  });

  test('are not taken from what is short or in another language', () => {
    expect(termOf('나이', 'ko')).toBe('나이');
    expect(termOf('ولد', 'ar')).toBe('ولد');
    expect(termOf('neue', 'de')).toBe('neu');
    expect(termOf('quelle', 'de')).toBe('quell');
  });

  test('small words that marketers of any language use stay in the index', () => {
    expect(termsOf('AI', 'fr')).toEqual(['ai']);
    expect(termsOf('Care', 'ro')).toHaveLength(1);
  });
});
