import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { takeLock } from '../../src/state/lock.ts';
import { openState } from '../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

let place: TemporaryFolder;
let lockFile: string;
beforeEach(async () => {
  place = await temporaryFolder();
  lockFile = place.at('work.lock');
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  return async () => {
    vi.unstubAllEnvs();
    await place.remove();
  };
});

async function makeOlder(path: string, seconds: number): Promise<void> {
  const time = new Date(Date.now() - seconds * 1_000);
  await utimes(path, time, time);
}

describe('a lock', () => {
  test('is a file while somebody holds it, and nothing is left of it', async () => {
    const lock = await takeLock(lockFile);
    expect(existsSync(lockFile)).toBe(true);
    await lock.confirm();
    await lock.release();
    expect(await readdir(place.path)).toEqual([]);
  });

  test('that somebody holds is waited for, and refused in the end with what to do', async () => {
    const held = await takeLock(lockFile);
    const refused = takeLock(lockFile, 60);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(`delete ${lockFile}.`);
    const waiting = takeLock(lockFile);
    await held.release();
    await (await waiting).release();
  });

  test('that is older than 30 s is taken over by exactly one of those who wait', async () => {
    await writeFile(lockFile, '');
    await makeOlder(lockFile, 31);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(lockFile, 200)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('that was just taken over is not taken from its new holder by who came too late for it', async () => {
    for (let round = 0; round < 20; round++) {
      await writeFile(lockFile, '');
      await makeOlder(lockFile, 31);
      const contenders = Array.from({ length: 20 }, async () => {
        const lock = await takeLock(lockFile);
        await lock.confirm();
        await lock.release();
      });
      await Promise.all(contenders);
    }
    expect(await readdir(place.path)).toEqual([]);
  });

  test('is taken over also when somebody died while they took it over', async () => {
    for (const path of [lockFile, `${lockFile}-removal`]) {
      await writeFile(path, '');
      await makeOlder(path, 31);
    }
    await (await takeLock(lockFile)).release();
    expect(await readdir(place.path)).toEqual([]);
  });

  test('that is younger is left alone', async () => {
    await writeFile(lockFile, '');
    await makeOlder(lockFile, 25);
    await expect(takeLock(lockFile, 60)).rejects.toBeInstanceOf(Refusal);
  });

  test('that others have taken over is neither confirmed nor released by who held it first', async () => {
    const first = await takeLock(lockFile);
    await makeOlder(lockFile, 31);
    const second = await takeLock(lockFile);
    await expect(first.confirm()).rejects.toBeInstanceOf(Refusal);
    await first.release();
    await second.confirm();
    await second.release();
    await expect(second.confirm()).rejects.toBeInstanceOf(Refusal);
  });
});

describe('exclusive work', () => {
  test('is done by one at a time, and by all in the end', async () => {
    const states = await Promise.all(Array.from({ length: 8 }, () => openState({})));
    let [atWork, most, done] = [0, 0, 0];
    await Promise.all(
      states.map((state) =>
        state.exclusively('work', async (confirm) => {
          most = Math.max(most, ++atWork);
          await state.write('count', []);
          await confirm();
          atWork--;
          done++;
        }),
      ),
    );
    expect([most, done]).toEqual([1, 8]);
    expect(await readdir(place.at('state'))).toEqual(['count']);
  });

  test('of another name does not wait', async () => {
    const state = await openState({});
    const inner = state.exclusively('one', () => state.exclusively('two', async () => 'both'));
    expect(await inner).toBe('both');
  });

  test('answers what the work answers, fails as it fails, and is over then', async () => {
    const state = await openState({});
    const fault = new Error('of the work');
    await expect(state.exclusively('work', () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await state.exclusively('work', async () => 42)).toBe(42);
  });

  test('is refused in a sentence where nothing can be written', async () => {
    await writeFile(place.at('file'), '');
    vi.stubEnv('TEAM_CONTEXT_STATE', place.at('file/state'));
    const refused = openState({}).then((state) => state.exclusively('work', async () => 'done'));
    await expect(refused).rejects.toBeInstanceOf(Refusal);
  });
});

describe('a state folder, when no library is named,', () => {
  test('lies in none that has settings', async () => {
    await place.write({ 'library/team-context.yaml': 'name: Acme\n' });
    await mkdir(place.at('library/made'));
    for (const inside of ['library', 'library/made', 'library/not/made']) {
      vi.stubEnv('TEAM_CONTEXT_STATE', place.at(inside));
      await expect(openState({})).rejects.toThrow(/lies inside a library/);
    }
    vi.stubEnv('TEAM_CONTEXT_STATE', place.at('beside'));
    expect((await openState({})).folder).toBe(place.at('beside'));
  });
});
