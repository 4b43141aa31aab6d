import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';
import { manyFiles, type TemporaryFolder } from '../../folders.ts';
import { type Restarts, restarts, type Start } from './restarts.ts';

const VOICE = 'context/brand/voice.md';
const LOGO = 'context/brand/logo.md';
const SECRET = 'context/archive/secret.md';
const SETTINGS = 'team-context.yaml';
const PATIENCE = { timeout: 15_000 };
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const FILES = {
  [VOICE]: '---\ntitle: Voice\ntags: [a, b]\n---\n## How we sound\n\nLike larks.\n',
  [LOGO]: PNG,
  'prompts/launch.md': 'Write about {{ product }}. {{> prompts/parts/end.md}}\n',
  'prompts/parts/end.md': 'Yours {{name}}.\n',
  'inbox/idea.md': 'An idea.\n',
  ...manyFiles(10),
};
const COUNT = Object.keys(FILES).length;

/** A library that was read, saved and closed. */
async function saved(files: Readonly<Record<string, string | Uint8Array>> = FILES): Promise<Restarts> {
  const all = await restarts(files);
  const first = await all.start();
  expect(await all.save(first)).toBe(true);
  await first.library.close();
  return all;
}

/** What is served is what a start without anything saved would serve. */
async function expectTrue(all: Restarts, warm: Start): Promise<void> {
  const fresh = await all.startFresh();
  expect(warm.documents).toEqual(fresh.documents);
  expect(warm.diagnostics).toEqual(fresh.diagnostics);
}

describe('a second start', () => {
  test('reads nothing when nothing changed, serves the same, and has nothing to save', async () => {
    const all = await saved();
    const warm = await all.start();
    expect(warm.reads).toBe(0);
    expect(warm.documents.size).toBe(COUNT - 1);
    await expectTrue(all, warm);
    expect(await all.save(warm)).toBe(false);
  });

  test('saves what is new once, and again when something else is', async () => {
    const all = await restarts(FILES);
    const first = await all.start();
    expect([await all.save(first), await all.save(first)]).toEqual([true, false]);
    await all.folder.write({ [VOICE]: '# Edited' });
    await vi.waitFor(() => expect(first.library.current().documents.get(VOICE)?.title).toBe('Edited'), PATIENCE);
    expect([await all.save(first), await all.save(first)]).toEqual([true, false]);
  });

  test('reads everything when nothing was saved', async () => {
    const all = await restarts(FILES);
    expect((await all.start()).reads).toBe(COUNT);
  });

  const changes: [what: string, change: (folder: TemporaryFolder) => Promise<unknown>, reads: number][] = [
    [
      'was edited',
      (folder) => folder.write({ [VOICE]: 'Other words, and more of them than before, so many more.' }),
      1,
    ],
    ['was edited and has the same size', (folder) => folder.write({ 'inbox/idea.md': 'My idea!\n' }), 1],
    ['was edited and has the same size and time', (folder) => editedInSecret(folder, 'inbox/idea.md', 'My idea!\n'), 1],
    ['was replaced', (folder) => replaced(folder, 'inbox/idea.md', 'My idea!\n'), 1],
    ['was saved again without a change', (folder) => folder.write({ [VOICE]: FILES[VOICE] }), 1],
    ['got another time', (folder) => utimes(folder.at(VOICE), new Date(0), new Date(0)), 1],
    ['is new', (folder) => folder.write({ 'context/brand/new.md': '# New' }), 1],
    ['is gone', (folder) => rm(folder.at(VOICE)), 0],
    ['has another name', (folder) => rename(folder.at(VOICE), folder.at('context/brand/tone.md')), 1],
    ['has another name in case only', (folder) => rename(folder.at(VOICE), folder.at('context/brand/Voice.md')), 1],
    ['took the place of another', (folder) => rename(folder.at('inbox/idea.md'), folder.at(VOICE)), 1],
    ['became a folder', (folder) => rm(folder.at(VOICE)).then(() => mkdir(folder.at(VOICE))), 0],
    ['is broken now', (folder) => folder.write({ [VOICE]: '---\ntitle: "Voice\n---\nNew text.' }), 1],
    ['is no text any more', (folder) => folder.write({ [VOICE]: PNG }), 1],
    ['is too large now', (folder) => folder.write({ [VOICE]: 'x'.repeat(2 ** 20 + 1) }), 0],
    ['is empty now', (folder) => folder.write({ [VOICE]: '' }), 1],
    ['lies in a folder that was renamed', (folder) => rename(folder.at('prompts/parts'), folder.at('prompts/bits')), 0],
  ];
  test.each(changes)('serves what is true when a file %s meanwhile', async (what, change, reads) => {
    const all = await saved();
    await change(all.folder);
    const warm = await all.start();
    if (!what.includes('folder that')) expect(warm.reads).toBe(reads);
    else expect(warm.reads).toBeLessThan(COUNT);
    await expectTrue(all, warm);
    await warm.library.close();
  });

  test('goes on from there: an edit is served, and the next start begins with it', async () => {
    const all = await saved();
    const warm = await all.start();
    await all.folder.write({ [VOICE]: '# Edited' });
    await vi.waitFor(() => expect(warm.library.current().documents.get(VOICE)?.title).toBe('Edited'), PATIENCE);
    expect(await all.save(warm)).toBe(true);
    await warm.library.close();
    const next = await all.start();
    expect(next.documents.get(VOICE)?.title).toBe('Edited');
    await expectTrue(all, next);
  });

  test('has all that many starts and saves with edits between them have led to', async () => {
    const all = await saved();
    for (let n = 0; n < 5; n++) {
      const warm = await all.start();
      await expectTrue(all, warm);
      if (n % 2 === 0) await all.save(warm);
      await warm.library.close();
      await all.folder.write({ [`context/notes/more-${n}.md`]: `# ${n}`, [VOICE]: `# Version ${n}` });
      await rm(all.folder.at(`context/notes/note-000${n}.md`));
    }
    await expectTrue(all, await all.start());
  });
});

async function editedInSecret(folder: TemporaryFolder, path: string, text: string): Promise<void> {
  const { atime, mtime } = await stat(folder.at(path));
  await writeFile(folder.at(path), text);
  await utimes(folder.at(path), atime, mtime);
}

async function replaced(folder: TemporaryFolder, path: string, text: string): Promise<void> {
  const { atime, mtime } = await stat(folder.at(path));
  await writeFile(folder.at('other.tmp'), text);
  await utimes(folder.at('other.tmp'), atime, mtime);
  await rename(folder.at('other.tmp'), folder.at(path));
}

describe('a version before the newest', () => {
  test('is not served after a restart, since other computers do not know it either', async () => {
    const all = await restarts(FILES);
    const first = await all.start();
    await all.folder.write({ [VOICE]: '---\ntitle: "Voice\n---\nNew text.' });
    const codes = (): string[] => first.library.current().diagnostics.map(({ code }) => code);
    await vi.waitFor(() => expect(codes()).toContain('last-good-version'), PATIENCE);
    await all.save(first);
    await first.library.close();
    const warm = await all.start();
    expect(warm.diagnostics.map(({ code }) => code)).not.toContain('last-good-version');
    await expectTrue(all, warm);
  });
});

describe('settings', () => {
  const WITH_SECRET = { ...FILES, [SECRET]: 'The secret.' };
  const idsOf = ({ documents }: Start): string[] => [...documents.keys()];

  test.each([
    ['ignore: [context/archive]', SECRET],
    ['include: [context/archive]', VOICE],
  ])('that leave a file out since the last start leave it out: %s', async (settings, left) => {
    const all = await saved(WITH_SECRET);
    await all.folder.write({ [SETTINGS]: settings });
    const warm = await all.start();
    expect(idsOf(warm)).not.toContain(left);
    expect(warm.reads).toBe(1);
    await expectTrue(all, warm);
    // and what was left out is not saved any longer
    await all.save(warm);
    expect(Buffer.from(all.saved() ?? []).includes(left)).toBe(false);
  });

  test('that left a file out and do not any more serve it', async () => {
    const all = await saved({ ...WITH_SECRET, [SETTINGS]: 'ignore: [context/archive]' });
    await all.folder.write({ [SETTINGS]: 'name: Acme' });
    const warm = await all.start();
    expect(idsOf(warm)).toContain(SECRET);
    await expectTrue(all, warm);
  });

  test('that were broken meanwhile serve what a first start would, and say so', async () => {
    const all = await saved({ ...WITH_SECRET, [SETTINGS]: 'ignore: [context/archive]' });
    await all.folder.write({ [SETTINGS]: 'ignore: [' });
    const warm = await all.start();
    expect(warm.diagnostics.map(({ code }) => code)).toContain('settings-broken');
    await expectTrue(all, warm);
  });

  test('are read at every start, and are no reason to save', async () => {
    const all = await saved({ ...FILES, [SETTINGS]: 'name: Acme' });
    const warm = await all.start();
    expect([warm.reads, warm.library.current().settings.name]).toEqual([1, 'Acme']);
    expect(await all.save(warm)).toBe(false);
  });
});

describe('when it is not sure that a file is the same', () => {
  test('because it was touched just before it was saved, it is read, and saved anew', async () => {
    const all = await restarts(FILES);
    all.setClock(-9_500);
    const first = await all.startFresh();
    await vi.waitFor(() => expect(first.library.current().documents.size).toBe(COUNT - 1), PATIENCE);
    await all.save(first);
    const second = await all.start();
    expect(second.reads).toBe(COUNT);
    await expectTrue(all, second);
    expect(await all.save(second)).toBe(true);
    expect((await all.start()).reads).toBe(0);
  });

  test('because the clock was set back, everything is read', async () => {
    const all = await restarts(FILES);
    const first = await all.start();
    all.setClock(7_200_000);
    await all.save(first);
    all.setClock(-3_600_000);
    const back = await all.start();
    expect(back.reads).toBe(COUNT);
    await expectTrue(all, back);
  });

  test('because all was last read a week ago, everything is read, and then believed again', async () => {
    const all = await saved();
    all.setClock(8 * 24 * 3_600_000);
    const warm = await all.start();
    expect(warm.reads).toBe(COUNT);
    expect(await all.save(warm)).toBe(true);
    expect((await all.start()).reads).toBe(0);
  });

  test('what was read is not parsed again when the contents are those that were saved', async () => {
    const all = await saved();
    await utimes(all.folder.at(VOICE), new Date(0), new Date(86_400_000));
    const warm = await all.start();
    expect(warm.reads).toBe(1);
    expect(warm.documents.get(VOICE)).toMatchObject({ modified: '1970-01-02T00:00:00.000Z', title: 'Voice' });
    await expectTrue(all, warm);
  });
});

test('a folder that is not there at the start is served as soon as it comes', async () => {
  const all = await saved();
  const away = `${all.folder.path} away`;
  await rename(all.folder.path, away);
  const warm = await all.start();
  expect(warm.documents.size).toBe(0);
  await rename(away, all.folder.path);
  await vi.waitFor(() => expect(warm.library.current().documents.size).toBe(COUNT - 1), PATIENCE);
  await expectTrue(all, { ...warm, ...warm.library.current() });
});

test('what was saved in a form that nobody writes is no help and does no harm', async () => {
  const all = await saved();
  const good = Buffer.from(all.saved() ?? []);
  const head = good.subarray(0, good.indexOf('\n') + 1);
  for (const other of [
    Uint8Array.of(),
    PNG,
    head,
    Buffer.concat([head, Buffer.from('[]\n1 1\n\n\n')]),
    good.subarray(1),
  ]) {
    const warm = await all.start(other);
    expect(warm.reads).toBe(COUNT);
    await expectTrue(all, warm);
  }
});
