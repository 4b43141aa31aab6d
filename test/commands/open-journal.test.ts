import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openJournalFor, readJournal } from '../../src/commands/open-journal.ts';
import type { Entry } from '../../src/journal/entry.ts';
import type { Journal, Recorded } from '../../src/journal/journal.ts';
import { scopeOf } from '../../src/library/disk/scope.ts';
import { openWatch } from '../../src/library/disk/watcher.ts';
import { type Library, openLibrary } from '../../src/library/library.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

const SHARED = { 'team-context.yaml': 'journal: shared\n' };
const USE: Recorded = { member: 'Ana', use: 'document', ids: ['context/voice.md'], outcome: 'done' };
const DAY = 86_400_000;
const PATIENCE = { timeout: 15_000 };

let state: TemporaryFolder;
beforeEach(async () => {
  state = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', state.at('ours'));
  return async () => {
    vi.unstubAllEnvs();
    await state.remove();
  };
});

async function folderWith(files: Readonly<Record<string, string>> = {}): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'context/voice.md': '# Voice\n\nWarm.\n', ...files });
  onTestFinished(folder.remove);
  return folder;
}

async function libraryAt(root: string): Promise<Library> {
  const faults: unknown[] = [];
  const library = await openLibrary({ root, onFault: (fault) => faults.push(fault) });
  onTestFinished(async () => {
    await library.close();
    expect(faults).toEqual([]);
  });
  await library.ready;
  return library;
}

async function journalOf(
  library: Library,
  isReadOnly = false,
  now = Date.now,
): Promise<Journal & { faults: unknown[] }> {
  const faults: unknown[] = [];
  const journal = await openJournalFor({ library, isReadOnly, now, onFault: (fault) => faults.push(fault) });
  onTestFinished(journal.close);
  return { ...journal, faults };
}

async function membersIn(journal: { entries(since: number): AsyncIterable<readonly Entry[]> }): Promise<string[]> {
  const members: string[] = [];
  for await (const entries of journal.entries(0)) members.push(...entries.map(({ member }) => member));
  return members.sort();
}

const namesIn = (path: string): string[] => (existsSync(path) ? readdirSync(path).sort() : []);
const journalsIn = (folder: TemporaryFolder): string[] => namesIn(folder.at('.team-context/journal'));

describe('the journal of a library', () => {
  test('lies in the state folder of this machine, one for each library', async () => {
    const [one, other] = [await folderWith(), await folderWith()];
    for (const folder of [one, other]) {
      const journal = await journalOf(await libraryAt(folder.path));
      journal.record(USE);
      await journal.close();
      expect(journal.faults).toEqual([]);
      expect(namesIn(journal.where() ?? '')).toHaveLength(1);
      expect(readdirSync(folder.path)).toEqual(['context']);
    }
    expect(namesIn(state.at('ours')).filter((name) => /^journal-[0-9a-f]{32}$/.test(name))).toHaveLength(2);
  });

  test('leaves nothing anywhere before something is recorded, nor when it is off', async () => {
    const folder = await folderWith({ 'team-context.yaml': 'journal: off\n' });
    const journal = await journalOf(await libraryAt(folder.path));
    journal.record(USE);
    await journal.close();
    const untouched = await journalOf(await libraryAt((await folderWith()).path));
    await untouched.expire();
    await untouched.close();
    expect(existsSync(state.at('ours'))).toBe(false);
    expect(journal.where()).toBeUndefined();
  });

  test('lies in the library where the team shares it, a file for each member and machine', async () => {
    const folder = await folderWith(SHARED);
    for (const machine of ['one', 'two']) {
      vi.stubEnv('TEAM_CONTEXT_STATE', state.at(machine));
      const journal = await journalOf(await libraryAt(folder.path));
      for (const member of ['Ana', 'Ben']) journal.record({ ...USE, member });
      await journal.close();
      expect(journal.where()).toBe(join(folder.path, '.team-context', 'journal'));
    }
    expect(journalsIn(folder)).toHaveLength(4);
    expect(await membersIn(await journalOf(await libraryAt(folder.path)))).toEqual(['Ana', 'Ana', 'Ben', 'Ben']);
  });

  test('stays on this machine where nothing may be written into the library, which is still read', async () => {
    const folder = await folderWith(SHARED);
    const writing = await journalOf(await libraryAt(folder.path));
    writing.record(USE);
    await writing.close();
    const before = readFileSync(folder.at(`.team-context/journal/${journalsIn(folder)[0]}`), 'utf8');
    const journal = await journalOf(await libraryAt(folder.path), true);
    journal.record({ ...USE, member: 'Ben' });
    await journal.close();
    expect(journal.where()).toContain(state.at('ours'));
    expect(readFileSync(folder.at(`.team-context/journal/${journalsIn(folder)[0]}`), 'utf8')).toBe(before);
    expect(await membersIn(journal)).toEqual(['Ana', 'Ben']);
  });

  test('is none on this machine where the state folder lies in the library, and can still be shared', async () => {
    const [local, shared] = [await folderWith(), await folderWith(SHARED)];
    vi.stubEnv('TEAM_CONTEXT_STATE', local.at('state'));
    const none = await journalOf(await libraryAt(local.path));
    none.record(USE);
    await none.close();
    expect(none.where()).toBeUndefined();
    expect(readdirSync(local.path)).toEqual(['context']);
    vi.stubEnv('TEAM_CONTEXT_STATE', shared.at('state'));
    const journal = await journalOf(await libraryAt(shared.path));
    journal.record(USE);
    await journal.close();
    expect(await membersIn(journal)).toEqual(['Ana']);
    expect(existsSync(shared.at('state'))).toBe(false);
  });

  test('follows the settings while it runs', async () => {
    const folder = await folderWith(SHARED);
    const journal = await journalOf(await libraryAt(folder.path));
    journal.record(USE);
    await vi.waitFor(() => expect(journalsIn(folder)).toHaveLength(1), PATIENCE);
    await folder.write({ 'team-context.yaml': 'journal: off\n' });
    await vi.waitFor(() => expect(journal.where()).toBeUndefined(), PATIENCE);
    journal.record({ ...USE, member: 'Ben' });
    await journal.close();
    expect(journalsIn(folder)).toHaveLength(1);
  });

  test('writes into the same file on each start of this machine', async () => {
    const library = await libraryAt((await folderWith(SHARED)).path);
    for (let start = 0; start < 3; start++) {
      const journal = await journalOf(library);
      journal.record(USE);
      await journal.close();
    }
    expect(namesIn(join(library.root, '.team-context', 'journal'))).toHaveLength(1);
  });
});

describe('what was kept for long enough', () => {
  const monthBefore = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 7);
  const THEIRS = '.team-context/journal/2024-01.ana-01234567.0123abcd.jsonl';
  const YOUNG = `.team-context/journal/${monthBefore(60)}.ana-01234567.0123abcd.jsonl`;
  const OTHERS = { [THEIRS]: '', [YOUNG]: '', '.team-context/journal/notes.txt': '' };

  /** A library with old entries of this machine; answers with where they lie. */
  async function oldEntries(settings: Record<string, string>): Promise<{ folder: TemporaryFolder; old: string }> {
    const folder = await folderWith({ ...SHARED, ...OTHERS });
    const journal = await journalOf(await libraryAt(folder.path), false, () => Date.now() - 500 * DAY);
    journal.record(USE);
    await journal.close();
    const name = journalsIn(folder).find((each) => each.startsWith(monthBefore(500)));
    if (name === undefined) throw new Error('nothing was recorded');
    rmSync(folder.at('team-context.yaml'));
    await folder.write(settings);
    return { folder, old: folder.at(`.team-context/journal/${name}`) };
  }

  test('goes when the library is served, and nothing of other machines', async () => {
    const { folder, old } = await oldEntries(SHARED);
    await journalOf(await libraryAt(folder.path));
    await vi.waitFor(() => expect(existsSync(old)).toBe(false), PATIENCE);
    for (const path of Object.keys(OTHERS)) expect(existsSync(folder.at(path))).toBe(true);
  });

  test.each<Record<string, string>>([
    { 'team-context.yaml': 'journal: sharde\n' },
    { 'team-context.yaml': '' },
    { 'team-context.yaml': 'journal: [\n' },
    { 'team-context.yaml': 'journal: shared\n', 'Team-Context.yaml': 'name: x\n' },
    {},
  ])('stays where the settings are not surely those of the team: %j', async (settings) => {
    const { folder, old } = await oldEntries(settings);
    await (await journalOf(await libraryAt(folder.path))).expire();
    expect(existsSync(old)).toBe(true);
  });

  test('goes where there were no settings for an hour', async () => {
    const { folder, old } = await oldEntries({});
    let now = Date.now();
    const journal = await journalOf(await libraryAt(folder.path), false, () => now);
    await journal.expire();
    now += 59 * 60_000;
    await journal.expire();
    expect(existsSync(old)).toBe(true);
    now += 61_000;
    await journal.expire();
    expect(existsSync(old)).toBe(false);
  });

  test('stays where nothing may be written', async () => {
    const { folder, old } = await oldEntries(SHARED);
    await (await journalOf(await libraryAt(folder.path), true)).expire();
    expect(existsSync(old)).toBe(true);
  });
});

describe('commands that only read', () => {
  test('find what was recorded, and make nothing', async () => {
    const library = await libraryAt((await folderWith()).path);
    expect(await membersIn(await readJournal(library))).toEqual([]);
    expect(existsSync(state.at('ours'))).toBe(false);
    const journal = await journalOf(library);
    journal.record(USE);
    await journal.close();
    const read = await readJournal(library);
    expect(await membersIn(read)).toEqual(['Ana']);
    expect(read.where).toBe(journal.where());
  });

  test('also find what a server that may not write into the library kept on this machine', async () => {
    const library = await libraryAt((await folderWith(SHARED)).path);
    for (const [member, isReadOnly] of [
      ['Ana', false],
      ['Ben', true],
    ] as const) {
      const journal = await journalOf(library, isReadOnly);
      journal.record({ ...USE, member });
      await journal.close();
    }
    const read = await readJournal(library);
    expect(await membersIn(read)).toEqual(['Ana', 'Ben']);
    expect(read.where).toBe(join(library.root, '.team-context', 'journal'));
  });

  test('are told where the journal is off', async () => {
    const library = await libraryAt((await folderWith({ 'team-context.yaml': 'journal: off\n' })).path);
    const read = await readJournal(library);
    expect([read.where, await membersIn(read)]).toEqual([undefined, []]);
  });
});

test('the library sees nothing of what is recorded in it', async () => {
  const folder = await folderWith(SHARED);
  const library = await libraryAt(folder.path);
  const changes: unknown[] = [];
  library.subscribe((change) => changes.push(change));
  const before = library.current();
  const journal = await journalOf(library);
  for (let count = 0; count < 500; count++) journal.record({ ...USE, member: `Member ${count % 5}` });
  await vi.waitFor(() => expect(journalsIn(folder)).toHaveLength(5), PATIENCE);
  await journal.close();
  await folder.write({ 'context/next.md': '# Next\n' });
  await vi.waitFor(() => expect(library.current().documents.has('context/next.md')).toBe(true), PATIENCE);
  expect(changes).toHaveLength(1);
  expect([...library.current().documents.keys()].filter((id) => !before.documents.has(id))).toEqual([
    'context/next.md',
  ]);
  expect(library.status().passedOver).toEqual({});
});

test.each([true, false])(
  'what is recorded is no hint for who watches the library (context and prompts alone: %s)',
  async (isNarrowed) => {
    const folder = await folderWith(SHARED);
    const journal = await journalOf(await libraryAt(folder.path));
    const hints: string[] = [];
    let isWatching = false;
    const watching = openWatch({
      onHint: (path) => hints.push(path),
      onReady: () => {
        isWatching = true;
      },
      onError: () => undefined,
    });
    onTestFinished(watching.close);
    await watching.point({ root: folder.path, key: '', isInScope: scopeOf({}, isNarrowed) });
    await vi.waitFor(() => expect(isWatching).toBe(true), PATIENCE);
    for (let count = 0; count < 300; count++) journal.record({ ...USE, member: `Member ${count % 5}` });
    await journal.close();
    expect(journalsIn(folder)).toHaveLength(5);
    await folder.write({ 'context/next.md': '# Next\n' });
    await vi.waitFor(() => expect(hints).toContain('context/next.md'), PATIENCE);
    expect(hints.filter((path) => path.includes('.team-context') || path === '')).toEqual([]);
  },
);
