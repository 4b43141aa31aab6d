import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAcronyms, wordsInCapitals } from '../../../src/search/question/acronyms.ts';
import { type Definition, definitionsIn } from '../../../src/search/question/definitions.ts';

const define = (acronym: string, meaning: string): Definition => ({ acronym, meaning });
const written = (text: string): string[] =>
  definitionsIn(text).map(({ acronym, meaning }) => `${acronym} = ${meaning}`);

describe('a text explains an acronym', () => {
  test.each([
    ['Know your ideal customer profile (ICP) first.', 'ICP = ideal customer profile'],
    ['The ICP (ideal customer profile) comes first.', 'ICP = ideal customer profile'],
    ['- **ICP**: Ideal customer profile, with examples', 'ICP = Ideal customer profile'],
    ['* ICP – the ideal customer profile', 'ICP = ideal customer profile'],
    ['1. ICP - ideal customer profile', 'ICP = ideal customer profile'],
    ['PLG- Product Led Growth', 'PLG = Product Led Growth'],
    ['| ICP | Ideal customer profile | Sales |', 'ICP = Ideal customer profile'],
    ['## Ideal Customer Profile (ICP)', 'ICP = Ideal Customer Profile'],
    ['ICP stands for "ideal customer profile".', 'ICP = ideal customer profile'],
    ['An ICP, which is short for ideal customer profile, helps.', 'ICP = ideal customer profile'],
    ['the Cost of Goods Sold, or COGS, is what', 'COGS = Cost of Goods Sold'],
    ['cost per click, also known as CPC', 'CPC = cost per click'],
    ['[Google Tag Manager](https://example.org/gtm) (**GTM**)', 'GTM = Google Tag Manager'],
    ['an _ideal customer\nprofile_ (ICP, see below)', 'ICP = ideal customer profile'],
    ['The ICP (ideal\ncustomer profile) comes first.', 'ICP = ideal customer profile'],
  ])('%s', (text, definition) => {
    expect(written(text)).toEqual([definition]);
  });

  test.each([
    ['business-to-business (B2B)', 'B2B = business-to-business'],
    ['Research and Development (R&D)', 'R&D = Research and Development'],
    ['research &amp; development (R&D)', 'R&D = research & development'],
    ['software as a service (SaaS)', 'SaaS = software as a service'],
    ['click-through rate (CTR)', 'CTR = click-through rate'],
    ['pay-per-click (PPC)', 'PPC = pay-per-click'],
    ['Small-to-Medium Business (SMB)', 'SMB = Small-to-Medium Business'],
    ['return on ad spend (ROAS)', 'ROAS = return on ad spend'],
    ['return on investment (ROI)', 'ROI = return on investment'],
    ['key performance indicators (KPIs)', 'KPI = key performance indicators'],
    ['the User Experience (UX)', 'UX = User Experience'],
    ['HyperText Markup Language (HTML)', 'HTML = HyperText Markup Language'],
    ['Conversions API (CAPI)', 'CAPI = Conversions API'],
    [
      'Strengths, weaknesses, opportunities, and threats (SWOT)',
      'SWOT = Strengths, weaknesses, opportunities, and threats',
    ],
    ['öffentlicher Personennahverkehr und Öffentliches Vergaberecht (ÖV)', 'ÖV = Öffentliches Vergaberecht'],
  ])('by its initials: %s', (text, definition) => {
    expect(written(text)).toEqual([definition]);
  });

  test('each meaning once, however often', () => {
    expect(written('Direct message (DM). Direct Message (DM). DM (display marketing).')).toEqual([
      'DM = Direct message',
      'DM = display marketing',
    ]);
  });

  test('200 times at most', () => {
    const words = Array.from({ length: 300 }, (_, at) => `- direct m${at} (DM)`);
    expect(definitionsIn(words.join('\n'))).toHaveLength(200);
  });
});

describe('a text does not explain', () => {
  test.each([
    ['letters that are not the initials', 'our customers (ICP)'],
    ['words that only begin as it does', 'ICP (ideal customer)'],
    ['parts of words', `ICP (ideal customer p${'x'.repeat(100)})`],
    ['parts of words before it', `${'x'.repeat(100)}-'ideal customer profile (ICP)`],
    ['a word', 'Ideal Customer Profile (Icp)'],
    ['one capital', 'quarter three (Q3) and Interim Plan (Ip), see (XY)'],
    ['more than eight letters', 'a b c d e f g h i (ABCDEFGHI)'],
    ['what crosses a sentence', 'This is ideal. Customer profile (ICP)'],
    ['a sentence that goes on after the acronym', 'We ask the ICP: ideal customer profile or not?'],
    ['the letters themselves', 'I C P (ICP)'],
    ['a piece of a long word', `${'x'.repeat(100)}i${'d'.repeat(45)}-customer-profile(ICP)`],
    ['what goes over from point to point', '- ideal customer\n- profile (ICP)\n- ICP (ideal\n- customer profile)'],
    ['a line that begins within a sentence', 'this is a\nDM: direct message\nor not (AB)'],
    ['what is in code', '```\nICP (ideal customer profile)\n```\n\n~~~\nICP: ideal customer profile\n~~~'],
    ['an address', 'see example.org/ICP (ideal customer profile)'],
  ])('%s', (_, text) => {
    expect(written(text)).toEqual([]);
  });

  test('anything after 3,000 words in capitals', () => {
    expect(written(`${'(XY) '.repeat(2999)}direct message (DM)`)).toEqual(['DM = direct message']);
    expect(written(`${'(XY) '.repeat(3000)}direct message (DM)`)).toEqual([]);
  });

  test('anything by throwing', () => {
    const pieces = fc.constantFrom(
      'ICP',
      'R&D',
      ' (',
      ') ',
      'ideal ',
      '-',
      '\n',
      '| ',
      '```',
      ', or ',
      ': ',
      '&',
      "'",
      'é',
      '[',
      '](',
      '_',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          for (const { acronym, meaning } of definitionsIn(text)) {
            expect(acronym).toMatch(/^[\p{L}\p{N}&]{2,8}$/u);
            expect(text.replace(/\s+/g, ' ').length).toBeGreaterThan(meaning.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(['(AB ', 'AB ', 'AB, or ', 'A-', '(', 'AB:', '[](', '<', 'a-a', ', ', '_', '| AB ', 'AB (', ' - '])(
    'takes time in proportion: many %j',
    (piece) => {
      // Were it quadratic, half a million characters would take minutes.
      const start = performance.now();
      definitionsIn(piece.repeat(Math.ceil(500_000 / piece.length)));
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );
});

describe('acronyms', () => {
  test('mean what most documents say first, and no more than three things', () => {
    const acronyms = createAcronyms();
    for (const [owner, meaning] of Object.entries({
      a: 'Digital Marketing',
      b: 'direct message',
      c: 'Direct Messages',
      d: 'Direct message',
      e: 'direct message',
      f: 'decision maker',
      g: 'data model',
      h: 'digital marketing',
    })) {
      acronyms.put(owner, [define('DM', meaning)]);
    }
    expect(acronyms.meaningsOf('dm')).toEqual(['direct message', 'Digital Marketing', 'data model']);
    expect(acronyms.meaningsOf('DMs')).toEqual(acronyms.meaningsOf('DM'));
    expect(acronyms.meaningsOf('constructor')).toEqual([]);
  });

  test('count a document once, whatever its writing', () => {
    const acronyms = createAcronyms();
    acronyms.put('a', [define('DM', 'Digital Marketing'), define('DM', 'digital-marketing')]);
    acronyms.put('b', [define('DM', 'direct message')]);
    acronyms.put('c', [define('DM', 'direct message')]);
    expect(acronyms.meaningsOf('DM')).toEqual(['direct message', 'Digital Marketing']);
  });

  test('that are words as well are meant by capitals alone', () => {
    const acronyms = createAcronyms();
    acronyms.put('a', [
      define('IT', 'information technology'),
      define('ART', 'agile release train'),
      define('ICP', 'ideal customer profile'),
    ]);
    expect([acronyms.meaningsOf('it'), acronyms.meaningsOf('art'), acronyms.meaningsOf('It')]).toEqual([[], [], []]);
    expect(acronyms.meaningsOf('IT')).toEqual(['information technology']);
    expect(acronyms.meaningsOf('ART')).toEqual(['agile release train']);
    expect(acronyms.meaningsOf('icp')).toEqual(['ideal customer profile']);
    expect(acronyms.acronymsOf(['agile', 'release', 'train', 'information', 'technology'])).toEqual([]);
  });

  test('are found by their meaning in a row of words, whatever the endings', () => {
    const acronyms = createAcronyms();
    acronyms.put('a', [
      define('ICP', 'Ideal Customer Profile'),
      define('CP', 'customer profile'),
      define('B2B', 'business to business'),
    ]);
    acronyms.put('b', [define('IdCP', 'ideal customer profile'), define('ICP', 'ideal customer profile')]);
    expect(acronyms.acronymsOf(['our', 'ideal', 'customer', 'profiles', 'now'])).toEqual(['ICP', 'IdCP', 'CP']);
    expect(acronyms.acronymsOf(['business', 'to', 'business'])).toEqual(['B2B']);
    expect(acronyms.acronymsOf(['ideal', 'profile', 'customer'])).toEqual([]);
    expect(acronyms.acronymsOf([])).toEqual([]);
  });

  test('go with their documents', () => {
    const acronyms = createAcronyms();
    acronyms.put('b', [define('ICP', 'ideal customer profile')]);
    acronyms.put('a', [define('DM', 'direct message')]);
    expect(acronyms.entries()).toEqual([
      ['a', [define('DM', 'direct message')]],
      ['b', [define('ICP', 'ideal customer profile')]],
    ]);
    acronyms.put('b', [define('CTA', 'call to action')]);
    expect([acronyms.meaningsOf('ICP'), acronyms.meaningsOf('CTA')]).toEqual([[], ['call to action']]);
    acronyms.put('b', []);
    acronyms.remove('a');
    acronyms.remove('never');
    expect(acronyms.entries()).toEqual([]);
    expect(acronyms.acronymsOf(['call', 'to', 'action'])).toEqual([]);
  });

  test('are the same whatever came and went before', () => {
    const definitions = fc.array(
      fc.record({
        acronym: fc.constantFrom('DM', 'Dm', 'CP'),
        meaning: fc.constantFrom('direct message', 'Direct messages', 'data model', 'cost plan', 'cost plans'),
      }),
      { maxLength: 3 },
    );
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), definitions), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        const [live, fresh] = [createAcronyms(), createAcronyms()];
        for (const [owner, some] of all) live.put(owner, some);
        for (const [owner, some] of new Map(all)) fresh.put(owner, some);
        const ask = ({ meaningsOf, acronymsOf, entries }: typeof live): unknown => [
          ['DM', 'cp'].map(meaningsOf),
          acronymsOf(['direct', 'message', 'cost', 'plan', 'data', 'model']),
          entries(),
        ];
        expect(ask(live)).toEqual(ask(fresh));
      }),
    );
  });
});

describe('words in capitals', () => {
  test('are those of a text that is not written so throughout', () => {
    expect([...wordsInCapitals('Who decides at the WHO, and in R&D or B2B?')]).toEqual(['who', 'r&d', 'b2b']);
    expect([...wordsInCapitals('WHO DECIDES?')]).toEqual([]);
    expect([...wordsInCapitals('')]).toEqual([]);
  });
});
