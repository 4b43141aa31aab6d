import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findRoot } from '../../../src/library/disk/disk.ts';
import { openWriter, type Writer } from '../../../src/library/disk/writer.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';
import { approvals, declining } from './settlings.mjs';

const SCRIPT = join(import.meta.dirname, 'settling-process.mjs');
const NAME = '2026-11-20-launch-emails-0123abcd.md';
const TEXT = `${'A'.repeat(9_000)}END\n`;
const hash = createHash('sha256').update(TEXT).digest('hex');
const HOUR = 3_600_000;
/** Hundreds of processes are started, on whatever machine. */
const LONGEST_MS = 300_000;

const folders: TemporaryFolder[] = [];
afterAll(() => Promise.all(folders.map((folder) => folder.remove())));

type Way = 'approve' | 'decline';
interface Scene {
  readonly name: string;
  readonly way: Way;
  readonly disk: string;
  readonly files: Readonly<Record<string, string>>;
}

/** In each scene a process is killed at so many points at least, and in all of them together. */
const FEWEST_KILLS = 45;
const FEWEST_IN_ALL = 200;

const SCENES: readonly Scene[] = [
  { name: 'approves, and the folder has to be made', way: 'approve', disk: '', files: {} },
  { name: 'approves, and the disk writes little at a time', way: 'approve', disk: 'short writes', files: {} },
  {
    name: 'approves, and something else has the name',
    way: 'approve',
    disk: '',
    files: { [`context/workflows/${NAME}`]: 'old\n' },
  },
  { name: 'declines, and files have one name only', way: 'decline', disk: 'no links', files: {} },
];

async function library({ files }: Scene): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'context/voice.md': 'Warm.\n', [`inbox/${NAME}`]: TEXT, ...files });
  folders.push(folder);
  return folder;
}

const said = z.object({
  steps: z.array(z.string()),
  end: z.object({ settled: z.looseObject({ id: z.string() }).optional(), message: z.string().optional() }),
});

/** Runs a process that settles the draft; answers with how it ended and what it said. */
function settle(
  folder: TemporaryFolder,
  more: Readonly<Record<string, string>>,
): Promise<{ signal: NodeJS.Signals | null; stdout: string }> {
  const env = { ...process.env, ROOT: folder.path, DRAFT: `inbox/${NAME}`, HASH: hash, ...more };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.once('error', reject).once('close', (_, signal) => resolve({ signal, stdout }));
  });
}

interface State {
  readonly isWaiting: boolean;
  readonly settled: readonly string[];
  readonly litter: readonly string[];
  readonly wrong: readonly string[];
}

/** What lies in the library, and what is wrong with it. */
async function stateOf(folder: TemporaryFolder, { files }: Scene): Promise<State> {
  const all = await readdir(folder.path, { recursive: true, withFileTypes: true });
  const paths = all
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.path.length + 1));
  const isLitter = (path: string): boolean => /\/\.~[^/]*\.tmp$/.test(path);
  const settled: string[] = [];
  const wrong: string[] = [];
  for (const path of paths.filter((each) => !isLitter(each))) {
    const text = await readFile(folder.at(path), 'utf8');
    const old = path === 'context/voice.md' ? 'Warm.\n' : files[path];
    if (old !== undefined && text !== old) wrong.push(`${path} was changed`);
    if (old !== undefined) continue;
    const isWhole = path.startsWith('context/') ? text === `approved by Ana\n${TEXT}` : text === TEXT;
    if (!isWhole) wrong.push(`${path} is not whole`);
    if (path !== `inbox/${NAME}`) settled.push(path);
  }
  const isWaiting = paths.includes(`inbox/${NAME}`);
  if (settled.length > 1) wrong.push('it was settled twice');
  if (settled.length === 0 && !isWaiting) wrong.push('it is lost');
  for (const path of Object.keys(files)) if (!paths.includes(path)) wrong.push(`${path} is gone`);
  return { isWaiting, settled, litter: paths.filter(isLitter), wrong };
}

async function writerOf(folder: TemporaryFolder): Promise<Writer> {
  const key = (await findRoot(folder.path))?.key;
  return openWriter({ root: folder.path, servedKey: () => key });
}

/** Makes everything that was left behind two hours old, and starts again: what was begun is ended, and litter removed. */
async function startLater(folder: TemporaryFolder, { litter, isWaiting }: State): Promise<void> {
  const then = new Date(Date.now() - 2 * HOUR);
  for (const path of litter) await utimes(folder.at(path), then, then);
  const writer = await writerOf(folder);
  await writer.tidy(['context/workflows']);
  if (!isWaiting) return;
  for (const way of [approvals('Bea'), declining])
    await writer.settle({ id: `inbox/${NAME}`, hash, isFinishing: true, ...way }).catch(() => undefined);
}

/** Kills a process at each step of settling that changes or holds something: before it, behind it and, where it writes, in the middle. */
async function killEverywhere(scene: Scene): Promise<{ kills: number; wrong: string[] }> {
  const env = { WAY: scene.way, DISK: scene.disk };
  const { steps } = said.parse(JSON.parse((await settle(await library(scene), env)).stdout));
  const points = steps.flatMap((name, index) => {
    // what only looks leaves behind it what lay there before it
    if (/^(?:lstat|list|read|readlink|realpath)$/.test(name)) return [];
    return ['before', ...(name === 'write' ? ['half'] : []), 'after'].map((when) => ({ step: index + 1, when }));
  });
  const wrong: string[] = [];
  let kills = 0;
  const worker = async (): Promise<void> => {
    for (let point = points.pop(); point !== undefined; point = points.pop()) {
      const folder = await library(scene);
      const { signal } = await settle(folder, { ...env, KILL_AT: String(point.step), KILL_WHEN: point.when });
      if (signal === 'SIGKILL') kills++;
      const then = await stateOf(folder, scene);
      await startLater(folder, then);
      const later = await stateOf(folder, scene);
      const found = [...then.wrong, ...later.wrong];
      if (later.litter.length > 0) found.push('litter was left');
      if (later.isWaiting && later.settled.length > 0) found.push('what was begun was not ended');
      if (later.isWaiting !== (then.settled.length === 0)) found.push('it is not as it was before, and not settled');
      wrong.push(...found.map((each) => `${point.when} step ${point.step} (${steps[point.step - 1]}): ${each}`));
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return { kills, wrong };
}

describe('a process that is killed while it settles a draft', () => {
  const results = new Map<Scene, Awaited<ReturnType<typeof killEverywhere>>>();
  beforeAll(async () => {
    for (const scene of SCENES) results.set(scene, await killEverywhere(scene));
  }, LONGEST_MS);

  test.each(SCENES)('leaves the old state or the whole new file, when it $name', (scene) => {
    const { kills = 0, wrong } = results.get(scene) ?? {};
    expect(wrong).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(FEWEST_KILLS);
  });

  test('was killed at 200 points and more', () => {
    const kills = [...results.values()].reduce((sum, result) => sum + result.kills, 0);
    expect(kills).toBeGreaterThanOrEqual(FEWEST_IN_ALL);
  });
});

const OPEN: Scene = { name: '', way: 'approve', disk: '', files: {} };

test.each([{ ways: ['approve', 'approve'] }, { ways: ['approve', 'decline'] }, { ways: ['decline', 'decline'] }])(
  'of reviewers ($ways) at the same moment one wins, the other is told, and nothing is doubled or lost',
  async ({ ways }) => {
    for (let time = 0; time < 2; time++) {
      const folder = await library(OPEN);
      const ends = await Promise.all(ways.map((way) => settle(folder, { WAY: way })));
      const { isWaiting, settled, wrong, litter } = await stateOf(folder, OPEN);
      expect([isWaiting, wrong, litter]).toEqual([false, [], []]);
      const told = ends.flatMap(({ stdout }) => (stdout === '' ? [] : [said.parse(JSON.parse(stdout)).end]));
      for (const { settled: mine, message } of told) {
        if (mine === undefined) expect(message).toMatch(/no longer lies in the inbox|was quicker/);
        else expect(mine.id).toBe(settled[0]);
      }
    }
  },
);
