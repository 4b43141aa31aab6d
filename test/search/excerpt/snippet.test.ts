import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_SNIPPET, snippetOf } from '../../../src/search/excerpt/snippet.ts';
import { termOf, termsOfName } from '../../../src/search/words/words.ts';

const asking = (...words: string[]): Map<string, number> =>
  new Map(words.flatMap((word) => termsOfName(word).map((term) => [term, 1])));

const WORDS = ['brand', 'tone', 'voice', 'calm', 'audit', 'payroll', 'Jahresüberblick', 'team', 'persona', 'plain'];
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 20 })
  .map((words) => `A ${words.join(' ')}.`);
const paragraphs = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((sentences) => sentences.join(' ')));

describe('a snippet', () => {
  test('is made of whole sentences of the text, in their order, and says where there is more', () => {
    fc.assert(
      fc.property(paragraphs, fc.constantFrom(...WORDS), (texts, word) => {
        const all = texts.flatMap((text) => text.match(/A .*?\./g) ?? []);
        const snippet = snippetOf(texts.join('\n\n'), asking(word));
        const shown = snippet.replace(/^… | …$/g, '');
        const from = all.findIndex((_, at) => all.slice(at).join(' ').startsWith(shown));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(shown.startsWith('A ') && shown.endsWith('.')).toBe(true);
        if (shown === all.join(' ')) expect(snippet).toBe(shown);
        else expect(snippet).toContain('…');
      }),
      { numRuns: 400 },
    );
  });

  test('has a word that was asked for whenever the text has one, and as many of them as fit together', () => {
    fc.assert(
      fc.property(paragraphs, fc.subarray(WORDS, { minLength: 1 }), (texts, words) => {
        const snippet = snippetOf(texts.join('\n\n'), asking(...words));
        const isThere = (text: string): boolean => words.some((word) => text.includes(word));
        expect(isThere(snippet)).toBe(isThere(texts.join(' ')));
      }),
      { numRuns: 300, examples: [[[`${'A brand. '.repeat(60)}A Jahresüberblick.`], ['Jahresüberblick']]] },
    );
    const text = `${'Payroll first. '.repeat(30)}Then the audit of payroll by persona. ${'Audit last. '.repeat(30)}`;
    expect(snippetOf(text, asking('persona', 'audit', 'payroll'))).toContain('Then the audit of payroll by persona.');
  });

  test('is as long as whole sentences allow, wherever the words stand', () => {
    const filler = 'Another sentence of a good length stands here. '.repeat(20);
    const snippet = snippetOf(`${filler}The payroll. ${filler}`, asking('payroll'));
    expect(snippet).toMatch(/^… The payroll\. Another/);
    expect(snippet.length).toBeGreaterThan(LONGEST_SNIPPET - 60);
  });

  test('prefers the words that weigh more', () => {
    const text = `Common common word. ${'Nothing here. '.repeat(30)}The rare one.`;
    const weights = new Map([
      [termOf('common'), 0.5],
      [termOf('rare'), 3],
    ]);
    expect(snippetOf(text, weights)).toContain('The rare one.');
  });

  test('is never too long, never ill-formed and never more than the text, whatever the text is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.string({ unit: 'grapheme', maxLength: 1200 }),
      fc
        .array(
          fc.constantFrom('😀', 'audit', ' ', '.', '|', '\n', '[x](', '<a', '`', 'x'.repeat(80), '**', '。', '# '),
          { maxLength: 300 },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const wellFormed = written.replace(/\p{Cs}/gu, '');
        const snippet = snippetOf(wellFormed, asking('audit'));
        expect(snippet.length).toBeLessThanOrEqual(LONGEST_SNIPPET);
        expect(snippet).not.toMatch(/\p{Cs}/u);
        expect(snippet).not.toMatch(/[\r\n\u{E0000}-\u{E007F}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('cuts a sentence that is too long between words, around those that were asked for', () => {
    const long = `It begins ${'with very many quite ordinary words '.repeat(30)}then payroll and ${'more of the same again '.repeat(30)}`;
    const snippet = snippetOf(long, asking('payroll'));
    expect(snippet).toMatch(/^… .* …$/);
    expect(snippet).toContain('payroll');
    const words = new Set(long.split(' '));
    expect(snippet.split(' ').filter((word) => word !== '…' && !words.has(word))).toEqual([]);
  });

  test('cuts a word that is too long between characters', () => {
    for (const before of ['', 'x']) {
      const snippet = snippetOf(before + '😀'.repeat(500), asking('none'));
      expect(snippet).toMatch(/^x?(?:😀)+ …$/u);
      expect(snippet.length).toBeGreaterThan(200);
    }
  });

  test('takes time in proportion to the text', () => {
    const began = performance.now();
    for (const piece of [
      '[',
      '<a ',
      '<!-- ',
      '| ',
      '*',
      '_a ',
      '. ',
      '`',
      '...',
      'a b ',
      '[a](',
      '[a](b',
      '{{#if ',
      '{{',
      '> ',
      '\n- ',
      '(',
      ' ',
      '\t',
      '- ',
      '"',
    ]) {
      snippetOf(piece.repeat(300_000 / piece.length), asking('audit'));
    }
    // Quadratic work on any of these would take minutes.
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test.each([
    [
      'heading marks and list marks',
      '### Proof points\n\n- Fast\n- [ ] Exact\n1. First\n> Said',
      'Proof points · Fast · Exact · First · Said',
    ],
    [
      'link targets',
      'See [the guide](https://example.com/a_(b)), ![logo](x.png) and [that][ref].\n\n[ref]: https://example.com',
      'See the guide, logo and that.',
    ],
    ['table pipes', '| Name | Price |\n|---|---:|\n| Basic | 9 |', 'Name: Basic; Price: 9'],
    ['bars between cells without names', '| Basic | 9 |\n| Full | 12 |', 'Basic · 9 · Full · 12'],
    ['a table that has no rows', '| Name | Price |\n|---|---|\n\nNone yet.', 'Name · Price · None yet.'],
    [
      'HTML',
      'One <br/>two <span class="x">three</span> &amp; four<!-- not this\n\nnor this --> five 3 < 4',
      'One two three & four five 3 < 4',
    ],
    [
      'emphasis and code',
      'Say **sorry** _once_, *never* `twice`, keep snake_case and 2 * 3 \\*',
      'Say sorry once, never twice, keep snake_case and 2 * 3 *',
    ],
    [
      'what puts a prompt together, and not of the values that it takes',
      'Write for {{ persona }}.\n{{#if offer}}\nName {{ offer }}.\n{{else}}\nNo offer.\n{{/if}}\n{{> prompts/parts/tone.md }}',
      'Write for {{ persona }}. Name {{ offer }}. No offer.',
    ],
    ['fences and rules', 'One.\n\n---\n\n```js\nlet x;\n```\n\nTitle\n=====', 'One. let x; Title'],
    ['lines of one paragraph', 'One line\ngoes on here.\r\nAnd here.', 'One line goes on here. And here.'],
  ])('is cleaned of %s', (_, markdown, plain) => {
    expect(snippetOf(markdown, asking('none'))).toBe(plain);
  });

  test('shows of a table the row that was asked for with the names of its columns', () => {
    const rows = Array.from({ length: 40 }, (_, at) => `| Plan ${at} | £${at} | persona ${at} \\| all |  |`);
    const table = [
      '| Name | **Price** | For | Note |',
      '|:--|--:|---|---|',
      ...rows,
      '| Audit | £99 | payroll | none |',
    ];
    const snippet = snippetOf(`Our plans.\n\n${table.join('\n')}\n\nAfterwards.`, asking('payroll'));
    expect(snippet).toContain('Name: Audit; Price: £99; For: payroll; Note: none');
    expect(snippet).toContain('Name: Plan 39; Price: £39; For: persona 39 | all');
    expect(snippet).not.toMatch(/Our plans|Note: [^n]/);
    expect(snippet.endsWith('Afterwards.')).toBe(true);
  });

  test('does not take an abbreviation for the end of a sentence when a small letter follows', () => {
    const text = `Use figures, e.g. for the payroll. ${'Another sentence stands here. '.repeat(20)}`;
    expect(snippetOf(text, asking('payroll'))).toMatch(/^Use figures, e\.g\. for the payroll\. Another/);
  });

  test('knows the ends of sentences in wide scripts', () => {
    const snippet = snippetOf('これは文です。'.repeat(100), asking('none'));
    expect(snippet).toMatch(/^(?:これは文です。 ?)+ …$/);
  });
});
