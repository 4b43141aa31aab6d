import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Library, type LibraryOptions, openLibrary } from '../../src/library/library.ts';
import type { Change } from '../../src/library/snapshot.ts';
import { SETTINGS_FILE } from '../../src/settings.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const VOICE = 'context/brand/voice.md';
const SECRET = 'context/archive/secret.md';
const PATIENCE = { timeout: 15_000 };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Opened {
  readonly folder: TemporaryFolder;
  readonly library: Library;
  readonly changes: Change[];
  readonly faults: unknown[];
}

async function opened(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<LibraryOptions> = {},
): Promise<Opened> {
  const folder = await temporaryFolder(files);
  closers.push(folder.remove);
  const faults: unknown[] = [];
  const library = await openLibrary({ root: folder.path, onFault: (fault) => faults.push(fault), ...options });
  closers.push(library.close);
  const changes: Change[] = [];
  library.subscribe((change) => changes.push(change));
  return { folder, library, changes, faults };
}

const idsOf = ({ library }: Opened): string[] => [...library.current().documents.keys()];
const codesOf = ({ library }: Opened): string[] => library.current().diagnostics.map(({ code }) => code);

describe('the first snapshot', () => {
  test('is published once, when all was read, and then the library is ready', async () => {
    const { library, changes } = await opened(manyFiles(300));
    expect(library.current().documents.size).toBe(0);
    await library.ready;
    expect(changes).toHaveLength(1);
    expect(changes[0]?.added).toHaveLength(300);
    expect(library.current()).toBe(changes[0]?.after);
  });

  test('says on its way how many files were read and made documents, and nothing afterwards', async () => {
    const heard: [step: string, done: number, total: number][] = [];
    const { folder, library, changes } = await opened(manyFiles(600), {
      onProgress: (...progress) => heard.push(progress),
    });
    await library.ready;
    expect(heard.every(([, done, total]) => done >= 1 && done <= total && total <= 600)).toBe(true);
    expect(new Set(heard.map(([step]) => step))).toEqual(new Set(['files', 'documents']));
    const before = heard.length;
    await folder.write({ 'context/brand/late.md': '# Late' });
    await vi.waitFor(() => expect(changes).toHaveLength(2), PATIENCE);
    expect(heard).toHaveLength(before);
  });

  test('is there, and empty, when the folder is not', async () => {
    const folder = await temporaryFolder();
    await folder.remove();
    const library = await openLibrary({ root: folder.path, onFault: () => undefined });
    closers.push(library.close);
    await library.ready;
    expect(library.current().documents.size).toBe(0);
    expect(library.current().diagnostics.map(({ code }) => code)).toEqual(['folder-unreachable']);
  });

  test('never has what the settings leave out; the settings are known before it', async () => {
    const settings = 'name: Acme\nignore: [context/archive]';
    const one = await opened({ [VOICE]: 'x', [SECRET]: 'x', [SETTINGS_FILE]: settings });
    expect(one.library.current().settings.name).toBe('Acme');
    await one.library.ready;
    expect(idsOf(one)).toEqual([VOICE]);
    expect(one.changes).toHaveLength(1);
  });

  test('comes with the default settings and a diagnostic when the settings file is broken', async () => {
    const one = await opened({ [VOICE]: 'x', [SETTINGS_FILE]: 'ignore: [' });
    await one.library.ready;
    expect(idsOf(one)).toEqual([VOICE]);
    expect(codesOf(one)).toContain('settings-broken');
  });
});

describe('a library that is closed', () => {
  test('before it was ready keeps nobody waiting, and publishes nothing', async () => {
    const { library, changes } = await opened(manyFiles(50));
    await library.close();
    await library.ready;
    expect(changes).toEqual([]);
  });
});

describe('a change of the folder', () => {
  test('is served at once; a file that breaks is served in its last good version, and this is said', async () => {
    const one = await opened({ [VOICE]: 'First.' });
    await one.library.ready;
    await one.folder.write({ [VOICE]: '---\ntitle: "Voice\n---\nSecond.' });
    await vi.waitFor(() => expect(codesOf(one)).toEqual(['last-good-version', 'front-matter-broken']), PATIENCE);
    expect(one.library.current().documents.get(VOICE)?.body).toBe('First.');
    await one.folder.write({ [VOICE]: 'Third, and whole.' });
    await vi.waitFor(() => expect(codesOf(one)).toEqual([]), PATIENCE);
    expect(one.library.current().documents.get(VOICE)?.body).toBe('Third, and whole.');
    expect(one.faults).toEqual([]);
  });

  test('that changes diagnostics alone is published too, and does not count as a new version', async () => {
    const one = await opened({ [VOICE]: 'x' });
    await one.library.ready;
    const { changedAt } = one.library.status();
    await one.folder.write({ 'context/brand/logo.md': PNG });
    await vi.waitFor(() => expect(one.changes).toHaveLength(2), PATIENCE);
    expect(one.changes[1]).toMatchObject({ added: [], changed: [], removed: [] });
    expect(codesOf(one)).toEqual(['file-not-text']);
    expect(one.library.status().changedAt).toBe(changedAt);
  });

  test('reaches every listener, though one before it faults and telling of faults faults as well', async () => {
    const one = await opened(
      { [VOICE]: 'First.' },
      {
        onFault() {
          throw new Error('nobody can be told');
        },
      },
    );
    const heard: number[] = [];
    one.library.subscribe(() => {
      throw new Error('a fault of a listener');
    });
    one.library.subscribe(({ added, changed }) => heard.push(added.length + changed.length));
    await one.library.ready;
    expect(heard).toEqual([1]);
    await one.folder.write({ [VOICE]: 'Second, and longer.' });
    await vi.waitFor(() => expect(heard).toEqual([1, 1]), PATIENCE);
  });

  test('is not told to who has stopped listening', async () => {
    const one = await opened({ [VOICE]: 'x' });
    const heard: Change[] = [];
    const stop = one.library.subscribe((change) => heard.push(change));
    stop();
    await one.library.ready;
    expect(one.changes).toHaveLength(1);
    expect(heard).toEqual([]);
  });
});

describe('a change of the settings', () => {
  test('and what follows from it are published as one, also when most of the library goes', async () => {
    const one = await opened({ [VOICE]: 'x', ...manyFiles(60, 'context/archive') });
    await one.library.ready;
    await one.folder.write({ [SETTINGS_FILE]: 'name: Acme\nignore: [context/archive]' });
    await vi.waitFor(() => expect(one.library.current().settings.name).toBe('Acme'), PATIENCE);
    expect(one.changes).toHaveLength(2);
    expect(one.changes[1]?.removed).toHaveLength(60);
    expect(idsOf(one)).toEqual([VOICE]);
  });

  const broken: [string, string | Uint8Array, string][] = [
    ['no text', PNG, 'file-not-text'],
    ['no YAML', 'ignore: [context/archive', 'settings-broken'],
    ['a wrong value', 'ignore: { context: archive }', 'settings-broken'],
    ['a misspelt name', 'ignroe: [context/archive]', 'settings-broken'],
  ];
  test.each(broken)('that makes the file %s never serves what was left out', async (_, content, code) => {
    const one = await opened({ [VOICE]: 'x', [SECRET]: 'x', [SETTINGS_FILE]: 'ignore: [context/archive]' });
    await one.library.ready;
    await one.folder.write({ [SETTINGS_FILE]: content });
    await vi.waitFor(() => expect(codesOf(one)).toContain(code), PATIENCE);
    expect(one.library.current().settings.ignore).toEqual(['context/archive']);
    expect(one.changes.flatMap(({ added }) => added)).toEqual([VOICE]);
  });
});

test('a folder that goes away keeps being served, and its editors are told', async () => {
  const one = await opened({ [VOICE]: 'x' });
  await one.library.ready;
  await rm(one.folder.path, { recursive: true });
  await vi.waitFor(() => expect(codesOf(one)).toContain('folder-unreachable'), PATIENCE);
  expect(idsOf(one)).toEqual([VOICE]);
});
