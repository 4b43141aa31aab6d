import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { greet, run, startServer } from '../processes.ts';

const COUNT = 120;
const VOICE = 'context/brand/voice.md';
const FILES = { ...manyFiles(COUNT - 1), [VOICE]: '# Voice\n\nWe sound like larks.\n' };
/** Files that were written just now are at rest for this clock. */
const LATER_MS = 10_000;

let library: TemporaryFolder;
let state: TemporaryFolder;
beforeEach(async () => {
  library = await temporaryFolder(FILES);
  state = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', state.at('ours'));
  return async () => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
    await library.remove();
    await state.remove();
  };
});

/** The files that are left for the next start. */
async function left(): Promise<string[]> {
  const names = existsSync(state.at('ours')) ? await readdir(state.at('ours')) : [];
  return names.sort();
}

/** What is left of one part, a file for each library. */
async function leftOf(part: 'library' | 'index'): Promise<string[]> {
  return (await left()).filter((name) => new RegExp(`^${part}-\\w+\\.cache$`).test(name));
}

/** Everything that somebody is told of on standard error. */
function listenToStderr(): () => string[] {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  return () => said.mock.calls.map(([line]) => String(line));
}

interface Started {
  readonly reads: number;
  readonly documents: ReadonlyMap<string, unknown>;
  readonly found: readonly string[];
}

/** Opens the library, asks one question, and closes it, as one process after the other does. */
async function startAndEnd({ root = library.path, usesCache = true } = {}): Promise<Started> {
  vi.setSystemTime(Date.now() + LATER_MS);
  let reads = 0;
  const surface = await openSurface({
    root,
    poll: true,
    usesCache,
    onProgress: (step, _done, total) => {
      if (step === 'files') reads = total;
    },
  });
  await surface.library.ready;
  const { hits } = await surface.engine.search({ query: 'larks', limit: 3 });
  await surface.close();
  return { reads, documents: surface.library.current().documents, found: hits.map(({ document }) => document.id) };
}

describe('a library that was served before', () => {
  test('is not read again, and answers the same', async () => {
    const cold = await startAndEnd();
    expect([cold.reads, cold.found]).toEqual([COUNT, [VOICE]]);
    const warm = await startAndEnd();
    expect(warm).toEqual({ ...cold, reads: 0 });
  });

  test('answers from a file that was edited meanwhile', async () => {
    await startAndEnd();
    await library.write({
      [VOICE]: '# Voice\n\nWe sound like owls.\n',
      'context/brand/new.md': '# New\n\nLarks sing.\n',
    });
    const warm = await startAndEnd();
    expect([warm.reads, warm.found]).toEqual([2, ['context/brand/new.md']]);
  });

  test('is known by where it really lies', async () => {
    await startAndEnd();
    await symlink(library.path, state.at('link'));
    expect((await startAndEnd({ root: state.at('link') })).reads).toBe(0);
    expect(await leftOf('library')).toHaveLength(1);
  });

  test('is another one when it was copied elsewhere', async () => {
    await startAndEnd();
    const copy = await temporaryFolder(FILES);
    onTestFinished(copy.remove);
    const [mine = ''] = await leftOf('library');
    expect((await startAndEnd({ root: copy.path })).reads).toBe(COUNT);
    const [other = ''] = (await leftOf('library')).filter((name) => name !== mine);
    await cp(join(state.at('ours'), mine), join(state.at('ours'), other));
    expect((await startAndEnd({ root: copy.path })).reads).toBe(COUNT);
  });

  test('keeps its index too', async () => {
    await startAndEnd();
    const [name = ''] = await leftOf('index');
    const before = await readFile(join(state.at('ours'), name));
    const { ino } = await stat(join(state.at('ours'), name));
    await startAndEnd();
    // it was not written again, since it was begun with
    expect((await stat(join(state.at('ours'), name))).ino).toBe(ino);
    await library.write({ [VOICE]: '# Voice\n\nWe sound like owls.\n' });
    expect((await startAndEnd()).found).toEqual([]);
    expect(await readFile(join(state.at('ours'), name))).not.toEqual(before);
  });

  test.each(['library', 'index'] as const)('is served when the saved %s is damaged; nobody is told', async (part) => {
    const cold = await startAndEnd();
    const [name = ''] = await leftOf(part);
    const file = join(state.at('ours'), name);
    const good = await readFile(file);
    const said = listenToStderr();
    for (const place of [0, 0.01, 0.5, 0.99]) {
      const at = Math.floor(good.length * place);
      const damaged = Buffer.from(good);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      for (const wrong of [good.subarray(0, at), damaged]) {
        await writeFile(file, wrong);
        expect(await startAndEnd()).toEqual({ ...cold, reads: part === 'library' ? COUNT : 0 });
      }
    }
    expect(await startAndEnd()).toEqual({ ...cold, reads: 0 });
    expect(said()).toEqual([]);
  });

  test('leaves nothing when it has become small, and all when its drive is not there', async () => {
    await startAndEnd();
    const before = await left();
    await rm(library.at('context'), { recursive: true });
    await startAndEnd();
    expect(await left()).toEqual(before);
    await library.write({ [VOICE]: 'x' });
    await startAndEnd();
    expect(await left()).toEqual([]);
  });
});

describe('nothing is saved', () => {
  test('of a small library, and no folder is made', async () => {
    const small = await temporaryFolder(manyFiles(99));
    onTestFinished(small.remove);
    await startAndEnd({ root: small.path });
    expect(existsSync(state.at('ours'))).toBe(false);
  });

  test('when nobody wants it', async () => {
    await startAndEnd({ usesCache: false });
    expect(existsSync(state.at('ours'))).toBe(false);
  });

  test.each([
    ['inside the library', () => library.at('context/ours'), 'lies inside the library'],
    ['where nothing can be written', () => state.at('file/ours'), 'cannot be used (ENOTDIR)'],
  ])('%s, which is said once, in one line; all is served', async (_where, place, says) => {
    await writeFile(state.at('file'), '');
    vi.stubEnv('TEAM_CONTEXT_STATE', place());
    const said = listenToStderr();
    const started = await startAndEnd();
    expect([started.reads, started.found]).toEqual([COUNT, [VOICE]]);
    expect(said()).toHaveLength(1);
    expect(said()[0]).toMatch(/^The folder for this program's own files, .*TEAM_CONTEXT_STATE/);
    expect(said()[0]).toContain(says);
    expect(existsSync(place())).toBe(false);
  });
});

test('what cannot be saved is said once, however often it is tried', async () => {
  await writeFile(state.at('file'), '');
  vi.stubEnv('TEAM_CONTEXT_STATE', state.at('file/ours'));
  const said = listenToStderr();
  const surface = await openSurface({ root: library.path, poll: true, usesCache: true });
  await vi.waitFor(() => expect(said()).toHaveLength(1), { timeout: 15_000 });
  await surface.close();
  expect(said()).toHaveLength(1);
});

describe('processes', () => {
  const caching = (): { env: Record<string, string> } => ({
    env: { TEAM_CONTEXT_STATE: state.at('ours'), TEAM_CONTEXT_CACHE: '' },
  });
  const search = async (...words: string[]): Promise<string> => {
    const { stdout, stderr } = await run(['search', 'larks', '--library', library.path, '--json', ...words], caching());
    expect(stderr).toBe('');
    return stdout;
  };

  test('that begin and end at once leave one whole file, and answer the same as those after them', async () => {
    const cold = await search('--no-cache');
    expect(await left()).toEqual([]);
    const answers = await Promise.all([search(), search(), search(), search()]);
    expect(new Set([...answers, await search()])).toEqual(new Set([cold]));
    expect((await left()).filter((name) => !name.endsWith('.cache'))).toEqual([]);
    expect((await startAndEnd()).documents.size).toBe(COUNT);
  });

  test('that only check, or were told not to, leave nothing', async () => {
    await run(['check', library.path], caching());
    await run(['search', 'larks', '--library', library.path], { env: { ...caching().env, TEAM_CONTEXT_CACHE: 'off' } });
    await search('--no-cache');
    expect(await left()).toEqual([]);
  });

  test('that serve save when all was read, and when their client goes', async () => {
    const server = startServer(['serve', library.path], caching());
    onTestFinished(() => server.kill('SIGKILL'));
    await greet(server);
    await server.ask('tools/call', { name: 'search', arguments: { query: 'larks' } });
    await vi.waitFor(async () => expect(await leftOf('library')).toHaveLength(1));
    await library.write({ [VOICE]: '# Voice\n\nWe sound like owls.\n' });
    await vi.waitFor(
      async () => {
        const answer = await server.ask('tools/call', { name: 'search', arguments: { query: 'owls' } });
        expect(JSON.stringify(answer.result)).toContain(VOICE);
      },
      { timeout: 15_000 },
    );
    server.hangUp();
    expect(await server.ended).toEqual({ code: 0, signal: null });
    const [name = ''] = await leftOf('library');
    expect(await readFile(join(state.at('ours'), name), 'utf8')).toContain('We sound like owls.');
    expect((await startAndEnd()).found).toEqual([]);
  });

  test('that are killed before, while or after they save leave nothing that later ones believe wrongly', async () => {
    const cold = await search('--no-cache');
    for (const wanted of [0, 1, 1, 2]) {
      await rm(state.at('ours'), { recursive: true, force: true });
      const server = startServer(['serve', library.path], caching());
      await greet(server);
      // the temporary file comes first, and most of a save is writing it
      const isSoFar = async (): Promise<boolean> =>
        (wanted < 2 ? await left() : await leftOf('library')).length >= wanted / 2;
      await vi.waitUntil(isSoFar, { interval: 1, timeout: 15_000 });
      server.kill('SIGKILL');
      await server.ended;
      expect(await search()).toBe(cold);
    }
  });
});
