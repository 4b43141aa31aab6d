import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, textOfSection } from '../../src/library/document.ts';
import { parse } from '../../src/library/parse.ts';
import { CONTROL } from '../../src/library/text/invisible-characters.ts';
import { parseTemplate } from '../../src/library/text/template.ts';
import { type Draft, draftOfPrompt, draftOfWin, draftOfWorkflow } from '../../src/sharing/draft.ts';

const CREDIT = { author: 'Bea Fontein', date: '2026-11-22' };
const RUNS = { numRuns: 400 };
const UNWRITTEN = new RegExp(`[${CONTROL}\\f]`, 'gu');

const WORKFLOW = {
  title: 'A launch kit in a morning',
  task: 'One email, one page, four posts.',
  context: '- The release notes\n- The persona, in full',
  prompts: ['Make a brief of this:\n\n# Notes\n{{ paste }}', 'Cut a third.'],
  forbidden: 'No "dashboard".',
  fixed: 'Two links became one.',
  learned: 'Brief first, once.',
  tools: ['AI assistant', 'email tool'],
  minutesBefore: 480,
  minutesAfter: 110,
};
const HEADINGS = [
  'The task',
  'What context I gave it',
  'The prompts, in order',
  'What I told it not to do',
  'What I had to fix by hand afterwards',
  'What I learned',
];

function read({ text }: Draft): { document: Document; errors: string[] } {
  const parsed = parse({ id: 'inbox/a.md', bytes: new TextEncoder().encode(text), hash: '', modified: 0 });
  if (parsed.document === undefined) throw new Error('There is no document.');
  const errors = parsed.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { document: parsed.document, errors };
}

const headingsOf = (document: Document): string[] => document.sections.map(({ heading }) => heading);

/** Whatever a file can hold: lines of every kind, and pieces that mean something in Markdown, YAML or templates. */
const piece = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '---',
    '# Heading',
    '## What I learned',
    'Title\n===',
    'Title\n---',
    '```',
    '~~~~',
    '````js',
    '<!--',
    '-->',
    '<h2>',
    '</h2>',
    '<script>',
    '<pre>',
    '{{ name }}',
    '{{#if a}}',
    '{{/if}}',
    '{{> x }}',
    '\\{{',
    '$ARGUMENTS',
    '${input:a}',
    'kind: guideline',
    'status: approved',
    ': ',
    '- ',
    '- - - - # deep',
    '> quoted',
    '    code',
    '\t',
    '"',
    "'",
    '\\',
    '['.repeat(70),
    '}}}}',
    '&a *a',
    '%YAML',
    '!!js',
    '| ',
    '\u2028',
    '\u0085',
    'Übung',
    '見出し',
    '👩‍🍳',
  ),
);
const given = fc
  .array(piece, { minLength: 1, maxLength: 12 })
  .chain((pieces) =>
    fc
      .array(fc.constantFrom('\n', '\n\n', ' ', '', '\r\n'), { minLength: 12, maxLength: 12 })
      .map((joints) => pieces.map((each, index) => each + (joints[index] ?? '')).join('')),
  )
  // what no editor writes is left out, and has a test of its own
  .map((text) => text.replace(UNWRITTEN, ''))
  .filter((text) => text.trim() !== '');
/** As long as no title is cut. */
const line = given
  .map((text) => Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, 70).join('').trim())
  .filter((text) => text !== '');

const unified = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

describe('a workflow', () => {
  test('has its sections in a fixed order, and its prompts as they were typed', () => {
    const { document, errors } = read(draftOfWorkflow(WORKFLOW, CREDIT));
    expect(errors).toEqual([]);
    expect(headingsOf(document)).toEqual(HEADINGS);
    expect(document).toMatchObject({ title: WORKFLOW.title, kind: 'workflow', status: 'draft' });
    expect(document.fields).toEqual({
      title: WORKFLOW.title,
      kind: 'workflow',
      author: 'Bea Fontein',
      date: '2026-11-22',
      task: WORKFLOW.task,
      tools: WORKFLOW.tools,
      minutes_before: 480,
      minutes_after: 110,
    });
    expect(document.body).toContain('```text\nMake a brief of this:\n\n# Notes\n{{ paste }}\n```');
    expect(document.body).toContain('- The release notes\n- The persona, in full');
  });

  test('leaves out what nobody said', () => {
    const { document } = read(
      draftOfWorkflow({ title: 'T', task: 'Tell.', prompts: ['Do it.'], fixed: ' \n' }, CREDIT),
    );
    expect(headingsOf(document)).toEqual(['The task', 'The prompts, in order']);
    expect(Object.keys(document.fields)).toEqual(['title', 'kind', 'author', 'date', 'task']);
  });

  test('is read again without an error and in its order, and holds every text that was given', () => {
    const texts = fc.record({
      title: line,
      task: given,
      context: given,
      prompts: fc.array(given, { minLength: 1, maxLength: 4 }),
      forbidden: given,
      fixed: given,
      learned: given,
      tools: fc.array(line, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(texts, line, (workflow, author) => {
        const { document, errors } = read(draftOfWorkflow(workflow, { ...CREDIT, author }));
        expect(errors).toEqual([]);
        expect(document).toMatchObject({ isIntact: true, kind: 'workflow', isInInbox: true, title: workflow.title });
        expect(document.fields).toMatchObject({ title: workflow.title, tools: workflow.tools, author });
        expect(headingsOf(document)).toEqual(HEADINGS);
        const { task, context, forbidden, fixed, learned, prompts } = workflow;
        const inside = [[task], [context], prompts, [forbidden], [fixed], [learned]];
        for (const [index, section] of document.sections.entries())
          for (const text of inside[index] ?? []) expect(textOfSection(document, section)).toContain(unified(text));
      }),
      RUNS,
    );
  });
});

describe('a win', () => {
  test('says whose it is, what was saved and what was used', () => {
    const used = ['prompts/competitor-reply.md', 'context/messaging/competitor-notes.md'];
    const win = { title: 'A fair answer', what: 'An answer in 25 minutes.', who: 'Kwame', savedMinutes: 70, used };
    const { document, errors } = read(draftOfWin(win, CREDIT));
    expect(errors).toEqual([]);
    expect(document).toMatchObject({ kind: 'win', title: 'A fair answer' });
    expect(document.fields).toEqual({
      title: 'A fair answer',
      kind: 'win',
      author: 'Bea Fontein',
      date: '2026-11-22',
      who: 'Kwame',
      saved_minutes: 70,
      used,
    });
    expect(document.body).toBe('## What happened\n\nAn answer in 25 minutes.\n');
  });

  test('is read again without an error, whatever it says', () => {
    fc.assert(
      fc.property(line, given, line, (title, what, who) => {
        const { document, errors } = read(draftOfWin({ title, what, who }, CREDIT));
        expect(errors).toEqual([]);
        expect(document).toMatchObject({ title, kind: 'win', isIntact: true });
        expect(document.fields).toMatchObject({ who });
        expect(headingsOf(document)).toEqual(['What happened']);
        expect(document.body).toContain(unified(what));
      }),
      RUNS,
    );
  });
});

describe('a prompt', () => {
  test('has its arguments, its notes and its text', () => {
    const text = 'Write to {{ persona }}.\n\n{{#if tone}}\nTone: {{ tone }}\n{{/if}}\n';
    const { document, errors } = read(
      draftOfPrompt(
        {
          title: 'Nurture email',
          text,
          description: 'One email of a sequence.',
          arguments: [
            { name: 'persona', description: 'Who reads it?', required: true },
            { name: 'tone', options: ['warm', 'plain'], default: 'warm' },
          ],
          notes: 'Works best with the persona: in full.\r\n\nNot for cafés.',
        },
        CREDIT,
      ),
    );
    expect(errors).toEqual([]);
    expect(document.body).toBe(text);
    expect(document.prompt?.name).toBe('nurture-email');
    expect(document.prompt?.arguments).toMatchObject([
      { name: 'persona', description: 'Who reads it?', required: true },
      { name: 'tone', options: ['warm', 'plain'], default: 'warm' },
    ]);
    expect(document.fields['notes']).toEqual(['Works best with the persona: in full.', 'Not for cafés.']);
  });

  test('without arguments asks for every placeholder, and with none of them for nothing', () => {
    const text = 'Hello {{ FirstName }}.';
    const argumentsOf = (draft: Draft): unknown => read(draft).document.prompt?.arguments.map(({ name }) => name);
    expect(argumentsOf(draftOfPrompt({ title: 'Mail', text }, CREDIT))).toEqual(['FirstName']);
    expect(argumentsOf(draftOfPrompt({ title: 'Mail', text, arguments: [] }, CREDIT))).toEqual([]);
  });

  test('is read again as the template that was given, whatever it says', () => {
    fc.assert(
      fc.property(line, given, line, (title, text, description) => {
        const { document } = read(draftOfPrompt({ title, text, description }, CREDIT));
        expect(document).toMatchObject({ title, kind: 'prompt', isIntact: true, description });
        const own = `${text.replace(/\r\n?/g, '\n').trimEnd()}\n`;
        expect(document.body).toBe(own);
        const firstLine = document.text.slice(0, document.text.length - own.length).split('\n').length;
        const { template } = parseTemplate(own, { path: document.id, line: firstLine });
        expect(document.prompt?.template).toEqual(template);
      }),
      RUNS,
    );
  });
});

test('what no editor writes is left out, and halves of characters are replaced', () => {
  const { document, errors } = read(
    draftOfWin({ title: 'Bell\u0007 \ud83d', what: 'a\u0000b\u001b[31mc\ud800' }, CREDIT),
  );
  expect(errors).toEqual([]);
  expect(document.title).toBe('Bell \uFFFD');
  expect(document.body).toBe('## What happened\n\nab[31mc\uFFFD\n');
});
