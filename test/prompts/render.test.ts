import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../src/library/text/template.ts';
import { LONGEST_RESULT } from '../../src/prompts/line-writer.ts';
import { renderParts, renderTemplate } from '../../src/prompts/render.ts';
import { Refusal } from '../../src/refusal.ts';

const templateOf = (text: string) => parseTemplate(text, { path: 'prompts/p.md', line: 1 }).template;

function render(text: string, values: readonly (readonly [string, string])[] = []): string {
  return renderTemplate(templateOf(text), {
    values: new Map(values),
    include: ({ path }) => (path === 'none' ? '' : `<${path}>`),
  });
}

/** Text with everything in it that means something to some template language or to `String.replace`. */
const awkward = fc
  .array(
    fc.constantFrom(
      '{{',
      '}}',
      '{{a}}',
      '{{ b }}',
      '{{#if a}}',
      '{{else}}',
      '{{/if}}',
      '{{> x }}',
      '\\{{',
      '$&',
      '$1',
      '$`',
      '${input:a}',
      '$ARGUMENTS',
      '# assistant',
      '`',
      'x',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `v${parts.join('')}`);

describe('values', () => {
  test('are put in as they are and never read again', () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        const text = render('1 {{a}} 2 {{#if b}}3 {{b}}{{/if}}{{> x }}${input:a}', [
          ['a', a],
          ['b', b],
        ]);
        expect(text).toBe(`1 ${a} 2 3 ${b}<x>${a}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('of nobody stay as they were written, blocks and all', () => {
    const mail = 'Hi {{ FirstName }},\n{{#if FirstName}}\nwelcome{{else}}\nhello\n{{/if}}\n${input:x} $ARGUMENTS\n';
    expect(render(mail, [['a', 'x']])).toBe(mail);
  });

  test('are found among declared names only, whatever objects bring along', () => {
    const text = '{{constructor}} {{__proto__}} {{#if toString}}x{{/if}}{{hasOwnProperty}}';
    expect(render(text)).toBe(text);
    expect(
      render('{{constructor}}{{__proto__}}', [
        ['constructor', 'a'],
        ['__proto__', 'b'],
      ]),
    ).toBe('ab');
  });
});

describe('text', () => {
  const harmless = fc
    .array(
      fc.constantFrom(
        '{{ p.name | default: "x" }}',
        '{% if v %}',
        '${user}',
        '*|F|*',
        '{{#each x}}',
        '{{/each}}',
        '{{{raw}}}',
        '${env:X}',
        '${file:X}',
        '{',
        '}',
        '\n',
        '\r\n',
        '\r',
        ' ',
        '\t',
        '---',
        '# x',
        '`',
        '```',
        'é',
        '🙂',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(' '));

  test('without a placeholder of ours comes out byte for byte the same', () => {
    fc.assert(
      fc.property(harmless, (text) => {
        expect(render(text, [['a', '']])).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps what stands before and between horizontal rules', () => {
    expect(render('one\n---\ntwo {{a}}\n---\nthree', [['a', '1']])).toBe('one\n---\ntwo 1\n---\nthree');
  });

  test('can have written braces', () => {
    expect(render('\\{{a}} {{a}} \\{{#if a}}', [['a', '1']])).toBe('{{a}} 1 {{#if a}}');
  });
});

describe('lines', () => {
  test.each([
    ['whose values are all blank are left out', 'x\nTone: {{a}}\r\ny', 'x\ny'],
    ['with one value that is not blank stay', '{{a}} and {{b}}\n', ' and B\n'],
    ['that hold only the tags of blocks vanish', 'x\n{{#if b}}\n  y\n{{/if}}\nz\n', 'x\n  y\nz\n'],
    ['of a dropped block vanish with it', 'x\n{{#if a}}\ny\n{{/if}}\nz\n', 'x\nz\n'],
    ['of the alternative stand in', 'x\n{{#if a}}\ny\n{{else}}\nn\n{{/if}}\nz\n', 'x\nn\nz\n'],
    ['with a block that is dropped keep the rest', 'Keep {{#if a}}it {{a}}{{/if}}short.\n', 'Keep short.\n'],
    ['that consist of a dropped block vanish', 'x\n{{#if a}}For {{a}}.{{/if}}\ny', 'x\ny'],
    ['that are blank anyway stay', 'x\n\n{{b}}\n\ny', 'x\n\nB\n\ny'],
    ['with an include and a blank value stay', '{{> p }} {{a}}\n', '<p> \n'],
    ['with an include that puts in nothing vanish', 'x\n  {{> none }}\ny', 'x\ny'],
    ['at the end need no line break', 'x\n{{a}}', 'x\n'],
  ])('%s', (_what, text, expected) => {
    expect(
      render(text, [
        ['a', ''],
        ['b', 'B'],
      ]),
    ).toBe(expected);
  });

  test('are those of the template: a value of many lines belongs to one', () => {
    expect(
      render('- {{a}} {{b}}\n', [
        ['a', 'one\n\ntwo'],
        ['b', ''],
      ]),
    ).toBe('- one\n\ntwo \n');
  });
});

describe('breaks', () => {
  const parts = (text: string, values: readonly (readonly [string, string])[], ...words: string[]) => {
    const breaks = words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length, word }));
    return renderParts(templateOf(text), { values: new Map(values), include: () => '' }, breaks).map(
      ({ after, text: part }) => [after?.word, part],
    );
  };

  test('cut the result where the template has them', () => {
    expect(parts('a{{v}}|1|b|2|c', [['v', '|1|']], '|1|', '|2|')).toEqual([
      [undefined, 'a|1|'],
      ['|1|', 'b'],
      ['|2|', 'c'],
    ]);
  });

  test('in a dropped block do not count, in a kept one they do', () => {
    const text = 'a\n{{#if v}}\n|1|b\n{{/if}}\n|2|c';
    expect(parts(text, [['v', '']], '|1|', '|2|')).toEqual([
      [undefined, 'a\n'],
      ['|2|', 'c'],
    ]);
    expect(parts(text, [['v', 'x']], '|1|', '|2|')).toEqual([
      [undefined, 'a\n'],
      ['|1|', 'b\n'],
      ['|2|', 'c'],
    ]);
  });
});

describe('limits', () => {
  test('a result that is too long is refused, and one that is just short enough is not', () => {
    const values = [['a', 'x'.repeat(LONGEST_RESULT / 20)]] as const;
    expect(render('{{a}}'.repeat(20), values)).toHaveLength(LONGEST_RESULT);
    expect(() => render(`${'{{a}}'.repeat(20)}.`, values)).toThrow(Refusal);
    expect(() => render('{{a}}\n'.repeat(100_000), values)).toThrow(Refusal);
  });

  test('lines that are left out do not count', () => {
    expect(render(`${`${'x'.repeat(1000)}{{a}}\n`.repeat(1000)}ok`, [['a', '']])).toBe('ok');
  });

  // Quadratic work on this takes minutes; the bound only tells that from linear.
  test.each([
    '{{',
    '{{#if a}}',
    '{{#if n}}',
    '{{a}}',
    '{{a}}\n',
    '\\{{',
    '{{#if a}}x{{/if}}',
    '\n',
    '\r',
    '{{n}}{{> none }}',
  ])('a long text of %j ends in linear time', (unit) => {
    const text = unit.repeat(Math.floor(390_000 / unit.length));
    const before = performance.now();
    render(text, [['a', '']]);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
