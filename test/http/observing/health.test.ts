import { rename } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSurface } from '../../../src/commands/open-surface.ts';
import { type HealthOptions, openHealth } from '../../../src/http/observing/health.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../../folders.ts';

let folder: TemporaryFolder;
let surface: Awaited<ReturnType<typeof openSurface>>;

beforeEach(async () => {
  folder = await temporaryFolder({
    'library/context/voice.md': '# Voice\n\nLike larks.\n',
    ...manyFiles(30, 'library/context/notes'),
  });
  surface = await openSurface({ root: folder.at('library'), usesCache: false });
});
afterEach(async () => {
  await surface.close();
  await folder.remove();
});

type Other = Omit<HealthOptions, 'surface'>;

async function read(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}

const READY = { status: 200, body: { ready: true, reasons: [] } };
const notReady = (...reasons: readonly string[]) => ({ status: 503, body: { ready: false, reasons } });

/** Health of a library that has been read and indexed. */
async function healthy(other: Other = {}) {
  const health = openHealth({ surface, ...other });
  await surface.library.ready;
  await surface.engine.search({ query: 'larks', limit: 1 });
  return health;
}

test('a process that answers is alive, whatever its library does', async () => {
  const response = openHealth({ surface }).alive();
  expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

describe('a server', () => {
  test('is ready when its library is read and indexed', async () => {
    expect(await read((await healthy()).ready())).toEqual(READY);
  });

  test('is not ready before its library has been read', async () => {
    expect(await read(openHealth({ surface }).ready())).toEqual(notReady('The library has not been read yet.'));
  });

  test('is not ready while the first index is built, and stays ready while a change is taken in', async () => {
    const health = openHealth({ surface });
    const answers: Response[] = [];
    surface.library.subscribe(() => answers.push(health.ready()));
    await surface.library.ready;
    await surface.engine.search({ query: 'larks', limit: 1 });
    const [first] = answers.splice(0);
    expect(first && (await read(first))).toEqual(notReady('The index for search is being built.'));
    expect(await read(health.ready())).toEqual(READY);
    await folder.write({ 'library/context/voice.md': '# Voice\n\nLike owls.\n' });
    await vi.waitFor(() => expect(answers).toHaveLength(1), 10_000);
    const [second] = answers;
    expect(second && (await read(second))).toEqual(READY);
  });

  test('is not ready while the folder cannot be reached, and is again when it can', async () => {
    const health = await healthy();
    await rename(folder.at('library'), folder.at('elsewhere'));
    await vi.waitFor(
      async () => expect(await read(health.ready())).toEqual(notReady('The folder of the library cannot be reached.')),
      10_000,
    );
    await rename(folder.at('elsewhere'), folder.at('library'));
    await vi.waitFor(async () => expect(await read(health.ready())).toEqual(READY), 10_000);
  });

  test('is not ready when the folder was last compared too long ago', async () => {
    let passed = 0;
    const health = await healthy({ now: () => performance.now() + passed });
    passed = 80_000;
    expect(await read(health.ready())).toEqual(READY);
    passed = 91_000;
    const { status, body } = await read(health.ready());
    expect([status, JSON.stringify(body)]).toEqual([503, expect.stringContaining('90 seconds')]);
  });

  test('is not ready while its identity provider cannot be reached', async () => {
    let isIssuerReachable = false;
    const health = await healthy({ isIssuerReachable: () => isIssuerReachable });
    expect(await read(health.ready())).toEqual(notReady('The identity provider cannot be reached.'));
    isIssuerReachable = true;
    expect(await read(health.ready())).toEqual(READY);
  });

  test('gives every reason at once', async () => {
    const { body } = await read(openHealth({ surface, isIssuerReachable: () => false }).ready());
    expect(body).toMatchObject({ reasons: { length: 2 } });
  });
});
