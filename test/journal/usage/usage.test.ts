import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../src/journal/entry.ts';
import { memberKey } from '../../../src/journal/member-key.ts';
import { bareWords, plainWords } from '../../../src/journal/pages/plain-words.ts';
import { dateOf, dayOf, mondayOf, weekName } from '../../../src/journal/usage/calendar.ts';
import { createDistinctIds } from '../../../src/journal/usage/distinct-ids.ts';
import { documentsNow } from '../../../src/journal/usage/document-now.ts';
import { createGapCollector, gapKey } from '../../../src/journal/usage/search-gaps.ts';
import { gatherUsage } from '../../../src/journal/usage/usage.ts';
import { libraryOf } from '../../library-of.ts';
import { batchesOf, DAY_MS, generatedJournal, TODAY } from '../generated-year.ts';

const findNow = (id: string) => ({ id });

describe('ISO weeks', () => {
  const weeks: [date: string, monday: string, week: string][] = [
    ['2026-11-22', '2026-11-16', '2026-W47'],
    ['2026-11-23', '2026-11-23', '2026-W48'],
    ['2027-01-03', '2026-12-28', '2026-W53'],
    ['2024-12-30', '2024-12-30', '2025-W01'],
    ['2021-01-01', '2020-12-28', '2020-W53'],
    ['1969-12-31', '1969-12-29', '1970-W01'],
  ];
  test.each(weeks)('%s belongs to the week of %s, %s', (date, monday, week) => {
    expect(dateOf(mondayOf(dayOf(date)))).toBe(monday);
    expect(weekName(dayOf(monday))).toBe(week);
  });
});

test('one member has one key, however the name is written', () => {
  const written = ['Zoë  Lund', 'zoë lund'.normalize('NFD'), ' ZOË LUND ', 'Zoë\tLund'];
  expect(new Set(written.map(memberKey)).size).toBe(1);
  expect(memberKey('Zoe Lund')).not.toBe(memberKey('Zoë Lund'));
});

test('ids are told apart, and known again, by the hundred thousand', () => {
  const ids = createDistinctIds();
  const makers = [
    (n: number) => `entry-${n}`,
    (n: number) => n.toString(16).padStart(32, '0'),
    (n: number) => `${n}-x`,
  ];
  const added = (step: number): number[] =>
    makers.map((make) => {
      let count = 0;
      for (let n = 0; n < 100_000; n += step) if (ids.add(make(n))) count++;
      return count;
    });
  expect(added(1)).toEqual([100_000, 100_000, 100_000]);
  expect(ids.size).toBe(300_000);
  expect(added(7)).toEqual([0, 0, 0]);
  expect([ids.add(''), ids.add(''), ids.size]).toEqual([true, false, 300_001]);
});

test('a gap is the same in whatever case, order and punctuation, and never made of punctuation alone', () => {
  expect(gapKey('How do we write PRICES?')).toBe(gapKey('prices: how do we write'));
  expect(gapKey('ＰＲＩＣＥＳ')).toBe(gapKey('prices'));
  expect(gapKey('价格 & 语气')).not.toBe('');
  expect(gapKey('?! --')).toBe('');
});

test('a gap is shown as it was written the last time, whichever order the searches come in', () => {
  const shownFor = (searches: readonly [words: string, at: number][]): string | undefined => {
    const gaps = createGapCollector(10);
    for (const [words, at] of searches) gaps.add(words, {}, at);
    return gaps.gaps().ranked[0]?.words;
  };
  expect(
    shownFor([
      ['tone', 1],
      ['Tone', 2],
      ['TONE', 0],
    ]),
  ).toBe('Tone');
  expect([
    shownFor([
      ['tone', 1],
      ['Tone', 1],
    ]),
    shownFor([
      ['Tone', 1],
      ['tone', 1],
    ]),
  ]).toEqual(['Tone', 'Tone']);
});

test('when there are too many different gaps, those that fewest members wanted are dropped, and it says so', () => {
  const gaps = createGapCollector(10);
  const [ann, bea] = [{}, {}];
  for (const member of [ann, bea]) for (let n = 0; n < 10; n++) gaps.add(`wanted ${n}`, member, n);
  expect(gaps.gaps().isCut).toBe(false);
  for (let n = 0; n < 200; n++) gaps.add(`rare ${n}`, ann, 1_000 + n);
  const { ranked, isCut } = gaps.gaps();
  expect(isCut).toBe(true);
  expect(ranked.map(({ words }) => words).sort()).toEqual(Array.from({ length: 10 }, (_, n) => `wanted ${n}`));
});

test('only searches of the days that are asked for count as gaps', async () => {
  const { entries } = generatedJournal({ seed: 1, members: 5, documents: 5, entries: 400, days: 60 });
  const window = { from: TODAY - 59, to: TODAY };
  const all = await gatherUsage(batchesOf(entries), { window, findNow });
  const last = await gatherUsage(batchesOf(entries), { window, findNow, gapsFrom: TODAY - 5 });
  const count = (usage: typeof all): number => usage.gaps.ranked.reduce((sum, { searches }) => sum + searches, 0);
  expect(count(last)).toBeGreaterThan(0);
  expect(count(last)).toBeLessThan(count(all));
  expect(last.entries).toBe(all.entries);
});

test('the last moment of a day in UTC belongs to it', async () => {
  const window = { from: TODAY - 6, to: TODAY };
  const at = (moment: number, id: string) =>
    ({ id, at: moment, member: 'Ann', use: 'brief', ids: [], outcome: 'done' }) as const;
  const edges = [
    at((TODAY + 1) * DAY_MS - 1, 'last'),
    at((TODAY + 1) * DAY_MS, 'later'),
    at((TODAY - 6) * DAY_MS, 'first'),
    at((TODAY - 6) * DAY_MS - 1, 'earlier'),
  ];
  const usage = await gatherUsage(batchesOf(edges), { window, findNow });
  expect([usage.entries, usage.later]).toEqual([2, 1]);
  expect([...(usage.members.get('ann') ?? [])]).toEqual([1, 0, 0, 0, 0, 0, 1]);
});

test('words of others are plain words', () => {
  expect(plainWords('# [Click](https://x.y) <b>now</b> `|` *x* @all', 80)).toBe(
    "(Click)(https: //x.y) ‹b›now‹/b› '/' x @ all",
  );
  expect(plainWords('Read evil.com and evil。com, v1.25, 3.5', 80)).toBe('Read evil. com and evil. com, v1.25, 3.5');
  expect(bareWords('see [evil.com](http://x.yz) "don’t" R&D price-list <!--', 80)).toBe(
    'see evil com http x yz don’t R D price-list --',
  );
  expect(plainWords('snake_case & Söhne, R&D 3 > 2', 80)).toBe('snake_case & Söhne, R&D 3 › 2');
  expect(plainWords('x'.repeat(500), 20)).toHaveLength(20);
});

test('ids of what is not there take no room, and only so many members are counted', async () => {
  const window = { from: TODAY, to: TODAY };
  const entries = Array.from({ length: 30_000 }, (_, number): Entry => {
    const ids = [`context/made-up-${number}.md`, 'context/voice.md'];
    return {
      id: `entry-${number}`,
      at: TODAY * DAY_MS,
      member: `Member ${number}`,
      use: 'document',
      ids,
      outcome: 'done',
    };
  });
  const found = documentsNow(libraryOf({ 'context/voice.md': 'Warm.' }));
  const usage = await gatherUsage(batchesOf(entries), { window, findNow: found });
  expect([...usage.documents.keys()]).toEqual(['context/voice.md']);
  expect([usage.members.size, usage.documents.get('context/voice.md')?.size, usage.gone]).toEqual([
    20_000, 20_000, 20_000,
  ]);
});

test('gathering ends when it is told to', async () => {
  const { entries } = generatedJournal({ seed: 1, members: 5, documents: 5, entries: 400, days: 60 });
  const stop = new AbortController();
  let batches = 0;
  async function* stopped(): AsyncGenerator<readonly Entry[]> {
    for await (const batch of batchesOf(entries, 10)) {
      if (++batches === 3) stop.abort(new Error('closed'));
      yield batch;
    }
  }
  const window = { from: TODAY - 59, to: TODAY };
  await expect(gatherUsage(stopped(), { window, findNow, signal: stop.signal })).rejects.toThrow('closed');
  expect(batches).toBe(3);
});
