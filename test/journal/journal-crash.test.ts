import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { lineOf } from '../../src/journal/files/lines.ts';
import type { TemporaryFolder } from '../folders.ts';
import { allOf, emptyFolder, linesOfNobody, namesIn, opened, ownFolder, placeOf, textIn } from './journals.ts';

const SCRIPT = join(import.meta.dirname, 'recording-process.mjs');

interface Recording {
  readonly child: ChildProcess;
  readonly ended: Promise<{ signal: NodeJS.Signals | null; stdout: string }>;
}

/** Starts a process that records. */
function start(folder: TemporaryFolder, more: Readonly<Record<string, string>>): Recording {
  const env = { ...process.env, FOLDER: folder.path, ...more };
  const child = spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = once(child, 'close').then(() => ({ signal: child.signalCode, stdout }));
  return { child, ended };
}

const run = (folder: TemporaryFolder, more: Readonly<Record<string, string>>): Recording['ended'] =>
  start(folder, more).ended;

/** The ids of the documents of all entries, and how many lines were none. */
async function read(folder: TemporaryFolder): Promise<{ ids: string[]; torn: number }> {
  const { journal } = opened(placeOf(ownFolder(folder)));
  const ids = (await allOf(journal)).flatMap((entry) => entry.ids);
  return { ids, torn: linesOfNobody(folder) };
}

const idsOf = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `context/${name}/${index}.md`);

/** Records in this process what the others record in theirs. */
async function record(folder: TemporaryFolder, name: string, count: number): Promise<void> {
  const { journal, faults } = opened(placeOf(ownFolder(folder)));
  for (const id of idsOf(name, count)) journal.record({ member: 'Ana', use: 'document', ids: [id], outcome: 'done' });
  await journal.close();
  expect(faults).toEqual([]);
}

test('four processes write 2,000 entries each into one file: all are there, and none is torn', async () => {
  const folder = await emptyFolder();
  const names = ['one', 'two', 'three', 'four'];
  const ends = await Promise.all(names.map((NAME) => run(folder, { NAME, TIMES: '2000' })));
  expect(ends.map(({ signal }) => signal)).toEqual([null, null, null, null]);
  expect(namesIn(folder)).toHaveLength(1);
  const { ids, torn } = await read(folder);
  expect(torn).toBe(0);
  expect(ids.sort()).toEqual(names.flatMap((name) => idsOf(name, 2_000)).sort());
});

describe('a process that is killed while it writes', () => {
  const ROUNDS = [0, 1, 2, 3, 4, 5];

  test.each([
    ['there is no folder yet', 0],
    ['others wrote before', 30],
  ])('at any step of an append leaves every other entry whole, when %s', async (_, before) => {
    const model = await emptyFolder();
    await record(model, 'before', before);
    const { stdout } = await run(model, { TIMES: '5' });
    const steps = z.array(z.string()).parse(JSON.parse(stdout));
    expect(steps).toContain('write');
    const points = steps.flatMap((name, index) =>
      ['before', ...(name === 'write' ? ['half', 'after'] : [])].map((when) => ({ step: index + 1, when })),
    );
    const all = points.length;
    const wrong: string[] = [];
    let kills = 0;
    const worker = async (): Promise<void> => {
      for (let point = points.pop(); point !== undefined; point = points.pop()) {
        const folder = await emptyFolder();
        await record(folder, 'before', before);
        const env = { NAME: 'killed', TIMES: '5', KILL_AT: String(point.step), KILL_WHEN: point.when };
        const { signal } = await run(folder, env);
        if (signal === 'SIGKILL') kills++;
        await record(folder, 'after', 5);
        const { ids, torn } = await read(folder);
        const missing = [...idsOf('before', before), ...idsOf('after', 5)].filter((id) => !ids.includes(id));
        if (missing.length > 0) wrong.push(`${point.when} step ${point.step}: ${missing.length} are missing`);
        if (torn > 1) wrong.push(`${point.when} step ${point.step}: ${torn} torn lines`);
      }
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(wrong).toEqual([]);
    expect(kills).toBe(all);
    expect(all).toBeGreaterThan(20);
  });

  test('at any moment loses none of what was there before, and others go on meanwhile', async () => {
    const folder = await emptyFolder();
    const sizeNow = (): number =>
      namesIn(folder).reduce((sum, name) => sum + statSync(folder.at(`journal/${name}`)).size, 0);
    for (const round of ROUNDS) {
      const other = start(folder, { NAME: `other${round}`, TIMES: '300' });
      const killed = start(folder, { NAME: `killed${round}`, TIMES: '200000', BURST: '20' });
      const least = sizeNow() + round * 35_000;
      await vi.waitFor(() => expect(sizeNow()).toBeGreaterThan(least), { timeout: 30_000, interval: 3 });
      killed.child.kill('SIGKILL');
      expect((await killed.ended).signal).toBe('SIGKILL');
      expect((await other.ended).signal).toBe(null);
    }
    const { ids, torn } = await read(folder);
    const found = new Set(ids);
    expect(ROUNDS.flatMap((round) => idsOf(`other${round}`, 300)).filter((id) => !found.has(id))).toEqual([]);
    expect(torn).toBeLessThanOrEqual(ROUNDS.length);
    for (const round of ROUNDS) {
      const theirs = ids.filter((id) => id.startsWith(`context/killed${round}/`));
      expect(theirs).toEqual(idsOf(`killed${round}`, theirs.length));
    }
  });
});

test('a line that is cut at any byte costs itself alone', async () => {
  const folder = await emptyFolder();
  await run(folder, { NAME: 'one', TIMES: '1' });
  const [name = ''] = namesIn(folder);
  const path = folder.at(`journal/${name}`);
  const whole = textIn(folder).trim();
  for (let length = 1; length < whole.length; length += 7) appendFileSync(path, `\n${whole.slice(0, length)}`);
  const good = lineOf({ id: 'the-last', at: Date.now(), member: 'Ben', use: 'share', ids: [], outcome: 'done' });
  appendFileSync(path, `\n${good}\n`);
  const { journal } = opened(placeOf(ownFolder(folder)));
  expect((await allOf(journal)).map(({ member }) => member)).toEqual(['Ana', 'Ben']);
  expect(readFileSync(path, 'utf8').startsWith('\n')).toBe(true);
});
