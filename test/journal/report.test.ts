import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import type { FindNearest } from '../../src/journal/pages/open-gaps.ts';
import { type Report, reportOf } from '../../src/journal/report/report.ts';
import { reportPage } from '../../src/journal/report/report-page.ts';
import { firstDayOfWeeks } from '../../src/journal/report/weeks.ts';
import { documentsNow } from '../../src/journal/usage/document-now.ts';
import { gatherUsage } from '../../src/journal/usage/usage.ts';
import type { Snapshot } from '../../src/library/snapshot.ts';
import { libraryOf } from '../library-of.ts';
import {
  batchesOf,
  DAY_MS,
  dateOn,
  type GeneratedJournal,
  generatedJournal,
  memberNumber,
  seeded,
  shuffled,
  TODAY,
} from './generated-year.ts';
import {
  authorIn,
  documentNow,
  memberDays,
  plainColleagues,
  plainGain,
  plainGaps,
  plainMinutes,
  plainWeek,
  plainWins,
  sameName,
  weekDays,
  withoutDoubles,
} from './plain-figures.ts';

const nearest: FindNearest = async (words) => [{ id: 'near.md', title: `Near ${words}` }];

interface Given {
  readonly entries: readonly Entry[];
  readonly snapshot: Snapshot;
  readonly weeks?: number;
  readonly namesMembers?: boolean;
}

async function reportFor({ entries, snapshot, weeks = 12, namesMembers = true }: Given): Promise<Report> {
  const window = { from: firstDayOfWeeks(weeks, TODAY), to: TODAY };
  const usage = await gatherUsage(batchesOf(entries), { window, findNow: documentsNow(snapshot) });
  return reportOf({ usage, window, snapshot, nearest, namesMembers });
}

/** Every figure, computed once more in the test. */
function expectPlainFigures(report: Report, all: readonly Entry[], snapshot: Snapshot): void {
  const documents = [...snapshot.documents.values()];
  const [from, to] = [report.from, report.to];
  expect([new Date(from).getUTCDay(), to]).toEqual([1, dateOn(TODAY)]);
  const ever = { from: '0000', to };
  const within = { from, to };
  const once = withoutDoubles(all);
  const entries = once.filter(({ at }) => at < (TODAY + 1) * DAY_MS);
  const inWindow = entries.filter(({ at }) => at >= Date.parse(from));
  expect(report.later).toBe(once.length - entries.length);
  expect(report.members).toBe(new Set(inWindow.map(({ member }) => sameName(member))).size);

  const weeks = weekDays(from, to);
  expect(report.weeks.map(({ monday }) => monday)).toEqual(weeks.map(([monday]) => monday));
  for (const [at, days] of weeks.entries()) {
    const { topShare, ...counts } = plainWeek(entries, inWindow, days);
    const week = report.weeks[at];
    expect(week).toMatchObject({ ...counts, isOver: days.length === 7 && !days.includes(to) });
    if (topShare === undefined) expect(week?.topShare).toBeUndefined();
    else expect(week?.topShare).toBeCloseTo(topShare, 9);
  }

  const served = documents.filter(({ isInInbox }) => !isInInbox);
  expect(report.spread.map(({ id }) => id).sort()).toEqual(served.map(({ id }) => id).sort());
  for (const spread of report.spread) {
    const document = snapshot.documents.get(spread.id);
    if (document === undefined) throw new Error('not in the library');
    const days = memberDays(entries, (id) => documentNow(id, documents) === document, ever);
    const until = (last: string): number =>
      plainColleagues(
        document,
        days.filter(({ date }) => date <= last),
      );
    expect(spread).toMatchObject({
      before: plainColleagues(
        document,
        days.filter(({ date }) => date < from),
      ),
      byWeek: weeks.map((week) => until(week.at(-1) ?? '')),
      now: until(to),
      memberDays: days.filter(({ date }) => date >= from).length,
    });
    expect(spread.author).toBe(authorIn(document));
  }

  const isGone = (id: string): boolean => !id.startsWith('inbox/') && documentNow(id, documents) === undefined;
  expect(report.gone).toBe(inWindow.filter(({ use, ids }) => use !== 'share' && ids.some(isGone)).length);

  const unused = documents.filter(
    (document) =>
      document.status === 'approved' &&
      !document.isInInbox &&
      memberDays(entries, (id) => documentNow(id, documents) === document, within).length === 0,
  );
  if (inWindow.length > 0) expect(report.unused.map(({ id }) => id).sort()).toEqual(unused.map(({ id }) => id).sort());

  const gaps = plainGaps(entries, from, to);
  expect(report.gapsInAll).toBe(gaps.length);
  gaps.sort((a, b) => b.members - a.members || b.searches - a.searches || b.latest - a.latest);
  const shown = gaps
    .slice(0, 20)
    .map(({ latest, ...gap }) => ({ ...gap, latest: dateOn(Math.floor(latest / DAY_MS)) }));
  expect(report.gaps.map(({ nearest: _, ...gap }) => gap)).toEqual(shown);

  const workflows = documents.flatMap((document) => {
    const gain = document.kind === 'workflow' ? plainGain(document) : undefined;
    const uses = memberDays(entries, (id) => documentNow(id, documents) === document, within).length;
    return gain === undefined || uses === 0 ? [] : [{ id: document.id, minutes: gain * uses }];
  });
  expect(report.saved.workflows.map(({ id, minutes }) => ({ id, minutes })).sort(byId)).toEqual(workflows.sort(byId));
  expect(report.saved.minutes).toBe(workflows.reduce((sum, { minutes }) => sum + minutes, 0));

  const wins = plainWins(documents, from, to);
  const minutes = wins.flatMap((win) => plainMinutes(win) ?? []);
  expect(report.wins).toEqual({
    wins: wins.length,
    withMinutes: minutes.length,
    minutes: minutes.reduce((sum, one) => sum + one, 0),
  });
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

const small = fc
  .record({
    seed: fc.integer(),
    members: fc.integer({ min: 1, max: 25 }),
    documents: fc.integer({ min: 1, max: 14 }),
    entries: fc.integer({ min: 0, max: 90 }),
    days: fc.integer({ min: 1, max: 120 }),
  })
  .map(generatedJournal);

describe('the figures of the report', () => {
  test('are those of a plain count, over a year of a hundred members', async () => {
    const { entries, files } = generatedJournal({ seed: 7, members: 100, documents: 60, entries: 4_000, days: 365 });
    const snapshot = libraryOf(files);
    const report = await reportFor({ entries, snapshot, weeks: 52 });
    expectPlainFigures(report, entries, snapshot);
    expect(report.gaps.length).toBeGreaterThan(5);
    expect(report.saved.workflows.length).toBeGreaterThan(2);
    expect(report.wins.minutes).toBeGreaterThan(0);
  });

  test('are those of a plain count, whatever the journal', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.integer({ min: 1, max: 9 }), async ({ entries, files }: GeneratedJournal, weeks) => {
        const snapshot = libraryOf(files);
        expectPlainFigures(await reportFor({ entries, snapshot, weeks }), entries, snapshot);
      }),
      { numRuns: 150 },
    );
  });

  test('do not depend on the order of the entries and on entries told twice', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.integer(), async ({ entries, files }, seed) => {
        const snapshot = libraryOf(files);
        const random = seeded(seed);
        const others = shuffled(random, [...entries, ...entries.filter(() => random() < 0.5)]);
        expect(await reportFor({ entries: others, snapshot })).toEqual(await reportFor({ entries, snapshot }));
      }),
      { numRuns: 60 },
    );
  });
});

let made = 0;
/** An entry of so many days ago. */
function used(member: string, daysAgo: number, more: Partial<Entry> = {}): Entry {
  const at = (TODAY - daysAgo) * DAY_MS + 1_000;
  return { id: `made-${++made}`, at, member, use: 'document', ids: [], outcome: 'done', ...more };
}
const sought = (member: string, daysAgo: number, words: string): Entry =>
  used(member, daysAgo, { use: 'search', outcome: 'nothing', words });

const WORKFLOW = '---\ntitle: Launch\nauthor: Ann Lee\nminutes_before: 60\nminutes_after: 20\n---\nText.\n';

describe('spread', () => {
  const id = 'context/workflows/launch.md';
  const snapshot = libraryOf({ [id]: WORKFLOW, 'prompts/a/readme.md': 'One.', 'prompts/b/readme.md': 'Two.' });
  const spreadOf = async (entries: readonly Entry[]) =>
    (await reportFor({ entries, snapshot })).spread.find((spread) => spread.id === id);

  test('leaves the author out, however they are spelt', async () => {
    const entries = ['Ann Lee', 'ANN  LEE', ' ann lee', 'Bea'].map((name) => used(name, 1, { ids: [id] }));
    expect(await spreadOf(entries)).toMatchObject({ before: 0, now: 1, memberDays: 2 });
  });

  test('does not take sharing for use', async () => {
    expect(await spreadOf([used('Bea', 1, { use: 'share', ids: [id] })])).toMatchObject({ now: 0, memberDays: 0 });
  });

  test('does not count the uses of a draft, be it there or settled', async () => {
    const draft = 'inbox/launch.md';
    const inbox = libraryOf({ [id]: WORKFLOW, [draft]: WORKFLOW.replace('Launch', 'Draft') });
    const entries = [used('Bea', 3, { ids: [draft, 'inbox/2026-01-02-launch-7k2m9x0a.md'] })];
    const report = await reportFor({ entries, snapshot: inbox });
    expect(report.spread.map(({ title, now, memberDays }) => [title, now, memberDays])).toEqual([['Launch', 0, 0]]);
    expect([report.gone, report.saved.minutes]).toEqual([0, 0]);
  });

  test('gives the uses of what was moved to it only where its name was made by no hand', async () => {
    const made = '2026-01-02-launch-7k2m9x0a.md';
    const moved = libraryOf({ [`context/workflows/${made}`]: WORKFLOW, 'context/workflows/cfo.md': WORKFLOW });
    const ids = [`context/old/${made}`, 'context/personas/cfo.md'];
    const report = await reportFor({
      entries: ['Bea', 'Cy', 'Dee'].map((name) => used(name, 1, { ids })),
      snapshot: moved,
    });
    expect(report.spread.map((spread) => [spread.id, spread.now])).toEqual([
      [`context/workflows/${made}`, 3],
      ['context/workflows/cfo.md', 0],
    ]);
    expect(report.gone).toBe(3);
    expect(reportPage(report)).toContain('3 entries of these weeks name what is no longer in the library.');
  });

  test('gives the uses of what was moved to none of two that have its name', async () => {
    const made = '2026-01-02-launch-7k2m9x0a.md';
    const two = libraryOf({ [`context/a/${made}`]: WORKFLOW, [`context/b/${made}`]: WORKFLOW });
    const report = await reportFor({ entries: [used('Bea', 1, { ids: [`context/c/${made}`] })], snapshot: two });
    expect([report.gone, ...report.spread.map(({ now }) => now)]).toEqual([1, 0, 0]);
  });

  test('knows the colleagues from before the window', async () => {
    const entries = [used('Bea', 300, { ids: [id] }), used('Cy', 2, { ids: [id] })];
    expect(await spreadOf(entries)).toMatchObject({ before: 1, now: 2 });
  });
});

describe('the distance between the few and the many', () => {
  const snapshot = libraryOf({});
  /** In each week, the first member makes so many uses and nine others one each. */
  const entriesFor = (first: readonly number[]): Entry[] =>
    first.flatMap((count, at) => {
      const daysAgo = 7 * (first.length - at) + 2;
      return [
        ...Array.from({ length: count }, () => used('Ann', daysAgo)),
        ...Array.from({ length: 9 }, (_, number) => used(memberNumber(number), daysAgo)),
      ];
    });

  test('shrinks when the mean of the last third of the weeks is below that of the first', async () => {
    const report = await reportFor({ entries: entriesFor([11, 11, 5, 5, 1, 1]), snapshot });
    expect(report.trend).toEqual({ distance: 'shrinks', weeks: 2, first: 0.55, last: 0.1 });
    expect(reportPage(report)).toContain(
      'The distance between the few and the many shrinks: in the first 2 weeks the most active tenth made 55 % of the uses',
    );
  });

  test('grows, or stays when there is hardly a difference', async () => {
    expect((await reportFor({ entries: entriesFor([1, 1, 5, 5, 9, 9]), snapshot })).trend.distance).toBe('grows');
    expect((await reportFor({ entries: entriesFor([9, 9, 1, 1, 10, 9]), snapshot })).trend.distance).toBe('stays');
  });

  test('is not told from fewer than six weeks that are over', async () => {
    const running = used('Ann', 0);
    const report = await reportFor({ entries: [...entriesFor([11, 11, 1, 1, 1]), running], snapshot });
    expect(report.trend).toEqual({ distance: 'unknown', weeks: 0 });
    const page = reportPage(report);
    expect(page).toContain('too few weeks to tell');
    expect(page).toMatch(/2026-W48 \(not over\)/);
  });

  test('is that of as many members in each week, so that it does not grow because the team does', async () => {
    // everybody makes one use a week, first three people and then thirty
    const entries = [42, 35, 28, 21, 14, 7].flatMap((daysAgo, at) =>
      Array.from({ length: at < 3 ? 3 : 30 }, (_, number) => used(memberNumber(number), daysAgo)),
    );
    const report = await reportFor({ entries, snapshot });
    expect(report.topMembers).toBe(3);
    expect(report.weeks.flatMap(({ topShare }) => topShare ?? [])).toEqual([1, 1, 1, 0.1, 0.1, 0.1]);
    expect(report.trend.distance).toBe('shrinks');
    expect(reportPage(report)).toContain(
      'The share is that of the 3 members who were most active in the week: a tenth of the 30 of these weeks, rounded up, and as many in each week.',
    );
  });

  test('is neither shown nor told of fewer than ten members', async () => {
    const entries = [42, 35, 28, 21, 14, 7].flatMap((daysAgo) =>
      Array.from({ length: 9 }, (_, number) => used(memberNumber(number), daysAgo)),
    );
    const report = await reportFor({ entries, snapshot });
    expect(JSON.stringify(report)).not.toMatch(/topShare|topMembers/);
    expect(report.trend).toEqual({ distance: 'unknown', weeks: 0 });
    const page = reportPage(report);
    expect(page).toContain('There are fewer than 10 members: no curve, since it would show one person.');
    expect(page).toContain('| 2026-W47 | 9 | 9 |\n');
    expect(page).not.toMatch(/█|distance|too few weeks/);
    // six weeks of use, and the running one
    expect(page.match(/^\| 2026-W/gm)).toHaveLength(7);
  });
});

describe('searches that found little', () => {
  const snapshot = libraryOf({});

  test('are one gap in whatever case, order and punctuation, ranked by members first', async () => {
    const entries = [
      ...['Pricing FAQ', 'faq: pricing', 'FAQ — Pricing?'].map((words, at) => sought('Ann', 9 - at, words)),
      ...['Ann', 'Bea'].map((member) => sought(member, 8, 'case studies')),
    ];
    const { gaps } = await reportFor({ entries, snapshot });
    expect(gaps).toMatchObject([
      { words: 'case studies', members: 2, searches: 2 },
      { words: 'FAQ — Pricing?', members: 1, searches: 3, nearest: [{ id: 'near.md' }] },
    ]);
  });

  test('are counted where their words were not recorded, and the page says so', async () => {
    const wordless = used('Ann', 1, { use: 'search', outcome: 'little' });
    const report = await reportFor({ entries: [wordless, wordless, sought('Ann', 1, '?!')], snapshot });
    expect([report.gaps, report.wordless]).toEqual([[], 2]);
    expect(reportPage(report)).toContain(
      '2 searches found little or nothing without a record of what was asked for: it is left out where the settings',
    );
  });

  test('are twenty at most, and the page says how many more there are', async () => {
    const entries = Array.from({ length: 25 }, (_, number) => sought('Ann', 1, `word${number}`));
    const report = await reportFor({ entries, snapshot });
    expect([report.gaps.length, report.gapsInAll]).toEqual([20, 25]);
    expect(reportPage(report)).toContain('- and 5 more');
  });
});

describe('minutes saved', () => {
  const snapshot = libraryOf({ 'context/workflows/launch.md': WORKFLOW, 'context/workflows/slow.md': slow() });
  function slow(): string {
    return '---\nminutes_before: 10\nminutes_after: 30\n---\nText.\n';
  }

  test('count a member once a day for a workflow, and only where there is a gain', async () => {
    const ids = ['context/workflows/launch.md', 'context/workflows/slow.md'];
    const entries = [used('Bea', 1, { ids }), used('bea', 1, { ids }), used('Bea', 2, { ids }), used('Cy', 1, { ids })];
    const report = await reportFor({ entries, snapshot });
    expect(report.saved).toMatchObject({
      minutes: 120,
      workflows: [{ minutesEachTime: 40, memberDays: 3, minutes: 120 }],
    });
    const page = reportPage(report);
    expect(page).toContain('an estimate: the minutes that authors stated, times days on which members used it');
    expect(page).toContain('No wins were logged.');
    expect(page).toContain('Workflows saved 120 minutes (2 hours), an estimate');
  });

  test('of wins are those of approved ones outside the inbox, and of no more than a month', async () => {
    const win = (more: string): string => `---\ndate: ${dateOn(TODAY)}\n${more}\n---\nText.\n`;
    const wins = libraryOf({
      'context/wins/a.md': win('saved_minutes: 30'),
      'context/wins/b.md': win('saved_minutes: 10001'),
      'context/wins/c.md': win('saved_minutes: 7\nstatus: draft'),
      'inbox/d.md': win('saved_minutes: 7\nkind: win'),
    });
    expect((await reportFor({ entries: [], snapshot: wins })).wins).toEqual({ wins: 2, withMinutes: 1, minutes: 30 });
  });
});

describe('the page', () => {
  test('names no member when names are off, and neither do the figures', async () => {
    const { entries, files } = generatedJournal({ seed: 3, members: 30, documents: 30, entries: 600, days: 80 });
    const snapshot = libraryOf(files);
    const named = await reportFor({ entries, snapshot });
    expect(reportPage(named)).toMatch(/member\d/i);
    const report = await reportFor({ entries, snapshot, namesMembers: false });
    for (const text of [reportPage(report), JSON.stringify(report)]) expect(text).not.toMatch(/member\d/i);
  });

  test('shortens long lists of what nobody uses, and the figures have all of it', async () => {
    const files = Object.fromEntries(Array.from({ length: 24 }, (_, at) => [`prompts/p${at}.md`, `# Prompt ${at}\n`]));
    const snapshot = libraryOf({ ...files, 'prompts/parts/rules.md': 'Rules.', 'inbox/x.md': 'Draft.' });
    const report = await reportFor({ entries: [used('Ann', 1)], snapshot });
    expect(report.unused).toHaveLength(24);
    expect(reportPage(report)).toMatch(/- prompt \(24\): .* and 12 more/);
  });

  test('says so when the journal is off or empty, and claims nothing of use', async () => {
    const snapshot = libraryOf({ 'prompts/a.md': 'Text.' });
    const window = { from: firstDayOfWeeks(12, TODAY), to: TODAY };
    const off = await reportOf({ usage: undefined, window, snapshot, nearest, namesMembers: true });
    expect(reportPage(off)).toContain('The journal is off');
    expect(off.unused).toEqual([]);
    const empty = await reportFor({ entries: [], snapshot });
    expect(reportPage(empty)).toContain('The journal has no use of the library in these weeks.');
    expect(empty.unused).toEqual([]);
  });
});
