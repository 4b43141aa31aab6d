import { spawn } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openWriter } from '../../../src/library/disk/writer.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';

const SCRIPT = join(import.meta.dirname, 'writing-process.mjs');
const LENGTH = 20_000;
const HOUR = 3_600_000;
/** Hundreds of processes are started, on whatever machine. */
const LONGEST_MS = 300_000;
/** In each scene a process is killed at so many points at least, and in all of them together. */
const FEWEST_KILLS = 45;
const FEWEST_IN_ALL = 200;

const folders: TemporaryFolder[] = [];
afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

async function library(files: Readonly<Record<string, string>> = {}): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'context/voice.md': 'Warm.\n', ...files });
  folders.push(folder);
  return folder;
}

/** Runs a process that writes; answers with how it ended and what it said. */
function write(
  root: string,
  more: Readonly<Record<string, string>>,
): Promise<{ signal: NodeJS.Signals | null; stdout: string }> {
  const env = { ...process.env, ROOT: root, TITLE: 'Launch emails', TEXT_LENGTH: String(LENGTH), ...more };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.once('error', reject).once('close', (_, signal) => resolve({ signal, stdout }));
  });
}

async function inboxOf(folder: TemporaryFolder): Promise<readonly string[]> {
  return readdir(folder.at('inbox')).catch(() => []);
}

const isTemporary = (name: string): boolean => name.startsWith('.~') && name.endsWith('.tmp');

/** What is wrong with an inbox in which at most one file was being written. */
async function wrongWith(folder: TemporaryFolder, old: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  const names = (await inboxOf(folder)).filter((name) => !isTemporary(name) && !old.includes(name));
  if (names.length > 1) wrong.push(`there are ${names.length} new files`);
  for (const name of names) {
    const text = await readFile(folder.at(`inbox/${name}`), 'utf8');
    if (text !== `${'A'.repeat(LENGTH - 4)}END\n`) wrong.push(`${name} is not whole`);
  }
  for (const name of old)
    if ((await readFile(folder.at(`inbox/${name}`), 'utf8')) !== 'old\n') wrong.push(`${name} was changed`);
  if ((await readdir(folder.path)).some((name) => name !== 'context' && name !== 'inbox')) wrong.push('litter');
  return wrong;
}

/** Makes everything that was left behind two hours old, and starts again. */
async function startLater(folder: TemporaryFolder): Promise<void> {
  const then = new Date(Date.now() - 2 * HOUR);
  for (const name of (await inboxOf(folder)).filter(isTemporary)) await utimes(folder.at(`inbox/${name}`), then, then);
  await openWriter({ root: folder.path, servedKey: () => undefined }).tidy();
}

interface Scene {
  readonly name: string;
  readonly disk: string;
  readonly files: Readonly<Record<string, string>>;
  /** A file that somebody left behind lies there. */
  readonly hasLitter: boolean;
}

const OLD = '2026-01-01-old-00000000.md';
const SCENES: readonly Scene[] = [
  { name: 'there is no inbox', disk: '', files: {}, hasLitter: false },
  { name: 'litter lies in the inbox', disk: '', files: { [`inbox/${OLD}`]: 'old\n' }, hasLitter: true },
  { name: 'files have one name only', disk: 'no links', files: { [`inbox/${OLD}`]: 'old\n' }, hasLitter: false },
  { name: 'the disk writes little at a time', disk: 'short writes', files: {}, hasLitter: false },
];

async function setUp({ files, hasLitter }: Scene): Promise<TemporaryFolder> {
  const folder = await library(files);
  if (!hasLitter) return folder;
  const litter = folder.at('inbox/.~team-context-0123456789abcdef.tmp');
  const then = new Date(Date.now() - 2 * HOUR);
  await writeFile(litter, 'half');
  await utimes(litter, then, then);
  return folder;
}

/** Kills a process at each step of a write, before it, behind it and, where it writes, in the middle. */
async function killEverywhere(scene: Scene): Promise<{ kills: number; wrong: string[] }> {
  const { stdout } = await write((await setUp(scene)).path, { DISK: scene.disk });
  const steps = z.array(z.string()).parse(JSON.parse(stdout));
  const points = steps.flatMap((name, index) =>
    ['before', ...(name === 'write' ? ['half'] : []), 'after'].map((when) => ({ step: index + 1, when })),
  );
  const wrong: string[] = [];
  let kills = 0;
  const worker = async (): Promise<void> => {
    for (let point = points.pop(); point !== undefined; point = points.pop()) {
      const folder = await setUp(scene);
      const env = { DISK: scene.disk, KILL_AT: String(point.step), KILL_WHEN: point.when };
      const { signal } = await write(folder.path, env);
      if (signal === 'SIGKILL') kills++;
      const old = Object.keys(scene.files).map((path) => path.slice('inbox/'.length));
      const found = await wrongWith(folder, old);
      await startLater(folder);
      if ((await inboxOf(folder)).some(isTemporary)) found.push('litter was left');
      found.push(...(await wrongWith(folder, old)).filter((each) => !found.includes(each)));
      wrong.push(...found.map((each) => `${point.when} step ${point.step}: ${each}`));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return { kills, wrong };
}

describe('a process that is killed while it writes', () => {
  const results = new Map<Scene, Awaited<ReturnType<typeof killEverywhere>>>();
  beforeAll(async () => {
    for (const scene of SCENES) results.set(scene, await killEverywhere(scene));
  }, LONGEST_MS);

  test.each(SCENES)(
    'leaves all of the new file or nothing, and no litter after the next start, when $name',
    (scene) => {
      const { kills = 0, wrong } = results.get(scene) ?? {};
      expect(wrong).toEqual([]);
      expect(kills).toBeGreaterThanOrEqual(FEWEST_KILLS);
    },
  );

  test('was killed at 200 points and more', () => {
    const kills = [...results.values()].reduce((sum, result) => sum + result.kills, 0);
    expect(kills).toBeGreaterThanOrEqual(FEWEST_IN_ALL);
  });
});

test('four processes that share the same thing fifty times each all keep theirs', async () => {
  const folder = await library();
  const ends = await Promise.all(Array.from({ length: 4 }, () => write(folder.path, { TIMES: '50' })));
  expect(ends.map(({ signal }) => signal)).toEqual([null, null, null, null]);
  const names = await inboxOf(folder);
  expect(names).toHaveLength(200);
  expect(names.filter((name) => !/^\d{4}-\d{2}-\d{2}-launch-emails-[0-9a-z]{8}\.md$/.test(name))).toEqual([]);
  const sizes = await Promise.all(names.map(async (name) => (await lstat(folder.at(`inbox/${name}`))).size));
  expect(new Set(sizes)).toEqual(new Set([LENGTH]));
});

test('what another process is writing now is left alone', async () => {
  const folder = await library();
  await mkdir(folder.at('inbox'));
  const theirs = '.~team-context-00112233445566ff.tmp';
  await writeFile(folder.at(`inbox/${theirs}`), 'half');
  await openWriter({ root: folder.path, servedKey: () => undefined }).tidy();
  expect(await inboxOf(folder)).toEqual([theirs]);
});
