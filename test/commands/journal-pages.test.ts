import { parseArgs } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../src/commands/command.ts';
import { dayOfSpan, digest } from '../../src/commands/digest.ts';
import { report } from '../../src/commands/report.ts';
import type { Entry } from '../../src/journal/entry.ts';
import { fileNameOf, seriesOf } from '../../src/journal/files/file-name.ts';
import { lineOf } from '../../src/journal/files/lines.ts';
import { daysBetween } from '../../src/library/day.ts';
import { Refusal } from '../../src/refusal.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';

const HOUR_MS = 3_600_000;
const WORKFLOW = 'context/workflows/launch.md';
const FILES = {
  'team-context.yaml': 'name: Acme marketing\njournal: shared\n',
  [WORKFLOW]: '---\ntitle: Launch kit\nauthor: Ann Lee\nminutes_before: 60\nminutes_after: 20\n---\nVelvet launches.\n',
  'context/brand/voice.md': '---\ntitle: Voice\nowner: Bea\n---\nWe sound like velvet.\n',
  'inbox/idea.md': '---\ntitle: Idea\nauthor: Cy\ndate: 2020-01-02\n---\nAn idea.\n',
};

/** One line of the journal in a file of its own, by where it lies in the library. */
function recorded(entry: Omit<Entry, 'at'>): Record<string, string> {
  const whole = { ...entry, at: Date.now() - HOUR_MS };
  return { [`.team-context/journal/${fileNameOf(seriesOf(whole), 'machine', 1)}`]: `${lineOf(whole)}\n` };
}

const figures = z.looseObject({
  team: z.string(),
  journal: z.string(),
  members: z.number(),
  weeks: z.array(z.looseObject({ week: z.string(), members: z.number() })),
  spread: z.array(z.looseObject({ id: z.string(), now: z.number(), author: z.string().optional() })),
  gaps: z.array(z.looseObject({ words: z.string(), nearest: z.array(z.looseObject({ title: z.string() })) })),
  saved: z.looseObject({ minutes: z.number() }),
});

/** Runs a command in this process, with what would be typed behind its name; answers with what it prints. */
async function printed(command: Command, ...args: readonly string[]): Promise<string> {
  const { positionals, values } = parseArgs({ args: [...args], options: command.options, allowPositionals: true });
  const print = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    expect(await command.run({ words: positionals, flags: values })).toBe(0);
    return `${print.mock.calls.flat().join('\n')}\n`;
  } finally {
    print.mockRestore();
  }
}

describe('report and digest', () => {
  let folder: TemporaryFolder;
  let silent: TemporaryFolder;
  let local: TemporaryFolder;
  let state: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder({
      ...FILES,
      ...recorded({ id: 'entry-01', member: 'Dee', use: 'prompt', ids: [WORKFLOW], outcome: 'done' }),
      ...recorded({ id: 'entry-02', member: 'Eve', use: 'search', ids: [], outcome: 'little', words: 'velvet prices' }),
      ...recorded({
        id: 'entry-03',
        member: 'Dee2',
        use: 'search',
        ids: [],
        outcome: 'little',
        words: 'prices, velvet',
      }),
    });
    local = await temporaryFolder({ ...FILES, 'team-context.yaml': 'name: Acme marketing\n' });
    silent = await temporaryFolder({ ...FILES, 'team-context.yaml': 'journal: off\n' });
    state = await temporaryFolder();
  });
  afterAll(async () => {
    for (const each of [folder, silent, local, state]) await each.remove();
  });
  beforeEach(() => {
    vi.stubEnv('TEAM_CONTEXT_CACHE', 'off');
    vi.stubEnv('TEAM_CONTEXT_STATE', state.path);
    return () => vi.unstubAllEnvs();
  });

  test('report gives its figures as JSON', async () => {
    const { code, stdout, stderr } = await run(['report', folder.path, '--weeks', '3', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const found = figures.parse(JSON.parse(stdout));
    expect(found).toMatchObject({
      team: 'Acme marketing',
      journal: 'on',
      members: 3,
      isLocal: false,
      saved: { minutes: 40 },
    });
    expect(found.weeks).toHaveLength(3);
    expect(found.spread[0]).toMatchObject({ id: WORKFLOW, now: 1, author: 'Ann Lee' });
    expect(found.gaps[0]?.words).toMatch(/velvet/);
    expect(found.gaps[0]?.nearest.map(({ title }) => title)).toContain('Voice');
  });

  test('report writes a page, and leaves all names out when they are off', async () => {
    const page = await printed(report, folder.path);
    expect(page).toMatch(/^# Acme marketing: report from \d{4}-\d{2}-\d{2} to \d{4}-\d{2}-\d{2}\n/);
    expect(page).toContain('| Launch kit | workflow | Ann Lee | 0 | 1 | +1 |');
    for (const words of [[], ['--json']]) {
      const nameless = await printed(report, folder.path, '--member-names', 'off', ...words);
      expect(nameless).toContain('Launch kit');
      expect(nameless).not.toMatch(/Ann|Bea|Dee|Eve/);
    }
  });

  test('digest writes a page for chat', async () => {
    const { code, stdout, stderr } = await run(['digest', folder.path, '--since', '2w']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^# Acme marketing: /);
    expect(stdout).toContain('- New or changed guideline: "Voice", owner: Bea');
    expect(stdout).toMatch(
      /Nobody could find: "(?:velvet prices|prices velvet)" \(2 members, 2 searches; nearest now: /,
    );
    expect(stdout).toMatch(/- "Idea" by Cy, waiting for [\d,]+ days\n/);
    expect(stdout).toContain('used by 1 colleague\n');
  });

  test('digest is of the last seven days, today included, unless it is told otherwise', async () => {
    const daysOf = async (...words: readonly string[]): Promise<number> => {
      const [, since = '', until = ''] = /: (\S+) to (\S+)\n/.exec(await printed(digest, folder.path, ...words)) ?? [];
      return daysBetween(since, until) + 1;
    };
    expect([await daysOf(), await daysOf('--since', '1d'), await daysOf('--since', '4w')]).toEqual([7, 1, 28]);
  });

  test('both say where only this computer counts', async () => {
    for (const command of [report, digest]) {
      expect(await printed(command, local.path)).toContain('Counted on this computer only: with "journal: shared"');
      expect(await printed(command, folder.path)).not.toContain('this computer');
      expect(await printed(command, silent.path)).not.toContain('this computer');
    }
  });

  test('both say that the journal is off', async () => {
    for (const command of [report, digest]) expect(await printed(command, silent.path)).toContain('The journal is off');
  });

  test('what cannot be had ends with 2 and says why', async () => {
    const { code, stdout, stderr } = await run(['digest', '--since', 'monday'], { cwd: silent.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/--since takes days or weeks, .* not "monday"\.\n$/);
  });

  const refused: [command: Command, args: string[], says: RegExp][] = [
    [report, ['--weeks', '0'], /--weeks takes a whole number from 1 to 260\.$/],
    [report, ['--member-names', 'no'], /--member-names takes "on" or "off"\.$/],
    [report, ['a', 'b'], /takes one library/],
    [report, ['/nowhere/at/all'], /does not exist/],
    [digest, ['--since', '0d'], /--since takes days or weeks, such as 7d or 2w, or a date, .* not "0d"\.$/],
    [digest, ['--since', '2999-01-01'], /no day that is yet to come/],
    [digest, ['--since', '367d'], /at most 366 days/],
    [digest, ['--since', '2026-02-30'], /not "2026-02-30"/],
  ];
  test.each(refused)('%# is refused', async (command, args, says) => {
    const asked = printed(command, ...args);
    await expect(asked).rejects.toBeInstanceOf(Refusal);
    await expect(asked).rejects.toThrow(says);
  });
});

test('a span is of so many days, the last one included, or begins on a date', () => {
  const today = 20_782;
  expect(['1d', '7d', '2W', ' 2026-11-01 '].map((span) => today - dayOfSpan(span, today))).toEqual([0, 6, 13, 24]);
});
