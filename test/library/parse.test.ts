import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Kind } from '../../src/library/document.ts';
import { type Parsed, parse } from '../../src/library/parse.ts';
import { kindOfPlace } from '../../src/library/path.ts';

function read(text: string | Uint8Array, id = 'context/brand/voice.md'): Parsed {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return parse({ id, bytes, hash: String(bytes.length), modified: 0 });
}

function documentOf(text: string, id?: string): Document {
  const { document } = read(text, id);
  if (document === undefined) throw new Error('no document');
  return document;
}

const front = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n\nText.\n`;

describe('the kind of a document', () => {
  const places: [string, Kind][] = [
    ['context/brand/voice.md', 'guideline'],
    ['context/guidelines/voice.md', 'guideline'],
    ['context/guideline/voice.md', 'guideline'],
    ['context/personas/cfo.md', 'persona'],
    ['context/Persona/cfo.md', 'persona'],
    ['context/messaging/pillars.md', 'messaging'],
    ['context/learnings/q3.md', 'learning'],
    ['context/campaigns/2026/q3.md', 'learning'],
    ['context/workflows/case-study.md', 'workflow'],
    ['context/wins/first.md', 'win'],
    ['prompts/launch.md', 'prompt'],
    ['prompts/email/launch.md', 'prompt'],
    ['prompts/parts/checklist.md', 'reference'],
    ['prompts/README.md', 'reference'],
    ['anywhere/review.prompt.md', 'prompt'],
    ['context/glossary.md', 'reference'],
    ['notes/personas/cfo.md', 'reference'],
    ['readme.txt', 'reference'],
  ];
  test.each(places)('%s is a %s', (id, kind) => {
    expect(kindOfPlace(id)).toBe(kind);
  });

  test('comes from the front matter when it says one, in singular or plural, whatever its case', () => {
    expect(documentOf(front('kind: Personas')).kind).toBe('persona');
    expect(documentOf(front('kind: persona'), 'x.md').kind).toBe('persona');
  });

  test('that nobody knows is reported with the kinds there are, and the place decides', () => {
    const { document, diagnostics } = read(front('title: Voice', 'kind: rulebook'));
    expect(document?.kind).toBe('guideline');
    expect(diagnostics).toMatchObject([
      { code: 'wrong-value', line: 3, hint: expect.stringContaining('guideline, persona') },
    ]);
  });
});

describe('the title of a document', () => {
  const titles: [string, string, string][] = [
    ['its title', front('title: "Voice: the rules"', 'name: x'), 'Voice: the rules'],
    ['its name', front('name: voice-rules', 'navTitle: Nav'), 'voice-rules'],
    ['its navTitle', front('navTitle: Nav'), 'Nav'],
    ['its meta.title', front('meta:', '  title: Meta'), 'Meta'],
    ['its first heading', 'Intro\n\n## How we *write*\n', 'How we write'],
    ['its file name', 'Just text.', 'Voice'],
    ['a number', front('title: 2027'), '2027'],
  ];
  test.each(titles)('can be %s', (_, text, title) => {
    expect(documentOf(text).title).toBe(title);
  });

  test('made from a file name reads like words', () => {
    expect(documentOf('x', 'notes/launch_plan-q3.md').title).toBe('Launch plan q3');
    expect(documentOf('x', 'prompts/launch-email.prompt.md').title).toBe('Launch email');
  });

  test('is never the role heading of a few-shot prompt', () => {
    expect(documentOf('# user\nHi\n# assistant\nHello\n## sub\n', 'prompts/greet-back.md').title).toBe('Greet back');
  });
});

describe('front matter is read generously', () => {
  test('a word or a comma list where a list is meant, a number where a text is', () => {
    const document = documentOf(front('tags: email, launch', 'aliases: tone', 'owner: 42'));
    expect(document).toMatchObject({ tags: ['email', 'launch'], aliases: ['tone'], owner: '42' });
  });

  test('dates with and without a time; a day that does not exist is reported', () => {
    expect(documentOf(front('review_by: 2027-01-31T10:00:00Z', 'valid_until: "2027-02-28"'))).toMatchObject({
      reviewBy: '2027-01-31',
      validUntil: '2027-02-28',
    });
    expect(read(front('valid_until: 2027-02-30')).diagnostics).toMatchObject([
      { code: 'wrong-value', line: 2, hint: 'Write a date as year-month-day, such as "2027-01-31".' },
    ]);
  });

  test('a status in any case; one that nobody knows counts as approved and is reported', () => {
    expect(documentOf(front('status: Draft')).status).toBe('draft');
    const { document, diagnostics } = read(front('status: final'));
    expect(document?.status).toBe('approved');
    expect(diagnostics).toMatchObject([{ code: 'wrong-value', hint: 'Write one of draft, approved, deprecated.' }]);
  });

  test('all faults of a file are reported in one run, each at its own line', () => {
    const { diagnostics } = read(front('status: final', 'title: Fine', 'review_by: soon', 'tagss: [a]'));
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['wrong-value', 2],
      ['wrong-value', 4],
      ['unknown-field', 5],
    ]);
  });

  test('unknown fields are kept and not complained about, except one letter away from a known one', () => {
    const { document, diagnostics } = read(front('audience: everyone', 'titel: Voice', 'permalink: /voice/'));
    expect(document?.fields).toEqual({ audience: 'everyone', titel: 'Voice', permalink: '/voice/' });
    expect(diagnostics).toMatchObject([{ code: 'unknown-field', line: 3, hint: 'Did you mean "title"?' }]);
  });

  test('names of fields in any case, with hyphens or spaces', () => {
    const document = documentOf(
      front('Title: Shouted', 'Status: deprecated', 'TAGS: [x]', 'Review-by: 2027-01-31', 'Kind: persona'),
    );
    expect(document).toMatchObject({
      title: 'Shouted',
      status: 'deprecated',
      tags: ['x'],
      reviewBy: '2027-01-31',
      kind: 'persona',
    });
    expect(read(front('Valid until: soon')).diagnostics).toMatchObject([{ code: 'wrong-value', line: 2 }]);
  });

  test('minutes with their unit, but hours are not guessed at', () => {
    const workflow = (value: string): unknown =>
      read(front(`minutes_before: ${value}`), 'context/workflows/x.md').diagnostics.map(({ code }) => code);
    expect(['90', '"90"', '90 min', '7,5'].map(workflow)).toEqual([[], [], [], []]);
    expect(workflow('2 hours')).toEqual(['wrong-value']);
  });

  test('a word that is nearly a choice is suggested', () => {
    expect(read(front('status: aproved')).diagnostics).toMatchObject([
      { message: '"aproved" cannot be used as "status".', hint: 'Did you mean "approved"?' },
    ]);
  });

  test('fields of one kind are checked in documents of that kind only', () => {
    expect(read(front('minutes_before: many'), 'context/workflows/x.md').diagnostics).toMatchObject([
      { code: 'wrong-value' },
    ]);
    expect(read(front('minutes_before: many')).diagnostics).toEqual([]);
    expect(read(front('minutes_before: "90"'), 'context/workflows/x.md').diagnostics).toEqual([]);
    expect(read(front('results:', '  open rate: 41 %', '  clicks: 120'), 'context/learnings/x.md').diagnostics).toEqual(
      [],
    );
  });
});

describe('a file that is wrong', () => {
  test('with broken YAML is served under its fallback title, whole and searchable', () => {
    const { document, diagnostics } = read('---\ntitle: Voice: the rules\n---\n# How we write\n\nWarmly.\n');
    expect(document).toMatchObject({ title: 'How we write', isIntact: false, body: '# How we write\n\nWarmly.\n' });
    expect(diagnostics).toMatchObject([{ code: 'front-matter-broken', line: 2 }]);
  });

  test('that is empty is a document, and reported', () => {
    const { document, diagnostics } = read('', 'context/brand/empty.md');
    expect(document).toMatchObject({ title: 'Empty', text: '' });
    expect(diagnostics).toMatchObject([{ code: 'file-empty', severity: 'warning' }]);
  });

  test('that is not text is reported and is no document', () => {
    const { document, diagnostics } = read(
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    );
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'file-not-text' }]);
  });

  test('with hidden tag characters is served without them, and says what they read', () => {
    const hidden = [...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    const { document, diagnostics } = read(`# Voice\n\nBe warm.${hidden}\n`);
    expect(document?.text).toBe('# Voice\n\nBe warm.\n');
    expect(diagnostics).toMatchObject([{ code: 'invisible-text', line: 3, message: expect.stringContaining('obey') }]);
  });
});

describe('the arguments of a prompt', () => {
  const argumentsOf = (text: string): unknown =>
    documentOf(text, 'prompts/p.md').prompt?.arguments.map(({ place, ...rest }) => rest);

  test('are the placeholders of its text when none are declared', () => {
    expect(argumentsOf('Write about {{ topic }} for {{ reader }}, {{ topic }} again, on {{ today }}.')).toEqual([
      { name: 'topic', description: '', required: true, options: [] },
      { name: 'reader', description: '', required: true, options: [] },
    ]);
  });

  test('can be declared as a list of maps, a list of words or a map of descriptions', () => {
    expect(
      argumentsOf(
        '---\narguments:\n  - name: tone\n    options: warm, plain\n    default: warm\n    required: yes\n---\n{{ tone }}',
      ),
    ).toEqual([{ name: 'tone', description: '', required: false, options: ['warm', 'plain'], default: 'warm' }]);
    expect(argumentsOf('---\narguments: [topic]\n---\n{{ topic }}')).toEqual([
      { name: 'topic', description: '', required: true, options: [] },
    ]);
    expect(argumentsOf('---\narguments:\n  topic: What about?\n---\n{{ topic }}')).toEqual([
      { name: 'topic', description: 'What about?', required: true, options: [] },
    ]);
  });

  test('that are wrong are reported at their own lines and the others stay', () => {
    const text =
      '---\narguments:\n  - nam: topic\n  - name: reader\n    form: persona\n  - name: reader\n  - name: who\n    from: people\n---\n{{ reader }} {{ topik }}';
    const { document, diagnostics } = read(text, 'prompts/p.md');
    expect(document?.prompt?.arguments.map(({ name }) => name)).toEqual(['reader', 'who']);
    expect(diagnostics.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ['missing-field', 3, 'Did you mean "name" where it says "nam"?'],
      ['unknown-field', 5, 'Did you mean "from"?'],
      ['prompt-same-argument', 6, expect.any(String)],
      ['wrong-value', 8, 'Write a kind, such as "from: persona".'],
      ['prompt-unknown-placeholder', 10, expect.any(String)],
    ]);
  });

  test('say which of their lines cannot be used, and which name no placeholder can have', () => {
    const lines = [
      'arguments:',
      '  - name: target audience',
      '    required: maybe',
      '  - name: tone',
      '    options: [warm, plain]',
      '    default: hot',
      'context:',
      '  - path: context/brand/voice.md',
      '  - {}',
    ];
    const { document, diagnostics } = read(`---\n${lines.join('\n')}\n---\n{{ tone }}`, 'prompts/p.md');
    expect(document?.prompt?.context.map(({ path }) => path)).toEqual(['context/brand/voice.md']);
    expect(diagnostics.map(({ code, line, hint }) => [code, line, hint])).toEqual([
      ['wrong-value', 3, 'Call it "target_audience" here, and write {{ target_audience }} in the text.'],
      ['wrong-value', 4, 'Write "required: true", or take the line out.'],
      ['wrong-value', 7, 'Write one of the options, or add this one to them.'],
      ['wrong-value', 10, 'Write a path, such as "- context/brand/voice.md".'],
    ]);
  });

  test('are compared with a bounded number of placeholders', () => {
    const names = Array.from({ length: 600 }, (_, i) => `argument-number-${i}`);
    const body = Array.from({ length: 15_000 }, (_, i) => `{{ argument-nomber-${i} }}`).join(' ');
    const { diagnostics } = read(`---\narguments: [${names.join(', ')}]\n---\n${body}`, 'prompts/p.md');
    expect(diagnostics.length).toBeLessThanOrEqual(21);
  });

  test('leave a mail merge tag alone when they are declared, and mention it once', () => {
    const { diagnostics } = read(
      '---\narguments: [topic]\n---\nDear {{FirstName}}, {{ topic }}, {{FirstName}}',
      'prompts/p.md',
    );
    expect(diagnostics).toMatchObject([{ code: 'prompt-unknown-placeholder', severity: 'info', line: 4 }]);
  });
});

test('any bytes become a document, diagnostics, or both, and nothing throws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      '---js\n',
      'arguments:\n',
      '  - name: a\n',
      'context: [',
      '{{ a }}',
      '{{#if a}}',
      '{{> x }}',
      '# H\n',
      '<h1>',
      '```\n',
      'tags: ',
      '\r',
      '\u0000',
      '\u{e0041}',
      'title: "',
      'kind: prompt\n',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => new TextEncoder().encode(pieces.join('')));
  const id = fc.constantFrom(
    'context/brand/a.md',
    'prompts/a.md',
    'prompts/parts/a.md',
    'a.prompt.md',
    'inbox/a.md',
    'a.txt',
  );
  fc.assert(
    fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), id, (bytes, path) => {
      const { document, diagnostics } = read(bytes, path);
      expect(document !== undefined || diagnostics.length > 0).toBe(true);
      if (document !== undefined) expect(document.text.endsWith(document.body)).toBe(true);
      for (const { line, column, message, hint } of diagnostics) {
        expect(line >= 1 && column >= 1 && message.length > 0 && hint.length > 0).toBe(true);
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 5_000) },
  );
});
