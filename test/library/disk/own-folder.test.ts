import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findRoot } from '../../../src/library/disk/disk.ts';
import { type OwnCalls, PRIVATE_CALLS, SHARED_CALLS } from '../../../src/library/disk/own-calls.ts';
import { FULL, type OwnFolder, openOwnFolder, openServedFolder } from '../../../src/library/disk/own-folder.ts';
import { codeOf } from '../../../src/library/disk/scan-rules.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';

const PLATFORMS = ['linux', 'darwin'] as const;

async function emptyFolder(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'library/context/voice.md': 'Warm.\n', 'outside/theirs.txt': 'Theirs.\n' });
  onTestFinished(folder.remove);
  return folder;
}

function own(folder: TemporaryFolder, calls: OwnCalls = SHARED_CALLS): OwnFolder {
  return openOwnFolder({
    path: folder.at('library/.ours/uses'),
    inside: '.ours/uses',
    calls,
    root: async () => folder.at('library'),
  });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const put = (folder: OwnFolder, text: string, name = 'a.txt'): Promise<number> => folder.append(name, bytes(text), 100);

async function textOf(folder: OwnFolder, from?: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of folder.read('a.txt', from)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The code of the error with which something ends; empty when it does not. */
const codeAfter = (work: Promise<unknown>): Promise<string> => work.then(() => '', codeOf);
const theirs = (folder: TemporaryFolder): string => readFileSync(folder.at('outside/theirs.txt'), 'utf8');

describe('a folder of our own', () => {
  test('is made when something is first written, and its files grow at their ends', async () => {
    for (const platform of PLATFORMS) {
      const folder = await emptyFolder();
      const ours = own(folder, { ...SHARED_CALLS, platform });
      expect(await ours.list()).toEqual([]);
      await ours.remove('a.txt');
      expect(readdirSync(folder.at('library'))).toEqual(['context']);
      expect([await put(ours, 'one '), await put(ours, 'two')]).toEqual([4, 3]);
      expect([await textOf(ours), await textOf(ours, 4), await textOf(ours, 70)]).toEqual(['one two', 'two', '']);
      await ours.sync('a.txt');
      expect(await ours.list()).toEqual([{ name: 'a.txt', size: 7 }]);
      await ours.remove('a.txt');
      expect(await ours.list()).toEqual([]);
    }
  });

  test('lets no file grow beyond its bound', async () => {
    const ours = own(await emptyFolder());
    await put(ours, 'x'.repeat(90));
    expect(await codeAfter(put(ours, 'x'.repeat(11)))).toBe(FULL);
    expect(await put(ours, 'x'.repeat(10))).toBe(10);
    expect(await textOf(ours)).toHaveLength(100);
  });

  test('reads a file as far as it went when it was opened', async () => {
    const folder = await emptyFolder();
    const ours = own(folder);
    const long = 'x'.repeat(200_000);
    await ours.append('a.txt', bytes(long), 1_000_000);
    let length = 0;
    for await (const chunk of ours.read('a.txt')) {
      length += chunk.length;
      await ours.append('a.txt', bytes('more'), 1_000_000);
    }
    expect(length).toBe(long.length);
  });

  test.each(['list', 'openToAppend', 'write', 'close file', 'mkdir'])(
    'passes on the error when %s fails',
    async (name) => {
      const folder = await emptyFolder();
      const failing = async (): Promise<never> => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
      const { ledThrough } = await import('./faults.mjs');
      const calls: OwnCalls = Object.assign(
        { ...SHARED_CALLS },
        ledThrough(SHARED_CALLS, (step: { name: string }, run: () => Promise<unknown>) =>
          step.name !== name ? run() : name.startsWith('open') ? failing() : run().then(failing),
        ),
      );
      expect(await codeAfter(put(own(folder, calls), 'text'))).toBe('EIO');
    },
  );
});

describe.skipIf(process.platform === 'win32')('nothing is written or read', () => {
  test('through a link in the place of the folder, or of one above it', async () => {
    for (const platform of PLATFORMS) {
      for (const link of ['library/.ours', 'library/.ours/uses']) {
        const folder = await emptyFolder();
        if (link.endsWith('uses')) mkdirSync(folder.at('library/.ours'));
        symlinkSync(folder.at('outside'), folder.at(link));
        const ours = own(folder, { ...SHARED_CALLS, platform });
        expect(await codeAfter(put(ours, 'ours'))).toMatch(/^(?:ELOOP|ENOTDIR)$/);
        expect(await codeAfter(ours.list())).toMatch(/^(?:ELOOP|ENOTDIR)$/);
        expect(readdirSync(folder.at('outside'))).toEqual(['theirs.txt']);
      }
    }
  });

  test('through a link in the place of a file, also one to nothing', async () => {
    for (const target of ['outside/theirs.txt', 'outside/new.txt']) {
      const folder = await emptyFolder();
      const ours = own(folder);
      await put(ours, 'first', 'b.txt');
      symlinkSync(folder.at(target), folder.at('library/.ours/uses/a.txt'));
      expect(await codeAfter(put(ours, 'ours'))).toBe('ELOOP');
      expect(await codeAfter(textOf(ours))).toBe('ELOOP');
      expect((await ours.list()).map(({ name }) => name)).toEqual(['b.txt']);
      expect(theirs(folder)).toBe('Theirs.\n');
      expect(readdirSync(folder.at('outside'))).toEqual(['theirs.txt']);
      await ours.remove('a.txt');
      expect(theirs(folder)).toBe('Theirs.\n');
    }
  });

  test('in a file that has a second name elsewhere', async () => {
    const folder = await emptyFolder();
    const ours = own(folder);
    await put(ours, 'first', 'b.txt');
    linkSync(folder.at('outside/theirs.txt'), folder.at('library/.ours/uses/a.txt'));
    expect(await codeAfter(put(ours, 'ours'))).toBe('ELOOP');
    expect(theirs(folder)).toBe('Theirs.\n');
  });

  test('outside, when the folder is swapped for a link just before any call', async () => {
    const { ledThrough } = await import('./faults.mjs');
    for (let nth = 1; nth <= 14; nth++) {
      const folder = await emptyFolder();
      await put(own(folder), 'first', 'b.txt');
      let count = 0;
      const swapping = (_: unknown, run: () => Promise<unknown>): Promise<unknown> => {
        if (++count === nth) {
          renameSync(folder.at('library/.ours/uses'), folder.at('library/was'));
          symlinkSync(folder.at('outside'), folder.at('library/.ours/uses'));
        }
        return run();
      };
      const calls: OwnCalls = Object.assign({ ...PRIVATE_CALLS }, ledThrough(PRIVATE_CALLS, swapping));
      await codeAfter(put(own(folder, calls), 'ours'));
      expect(readdirSync(folder.at('outside'))).toEqual(['theirs.txt']);
    }
  });
});

describe('a folder of our own inside a library', () => {
  test('is not reached while the library is gone or another folder lies in its place', async () => {
    const folder = await emptyFolder();
    const root = folder.at('library');
    const key = (await findRoot(root))?.key;
    const ours = openServedFolder({ root, servedKey: () => key }, '.ours');
    await put(ours, 'one');
    renameSync(root, folder.at('moved'));
    expect(await codeAfter(put(ours, 'two'))).toBe('ENOENT');
    mkdirSync(root);
    writeFileSync(folder.at('library/new.txt'), '');
    expect(await codeAfter(put(ours, 'two'))).toBe('ENOENT');
    expect(readdirSync(root)).toEqual(['new.txt']);
    rmSync(root, { recursive: true });
    renameSync(folder.at('moved'), root);
    expect(await put(ours, 'two')).toBe(3);
    expect(await textOf(ours)).toBe('onetwo');
  });
});
