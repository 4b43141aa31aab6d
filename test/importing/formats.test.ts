import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_PROMPT } from '../../src/importing/convert.ts';
import { argumentsOf, imported, importedOne, said } from './imported.ts';

const textOf = (file: string, values = {}): string | undefined => said(file, values)[0]?.text;

describe('a prompt of VS Code', () => {
  const SOURCE = [
    '---',
    'description: "Write a launch post"',
    'agent: agent',
    "tools: ['search']",
    '---',
    'Write about ${input:topic:What is new?} for `${input:reader|everyone}`.',
    'Keep {{ FirstName }} and ${file}.',
  ].join('\n');

  test('asks for its inputs, in code too, and leaves the rest of its text alone', () => {
    const { text } = importedOne('prompts/launch-post.prompt.md', SOURCE);
    expect(argumentsOf(text)).toEqual([
      { name: 'topic', description: 'What is new?', required: true, options: [], default: undefined },
      { name: 'reader', description: '', required: false, options: [], default: 'everyone' },
    ]);
    expect(textOf(text, { topic: 'bees' })).toBe('Write about bees for `everyone`.\nKeep {{ FirstName }} and ${file}.');
    expect(text).toContain('title: Launch post\ndescription: Write a launch post\n');
    expect(text).toContain('source: prompts/launch-post.prompt.md (VS Code prompt)\n');
  });

  test('says what only the editor has', () => {
    expect(importedOne('launch-post.prompt.md', SOURCE).remarks).toEqual([
      'The model and how it is called are not carried over (agent): here each person chooses.',
      'The tools that it asks for are not carried over (tools): an assistant uses its own.',
      'Stays in the text, since only the editor can fill it in: ${file}.',
    ]);
  });
});

describe('a prompt of dotprompt', () => {
  const SOURCE = [
    '# Licence',
    '---',
    'model: some/model',
    'input:',
    '  schema:',
    '    topic: string, what it is about',
    '    tone?(enum, how it sounds): [warm, plain]',
    '    tags(array): string',
    '    vip?: boolean',
    '  default:',
    '    tone: plain',
    'output:',
    '  format: json',
    '---',
    '{{!-- not for {{readers}} --}}',
    '{{role "system"}}',
    'Sound {{tone}}.',
    '{{role "user"}}',
    'Write about {{topic}} {{{topic}}}.',
    '{{#if vip}}',
    'Be {{#unless tone}}short{{else}}long{{/unless}}.',
    '{{/if}}',
    '{{#each tags}}',
    '- {{this}}',
    '{{/each}}',
    '{{>footer}}',
    '{{#ifEquals tone "warm"}}Hi{{else}}Ho{{/ifEquals}} \\{{literal}}',
  ].join('\n');

  test('asks for the variables of its schema', () => {
    const { text } = importedOne('mail.prompt', SOURCE);
    expect(argumentsOf(text)).toEqual([
      { name: 'topic', description: 'what it is about', required: true, options: [], default: undefined },
      { name: 'tone', description: 'how it sounds', required: false, options: ['warm', 'plain'], default: 'plain' },
      { name: 'tags', description: '', required: true, options: [], default: undefined },
      { name: 'vip', description: '', required: false, options: [], default: undefined },
    ]);
  });

  test('says the same, as far as both understand it', () => {
    const { text } = importedOne('mail.prompt', SOURCE);
    const end = '{{#ifEquals tone "warm"}}Hi{{else}}Ho{{/ifEquals}} {{literal}}';
    const given = { topic: 'bees', tags: '- a\n- b' };
    expect(textOf(text, given)).toBe(`Sound plain.\n\nWrite about bees bees.\n- a\n- b\n${end}`);
    expect(textOf(text, { ...given, vip: 'yes' })).toContain('bees.\nBe long.\n- a');
  });

  test('says in plain words what could not be carried over', () => {
    const { remarks } = importedOne('mail.prompt', SOURCE);
    expect(remarks).toEqual([
      'The model and how it is called are not carried over (model): here each person chooses.',
      'The form that the answer must have is not carried over (output): describe it in the text if it matters.',
      'What is repeated for each of "tags" is not carried over: the whole list is one value, put in as it is typed.',
      'The part "footer" that it includes is not carried over: put its text in where it belongs.',
      'Stays in the text as it stands, since only its own engine understands it: {{#ifEquals tone "warm"}}.',
      'The system text stands first in the message of the user, since prompts here have no system text.',
    ]);
  });

  test('keeps the turns of a conversation', () => {
    const { text } = importedOne('chat.prompt', '{{role "user"}}Hi\n{{role "model"}}Hello\n{{role "user"}}{{ask}}');
    expect(said(text, { ask: 'Why?' })).toEqual([
      { role: 'user', text: 'Hi' },
      { role: 'assistant', text: 'Hello' },
      { role: 'user', text: 'Why?' },
    ]);
  });

  test('takes the properties of a JSON schema too', () => {
    const source =
      '---\ninput:\n  schema:\n    type: object\n    required: [a]\n    properties:\n      a: {type: string, enum: [x, y]}\n      b: {type: string, description: B}\n---\n{{a}} {{b}}';
    expect(argumentsOf(importedOne('s.prompt', source).text)).toMatchObject([
      { name: 'a', options: ['x', 'y'], required: true },
      { name: 'b', description: 'B', required: false },
    ]);
  });

  test.each([
    ['broken front matter', '---\ntitle: "open\n---\nHello {{name}}!', 'Hello Ana!'],
    ['a block that is never closed', 'Hello {{name}}!\n{{#if vip}}\nYes', 'Hello Ana!\n{{#if vip}}\nYes'],
    ['an end without a beginning', 'Hello {{name}}!\n{{/if}}', 'Hello Ana!\n{{/if}}'],
    ['braces that are never closed', 'Hello {{name}}! {{ {{#', 'Hello Ana! {{ {{#'],
    ['blocks that overlap', '{{#if name}}{{#each b}}{{/if}}{{/each}} {{name}}', '{{#each b}}{{/each}} Ana'],
    ['a chain of conditions', '{{#if a}}1{{else if b}}2{{/if}}{{name}}', '{{#if a}}1{{else if b}}2{{/if}}Ana'],
  ])('arrives with %s', (_, source, expected) => {
    expect(textOf(importedOne('odd.prompt', source).text, { name: 'Ana' })).toBe(expected);
  });

  test('with any number of blocks within blocks is one that can be run', () => {
    const { text } = importedOne('deep.prompt', `${'{{#if a}}'.repeat(500)}x${'{{/if}}'.repeat(500)}`);
    expect(textOf(text, { a: 'yes' })).toContain('x');
  });
});

describe('a prompt of prompty', () => {
  const SOURCE = [
    '---',
    'name: campaign-mail',
    'description: A mail',
    'authors: [Ana]',
    'metadata: {authors: [Ben], tags: [mail], version: 2}',
    'model: {id: some-model}',
    'inputs:',
    '  - {name: topic, kind: string, description: About what}',
    '  - {name: tone, kind: string, default: warm, enumValues: [warm, plain]}',
    '  - {name: history, kind: thread}',
    'sample: {reader: Maya}',
    '---',
    'system:',
    'Sound {{ tone | upper }}.',
    '{{history}}',
    '# user:',
    'Write about {{topic}} for {{- reader }}.{# not this #}',
    '{% if not topic %}Ask.{% else %}Answer.{% endif %}',
    '{% for x in points %}- {{ x }}{% endfor %}',
    '{% set a = 1 %}{{ sign_off | default("Bye") }}',
  ].join('\n');

  test('asks for its inputs, with what it knows of them', () => {
    const { text } = importedOne('mail.prompty', SOURCE);
    expect(argumentsOf(text)).toEqual([
      { name: 'topic', description: 'About what', required: false, options: [], default: undefined },
      { name: 'tone', description: '', required: false, options: ['warm', 'plain'], default: 'warm' },
      { name: 'history', description: '', required: false, options: [], default: undefined },
      { name: 'reader', description: 'For example: Maya', required: true, options: [], default: undefined },
      { name: 'sign_off', description: '', required: false, options: [], default: 'Bye' },
      { name: 'points', description: '', required: true, options: [], default: undefined },
    ]);
    expect(text).toContain('title: Campaign mail\ndescription: A mail\ntags: [mail]\nauthor: "Ana, Ben"\n');
  });

  test('says the same, as far as both understand it', () => {
    const { text } = importedOne('mail.prompty', SOURCE);
    expect(textOf(text, { topic: 'bees', reader: 'Maya', points: '- one' })).toBe(
      'Sound warm.\n\nWrite about bees forMaya.\nAnswer.\n- one\n{% set a = 1 %}Bye',
    );
  });

  test('says in plain words what could not be carried over', () => {
    expect(importedOne('mail.prompty', SOURCE).remarks).toEqual([
      'The model and how it is called are not carried over (model): here each person chooses.',
      'Not carried over from its metadata: version.',
      '"history" is an earlier conversation there; here it is a text that may stay empty.',
      'What is repeated for each of "points" is not carried over: the whole list is one value, put in as it is typed.',
      'Stays in the text as it stands, since only its own engine understands it: {% set a = 1 %}.',
      'Values are put in as they are typed, without: upper.',
      'The system text stands first in the message of the user, since prompts here have no system text.',
    ]);
  });
});

test('messages in the YAML of GitHub become one prompt', () => {
  const source =
    'name: Translate\nmodel: m\nmessages:\n  - role: system\n    content: To {{ language }}.\n  - role: user\n    content: "{{text}}"\n';
  const { text } = importedOne('translate.prompt.yml', source);
  expect(textOf(text, { language: 'Dutch', text: 'Hi' })).toBe('To Dutch.\n\nHi');
  expect(imported('broken.prompt.yml', 'a: [')).toMatchObject([{ type: 'none' }]);
});

describe('a skill', () => {
  test('becomes a prompt with its name and description; its other files are named', () => {
    const source = '---\nname: draft-post\ndescription: Drafts\nlicense: MIT\n---\n# Draft\n\nRead [this](a.md).';
    const { text, remarks } = importedOne('skills/draft/SKILL.md', source, { beside: ['a.md', 'scripts/run.py'] });
    expect(text).toContain('title: Draft post\n');
    expect(textOf(text)).toBe('# Draft\n\nRead [this](a.md).');
    expect(remarks).toEqual([
      'Not carried over, because prompts here have no such field: license.',
      'Files that belong to it are not carried over: a.md, scripts/run.py.',
    ]);
  });

  test('that takes a request asks for it, at its end if it does not say where', () => {
    const { text } = importedOne('skills/draft/SKILL.md', '---\nargument-hint: "<topic>"\n---\nDraft.');
    expect(argumentsOf(text)).toMatchObject([{ name: 'arguments', description: '<topic>', required: false }]);
    expect(textOf(text, { arguments: 'bees' })).toBe('Draft.\n\nARGUMENTS: bees');
    expect(textOf(text)).toBe('Draft.');
  });

  test('and a command take it where $ARGUMENTS stands, in code too', () => {
    const { text } = importedOne('commands/draft.md', 'Draft `$ARGUMENTS` for $1, not $ARGUMENTSX.');
    expect(textOf(text, { arguments: 'bees' })).toBe('Draft `bees` for $1, not $ARGUMENTSX.');
  });
});

describe('a pattern of fabric', () => {
  test('asks for the text to work on, behind both of its files', () => {
    const more = { continuation: 'CONTENT:\n' };
    const { text } = importedOne('patterns/to_sum_up/system.md', '# IDENTITY\n\nTo {{lang}}: {{ lang }}.\n', more);
    expect(text).toContain('title: To sum up\n');
    expect(argumentsOf(text).map(({ name }) => name)).toEqual(['lang', 'input']);
    expect(textOf(text, { lang: 'Dutch', input: 'Long' })).toBe('# IDENTITY\n\nTo Dutch: Dutch.\n\nCONTENT:\n\nLong');
  });

  test('has it where its own text says so', () => {
    const { text } = importedOne('patterns/p/system.md', 'Say {{input}} twice. {{plugin:datetime:now}}');
    expect(textOf(text, { input: 'Hi' })).toBe('Say Hi twice. {{plugin:datetime:now}}');
  });
});

describe('a table of prompts', () => {
  test('becomes a prompt a row, with what it fills in by itself', () => {
    const source =
      '\uFEFFact,prompt,for_devs\r\n"Poet","Write ""well"" on ${Topic:the sea},\r\nfor {{ reader }}.",TRUE\r\n\r\nChef,Cook,FALSE\r\n'.slice(
        1,
      );
    const [poet, chef] = imported('prompts.csv', source);
    if (poet?.type !== 'prompt' || chef?.type !== 'prompt') throw new Error('not imported');
    expect(textOf(poet.text, { reader: 'Ana' })).toBe('Write "well" on the sea,\r\nfor Ana.');
    expect([poet.title, poet.part, chef.title, textOf(chef.text)]).toEqual(['Poet', 'row 1', 'Chef', 'Cook']);
    expect(poet.text).toContain('source: "prompts.csv, row 1 (table of prompts)"');
    expect(poet.remarks).toEqual(['Columns that are not carried over: for_devs.']);
    expect(chef.remarks).toEqual([]);
  });

  test.each([[';'], ['\t']])('may be separated by %j', (separator) => {
    expect(imported('p.csv', ['title', 'prompt\nA', 'B, C\n'].join(separator))).toMatchObject([{ title: 'A' }]);
  });

  test('says which rows cannot be had', () => {
    expect(imported('p.csv', 'title,prompt\nA,\nB,text\nC,"open\n')).toMatchObject([
      { type: 'none', part: 'row 1', reason: 'It has no text.' },
      { type: 'prompt', part: 'row 2' },
      { type: 'none', reason: 'The quotation mark in line 4 is never closed, so nothing from there on can be read.' },
    ]);
    expect(imported('p.csv', 'a,b\n1,2\n')).toMatchObject([{ type: 'none' }]);
  });
});

describe('plain text', () => {
  test('asks for what stands in two braces', () => {
    const { text } = importedOne('notes/cold-mail.txt', 'Write to {{ name }}. {{#if x}} $ARGUMENTS {{> y}} {{ a.b }}');
    expect(text).toContain('title: Cold mail\n');
    expect(textOf(text, { name: 'Ana' })).toBe('Write to Ana. {{#if x}} $ARGUMENTS {{> y}} {{ a.b }}');
  });

  test('is called by its first heading or its front matter', () => {
    expect(importedOne('a.md', '# Cold mail\n\nWrite.').title).toBe('Cold mail');
    expect(importedOne('a.md', '---\ntitle: Warm mail\nauthor: Ana\n---\n# Cold\n').text).toContain(
      'title: Warm mail\nauthor: Ana\n',
    );
  });

  test('in our own format stays as it is', () => {
    const source = '---\narguments: [a]\n---\n{{ a }} {{ b }} {{#if a}}x{{/if}}\n';
    expect(importedOne('a.md', source).text).toBe(source);
  });
});

test('what would be too long to run is not imported', () => {
  expect(imported('a.txt', 'a'.repeat(LONGEST_PROMPT + 1))).toMatchObject([{ type: 'none' }]);
  expect(imported('a.txt', ' \n')).toMatchObject([{ type: 'none', reason: 'It has no text.' }]);
});

/** Texts with the variables of a format in them, and how that format fills them. */
const WAYS = [
  { path: 'a.txt', tag: (name: string) => `{{ ${name} }}`, wrap: (text: string) => text },
  { path: 'p/system.md', tag: (name: string) => `{{${name}}}`, wrap: (text: string) => `${text}{{input}}` },
  { path: 'a.prompt.md', tag: (name: string) => `\${input:${name}:hint}`, wrap: (text: string) => text },
  { path: 'a.prompt', tag: (name: string) => `{{${name}}}`, wrap: (text: string) => text },
  { path: 'a.prompty', tag: (name: string) => `{{ ${name} }}`, wrap: (text: string) => text },
  { path: 'a.csv', tag: (name: string) => `\${${name}}`, wrap: (text: string) => `act,prompt\nA,"${text}"` },
];

test('simple variables of every format are filled in as its own program fills them in', () => {
  const words = fc.constantFrom(
    'Write',
    ' ',
    '\n',
    '- ',
    '`',
    '**',
    '(',
    ')',
    ': ',
    '$5',
    '%',
    '{ ',
    ' }',
    'ü',
    '.',
    '```\n',
  );
  const part = fc.oneof(words, fc.constantFrom({ name: 'topic' }, { name: 'tone' }));
  const values: Record<string, string> = { topic: 'bees {{ tone }}', tone: 'warm', input: 'end' };
  fc.assert(
    fc.property(fc.constantFrom(...WAYS), fc.array(part, { minLength: 1, maxLength: 20 }), (way, parts) => {
      const written = parts.map((each) => (typeof each === 'string' ? each : way.tag(each.name))).join('');
      const expected = parts.map((each) => (typeof each === 'string' ? each : values[each.name])).join('');
      fc.pre(/\w/.test(expected));
      const { text } = importedOne(way.path, way.wrap(`Say: ${written}.`));
      const given = Object.fromEntries(argumentsOf(text).map(({ name }) => [name, values[name] ?? '']));
      const end = way.path === 'p/system.md' ? 'end' : '';
      expect(said(text, given)).toEqual([{ role: 'user', text: `Say: ${expected}.${end}` }]);
    }),
    { numRuns: 600 },
  );
});

test('no file makes an exception, whatever is in it', () => {
  const bits = [
    '---\n',
    'title: a\n',
    'input:\n  schema: [1]\n',
    'messages:\n',
    'inputs: {a: 1}\n',
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '"',
    ',',
    '\n',
    'system:\n',
    '{{role "user"}}',
    '{{#if a}}',
    '{{/if}}',
    '{{else}}',
    '{% for a in b %}',
    '{% endif %}',
    'act,prompt\n',
    '${input:',
    '}',
    '\0',
  ];
  const source = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 5 })), { maxLength: 25 });
  const paths = ['a.prompt.md', 'a.prompt', 'a.prompty', 'a.prompt.yml', 's/SKILL.md', 'p/system.md', 'a.csv', 'a.txt'];
  fc.assert(
    fc.property(fc.constantFrom(...paths), source, (path, parts) => {
      for (const converted of imported(path, parts.join(''))) expect(['prompt', 'none']).toContain(converted.type);
    }),
    { numRuns: 1_000 },
  );
});

test('sources that were made to hurt are read in time that grows with their length', () => {
  const began = performance.now();
  const units = [
    '{{',
    '{{!--',
    '{% if a %}',
    '{{#if a}}',
    '{{/if}}',
    '"',
    '"a",',
    '`',
    '${input:',
    ' ',
    '{# ',
    '{{a|',
    '\n',
    '# a\n',
  ];
  for (const path of ['a.prompt.md', 'a.prompt', 'a.prompty', 'p/system.md', 'a.csv', 'a.txt']) {
    for (const unit of units) imported(path, `act,prompt\n${unit.repeat(40_000 / unit.length)}`);
  }
  // quadratic work would take many minutes
  expect(performance.now() - began).toBeLessThan(40_000);
});
