import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { openState, type State } from '../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

const DAY_MS = 24 * 3_600_000;
const NAME = 'library-1.cache';
const isWindows = process.platform === 'win32';

let place: TemporaryFolder;
let state: State;
beforeEach(async () => {
  place = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  state = await openState({ library: place.at('library') });
  return async () => {
    vi.unstubAllEnvs();
    await place.remove();
  };
});

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textIn = async (name: string): Promise<string | undefined> => {
  const bytes = await state.read(name);
  return bytes && new TextDecoder().decode(bytes);
};

describe('a file of ours', () => {
  test('is what was written, in pieces or not, and nothing before', async () => {
    expect(await state.read(NAME)).toBeUndefined();
    expect(await state.writtenAt(NAME)).toBeUndefined();
    await state.write(NAME, [bytesOf('one '), bytesOf('two')]);
    expect(await textIn(NAME)).toBe('one two');
    expect(await state.writtenAt(NAME)).toBeGreaterThan(Date.now() - DAY_MS);
    await state.write(NAME, []);
    expect(await textIn(NAME)).toBe('');
    await state.remove(NAME);
    await state.remove(NAME);
    expect(await state.read(NAME)).toBeUndefined();
  });

  test.skipIf(isWindows)('is for this user alone, and so is the folder, which is made on first use', async () => {
    await state.read(NAME);
    await state.remove(NAME);
    expect(existsSync(state.folder)).toBe(false);
    await state.write(NAME, [bytesOf('x')]);
    const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
    expect([await modeOf(state.folder), await modeOf(join(state.folder, NAME))]).toEqual([0o700, 0o600]);
  });

  test('stays as it was when writing fails on the way, and nothing is left behind', async () => {
    await state.write(NAME, [bytesOf('old')]);
    async function* failing() {
      yield bytesOf('new');
      throw new Error('no more');
    }
    await expect(state.write(NAME, failing())).rejects.toThrow('no more');
    expect(await textIn(NAME)).toBe('old');
    expect(await readdir(state.folder)).toEqual([NAME]);
  });

  test('is all of one version for whoever reads while others write', async () => {
    const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(300_000));
    const pieces = (text: string): Uint8Array[] =>
      [0, 1, 2].map((i) => bytesOf(text.slice(i * 100_000, (i + 1) * 100_000)));
    await state.write(NAME, pieces(texts[0] ?? ''));
    const others = await Promise.all(texts.map(() => openState({ library: place.at('library') })));
    let isOver = false;
    const writing = Promise.all(
      texts.map(async (text, i) => {
        for (let n = 0; n < 10; n++) await others[i]?.write(NAME, pieces(text));
      }),
    ).finally(() => {
      isOver = true;
    });
    while (!isOver) expect(texts).toContain(await textIn(NAME));
    await writing;
    expect(await readdir(state.folder)).toEqual([NAME]);
  });

  test('is nothing when it is a folder, or a link to something', async () => {
    await mkdir(state.folder, { recursive: true });
    await mkdir(join(state.folder, 'folder'));
    expect(await state.read('folder')).toBeUndefined();
    if (isWindows) return;
    await writeFile(place.at('elsewhere'), 'secret');
    await symlink(place.at('elsewhere'), join(state.folder, 'link'));
    expect(await state.read('link')).toBeUndefined();
    await state.write('link', [bytesOf('ours')]);
    expect(await readFile(place.at('elsewhere'), 'utf8')).toBe('secret');
  });

  test.each(['', '../x', 'a/b', 'A', '.hidden', 'a'.repeat(100), 'x.', 'nul\0'])(
    'never has a name that could be a path: %j',
    async (name) => {
      await expect(state.write(name, [])).rejects.toThrow(/cannot be the name/);
      expect(() => state.read(name)).toThrow(/cannot be the name/);
    },
  );
});

describe('what is left behind', () => {
  const OLD = `library-${'0a'.repeat(16)}.cache`;
  const RECENT = `library-${'0b'.repeat(16)}.cache`;
  const made = async (name: string, ageMs: number): Promise<void> => {
    const path = join(state.folder, name);
    await writeFile(path, 'x');
    const time = new Date(Date.now() - ageMs);
    await utimes(path, time, time);
  };

  test('by a process that died goes after a day; what nobody used for long goes too, and nothing else', async () => {
    await mkdir(state.folder, { recursive: true });
    const dead = `.${NAME}.4711-0123456789ab.tmp`;
    await made(dead, 2 * DAY_MS);
    await made(`.${NAME}.4711-0123456789ac.tmp`, DAY_MS / 2);
    await made(OLD, 100 * DAY_MS);
    await made(RECENT, 80 * DAY_MS);
    await made('mimeinfo.cache', 1_000 * DAY_MS);
    await made('journal.jsonl', 1_000 * DAY_MS);
    await made('notes of mine.tmp', 1_000 * DAY_MS);
    await state.write(NAME, [bytesOf('x')]);
    expect((await readdir(state.folder)).sort()).toEqual(
      [`.${NAME}.4711-0123456789ac.tmp`, 'journal.jsonl', NAME, RECENT, 'mimeinfo.cache', 'notes of mine.tmp'].sort(),
    );
  });

  test('is still in use when it was read', async () => {
    await mkdir(state.folder, { recursive: true });
    await made(OLD, 100 * DAY_MS);
    await state.read(OLD);
    await state.write(NAME, [bytesOf('x')]);
    expect(await readdir(state.folder)).toContain(OLD);
    expect(await state.writtenAt(OLD)).toBeLessThan(Date.now() - 99 * DAY_MS);
  });
});

describe('a place where nothing can be written', () => {
  test('is refused in a sentence when it is needed, not before', async () => {
    await writeFile(place.at('file'), '');
    vi.stubEnv('TEAM_CONTEXT_STATE', place.at('file/state'));
    const refused = openState({ library: place.at('library') }).then((opened) => opened.write(NAME, [bytesOf('x')]));
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(
      /^The folder for this program's own files, .*, cannot be used \(ENOTDIR\)\.$/,
    );
  });

  test.skipIf(isWindows || process.getuid?.() === 0)('may also be read only', async () => {
    await mkdir(state.folder);
    await chmod(state.folder, 0o500);
    onTestFinished(() => chmod(state.folder, 0o700));
    await expect(state.write(NAME, [bytesOf('x')])).rejects.toThrow(/cannot be used \(EACCES\)/);
    expect(await state.read(NAME)).toBeUndefined();
  });
});
