import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { firstDayOf } from '../../src/commands/digest.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { fileNameOf, seriesOf } from '../../src/journal/files/file-name.ts';
import { lineOf } from '../../src/journal/files/lines.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';

const HOUR_MS = 3_600_000;
const WORKFLOW = 'context/workflows/launch.md';
const FILES = {
  'team-context.yaml': 'name: Acme marketing\njournal: shared\n',
  [WORKFLOW]: '---\ntitle: Launch kit\nauthor: Ann Lee\nminutes_before: 60\nminutes_after: 20\n---\nVelvet launches.\n',
  'context/brand/voice.md': '---\ntitle: Voice\nowner: Bea\n---\nWe sound like velvet.\n',
  'inbox/idea.md': '---\ntitle: Idea\nauthor: Cy\n---\nAn idea.\n',
};

/** One line of the journal in a file of its own, by where it lies in the library. */
function recorded(entry: Omit<Entry, 'at'>): Record<string, string> {
  const whole = { ...entry, at: Date.now() - HOUR_MS };
  return { [`.team-context/journal/${fileNameOf(seriesOf(whole), 'machine', 1)}`]: `${lineOf(whole)}\n` };
}

const report = z.looseObject({
  team: z.string(),
  journal: z.string(),
  members: z.number(),
  weeks: z.array(z.looseObject({ week: z.string(), members: z.number() })),
  spread: z.array(z.looseObject({ id: z.string(), now: z.number(), author: z.string().optional() })),
  gaps: z.array(z.looseObject({ words: z.string(), nearest: z.array(z.looseObject({ title: z.string() })) })),
  saved: z.looseObject({ minutes: z.number() }),
});

describe('report and digest', () => {
  let folder: TemporaryFolder;
  let silent: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder({
      ...FILES,
      ...recorded({ id: 'entry-01', member: 'Dee', use: 'prompt', ids: [WORKFLOW], outcome: 'done' }),
      ...recorded({ id: 'entry-02', member: 'Eve', use: 'search', ids: [], outcome: 'little', words: 'velvet prices' }),
    });
    silent = await temporaryFolder({ ...FILES, 'team-context.yaml': 'journal: off\n' });
  });
  afterAll(async () => {
    for (const each of [folder, silent]) await each.remove();
  });

  test('report gives its figures as JSON', async () => {
    const { code, stdout, stderr } = await run(['report', folder.path, '--weeks', '3', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const figures = report.parse(JSON.parse(stdout));
    expect(figures).toMatchObject({ team: 'Acme marketing', journal: 'on', members: 2, saved: { minutes: 40 } });
    expect(figures.weeks).toHaveLength(3);
    expect(figures.spread[0]).toMatchObject({ id: WORKFLOW, now: 1, author: 'Ann Lee' });
    expect(figures.gaps[0]?.words).toBe('velvet prices');
    expect(figures.gaps[0]?.nearest.map(({ title }) => title)).toContain('Voice');
  });

  test('report writes a page, and leaves all names out when they are off', async () => {
    const { code, stdout } = await run(['report', folder.path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Acme marketing: report from \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}\n/);
    expect(stdout).toContain('| Launch kit | workflow | Ann Lee | 0 | 1 | +1 |');
    for (const words of [[], ['--json']]) {
      const nameless = await run(['report', folder.path, '--member-names', 'off', ...words]);
      expect(nameless.stdout).toContain('Launch kit');
      expect(nameless.stdout).not.toMatch(/Ann|Bea|Dee|Eve/);
    }
  });

  test('digest writes a page for chat', async () => {
    const { code, stdout, stderr } = await run(['digest', folder.path, '--since', '2w']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^# Acme marketing: /);
    expect(stdout).toContain('- Changed guideline: "Voice" by Bea');
    expect(stdout).toContain('Nobody could find: "velvet prices" (1 member, 1 search; nearest now: ');
    expect(stdout).toContain('- "Idea" by Cy, waiting for 0 days');
    expect(stdout).toContain('used by 1 colleague\n');
  });

  test('both say that the journal is off', async () => {
    for (const name of ['report', 'digest'])
      expect((await run([name, silent.path])).stdout).toContain('The journal is off');
  });

  const refused: [words: string[], says: RegExp][] = [
    [['report', '--weeks', '0'], /--weeks takes a whole number from 1 to 260\.\n$/],
    [['report', '--member-names', 'no'], /--member-names takes "on" or "off"\.\n$/],
    [['report', 'a', 'b'], /takes one library/],
    [['report', '/nowhere/at/all'], /does not exist/],
    [['digest', '--since', 'monday'], /--since takes days or weeks, such as 7d or 2w, or a date, .* not "monday"\.\n$/],
    [['digest', '--since', '2999-01-01'], /no day that is yet to come/],
    [['digest', '--since', '900d'], /at most 366 days/],
    [['digest', '--since', '2026-02-30'], /not "2026-02-30"/],
  ];
  test.each(refused)('ends with 2 for what cannot be had: %j', async (words, says) => {
    const { code, stdout, stderr } = await run(words, { cwd: silent.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(says);
  });
});

test('a span is days or weeks back, or begins on a date', () => {
  const today = 20_782;
  expect(['0d', '7d', '2W', ' 2026-11-01 '].map((span) => today - firstDayOf(span, today))).toEqual([0, 7, 14, 24]);
});
