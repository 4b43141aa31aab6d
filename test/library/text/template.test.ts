import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTemplate, type TemplateNode } from '../../../src/library/text/template.ts';

const where = { path: 'prompts/p.md', line: 1 };
const read = (text: string) => parseTemplate(text, where);

/** The nodes as short words: `text`, `<name>`, `[name: given | otherwise]`, `(>path#anchor)`. */
function shape(nodes: readonly TemplateNode[]): string {
  return nodes.map(shapeOfNode).join('');
}

function shapeOfNode(node: TemplateNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'value':
      return `<${node.name}>`;
    case 'include':
      return `(>${node.reference.path}${node.reference.anchor && `#${node.reference.anchor}`})`;
    case 'if':
      return `[${node.name}: ${shape(node.given)} | ${shape(node.otherwise)}]`;
  }
}

/** What a text node was read from: its text, or an escape. */
function rawOf(node: TemplateNode & { type: 'text' }, source: string): string {
  return source[node.start] === '\\' && node.text === '{{' ? '\\{{' : node.text;
}

/** The text that the nodes were read from. */
function written(nodes: readonly TemplateNode[], source: string): string {
  const words = nodes.map((node) => {
    if (node.type === 'text') return rawOf(node, source);
    if (node.type !== 'if') return node.raw;
    const { open, otherwise, close } = node.raw;
    return open + written(node.given, source) + otherwise + written(node.otherwise, source) + close;
  });
  return words.join('');
}

const shapeOf = (text: string): string => shape(read(text).template.nodes);
const codesOf = (text: string): string[] =>
  read(text).diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('what a template understands', () => {
  test.each([
    ['a value', 'Hi {{ name }} and {{name}}.', 'Hi <name> and <name>.'],
    ['names in any script, with digits, _ and -', '{{ ürün_adı-2 }}{{_x}}{{नाम}}', '<ürün_adı-2><_x><नाम>'],
    ['a block', '{{#if a}}yes{{/if}}', '[a: yes | ]'],
    ['a block with its alternative', '{{#if a}}yes{{ else }}no{{/if}}', '[a: yes | no]'],
    ['blocks in blocks', '{{#if a}}1{{#if b}}2{{else}}3{{/if}}{{else}}4{{/if}}', '[a: 1[b: 2 | 3] | 4]'],
    ['an include', '{{> prompts/parts/my part.md }}', '(>prompts/parts/my part.md)'],
    ['an include of a section', '{{>context/a.md#proof-points}}', '(>context/a.md#proof-points)'],
    ['written braces', 'Type \\{{ name }} here', 'Type {{ name }} here'],
    ['inputs of VS Code', 'On ${input:topic} for ${input:who:e.g. $5: founders}', 'On <topic> for <who>'],
    ['all arguments at once', 'Do this: $ARGUMENTS.', 'Do this: <arguments>.'],
    ['a value before a closing brace', '{"a": {{ a }}}', '{"a": <a>}'],
    ['a value in code', '`{{ a }}`', '`<a>`'],
  ])('reads %s', (_what, text, expected) => {
    expect(shapeOf(text)).toBe(expected);
    expect(codesOf(text)).toEqual([]);
  });

  test.each([
    '{{ person.first_name | default: "there" }}',
    '{% if vip %}VIP{% endif %}',
    '${user} ${env:HOME} ${file:/etc/passwd} ${input:two words} ${input:} ${input:open',
    '*|FNAME|* %%First Name%% [[name]] {name}',
    '{{#each rows}}{{this.name}}{{else}}none{{/each}}',
    '{{#rows}}{{.}}{{/rows}}{{^rows}}none{{/rows}}',
    '{{{raw}}} {{{{raw}}}} {{!-- note --}} {{2nd}} {{}} {{ }} {{a b}}',
    '{{\nname\n}} {{ name',
    '`${input:topic}` and ``a ` ${input:b} $ARGUMENTS`` and `$ARGUMENTS`',
    '```md\n${input:topic}\n$ARGUMENTS\n```\n',
    '~~~\n```\n$ARGUMENTS\n```\n~~~\n',
    '````\n```\n$ARGUMENTS\n````\n',
    'US$ARGUMENTS $ARGUMENTS_2 \\$ARGUMENTS $$ARGUMENTS',
    '{{#if first.name}}Hi{{else}}Hello{{/if}}',
    '{{#if (eq a "b")}}{{#if first.name}}x{{/if}}{{else}}y{{/if}}',
    '{{#if\n  first.name}}x{{/if}}',
  ])('leaves alone what is not its own: %j', (text) => {
    const { template, diagnostics } = read(text);
    expect(template.nodes.every((node) => node.type === 'text')).toBe(true);
    expect(shape(template.nodes)).toBe(text);
    expect(diagnostics).toEqual([]);
  });

  test('understands inputs again after code has ended', () => {
    expect(shapeOf('```\n$ARGUMENTS\n```\n$ARGUMENTS `x` ${input:a} `')).toBe(
      '```\n$ARGUMENTS\n```\n<arguments> `x` <a> `',
    );
  });

  test.each([
    ['a fence behind a list mark', '- ```\n  $ARGUMENTS\n  ```\n', ''],
    ['a fence in an entry of an entry', '- a\n  1. b\n\n     ~~~ md\n$ARGUMENTS\n     ~~~\n', ''],
    ['a fence that holds deeper marks', '```\n    ```\n$ARGUMENTS\n```\n', ''],
    ['a fence that is never closed', 'Text\n```\n$ARGUMENTS', ''],
    ['marks in a comment, which open nothing', '<!--\n```\n-->\n', '$ARGUMENTS'],
    ['marks that are indented like code, which open nothing', 'a\n\n    ```\n\n', '$ARGUMENTS'],
  ])('finds code where headings find it: %s', (_what, before, after) => {
    expect(shapeOf(before + after)).toBe(before + after.replace('$ARGUMENTS', '<arguments>'));
  });

  test('keeps the ends of blocks of other languages apart from its own', () => {
    expect(shapeOf('{{#if a}}{{#if b.c}}x{{else}}y{{/if}}{{else}}z{{/if}}')).toBe(
      '[a: {{#if b.c}}x{{else}}y{{/if}} | z]',
    );
    expect(shapeOf('{{#each rows}}{{#if a}}x{{/if}}{{/each}}')).toBe('{{#each rows}}[a: x | ]{{/each}}');
    expect(shapeOf('{{#if a}}Write {{#each rows}} here.{{/if}}')).toBe('[a: Write {{#each rows}} here. | ]');
  });

  test('takes one name in two Unicode forms for one', () => {
    expect(shapeOf('{{ cafe\u0301 }}{{ caf\u00e9 }}')).toBe('<caf\u00e9><caf\u00e9>');
  });
});

describe('what it says of a template', () => {
  test('names every placeholder once, with its first place in the file', () => {
    const { template } = parseTemplate('a\r\n {{b}}\r{{#if a}}\n{{b}} {{a}} {{> x.md#y }}{{/if}}', {
      ...where,
      line: 7,
    });
    expect([...template.names]).toEqual([
      ['b', { line: 8, column: 2 }],
      ['a', { line: 9, column: 1 }],
    ]);
    expect(template.includes).toEqual([{ path: 'x.md', anchor: 'y', place: { line: 10, column: 13 } }]);
  });

  test('reports a block that is never closed at its place, and reads on', () => {
    expect(shapeOf('Hi\n  {{#if a}}x{{else}}y {{b}}')).toBe('Hi\n  {{#if a}}x{{else}}y <b>');
    expect(codesOf('Hi\n  {{#if a}}x{{else}}y {{b}}')).toEqual(['2:3 prompt-block-unclosed']);
    expect(shapeOf('{{#if a}}{{#if b}}x{{/if}}')).toBe('{{#if a}}[b: x | ]');
  });

  test('reports ends and alternatives without a block, and leaves them as text', () => {
    const text = 'a{{/if}}\n{{else}}{{#if b}}1{{else}}2{{else}}3{{/if}}';
    expect(shapeOf(text)).toBe('a{{/if}}\n{{else}}[b: 1 | 2{{else}}3]');
    expect(codesOf(text)).toEqual([
      '1:2 prompt-block-unopened',
      '2:1 prompt-block-unopened',
      '2:28 prompt-block-unopened',
    ]);
  });

  test('reads blocks 32 deep and reports the one below', () => {
    const nested = (depth: number): string => `${'{{#if a}}'.repeat(depth)}x${'{{/if}}'.repeat(depth)}`;
    expect(codesOf(nested(32))).toEqual([]);
    expect(codesOf(nested(33))).toEqual(['1:289 prompt-limit']);
    expect(shapeOf(nested(33))).toContain('[a: {{#if a}}x{{/if}} | ]');
  });

  test('stops reporting after twenty faults', () => {
    expect(read('{{/if}}'.repeat(1000)).diagnostics).toHaveLength(20);
  });
});

describe('for whatever text', () => {
  const piece = fc.constantFrom(
    ...['{{', '}}', '{', '}', '\\{{', '{{#if a}}', '{{#if a.b}}', '{{else}}', '{{/if}}', '{{#each a}}', '{{/each}}'],
    ...[
      '{{ a }}',
      '{{> a }}',
      '${input:',
      '${input:a}',
      '$ARGUMENTS',
      '`',
      '```',
      '~~~',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'a',
      'é',
      '🙂',
    ],
  );
  const pieces = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));

  test('the nodes hold every character that was written, in order', () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), (text) => {
        expect(written(read(text).template.nodes, text)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('text nodes know where they stand', () => {
    const check = (nodes: readonly TemplateNode[], text: string): void => {
      for (const node of nodes) {
        if (node.type === 'if') check([...node.given, ...node.otherwise], text);
        if (node.type !== 'text') continue;
        expect(text.startsWith(rawOf(node, text), node.start)).toBe(true);
      }
    };
    fc.assert(
      fc.property(pieces, (text) => check(read(text).template.nodes, text)),
      { numRuns: 500 },
    );
  });

  // Quadratic work on a mebibyte takes minutes; the bound only tells that from linear.
  test.each([
    '{{',
    '{{ ',
    '{{a',
    '{{#if a}}',
    '{{#if ',
    '{{#each a}}',
    '{{/if}}',
    '{{else}}',
    '\\{{',
    '${input:',
    '${input:a',
    '`',
    '` `` ',
    '$ARGUMENTS',
    '{{> ',
    '{{ a }}',
    '{{#if a}}{{#b}}',
  ])('a mebibyte of %j is read in linear time', (unit) => {
    const text = unit.repeat(Math.floor(2 ** 20 / unit.length));
    const before = performance.now();
    read(text);
    expect(performance.now() - before).toBeLessThan(4000);
  });
});
