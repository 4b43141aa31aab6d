import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openJournalFor } from '../src/commands/open-journal.ts';
import { type Entry, OUTCOMES, USES } from '../src/journal/entry.ts';
import { fileNameOf, seriesOf } from '../src/journal/files/file-name.ts';
import { entryIn, LONGEST, lineOf } from '../src/journal/files/lines.ts';
import { openLibrary } from '../src/library/library.ts';
import { DEFAULT_SETTINGS, readSettings } from '../src/settings.ts';
import { temporaryFolder } from './folders.ts';
import { PROJECT } from './processes.ts';

const PAGE = readFileSync(join(PROJECT, 'docs/privacy.md'), 'utf8').replaceAll('\r\n', '\n');
const blocksOf = (language: string): string[] =>
  [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );
const LINES = blocksOf('json').flatMap((block) => block.trim().split('\n'));
/** The cells of the rows whose first cell begins like this. */
const rows = (begin: RegExp): string[][] =>
  [...PAGE.matchAll(/^\| (.*) \|$/gm)]
    .map(([, row = '']) => row.split(' | ').map((cell) => cell.trim()))
    .filter(([first = '']) => begin.test(first));

/** The rows that explain the fields of an entry. */
const fieldRows = (): string[][] => {
  const [section = ''] = /^## What an entry says\n[\s\S]*?(?=^## )/m.exec(PAGE) ?? [];
  return rows(/^`\w+`$/).filter((cells) => section.includes(`| ${cells.join(' | ')} |`));
};

/** The entries that the page shows. */
function shown(): Entry[] {
  return LINES.flatMap((line) => entryIn(Buffer.from(line), Date.UTC(2027, 0, 1)) ?? []);
}

describe('the page on privacy', () => {
  test('shows entries as they are really written, and explains each of their fields', async () => {
    expect(shown().map(lineOf)).toEqual(LINES);
    const folder = await temporaryFolder({ 'team-context.yaml': 'journal: shared\n', 'context/voice.md': '# Voice\n' });
    onTestFinished(folder.remove);
    const library = await openLibrary({ root: folder.path, onFault: () => undefined });
    onTestFinished(library.close);
    await library.ready;
    const journal = await openJournalFor({ library, isReadOnly: false });
    for (const { id: _, at: __, ...use } of shown()) journal.record(use);
    await journal.close();
    const written: unknown[] = [];
    for (const { name } of await library.journalFolder.list()) {
      for await (const chunk of library.journalFolder.read(name))
        written.push(
          ...Buffer.from(chunk)
            .toString()
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        );
    }
    const own = { id: expect.stringMatching(/^[\w-]{16}$/), at: expect.stringMatching(/^\d{4}-.*Z$/) };
    expect(written).toEqual(LINES.map((line) => ({ ...JSON.parse(line), ...own })));
    const fields = new Set(LINES.flatMap((line) => Object.keys(JSON.parse(line))));
    expect(fieldRows().map(([field = '']) => field.replaceAll('`', ''))).toEqual([...fields]);
  });

  test('gives for each field an example that stands in one of the entries', () => {
    for (const [field = '', , example = ''] of fieldRows()) {
      const value: unknown = JSON.parse(example.replaceAll('`', ''));
      const values = LINES.map((line) => JSON.parse(line)[field.replaceAll('`', '')]);
      if (Array.isArray(value)) expect(values.flat()).toEqual(expect.arrayContaining(value));
      else expect(values).toContainEqual(value);
    }
  });

  test('names every sort of use, every outcome and every place', () => {
    const row = (field: string): string => fieldRows().find(([first]) => first === `\`${field}\``)?.[1] ?? '';
    for (const use of USES) expect(row('use')).toContain(`\`${use}\``);
    for (const outcome of OUTCOMES) expect(row('outcome')).toContain(`\`${outcome}\``);
    expect(row('words')).toContain(`at most ${LONGEST.words} characters`);
    const places = rows(/^`(?:local|shared|off)`/).map(([first = '']) => first.replace(/^`(\w+)`.*$/, '$1'));
    expect(places).toEqual(['local', 'shared', 'off']);
    expect(rows(/unless another is set/).map(([first = '']) => first)).toEqual([
      `\`${DEFAULT_SETTINGS.journal.where}\` (unless another is set)`,
    ]);
  });

  test('shows settings that do what it says', () => {
    const read = blocksOf('yaml').map((text) => readSettings(text, DEFAULT_SETTINGS));
    expect(read.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
    const usual = DEFAULT_SETTINGS.journal;
    expect(read.map(({ settings }) => settings.journal)).toEqual([
      { ...usual, where: 'off' },
      { ...usual, queries: false },
      { ...usual, where: 'shared', ranking: false },
      { ...usual, where: 'shared', queries: false, keepDays: 90 },
    ]);
    expect(PAGE).toContain(`For ${usual.keepDays} days, unless the settings say otherwise.`);
    const daysIn = (days: number): number =>
      readSettings(`journal:\n  keep_days: ${days}\n`, DEFAULT_SETTINGS).diagnostics.length;
    expect([0, 1, 3_650, 3_651].map(daysIn)).toEqual([1, 0, 0, 1]);
  });

  test('shows a file’s name of the form that files have', () => {
    const [name = ''] = /`2026-11\.[^`]*`/.exec(PAGE) ?? [];
    const form = (text: string): string => text.replaceAll('`', '').replace(/[0-9a-f]{8}/g, '#');
    const real = fileNameOf(seriesOf({ at: Date.UTC(2026, 10, 22), member: 'Ana Sousa' }), '0123abcd', 1);
    expect(form(name)).toBe(form(real));
  });

  test('links to what is there', () => {
    const targets = [...PAGE.matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(resolve(PROJECT, 'docs', target)))).toEqual([]);
  });
});
