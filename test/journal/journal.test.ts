import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { fileNameOf, seriesOf } from '../../src/journal/files/file-name.ts';
import { lineOf } from '../../src/journal/files/lines.ts';
import type { JournalSettings } from '../../src/settings.ts';
import {
  allOf,
  emptyFolder,
  failure,
  led,
  linesOfNobody,
  namesIn,
  opened,
  ownFolder,
  placeOf,
  SEARCH,
  SETTINGS,
  textIn,
  USE,
} from './journals.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 20, 46);
const PATIENCE = { timeout: 15_000 };

describe('what is recorded', () => {
  test('is written within moments, and read again as it was', async () => {
    const folder = await emptyFolder();
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    journal.record(USE);
    journal.record(SEARCH);
    await vi.waitFor(() => expect(textIn(folder)).toContain('layoffs'), PATIENCE);
    const entries = await allOf(journal);
    expect(entries.map(({ id: _, ...rest }) => rest)).toEqual([
      { ...USE, at: NOW },
      { ...SEARCH, at: NOW },
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
    expect(namesIn(folder)).toEqual([fileNameOf(seriesOf({ at: NOW, member: USE.member }), '0123abcd', 1)]);
    expect(faults).toEqual([]);
  });

  test('is written soon when there is much of it, and all of it when the journal is closed', async () => {
    const folder = await emptyFolder();
    const { journal } = opened(placeOf(ownFolder(folder)));
    for (let count = 0; count < 5_000; count++) journal.record({ ...USE, member: `Member ${count % 7}` });
    await journal.close();
    const entries = await allOf(journal);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(5_000);
    expect(namesIn(folder)).toHaveLength(7);
  });

  test('is put on disk when the journal is closed', async () => {
    const steps: string[] = [];
    const calls = led((step, run) => {
      steps.push(step.name);
      return run();
    });
    const { journal } = opened(placeOf(ownFolder(await emptyFolder(), calls)));
    for (const member of ['Ana', 'Ben']) journal.record({ ...USE, member });
    await journal.close();
    expect(steps.filter((name) => name === 'sync file')).toHaveLength(2);
    expect(steps.filter((name) => name === 'write')).toHaveLength(2);
  });

  test('is told at once to who listens, until they stop', async () => {
    const { journal } = opened(placeOf(ownFolder(await emptyFolder())));
    const heard: string[] = [];
    const stop = journal.subscribe(({ member }) => heard.push(member));
    journal.record(USE);
    expect(heard).toEqual([USE.member]);
    stop();
    journal.record(USE);
    expect(heard).toHaveLength(1);
  });

  test('is somebody’s where a member has no name', async () => {
    const { journal } = opened(placeOf(ownFolder(await emptyFolder())));
    journal.record({ ...USE, member: ' ' });
    await journal.close();
    expect((await allOf(journal)).map(({ member }) => member)).toEqual(['somebody']);
  });

  test.skipIf(process.platform === 'win32')('on this machine is for this user alone', async () => {
    const folder = await emptyFolder();
    const { journal } = opened(placeOf(ownFolder(folder)));
    journal.record(USE);
    await journal.close();
    expect(statSync(folder.at('journal')).mode & 0o777).toBe(0o700);
    expect(statSync(folder.at(`journal/${namesIn(folder)[0]}`)).mode & 0o777).toBe(0o600);
  });

  test('does not end recording when a listener or the clock fails', async () => {
    const folder = await emptyFolder();
    let time = Number.NaN;
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => time });
    expect(() => journal.record(USE)).not.toThrow();
    time = NOW;
    journal.subscribe(() => {
      throw new Error('not today');
    });
    expect(() => journal.record(USE)).not.toThrow();
    expect(faults).toHaveLength(2);
    await journal.close();
    expect(await allOf(journal)).toHaveLength(1);
  });
});

describe('settings', () => {
  test('switch the journal off and on while it runs', async () => {
    const folder = await emptyFolder();
    let settings: JournalSettings = { ...SETTINGS, where: 'off' };
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { settings: () => settings });
    journal.record({ ...USE, member: 'Before' });
    expect(journal.where()).toBeUndefined();
    settings = SETTINGS;
    journal.record({ ...USE, member: 'Between' });
    await vi.waitFor(() => expect(textIn(folder)).toContain('Between'), PATIENCE);
    journal.record({ ...USE, member: 'After' });
    settings = { ...SETTINGS, where: 'off' };
    await journal.close();
    expect(textIn(folder)).not.toMatch(/Before|After/);
    expect(await allOf(journal)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('move it to another place while it runs', async () => {
    const [here, there] = [await emptyFolder(), await emptyFolder()];
    let settings = SETTINGS;
    const places = { local: placeOf(ownFolder(here)), shared: placeOf(ownFolder(there)) };
    const { journal } = opened(places.local, { places, settings: () => settings });
    journal.record({ ...USE, member: 'Local' });
    await vi.waitFor(() => expect(textIn(here)).toContain('Local'), PATIENCE);
    settings = { ...SETTINGS, where: 'shared' };
    journal.record({ ...USE, member: 'Shared' });
    await journal.close();
    expect(textIn(here)).not.toContain('Shared');
    expect((await allOf(journal)).map(({ member }) => member)).toEqual(['Shared']);
    expect(journal.where()).toBe(there.at('journal'));
  });

  test('keep the words of searches out', async () => {
    const folder = await emptyFolder();
    const { journal } = opened(placeOf(ownFolder(folder)), { settings: () => ({ ...SETTINGS, queries: false }) });
    const heard: Entry[] = [];
    journal.subscribe((entry) => heard.push(entry));
    journal.record(SEARCH);
    expect(heard.map((entry) => 'words' in entry)).toEqual([false]);
    await journal.close();
    expect(textIn(folder)).toContain('"outcome":"nothing"');
    expect(textIn(folder)).not.toContain('layoffs');
  });
});

test('words that look like a secret are not kept, nor those of a search that found something', async () => {
  const folder = await emptyFolder();
  const { journal } = opened(placeOf(ownFolder(folder)));
  journal.record({ ...SEARCH, words: `login ${['sk', 'aB3dE5fG7hI9jK1lM3nO5pQ7'].join('-')}` });
  journal.record({ ...SEARCH, outcome: 'done', words: 'voice' });
  await journal.close();
  expect(await allOf(journal)).toHaveLength(2);
  expect(textIn(folder)).not.toMatch(/words|aB3dE5|"voice"/);
});

test.each([
  'ana.sousa@example.org left',
  'call +351 912 345 678',
  'call (0221) 123-4567',
  'my Passwort ist geheim',
  'PASSWORD hunter2',
  'the pin is 1234',
  'ana＠example.org',
])('words are not kept that may name somebody or hold a secret: %s', async (words) => {
  const folder = await emptyFolder();
  const { journal } = opened(placeOf(ownFolder(folder)));
  const heard: Entry[] = [];
  journal.subscribe((entry) => heard.push(entry));
  journal.record({ ...SEARCH, words });
  journal.record({ ...SEARCH, words: 'top 10 of 2026' });
  await journal.close();
  const kept = (await allOf(journal)).flatMap((entry) => entry.words ?? []);
  expect([kept, heard.flatMap((entry) => entry.words ?? [])]).toEqual([['top 10 of 2026'], ['top 10 of 2026']]);
  expect(textIn(folder)).not.toContain(words);
});

test('words that were recorded before are not read where they are not wanted', async () => {
  const folder = await emptyFolder();
  let settings = SETTINGS;
  const { journal } = opened(placeOf(ownFolder(folder)), { settings: () => settings });
  journal.record(SEARCH);
  await journal.close();
  settings = { ...SETTINGS, queries: false };
  expect((await allOf(journal)).map((entry) => [entry.outcome, 'words' in entry])).toEqual([['nothing', false]]);
});

describe('a folder that cannot be written', () => {
  test.each(['ENOSPC', 'EROFS', 'EIO', 'EACCES'])(
    'with %s loses nothing, is reported once, and once more when it works again',
    async (code) => {
      const folder = await emptyFolder();
      let isBroken = true;
      const calls = led((step, run) => (isBroken && step.name === 'write' ? Promise.reject(failure(code)) : run()));
      const { journal, faults } = opened(placeOf(ownFolder(folder, calls)));
      for (let count = 0; count < 300; count++) journal.record(USE);
      await vi.waitFor(() => expect(faults).toHaveLength(1), PATIENCE);
      expect(String(faults[0])).toContain(`cannot be written at the moment (${code})`);
      for (let count = 0; count < 300; count++) journal.record(USE);
      isBroken = false;
      await journal.close();
      expect(faults.slice(1)).toEqual(['The journal is written again.']);
      expect(new Set((await allOf(journal)).map(({ id }) => id)).size).toBe(600);
    },
  );

  test('is reported once however often it fails', async () => {
    const calls = led((step, run) => (step.name === 'write' ? Promise.reject(failure('ENOSPC')) : run()));
    const { journal, faults } = opened(placeOf(ownFolder(await emptyFolder(), calls)));
    for (let count = 0; count < 200; count++) journal.record(USE);
    await vi.waitFor(() => expect(faults).toHaveLength(1), PATIENCE);
    await journal.close();
    expect(faults.slice(1)).toEqual(['200 entries of the journal could not be written.']);
  });

  test('is tried again by itself', async () => {
    const folder = await emptyFolder();
    let writes = 0;
    const calls = led((step, run) =>
      step.name === 'write' && ++writes === 1 ? Promise.reject(failure('ENOSPC')) : run(),
    );
    const { journal, faults } = opened(placeOf(ownFolder(folder, calls)));
    for (let count = 0; count < 200; count++) journal.record(USE);
    await vi.waitFor(() => expect(faults).toHaveLength(2), PATIENCE);
    expect(await allOf(journal)).toHaveLength(200);
  });

  test('keeps a bounded number of entries waiting, the latest ones', async () => {
    const folder = await emptyFolder();
    let isBroken = true;
    const calls = led((step, run) =>
      isBroken && step.name === 'openToAppend' ? Promise.reject(failure('EROFS')) : run(),
    );
    const { journal, faults } = opened(placeOf(ownFolder(folder, calls)));
    for (let count = 0; count < 10_500; count++) journal.record({ ...USE, ids: [`context/${count}.md`] });
    await vi.waitFor(() => expect(faults).toHaveLength(1), PATIENCE);
    isBroken = false;
    await journal.close();
    const ids = (await allOf(journal)).map(({ ids: [id] }) => id);
    expect(ids).toHaveLength(10_000);
    expect(ids).toContain('context/10499.md');
    expect(ids).not.toContain('context/499.md');
    expect(faults.slice(1)).toEqual([
      '500 entries of the journal are lost: too many were waiting to be written.',
      'The journal is written again.',
    ]);
  });

  test('for one member does not keep others waiting', async () => {
    const folder = await emptyFolder();
    const theirs = fileNameOf(seriesOf({ at: Date.now(), member: 'Ana' }), '0123abcd', 1);
    mkdirSync(folder.at(`journal/${theirs}`), { recursive: true });
    const { journal, faults } = opened(placeOf(ownFolder(folder)));
    for (const member of ['Ana', 'Ben']) journal.record({ ...USE, member });
    await journal.close();
    expect((await allOf(journal)).map(({ member }) => member)).toEqual(['Ben']);
    expect(faults).toHaveLength(2);
    expect(String(faults[1])).toBe('1 entry of the journal could not be written.');
  });

  test('is closed within 2 s although it never answers', async () => {
    const folder = await emptyFolder();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    onTestFinished(answer);
    const calls = led((step, run) => (step.name === 'write' ? answered.then(run) : run()));
    const { journal } = opened(placeOf(ownFolder(folder, calls)));
    journal.record(USE);
    const began = performance.now();
    await journal.close();
    // 2 s where it would take for ever
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('in short writes ends up with every entry whole', async () => {
    const folder = await emptyFolder();
    let count = 0;
    const calls = led((step, run, half) => (step.name === 'write' && ++count % 3 !== 0 ? half() : run()));
    const { journal } = opened(placeOf(ownFolder(folder, calls)));
    for (let number = 0; number < 50; number++) journal.record(USE);
    await journal.close();
    expect(count).toBeGreaterThan(2);
    expect(new Set((await allOf(journal)).map(({ id }) => id)).size).toBe(50);
  });

  test('because it vanished is made again', async () => {
    const folder = await emptyFolder();
    const { journal } = opened(placeOf(ownFolder(folder)));
    journal.record(USE);
    await vi.waitFor(() => expect(textIn(folder)).toContain(USE.member), PATIENCE);
    rmSync(folder.at('journal'), { recursive: true });
    journal.record({ ...USE, member: 'Ben' });
    await journal.close();
    expect((await allOf(journal)).map(({ member }) => member)).toEqual(['Ben']);
  });

  test.skipIf(process.platform === 'win32')('because a link lies in its place leads nowhere', async () => {
    const [folder, outside] = [await emptyFolder(), await emptyFolder()];
    const { journal, faults } = opened(placeOf(ownFolder(folder)));
    symlinkSync(outside.path, folder.at('journal'));
    journal.record(USE);
    await vi.waitFor(() => expect(faults).toHaveLength(1), PATIENCE);
    expect(readdirSync(outside.path)).toEqual([]);
    rmSync(folder.at('journal'));
    await journal.close();
    expect(await allOf(journal)).toHaveLength(1);
  });
});

describe('a line that somebody left torn', () => {
  test('does not swallow the next one', async () => {
    const folder = await emptyFolder();
    const name = fileNameOf(seriesOf({ at: NOW, member: USE.member }), '0123abcd', 1);
    await folder.write({ [`journal/${name}`]: '{"v":1,"id":"to' });
    const { journal } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    journal.record(USE);
    await journal.close();
    expect(await allOf(journal)).toHaveLength(1);
    expect(linesOfNobody(folder, NOW)).toBe(1);
  });

  test('and one without an end are passed over, however long', async () => {
    const folder = await emptyFolder();
    const good = lineOf({ ...USE, id: 'abcdefgh', at: NOW });
    await folder.write({ 'journal/2026-11.x.jsonl': `${'x'.repeat(300_000)}\n${good}\n${'y'.repeat(200_000)}` });
    const { journal } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    expect(await allOf(journal)).toEqual([{ ...USE, id: 'abcdefgh', at: NOW }]);
    expect(linesOfNobody(folder, NOW)).toBe(2);
  });
});

describe('the files of a month', () => {
  const series = seriesOf({ at: NOW, member: USE.member });
  const nameOf = (part: number): string => fileNameOf(series, '0123abcd', part);
  const full = `${'x'.repeat(8 * 2 ** 20 - 10)}\n`;

  test('go on in another part when one is full', async () => {
    const folder = await emptyFolder();
    await folder.write({ [`journal/${nameOf(1)}`]: full, [`journal/${nameOf(2)}`]: full });
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    journal.record(USE);
    await journal.close();
    expect(namesIn(folder)).toEqual([nameOf(2), nameOf(3), nameOf(1)].sort());
    expect(await allOf(journal)).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('are at most four for a member and a machine, and that is said once', async () => {
    const folder = await emptyFolder();
    for (const part of [1, 2, 3, 4]) await folder.write({ [`journal/${nameOf(part)}`]: full });
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    for (let count = 0; count < 450; count++) journal.record(USE);
    journal.record({ ...USE, member: 'Ben' });
    await journal.close();
    expect((await allOf(journal)).map(({ member }) => member)).toEqual(['Ben']);
    expect(namesIn(folder)).toHaveLength(5);
    expect(faults).toEqual([expect.stringContaining('is full for this month')]);
  });
});

describe('after the days for which things are kept', () => {
  const OLD = '2025-09.ana-01234567.0123abcd.jsonl';
  const YOUNG = '2025-10.ana-01234567.0123abcd.jsonl';
  const OTHERS = ['2025-09.ana-01234567.0123abcd.txt', 'notes.jsonl', '2025-09-plan.md'];

  test('files go by their names, and nothing else does', async () => {
    const folder = await emptyFolder();
    const copy = "2025-08.ana-01234567.0123abcd (Ben's conflicted copy).jsonl";
    for (const name of [OLD, YOUNG, copy, ...OTHERS]) await folder.write({ [`journal/${name}`]: '' });
    const now = Date.UTC(2025, 9, 1) + 400 * DAY;
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => now });
    await journal.expire();
    expect(namesIn(folder)).toContain(OLD);
    const later = opened(placeOf(ownFolder(folder)), { now: () => now + 1 });
    await Promise.all([later.journal.expire(), journal.expire(), later.journal.expire()]);
    expect(namesIn(folder)).toEqual([YOUNG, ...OTHERS].sort());
    expect([...faults, ...later.faults]).toEqual([]);
  });

  test('in a folder of many machines only files of this one go', async () => {
    const [folder, here] = [await emptyFolder(), await emptyFolder()];
    const theirs = '2024-09.ana-01234567.89abcdef.jsonl';
    const copy = "2024-09.ana-01234567.0123abcd (Ben's conflicted copy).jsonl";
    for (const name of [theirs, copy, OLD, OLD.replace('.jsonl', '.2.jsonl'), YOUNG])
      await folder.write({ [`journal/${name}`]: '' });
    const places = { local: placeOf(ownFolder(here)), shared: placeOf(ownFolder(folder)) };
    const { journal } = opened(places.shared, { places, now: () => Date.UTC(2025, 9, 2) + 400 * DAY });
    await journal.expire();
    expect(namesIn(folder)).toEqual([theirs, copy, YOUNG].sort());
  });

  test('nothing goes by a clock that is years ahead, although it writes', async () => {
    const folder = await emptyFolder();
    for (const name of [OLD, YOUNG]) await folder.write({ [`journal/${name}`]: '' });
    const { journal } = opened(placeOf(ownFolder(folder)), { now: () => Date.UTC(2036, 1, 2) });
    journal.record(USE);
    await journal.close();
    await journal.expire();
    expect(namesIn(folder)).toHaveLength(3);
  });

  test('nothing goes while it is not known for how long things are kept', async () => {
    const folder = await emptyFolder();
    for (const name of [OLD, YOUNG]) await folder.write({ [`journal/${name}`]: '' });
    const now = (): number => Date.UTC(2025, 9, 2) + 400 * DAY;
    const { journal } = opened(placeOf(ownFolder(folder)), { now, keepDays: async () => Number.POSITIVE_INFINITY });
    await journal.expire();
    expect(namesIn(folder)).toEqual([OLD, YOUNG]);
  });

  test('entries are no longer read, be their file there or not', async () => {
    const folder = await emptyFolder();
    const at = (day: number): string => lineOf({ ...USE, id: `day-${day}-ago`, at: NOW - day * DAY });
    await folder.write({ 'journal/2026-10.x.jsonl': `${at(29)}\n${at(31)}\n`, 'journal/2026-01.x.jsonl': at(3) });
    const { journal } = opened(placeOf(ownFolder(folder)), {
      now: () => NOW,
      settings: () => ({ ...SETTINGS, keepDays: 30 }),
    });
    expect((await allOf(journal)).map(({ id }) => id)).toEqual(['day-29-ago']);
    expect(await allOf(journal, NOW - 28 * DAY)).toEqual([]);
  });
});

describe('reading', () => {
  test('takes the copies of sync clients, and nothing through links', async () => {
    const [folder, outside] = [await emptyFolder(), await emptyFolder()];
    const line = (id: string): string => `${lineOf({ ...USE, id, at: NOW })}\n`;
    await folder.write({
      'journal/2026-11.a.jsonl': line('original'),
      "journal/2026-11.a (Ben's conflicted copy).jsonl": line('original') + line('from-copy'),
      'journal/other.jsonl': line('no-month-'),
    });
    await outside.write({ '2026-11.b.jsonl': line('outside--') });
    symlinkSync(outside.at('2026-11.b.jsonl'), folder.at('journal/2026-11.b.jsonl'));
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    const ids = (await allOf(journal)).map(({ id }) => id);
    expect(ids.sort()).toEqual(['from-copy', 'original', 'original']);
    expect(faults).toEqual([]);
  });

  test('of a file without an end is bounded, and is not done again', async () => {
    const folder = await emptyFolder();
    const name = 'journal/2026-11.x.jsonl';
    const line = (id: string): string => `${lineOf({ ...USE, id, at: NOW })}\n`;
    await folder.write({ [name]: line('at-begin'), 'journal/2026-11.y.jsonl': line('of-other') });
    // sparse: it takes no room on disk
    truncateSync(folder.at(name), 64 * 2 ** 30);
    let reads = 0;
    const calls = led((step, run) => {
      if (step.name === 'read') reads++;
      return run();
    });
    const { journal } = opened(placeOf(ownFolder(folder, calls)), { now: () => NOW });
    const marks = new Map<string, number>();
    const next = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const entries of journal.entries(0, marks)) ids.push(...entries.map(({ id }) => id));
      return ids;
    };
    expect(await next()).toEqual(['at-begin', 'of-other']);
    // 8 MiB in pieces of 64 KiB, where 64 GiB would be a million
    expect(reads).toBeLessThan(200);
    reads = 0;
    expect(await next()).toEqual([]);
    expect(reads).toBe(0);
  });

  test('goes on where files vanish meanwhile', async () => {
    const folder = await emptyFolder();
    for (const name of ['a', 'b', 'c'])
      await folder.write({ [`journal/2026-11.${name}.jsonl`]: lineOf({ ...USE, id: `entry-of-${name}`, at: NOW }) });
    const { journal, faults } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    const ids: string[] = [];
    for await (const entries of journal.entries(0)) {
      ids.push(...entries.map(({ id }) => id));
      rmSync(folder.at('journal/2026-11.b.jsonl'), { force: true });
    }
    expect(ids).toEqual(['entry-of-a', 'entry-of-c']);
    expect(faults).toEqual([]);
  });

  test('says so when a part cannot be read, and reads the rest', async () => {
    const folder = await emptyFolder();
    for (const name of ['a', 'b'])
      await folder.write({ [`journal/2026-11.${name}.jsonl`]: lineOf({ ...USE, id: `entry-of-${name}`, at: NOW }) });
    let reads = 0;
    const calls = led((step, run) => (step.name === 'read' && ++reads === 1 ? Promise.reject(failure('EIO')) : run()));
    const { journal, faults } = opened(placeOf(ownFolder(folder, calls)), { now: () => NOW });
    expect((await allOf(journal)).map(({ id }) => id)).toEqual(['entry-of-b']);
    expect(faults).toEqual(['A part of the journal cannot be read or removed at the moment (EIO).']);
  });

  test('with marks gives only what is new, also of a line that was not yet whole', async () => {
    const folder = await emptyFolder();
    const { journal } = opened(placeOf(ownFolder(folder)), { now: () => NOW });
    const marks = new Map<string, number>();
    const next = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const entries of journal.entries(0, marks)) ids.push(...entries.map(({ id }) => id));
      return ids;
    };
    const line = (id: string): string => `${lineOf({ ...USE, id, at: NOW })}\n`;
    const path = folder.at('journal/2026-11.a.jsonl');
    await folder.write({ 'journal/2026-11.a.jsonl': line('number-one') + line('number-two').slice(0, 50) });
    expect(await next()).toEqual(['number-one']);
    writeFileSync(path, line('number-two').slice(50) + line('number-3'), { flag: 'a' });
    expect(await next()).toEqual(['number-two', 'number-3']);
    expect(await next()).toEqual([]);
    writeFileSync(path, line('number-4'));
    expect(await next()).toEqual(['number-4']);
  });

  test('finds nothing, and makes nothing, where nothing was ever recorded', async () => {
    const folder = await emptyFolder();
    const { journal, faults } = opened(placeOf(ownFolder(folder)));
    expect(await allOf(journal)).toEqual([]);
    await journal.expire();
    await journal.close();
    expect(readdirSync(folder.path)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

test('two machines that share a folder never write the same file', async () => {
  const folder = await emptyFolder();
  const machines = ['aaaaaaaa', 'bbbbbbbb'].map((machine) =>
    opened(placeOf(ownFolder(folder)), { machine: async () => machine, now: () => NOW }),
  );
  for (const { journal } of machines) journal.record(USE);
  for (const { journal } of machines) await journal.close();
  expect(namesIn(folder)).toEqual(
    ['aaaaaaaa', 'bbbbbbbb'].map((key) => fileNameOf(seriesOf({ at: NOW, ...USE }), key, 1)),
  );
  for (const { journal } of machines) expect(await allOf(journal)).toHaveLength(2);
});

test('a folder that is moved away while it is written is not followed', async () => {
  const folder = await emptyFolder();
  let isMoved = false;
  const calls = led((step, run) => {
    if (step.name === 'openToAppend' && !isMoved) {
      isMoved = true;
      renameSync(folder.at('journal'), folder.at('elsewhere'));
    }
    return run();
  });
  const { journal, faults } = opened(placeOf(ownFolder(folder, calls)));
  journal.record(USE);
  await vi.waitFor(() => expect(faults).toHaveLength(1), PATIENCE);
  await journal.close();
  expect(textIn(folder, 'elsewhere')).toBe('');
  expect(await allOf(journal)).toHaveLength(1);
});
