import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ForeignPrompt, type Piece, type Turn, textPiece, userTurn } from '../../src/importing/foreign-prompt.ts';
import { writePrompt } from '../../src/importing/write-prompt.ts';
import { parse } from '../../src/library/parse.ts';
import { argumentsOf, said } from './imported.ts';

const WHERE = { source: 'old/mail.txt (plain text)', namesKind: false };

function written(pieces: readonly Piece[], more: Partial<ForeignPrompt> = {}) {
  return writePrompt({ title: 'Mail', turns: userTurn(pieces), remarks: [], ...more }, WHERE);
}

const value = (name: string): Piece => ({ type: 'value', name });
const withoutEdges = (text: string): string => text.trimEnd().replace(/^(?:[^\S\r\n]*(?:\r\n?|\n))+/, '');

function messageOf(pieces: readonly Piece[], values: Readonly<Record<string, string>> = {}): string | undefined {
  return said(written(pieces).text, values)[0]?.text;
}

describe('text that looks like a placeholder of ours', () => {
  test.each([
    'Dear {{ FirstName }},',
    '{{#if vip}}Hello{{else}}Bye{{/if}}',
    '{{/if}} and {{else}}',
    '{{> prompts/parts/checklist.md }}',
    '\\{{ name }}',
    '{{#each rows}}{{ this }}{{/each}}',
    'Use $ARGUMENTS and ${input:name:hint}.',
    '`${input:topic}` {{{ topic }}}',
    '${input:today} and {{ today }}',
    '{% if vip %}{{ person.name | upper }}{% endif %} *|FNAME|*',
    '{{> a $ARGUMENTS }} ${input:x:{{b}}',
    '---\ntitle: Not mine\n---\nText',
    '{{'.repeat(50),
  ])('stays as it is: %s', (text) => {
    const { text: file } = written([textPiece(text)]);
    expect(argumentsOf(file)).toEqual([]);
    expect(said(file)).toEqual([{ role: 'user', text }]);
  });

  test('is escaped only where it would be read', () => {
    expect(written([textPiece('{{ a.b }} {{ Name }}')]).text).toContain('\n{{ a.b }} \\{{ Name }}\n');
  });

  test.each([
    ['{', '}'],
    ['{{', '}}'],
    ['{{{', '}}}'],
    ['\\', ''],
    ['\\{{', '}}'],
    ['${input:topic:', '}'],
    ['${input:other:', '}'],
    ['$', ''],
    ['{{#if topic}}', '{{/if}}'],
  ])('stays as it is around a placeholder: %s', (before, behind) => {
    const pieces = [textPiece(before), value('topic'), textPiece(behind)];
    expect(messageOf(pieces, { topic: 'Mail' })).toBe(`${before}Mail${behind}`);
  });

  test('is set apart from a placeholder by a space where nothing else helps, which is said', () => {
    const { text, remarks } = written([textPiece('`{'), value('topic'), textPiece('}`')]);
    expect(said(text, { topic: 'Mail' })[0]?.text).toBe('`{ Mail}`');
    expect(remarks.join()).toContain('A space stands now before a placeholder');
  });
});

const FRAGMENTS = [
  '{{',
  '}}',
  '{',
  '}',
  '\\',
  '$',
  '${input:',
  '$ARGUMENTS',
  '{{ topic }}',
  '{{ other }}',
  '{{#if topic}}',
  '{{else}}',
  '{{/if}}',
  '{{> x }}',
  '{{#each a}}',
  '{{/each}}',
  '`',
  '```\n',
  '~~~\n',
  '\n',
  '\r\n',
  ' ',
  '#',
  '# user\n',
  '## b',
  '===\n',
  '<h1>',
  '---\n',
  'topic',
  'today',
  '${input:today}',
  ':',
  'ü',
  '😀',
]; // biome formats
const text = fc.oneof(
  fc.constantFrom(...FRAGMENTS),
  fc.string({ unit: 'grapheme', maxLength: 8 }).map((some) => some.replace(/[\p{Cc}\u{E0000}-\u{E007F}\uFEFF]/gu, '')),
);
const piece = fc.oneof(
  { weight: 4, arbitrary: text.map(textPiece) },
  { weight: 1, arbitrary: fc.constantFrom('topic', 'tone', 'today').map(value) },
);
const VALUES = { topic: 'Launch {{ tone }} $& \\', tone: 'warm', today: 'some day' };

function filled(pieces: readonly Piece[]): string {
  return pieces
    .map((each) => (each.type === 'text' ? each.text : each.type === 'value' ? VALUES[each.name as 'topic'] : ''))
    .join('');
}

test('whatever the text is, it renders as the source fills it', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
      const expected = withoutEdges(filled(pieces));
      fc.pre(expected.trim() !== '');
      const { text: file, remarks } = written(pieces);
      const { diagnostics } = parse({ id: 'prompts/p.md', bytes: Buffer.from(file), hash: '', modified: 0 });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const names = new Set(pieces.flatMap((each) => (each.type === 'value' ? [each.name] : [])));
      const values = Object.fromEntries(Object.entries(VALUES).filter(([name]) => names.has(name)));
      const rendered = said(file, values);
      const changed = remarks.some((remark) => /^(A space|Headings)/.test(remark));
      const same = (some: string): string => (changed ? some.replace(/[\s#=-]/g, '') : some);
      expect(rendered.map(({ role }) => role)).toEqual(['user']);
      expect(same(rendered[0]?.text ?? '')).toBe(same(expected));
    }),
    { numRuns: 1_000 },
  );
});

describe('a conversation', () => {
  const turn = (speaker: Turn['speaker'], ...pieces: Piece[]): Turn => ({ speaker, pieces });

  test('becomes messages, the system text first', () => {
    const turns = [
      turn('user', textPiece('Hello')),
      turn('assistant', textPiece('Hi!\n\n# Title')),
      turn('system', textPiece('Be kind.')),
      turn('user', textPiece('Write about '), value('topic')),
    ];
    const { text: file, remarks } = writePrompt({ title: 'Chat', turns, remarks: [] }, WHERE);
    expect(said(file, { topic: 'bees' })).toEqual([
      { role: 'user', text: 'Be kind.\n\nHello' },
      { role: 'assistant', text: 'Hi!\n\n## Title' },
      { role: 'user', text: 'Write about bees' },
    ]);
    expect(remarks).toEqual([
      'The system text stands first in the message of the user, since prompts here have no system text.',
      'Headings of the first level are one level lower, since these make messages here.',
    ]);
  });

  test('in which the assistant says nothing is one message', () => {
    const turns = [turn('system', textPiece('Be kind.\n')), turn('user', textPiece('\n# Task\nWrite.'))];
    const { text: file } = writePrompt({ title: 'Chat', turns, remarks: [] }, WHERE);
    expect(said(file)).toEqual([{ role: 'user', text: 'Be kind.\n\n# Task\nWrite.' }]);
  });

  test('that cannot be told from its text is written in one message with names before what is said', () => {
    const turns = [turn('user', textPiece('```\nopen')), turn('assistant', textPiece('Yes'))];
    const { text: file, remarks } = writePrompt({ title: 'Chat', turns, remarks: [] }, WHERE);
    expect(said(file)).toEqual([{ role: 'user', text: 'User:\n\n```\nopen\n\nAssistant:\n\nYes' }]);
    expect(remarks.join()).toContain('cannot be kept as messages');
  });

  test('is not made of a text whose headings are called user and assistant', () => {
    const { text: file } = written([textPiece('# User\nHello\n\n# Assistant\nHi')]);
    expect(said(file)).toEqual([{ role: 'user', text: '## User\nHello\n\n## Assistant\nHi' }]);
  });
});

describe('what is asked for', () => {
  test('keeps descriptions, choices and defaults, under names that can stand in a placeholder', () => {
    const pieces = [
      value('user.name'),
      textPiece(' '),
      value('2nd'),
      textPiece(' '),
      value('tone'),
      textPiece(' '),
      value('else'),
    ];
    const { text: file, remarks } = written(pieces, {
      variables: [
        { name: 'tone', description: 'How?\nBriefly', options: ['warm', 'plain, dry'], default: 'loud' },
        { name: 'user.name', isOptional: true },
        { name: 'unused' },
      ],
    });
    expect(argumentsOf(file)).toEqual([
      {
        name: 'tone',
        description: 'How? Briefly',
        required: false,
        options: ['warm', 'plain, dry', 'loud'],
        default: 'loud',
      },
      { name: 'user_name', description: '', required: false, options: [], default: undefined },
      { name: '_2nd', description: '', required: true, options: [], default: undefined },
      { name: '_else', description: '', required: true, options: [], default: undefined },
    ]);
    expect(remarks).toContain('The variable "user.name" is called "user_name" here.');
    expect(remarks).toContain('Declared but not in the text, and left out: "unused".');
  });

  test('never has one name for two variables', () => {
    const { text: file } = written([value('a b'), value('a-b'), value('a.b'), value('a_b')]);
    expect(argumentsOf(file).map(({ name }) => name)).toEqual(['a_b', 'a-b', 'a_b_2', 'a_b_3']);
  });
});

test('front matter says what there is to say of a prompt, whatever characters it has', () => {
  const title = 'Say: "yes" # {{ now }}\u2028 \u0085!';
  const { text: file } = written([textPiece('Write.')], { title, authors: ['Ana', 'null'], tags: ['on', 'a: b'] });
  const { document, diagnostics } = parse({ id: 'prompts/p.md', bytes: Buffer.from(file), hash: '', modified: 0 });
  expect(diagnostics).toEqual([]);
  expect(document?.title).toBe('Say: "yes" # {{ now }} \u0085!');
  expect(document?.tags).toEqual(['on', 'a: b']);
  expect(document?.fields['author']).toBe('Ana, null');
  expect(document?.fields['source']).toBe('old/mail.txt (plain text)');
});

test('a text of braces and marks alone is written in time that grows with its length', () => {
  const began = performance.now();
  for (const unit of ['{{', '{{ a }}', '{{#if a}}', '$ARGUMENTS ', '\\{{', '${input:a:', '`{']) {
    written([textPiece(unit.repeat(10_000)), value('a'), textPiece(unit.repeat(10_000))]);
  }
  // quadratic work would take minutes
  expect(performance.now() - began).toBeLessThan(20_000);
});
