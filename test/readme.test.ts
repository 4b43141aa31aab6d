import { existsSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CODES } from '../src/library/diagnostic.ts';
import { parse } from '../src/library/parse.ts';
import { TOOLS } from '../src/mcp/tools.ts';
import { DEFAULT_SETTINGS, readSettings } from '../src/settings.ts';
import { type TemporaryFolder, temporaryFolder } from './folders.ts';
import { PROJECT, run } from './processes.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8').replaceAll('\r\n', '\n');
const README = read('README.md');

/** A piece of the README in a fence, with the language that stands behind the backticks. */
interface Block {
  readonly language: string;
  readonly text: string;
}

/** Fences may be indented, as those in a list are. */
const BLOCKS: readonly Block[] = [...README.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)].map((match) => ({
  language: match[2] ?? '',
  text: match[3] ?? '',
}));
const blocksOf = (language: string): string[] =>
  BLOCKS.filter((block) => block.language === language).map(({ text }) => text);
const blockWith = (words: string): string => BLOCKS.find(({ text }) => text.includes(words))?.text ?? '';
const PROSE = README.replace(/^( *)```[\s\S]*?^\1```$/gm, '');

/** The day of the examples. */
const DAY = '2026-11-22';

/** Files with the faults that the README shows, by their place in a library. */
const FAULTY: Readonly<Record<string, string | Uint8Array>> = {
  'context/brand/large.md': 'a'.repeat(1_150_000),
  'context/brand/brandbook.md': '%PDF-1.7\n',
  'context/brand/accents.md': Buffer.from('Café\n', 'latin1'),
  'context/brand/empty.md': '',
  'context/brand/plan.gdoc': '{"url":""}',
  'context/brand/names.md': '# Names\n',
  'context/brand/names (1).md': '# Names\n',
  "context/brand/names (Ann's conflicted copy 2027-01-31).md": '# Names\n',
  'context/brand/hidden.md': 'Safe\u202E and sound\n',
  'context/brand/access.md': `api_key: ${['sk', 'aB3dE5fG7hI9jK1lM3nO5pQ7'].join('-')}\n`,
  'context/brand/unclosed.md': '---\ntitle: Voice\nowner: Ann\n\n# Voice\n',
  'context/brand/spaces.md': '---\ntitle:Voice\n---\nText\n',
  'context/brand/script.md': '---js\n{ title: "Voice" }\n---\nText\n',
  'context/brand/launch.md': '---\ntitle: Launch: autumn\n---\nText\n',
  'context/brand/blank.md': `---\ntitle: Voice${'\n'.repeat(60)}owner: Ann\n---\nText\n`,
  'context/brand/doubled.md': '---\ntitle: Voice\ntitle: Tone\nconstructor: Ann\n---\nText\n',
  'context/brand/values.md': '---\ntitle: Voice\nstatus: aproved\nowner: Ann\ntgas: [voice]\n---\nText\n',
  'context/brand/slogans.md':
    '---\ntitle: Slogans\nowner: Ann\nreview_by: 2026-11-01\nvalid_until: 2026-11-15\n---\nText\n',
  'context/brand/claims.md': '---\ntitle: Claims\nreview_by: 2026-12-01\nvalid_until: 2026-11-30\n---\nText\n',
  'prompts/faults.md': [
    '---',
    'arguments:',
    '  - nam: campaign',
    '    required: true',
    '  - name: tone',
    '  - name: tone',
    '    required: true',
    'context:',
    '  - context/brand/voice-and-tones.md',
    '  - context/messaging/messaging-house.md#proof-point',
    '---',
    'Write.',
    '{{/if}}',
    '{{#if tone}}',
    'Keep it {{ tone }}.',
    '',
  ].join('\n'),
  'prompts/email/follow-up.md': 'Write to {{ name }}.\n',
  'prompts/sales/follow-up.md': 'Write to {{ name }}.\n',
  'prompts/parts/one.md': '{{> prompts/parts/two.md }}\n',
  'prompts/parts/two.md': '{{> prompts/parts/one.md }}\n',
  'team-context.yaml': 'nmae: Acme marketing\n',
};

/** The text below each heading of the fourth level, by the heading. */
function entries(): Map<string, string> {
  const [, ...parts] = README.split(/^#### /m);
  return new Map(
    parts.map((part) => [
      part.slice(0, part.indexOf('\n')),
      part.slice(part.indexOf('\n')).split(/^#{1,3} /m)[0] ?? '',
    ]),
  );
}

/** An anchor as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');

describe('the README, on diagnostics,', () => {
  test('has one heading for every code and none for anything else', () => {
    const headings = [...README.matchAll(/^#### (.*)$/gm)].map((match) => match[1]);
    expect([...headings].sort()).toEqual(Object.keys(CODES).sort());
  });

  test.each(Object.entries(CODES))('says the severity of %s first', (code, severity) => {
    const word = severity.charAt(0).toUpperCase() + severity.slice(1);
    expect(entries().get(code)?.trim()).toMatch(new RegExp(`^${word}\\. `));
  });

  describe('shows lines', () => {
    let library: TemporaryFolder;
    let printed: string;
    beforeAll(async () => {
      library = await temporaryFolder();
      for (const folder of ['context', 'prompts'])
        await cp(join(PROJECT, folder), library.at(folder), { recursive: true });
      await library.write({ ...FAULTY, 'prompts/launch-email.md': blockWith('title: Launch email') });
      printed = (await run(['check', library.path, '--on', DAY])).stdout;
    });
    afterAll(() => library.remove());

    const examples = BLOCKS.flatMap(({ text }) => [
      ...text.matchAll(/^(\S.*:\d+:\d+ (?:error|warning|info) .*\n {4}.*)$/gm),
    ]).map((match) => match[1] ?? '');

    test('for most codes', () => {
      expect(examples.length).toBeGreaterThan(25);
    });

    test.each(examples)('as check prints them: %s', (example) => {
      expect(printed).toContain(`${example}\n`);
    });

    test('of the severity that the code above them has', () => {
      const wrong = [...entries()].filter(([code, text]) => {
        const shown = /:\d+:\d+ (error|warning|info) /.exec(text)?.[1];
        return shown !== undefined && shown !== Object.entries(CODES).find(([name]) => name === code)?.[1];
      });
      expect(wrong).toEqual([]);
    });

    test('and a prompt with which nothing is wrong', () => {
      expect(blockWith('title: Launch email')).not.toBe('');
      expect(printed).not.toContain('prompts/launch-email.md:');
    });
  });
});

describe('the README, on the surface,', () => {
  test('names every command and every option', async () => {
    const overview = (await run(['--help'])).stdout;
    const commands = [...overview.matchAll(/^ {2}(\w+) {2,}\S/gm)].map((match) => match[1] ?? '');
    expect(commands.length).toBeGreaterThan(3);
    for (const command of commands) {
      expect(PROSE).toMatch(new RegExp(`^\\| \`${command}\\b`, 'm'));
      const help = (await run([command, '--help'])).stdout;
      for (const [option] of help.matchAll(/--[a-z][a-z-]*/g)) expect(PROSE).toContain(option);
    }
  });

  test('has a row for every tool, with every argument', () => {
    for (const { listed } of TOOLS) {
      const row = new RegExp(`^\\| \`${listed.name}\` .*$`, 'm').exec(PROSE)?.[0] ?? '';
      expect(row).not.toBe('');
      for (const name of Object.keys(listed.inputSchema.properties ?? {})) expect(row).toContain(`\`${name}\``);
    }
  });

  test('shows a search with its real answer', async () => {
    const shown = blockWith('dist/main.js search').split('\n');
    const asked = /search "(.*)" --limit (\d+)/.exec(shown[0] ?? '');
    const { stdout } = await run(['search', asked?.[1] ?? '', '--limit', asked?.[2] ?? '', '--library', PROJECT]);
    const lines = shown.slice(1).filter((line) => !/^\s*…?$/.test(line));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(stdout.split('\n')).toContain(line);
  });
});

describe('what the README tells people to paste', () => {
  test.each(blocksOf('json'))('is JSON: %s', (text) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test('begins with mcp.json.example as it is', () => {
    expect(blocksOf('json')[0]).toBe(read('mcp.json.example'));
  });

  test('as settings is understood', () => {
    const { settings, diagnostics } = readSettings(blockWith('glossary:'), DEFAULT_SETTINGS);
    expect(diagnostics).toEqual([]);
    expect(settings?.include).toEqual(['context', 'prompts', 'legal']);
  });
});

describe('what the README points to', () => {
  test('as a link is there', () => {
    const headings = [...PROSE.matchAll(/^#+ (.*)$/gm)].map((match) => anchorOf(match[1] ?? ''));
    const targets = [...PROSE.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const missing = targets.filter((target) => {
      if (/^https?:/.test(target)) return false;
      return target.startsWith('#') ? !headings.includes(target.slice(1)) : !existsSync(join(PROJECT, target));
    });
    expect(targets.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  test('as a document of the starter library is there, with its section', () => {
    const [before = '', after = ''] = README.split(/^## What `check` says.*$/m);
    const usage = before + (after.split(/^## /m)[1] ?? '');
    const missing = [...usage.matchAll(/\b((?:context|prompts)\/[\w./-]+\.md)(?:#([\w-]+))?/g)].filter(
      ([, path = '', anchor]) => {
        if (Object.hasOwn(FAULTY, path)) return false;
        if (!existsSync(join(PROJECT, path))) return true;
        const bytes = readFileSync(join(PROJECT, path));
        const sections = parse({ id: path, bytes, hash: '', modified: 0 }).document?.sections ?? [];
        return anchor !== undefined && !sections.some((section) => section.anchor === anchor);
      },
    );
    expect(missing.map(([reference]) => reference)).toEqual([]);
  });

  test.each(['README.md', 'CHANGELOG.md'])('in %s is no path of the computer on which it was written', (file) => {
    const wrong = read(file)
      .split('\n')
      .filter((line) => /(?:^|[\s"'`(=])\/(?:home|root|tmp|work|mnt|var|Users)\/|[A-Z]:\\+Users/.test(line));
    expect(wrong).toEqual([]);
  });
});
