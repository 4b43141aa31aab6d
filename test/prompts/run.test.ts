import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT_BUDGET } from '../../src/prompts/context.ts';
import { runPrompt } from '../../src/prompts/run.ts';
import { Refusal } from '../../src/refusal.ts';
import { libraryOf } from '../library-of.ts';
import { launchLibrary } from './launch-library.ts';

type Files = Readonly<Record<string, string>>;

function run(files: Files, given: Readonly<Record<string, string>> = {}, name = 'p') {
  return runPrompt(libraryOf(files), { name, arguments: given, today: '2026-11-22' });
}

function textOf(files: Files, given: Readonly<Record<string, string>> = {}): string | undefined {
  return run(files, given).messages[0]?.text;
}

const withArguments = (names: string, body: string): string => `---\narguments: [${names}]\n---\n${body}`;
const withContext = (...paths: string[]): string => `---\ncontext: ${JSON.stringify(paths)}\n---\nWrite.`;

test('a prompt is run with its parts, its context and what was chosen', () => {
  const rendered = runPrompt(launchLibrary(), {
    name: 'launch-email',
    arguments: { campaign: 'Payroll in a minute', persona: 'maya' },
    today: '2026-11-22',
  });
  expect(rendered.messages).toEqual([
    {
      role: 'user',
      text: [
        'Write a launch email about Payroll in a minute for Maya the manager.',
        'Keep the tone warm.',
        'Open with what worries Maya the manager most.',
        'Greet with {{ FirstName }}. Today is 2026-11-22.',
        '',
        '- Is Payroll in a minute in the first line?',
        '- One call to action',
      ].join('\n'),
    },
  ]);
  expect(rendered.context.map(({ document, anchor, text }) => [document.id, anchor, text])).toEqual([
    ['context/brand/voice.md', '', '# Voice\nWe are warm.\n'],
    ['context/messaging/pillars.md', 'proof-points', '## Proof points\nFigures.\n\n### Sources\nA survey.'],
    ['context/personas/maya.md', '', expect.stringContaining('role: HR lead')],
  ]);
  expect(rendered.name).toBe('launch-email');
  expect(rendered.description).toBe(
    'A launch email in our voice. Sources: Voice; Pillars (Proof points); Maya the manager.',
  );
  expect(rendered.notes).toEqual([]);
});

describe('includes', () => {
  test('put in documents as they stand, and parts of prompts with the values', () => {
    const files = {
      'prompts/p.md': withArguments('a', 'x\n{{> Prompts/Parts/one.md }}\n{{> context/doc.md }}\n'),
      'prompts/parts/one.md': 'One {{a}}, {{b}}\n',
      'context/doc.md': '---\ntitle: Doc\n---\n\nDoc {{a}} {{> prompts/parts/one.md }} \\{{\n\n',
    };
    expect(textOf(files, { a: '{{b}}' })).toBe('x\nOne {{b}}, {{b}}\nDoc {{a}} {{> prompts/parts/one.md }} \\{{');
  });

  test('put in one section with everything below it', () => {
    const files = {
      'prompts/p.md': '{{> context/doc.md#rules }}\n{{> prompts/parts/one.md#b }}',
      'context/doc.md': '# Doc\n## Rules\n1\n### More\n2\n## Other\n3\n',
      'prompts/parts/one.md': '# A\na\n# B\nToday: {{today}}\n',
    };
    expect(textOf(files)).toBe('## Rules\n1\n### More\n2\n# B\nToday: 2026-11-22');
  });

  test('that are not found are left out, with a note', () => {
    const files = {
      'prompts/p.md': 'x\n{{> context/dok.md }}\n{{> context/doc.md#nowhere }}\n{{> inbox/new.md }}\ny',
      'context/doc.md': 'Doc',
      'inbox/new.md': 'New',
    };
    const { messages, notes } = run(files);
    expect(messages[0]?.text).toBe('x\ny');
    expect(notes).toEqual([
      'There is no document "context/dok.md" to put in, so it was left out. Did its editor mean "context/doc.md"?',
      '"context/doc.md" has no section "nowhere" to put in, so it was left out.',
      '"inbox/new.md" still waits in the inbox, so it was not put in.',
    ]);
  });

  test('in a circle are cut, and the rest is there', () => {
    const files = {
      'prompts/p.md': 'p {{> prompts/parts/a.md }}',
      'prompts/parts/a.md': 'a {{> prompts/parts/b.md }}',
      'prompts/parts/b.md': 'b {{> prompts/parts/a.md }}{{> prompts/p.md }}',
    };
    const { messages, notes } = run(files);
    expect(messages[0]?.text).toBe('p a b');
    expect(notes).toHaveLength(2);
    expect(notes[0]).toContain('circle');
  });

  test('go eight deep and no deeper', () => {
    const part = (depth: number) =>
      [`prompts/parts/${depth}.md`, `${depth} {{> prompts/parts/${depth + 1}.md }}`] as const;
    const parts = Object.fromEntries(Array.from({ length: 10 }, (_, index) => part(index + 1)));
    const { messages, notes } = run({ ...parts, 'prompts/p.md': 'p {{> prompts/parts/1.md }}' });
    expect(messages[0]?.text).toBe('p 1 2 3 4 5 6 7 8');
    expect(notes.join()).toContain('more than 8 includes deep');
  });

  test('that multiply are refused before they take for ever', () => {
    const part = (depth: number) =>
      [`prompts/parts/${depth}.md`, `{{> prompts/parts/${depth + 1}.md }}`.repeat(200)] as const;
    const parts = Object.fromEntries(Array.from({ length: 6 }, (_, index) => part(index)));
    const files = { ...parts, 'prompts/parts/6.md': '\n', 'prompts/p.md': 'p {{> prompts/parts/0.md }}' };
    expect(() => run(files)).toThrow(Refusal);
  });
});

describe('context', () => {
  test('has each document once, and no section of a document that comes along whole', () => {
    const files = {
      'prompts/p.md': withContext(
        'context/a.md#two',
        'context/a.md',
        './Context/A.md',
        'context/b.md#deep',
        'context/b.md#one',
        'context/c.md',
        'CONTEXT/B.md#one',
      ),
      'context/a.md': '# One\n1\n# Two\n2\n',
      'context/b.md': '# One\n1\n## Deep\n2\n',
      'context/c.md': 'c',
    };
    expect(run(files).context.map(({ document, anchor }) => `${document.id}#${anchor}`)).toEqual([
      'context/a.md#',
      'context/b.md#one',
      'context/c.md#',
    ]);
  });

  test('leaves out what is beyond the budget, says how to get it, and goes on with what is not', () => {
    const files = {
      'prompts/p.md': withContext('context/a.md', 'context/big.md', 'context/c.md'),
      'context/a.md': 'a'.repeat(1000),
      'context/big.md': `---\ntitle: Big\n---\n${'b'.repeat(CONTEXT_BUDGET - 1000)}`,
      'context/c.md': 'c'.repeat(CONTEXT_BUDGET - 1000),
    };
    const { context, notes } = run(files);
    expect(context.map(({ document }) => document.id)).toEqual(['context/a.md', 'context/c.md']);
    expect(notes).toEqual(['"Big" was left out: its 59019 characters are more than the 59000 that are left of 60000.']);
  });

  test('has nothing of the inbox and nothing that is not there, and says so', () => {
    const files = {
      'prompts/p.md': withContext('inbox/a.md', 'context/gone.md', 'context/b.md#nowhere'),
      'inbox/a.md': 'a',
      'context/b.md': '# B\nb',
    };
    const { context, notes, messages } = run(files);
    expect(context).toEqual([]);
    expect(notes).toHaveLength(3);
    expect(messages[0]?.text).toBe('Write.');
  });

  test('names the successor of a deprecated document', () => {
    const files = {
      'prompts/p.md': withContext('context/old.md'),
      'context/old.md': '---\nstatus: deprecated\n---\nOld',
      'context/new.md': '---\ntitle: New\nsupersedes: context/old.md\n---\nNew',
    };
    expect(run(files).context[0]?.text).toMatch(
      /^> Note: This is no longer in force\. Use context\/new\.md instead\.\n\n---\n/,
    );
  });
});

describe('what is not in force', () => {
  const STANDING = [
    ['a draft', 'status: draft', 'This is a draft.'],
    ['a deprecated document', 'status: deprecated', 'This is no longer in force.'],
    ['a replaced document', 'title: Old', 'This is no longer in force. Use context/new.md instead.'],
    ['an expired document', 'valid_until: 2026-11-21', 'This was valid until 2026-11-21.'],
  ] as const;
  const filesWith = (field: string): Files => ({
    'context/old.md': `---\ntitle: Old\n${field === 'title: Old' ? '' : `${field}\n`}---\nOld rules.`,
    'context/new.md': field === 'title: Old' ? '---\nsupersedes: context/old.md\n---\nNew' : 'New',
  });

  test.each(STANDING)('comes along marked, with a note: %s', (_, field, note) => {
    const { context, notes } = run({ 'prompts/p.md': withContext('context/old.md'), ...filesWith(field) });
    expect(context[0]?.text.startsWith(`> Note: ${note}\n\n---\n`)).toBe(true);
    expect(notes).toEqual([`"Old" comes along. ${note}`]);
  });

  test.each(STANDING)('is put in with a note: %s', (_, field, note) => {
    const { messages, notes } = run({ 'prompts/p.md': '{{> context/old.md }}', ...filesWith(field) });
    expect(messages[0]?.text).toBe('Old rules.');
    expect(notes).toEqual([`"context/old.md" was put in. ${note}`]);
  });

  test('is in force on its last day', () => {
    const { context, notes } = run({
      'prompts/p.md': withContext('context/old.md'),
      'context/old.md': '---\nvalid_until: 2026-11-22\n---\nOld',
    });
    expect([context[0]?.text.startsWith('---'), notes]).toEqual([true, []]);
  });
});

describe('messages', () => {
  const shot = (body: string, given: Readonly<Record<string, string>> = {}, names = '') =>
    run({ 'prompts/p.md': withArguments(names, body) }, given).messages.map(({ role, text }) => [role, text]);

  test('are made of a body whose top-level headings are roles', () => {
    expect(
      shot('\n# User\nHello {{a}}\n\n## Not a role\nx\n\n#  ASSISTANT\n\nHi\n# user\nBye', { a: 'you' }, 'a'),
    ).toEqual([
      ['user', 'Hello you\n\n## Not a role\nx'],
      ['assistant', 'Hi'],
      ['user', 'Bye'],
    ]);
  });

  test('can have blocks around them', () => {
    const body = '# user\nHello\n{{#if a}}\n# assistant\nExample {{a}}\n# user\nNow\n{{/if}}\nyou';
    expect(shot(body, { a: '-' }, '{name: a}')).toEqual([['user', 'Hello\nyou']]);
    expect(shot(body, { a: '1' }, 'a')).toEqual([
      ['user', 'Hello'],
      ['assistant', 'Example 1'],
      ['user', 'Now\nyou'],
    ]);
  });

  test.each([
    ['another heading stands beside them', '# user\na\n# Notes\nb'],
    ['text stands before the first', 'x\n# user\na\n# assistant\nb'],
    ['they stand in a fence', '```\n# user\na\n# assistant\nb\n```'],
    ['they are of a lower level', '## user\na\n## assistant\nb'],
  ])('are one when %s', (_what, body) => {
    expect(shot(body)).toEqual([['user', body]]);
  });

  test('are cut where the template has headings, never in a value or a part', () => {
    const awkward = fc.array(fc.constantFrom('# assistant', '# user', '\n', '\r\n', '```', 'x'), { minLength: 1 });
    fc.assert(
      fc.property(
        awkward.map((parts) => `v\n${parts.join('')}\nv`),
        (a) => {
          const files = {
            'prompts/p.md': withArguments('a', '# user\n{{a}}\n{{> prompts/parts/x.md }}\n# assistant\n{{a}}'),
            'prompts/parts/x.md': 'x\n# assistant\n{{a}}',
          };
          const { messages } = run(files, { a });
          expect(messages).toEqual([
            { role: 'user', text: `${a}\nx\n# assistant\n${a}` },
            { role: 'assistant', text: a },
          ]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('keep the heading of a prompt that is none of roles', () => {
    expect(shot('# Launch email\nWrite.')).toEqual([['user', '# Launch email\nWrite.']]);
  });

  test('are never none: a prompt that comes to nothing is refused with what to fill in', () => {
    expect(() => shot('{{a}}\n{{b}}', { a: '-' }, '{name: a}, {name: b}')).toThrow('Fill in one of: a, b.');
    expect(() => run({ 'prompts/p.md': '---\ntitle: P\n---\n' })).toThrow('has no text yet');
  });
});

test('a deprecated prompt runs, and names its successor', () => {
  const files = {
    'prompts/p.md': '---\ntitle: Old\nstatus: deprecated\n---\nx',
    'prompts/new.md': '---\ntitle: New one\nsupersedes: prompts/p.md\n---\ny',
  };
  expect(run(files).notes).toEqual(['The prompt "Old" is no longer in force. Use "New one" (new) instead.']);
});

test('an expired prompt runs, and says so in its title and in a note', () => {
  const { title, notes } = run({ 'prompts/p.md': '---\ntitle: Old\nvalid_until: 2026-11-21\n---\nx' });
  expect(title).toBe('Old (no longer in force)');
  expect(notes).toEqual(['The prompt "Old" is no longer in force. It was valid until 2026-11-21.']);
});
