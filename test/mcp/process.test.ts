import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { connect, PEERS } from '../clients.ts';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { greet, type RawServer, startServer } from '../processes.ts';

const LIBRARY = {
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'context/brand/logo.md': '# Logo\n\nThe logo is a lark.\n',
  'context/messaging/pillars.md': '# Pillars\n\nThree pillars.\n',
  'prompts/launch.md': 'Write about {{ product }}.\n',
};

/** A server that is gone when the test is over, also when it would not end by itself. */
function started(folder: TemporaryFolder): RawServer {
  const server = startServer(['serve', folder.path]);
  onTestFinished(() => server.kill('SIGKILL'));
  return server;
}

describe('a library of 3,000 files', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    const sections = '\n## More\n\nWords about payroll, dates and people.\n'.repeat(10);
    const files = Object.entries(manyFiles(3_000)).map(([path, text]) => [path, text + sections]);
    folder = await temporaryFolder(Object.fromEntries(files));
  });
  afterAll(() => folder.remove());

  test.each(PEERS)('is announced before it is read, and the first search waits for it (%s)', async (peer) => {
    const connection = await connect(peer, folder.path);
    onTestFinished(connection.close);
    const order: string[] = [];
    const found = connection.ask('search', { query: 'note 2999' }).then((answer) => {
      order.push('search');
      return answer;
    });
    expect(connection.instructions).toContain('3000 references');
    expect(await connection.tools()).not.toEqual([]);
    order.push('tools');
    expect(await found).toMatchObject({
      results: expect.arrayContaining([expect.objectContaining({ path: 'context/notes/note-2999.md' })]),
    });
    expect(order).toEqual(['tools', 'search']);
  });

  test('says on standard error how far the indexing has come', async () => {
    const server = started(folder);
    await greet(server);
    await server.ask('tools/call', { name: 'search', arguments: { query: 'note 2999' } });
    expect(server.stderr()).toMatch(/Indexing: [\d,]+ documents to go; searches are answered when all are in\./);
  });

  test('does not keep the process from ending at once when its client goes', async () => {
    const server = started(folder);
    await greet(server);
    server.hangUp();
    expect(await server.ended).toEqual({ code: 0, signal: null });
    expect(server.stderr()).not.toMatch(/Error|at file:/);
  });
});

describe('the process ends', () => {
  let server: RawServer;
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder(LIBRARY);
  });
  afterAll(() => folder.remove());
  const start = async (): Promise<void> => {
    server = started(folder);
    await greet(server);
    await server.ask('tools/call', { name: 'search', arguments: { query: 'voice' } });
  };

  test('with its standard input, although the folder is watched', async () => {
    await start();
    server.hangUp();
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('on %s', async (signal) => {
    await start();
    server.kill(signal);
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test('when nobody ever says a word', async () => {
    server = started(folder);
    server.hangUp();
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });

  test('and says nothing on standard output that is not the protocol', async () => {
    await rm(folder.at('context/brand/logo.md'));
    await start();
    server.hangUp();
    await server.ended;
    expect(server.answers.map(({ id, method }) => id ?? method)).toEqual([1, 2]);
    expect(server.stderr()).toContain('Serving 3 documents and 1 prompt.');
  });
});
