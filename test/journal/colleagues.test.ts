import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { openColleagues } from '../../src/journal/colleagues.ts';
import type { Entry } from '../../src/journal/entry.ts';
import type { Journal, Recorded } from '../../src/journal/journal.ts';
import { openUsers } from '../../src/journal/latest-uses.ts';
import type { JournalSettings } from '../../src/settings.ts';
import { emptyFolder, opened, ownFolder, placeOf, SETTINGS, USE } from './journals.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 20, 46);
const VOICE = 'context/brand/voice.md';
const TONE = 'context/brand/tone.md';
const PATIENCE = { timeout: 15_000 };

/** A folder with these uses, and another process that looks at it. */
async function team(uses: readonly (Partial<Recorded> & { readonly at?: number })[], now = (): number => NOW) {
  const folder = await emptyFolder();
  const place = placeOf(ownFolder(folder));
  let at = NOW;
  const theirs = opened(place, { now: () => at });
  for (const { at: then = NOW, ...use } of uses) {
    at = then;
    theirs.journal.record({ ...USE, ...use });
  }
  await theirs.journal.close();
  const { journal, faults } = opened(place, { now, machine: async () => 'bbbbbbbb' });
  const colleagues = openColleagues({ journal, now, onFault: (fault) => faults.push(fault) });
  return { folder, place, journal, colleagues, faults };
}

describe('how many colleagues use a document', () => {
  test('counts other members than the one who asks, each once, however their names are spelt', async () => {
    const { colleagues, faults } = await team([
      { member: 'Ana Sousa' },
      { member: 'ANA  SOUSA' },
      { member: 'Ben', ids: ['prompts/launch.md', VOICE], use: 'prompt' },
      { member: 'Cleo', ids: [TONE] },
    ]);
    await colleagues.renew();
    expect(colleagues.usedBy(VOICE, 'ana sousa')).toBe(1);
    expect(colleagues.usedBy(VOICE, 'Cleo')).toBe(2);
    expect(colleagues.usedBy('context/unknown.md', 'Cleo')).toBe(0);
    expect(Object.fromEntries(colleagues.membersByDocument())).toEqual({
      [VOICE]: 2,
      'prompts/launch.md': 1,
      [TONE]: 1,
    });
    expect(faults).toEqual([]);
  });

  test('counts neither what was shared nor what is more than 30 days ago', async () => {
    const { colleagues } = await team([
      { member: 'Ana', use: 'share' },
      { member: 'Ben', at: NOW - 30 * DAY - 1 },
      { member: 'Cleo', at: NOW - 30 * DAY + 1 },
    ]);
    await colleagues.renew();
    expect(colleagues.usedBy(VOICE, 'Dana')).toBe(1);
  });

  test('forgets them as time goes by', async () => {
    let time = NOW;
    const { colleagues } = await team([{ member: 'Ana' }, { member: 'Ben', at: NOW - 20 * DAY }], () => time);
    await colleagues.renew();
    expect(colleagues.usedBy(VOICE, 'Dana')).toBe(2);
    time += 11 * DAY;
    expect(colleagues.usedBy(VOICE, 'Dana')).toBe(1);
    await colleagues.renew();
    expect(Object.fromEntries(colleagues.membersByDocument())).toEqual({ [VOICE]: 1 });
  });

  test('is answered at once with what is known, and reads the rest in the background', async () => {
    const { colleagues } = await team([{ member: 'Ana' }]);
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(0);
    await vi.waitFor(() => expect(colleagues.usedBy(VOICE, 'Ben')).toBe(1), PATIENCE);
  });

  test('takes in what this process records at once', async () => {
    const { colleagues, journal } = await team([]);
    journal.record({ ...USE, member: 'Ana' });
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(1);
    colleagues.close();
    journal.record({ ...USE, member: 'Cleo' });
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(1);
  });

  test('reads again at most once a minute, and then only what is new', async () => {
    let time = NOW;
    const { place } = await team([{ member: 'Ana' }]);
    const { journal } = opened(place, { now: () => time });
    const read: Entry[] = [];
    let readings = 0;
    const counting: Pick<Journal, 'entries' | 'where' | 'subscribe'> = {
      ...journal,
      async *entries(since, marks) {
        readings++;
        for await (const entries of journal.entries(since, marks)) {
          read.push(...entries);
          yield entries;
        }
      },
    };
    const colleagues = openColleagues({ journal: counting, now: () => time, onFault: () => undefined });
    await colleagues.renew();
    const other = opened(place, { now: () => time, machine: async () => 'cccccccc' });
    other.journal.record({ ...USE, member: 'Ben' });
    await other.journal.close();
    time += 59_000;
    expect(colleagues.usedBy(VOICE, 'Dana')).toBe(1);
    // what would be read in the background has begun by then
    await turn();
    await turn();
    expect(readings).toBe(1);
    time += 1_000;
    await vi.waitFor(() => expect(colleagues.usedBy(VOICE, 'Dana')).toBe(2), PATIENCE);
    expect(readings).toBe(2);
    expect(read.map(({ member }) => member)).toEqual(['Ana', 'Ben']);
  });

  test('knows nothing any more where the journal is switched off', async () => {
    let settings: JournalSettings = SETTINGS;
    const { place } = await team([{ member: 'Ana' }]);
    const { journal } = opened(place, { now: () => NOW, settings: () => settings });
    const colleagues = openColleagues({ journal, now: () => NOW, onFault: () => undefined });
    await colleagues.renew();
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(1);
    settings = { ...SETTINGS, where: 'off' };
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(0);
    expect(colleagues.membersByDocument().size).toBe(0);
  });

  test('is no more than was read where reading fails', async () => {
    const faults: unknown[] = [];
    const colleagues = openColleagues({
      journal: {
        where: () => 'somewhere',
        subscribe: () => () => undefined,
        entries: () => ({
          [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('not today')) }),
        }),
      },
      onFault: (fault) => faults.push(fault),
    });
    await colleagues.renew();
    expect(colleagues.usedBy(VOICE, 'Ben')).toBe(0);
    expect(faults).toHaveLength(1);
  });
});

test('what is known of users is bounded, and room is made by forgetting', () => {
  const users = openUsers({ documents: 3, pairs: 4 });
  users.add(['a', 'b', 'c', 'd'], 'ana', 10);
  users.add(['a', 'b', 'c'], 'ben', 20);
  expect(Object.fromEntries(users.counts(0))).toEqual({ a: 2, b: 1, c: 1 });
  users.forget(10);
  users.add(['d'], 'ben', 30);
  expect(Object.fromEntries(users.counts(0))).toEqual({ a: 1, d: 1 });
  users.add(['a'], 'ben', 15);
  expect(users.othersOf('a', 'ana', 19)).toBe(1);
  users.forget(10);
  users.add(['a'], 'cy', 40);
  expect([users.othersOf('a', 'ben', 0), users.othersOf('a', 'cy', 0), users.counts(0).get('a')]).toEqual([1, 1, 2]);
});
