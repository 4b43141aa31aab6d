import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { manyFiles, type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { askingNewest, begin, FOLLOWING, follow, listenTo, post, withToken } from '../http/requests.ts';
import { statusFor } from '../http/wire.ts';
import { type HttpServer, type RunOptions, run, startHttpServer } from '../processes.ts';

const LIBRARY = {
  'team-context.yaml': 'name: Larkspur\n',
  'context/brand/voice.md': '# Voice\n\nWe sound warm.\n',
  'prompts/launch.md': 'Write about {{ product }}.\n',
};
const STOPPING = 'Stopping: finishing what runs.';
const LIST = askingNewest('prompts/list');
const SEARCH = { name: 'search', arguments: { query: 'how do we sound' } };

let folder: TemporaryFolder;
let state: TemporaryFolder;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await temporaryFolder(LIBRARY);
  state = await temporaryFolder();
  env = { TEAM_CONTEXT_STATE: state.path };
});
afterAll(async () => {
  await folder.remove();
  await state.remove();
});

/** A server that is gone when the test is over. */
async function started(words: readonly string[] = [], options: RunOptions = {}): Promise<HttpServer> {
  const server = await startHttpServer([folder.path, ...words], { env, ...options });
  onTestFinished(async () => {
    server.kill('SIGKILL');
    await server.ended;
  });
  return server;
}

/** A port that nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const serve = (...words: readonly string[]): ReturnType<typeof run> => run(['serve', folder.path, ...words], { env });
const portOf = ({ url }: HttpServer): number => Number(new URL(url).port);
const linesOf = (server: HttpServer): Record<string, unknown>[] =>
  server
    .stderr()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const search = (url: string): Promise<Response> =>
  post(url, askingNewest('tools/call', SEARCH), { 'mcp-name': 'search' });

describe('a server that begins', () => {
  test('writes nothing into the library with --read-only: what would is not offered', async () => {
    const [readOnly, usual] = await Promise.all([started(['--read-only']), started()]);
    const offered = async ({ url }: HttpServer): Promise<boolean> =>
      (await (await post(url, askingNewest('tools/list'))).text()).includes('"share_workflow"');
    expect(await offered(usual)).toBe(true);
    expect(await offered(readOnly)).toBe(false);
  });

  test('says where to open it and what to paste, on standard output; all else is lines of JSON', async () => {
    const server = await started();
    expect(server.stdout()).toContain(`http://127.0.0.1:${portOf(server)}/ in a browser`);
    expect(server.stdout()).toContain(`claude mcp add --transport http --scope user team-context ${server.url}\n`);
    expect(server.stdout()).toContain('Ctrl+C ends it.\n');
    expect((await post(server.url, LIST)).status).toBe(200);
    await vi.waitFor(() => {
      const said = linesOf(server).map(({ msg, rpc }) => msg ?? rpc);
      expect(said).toEqual(expect.arrayContaining(['Serving 2 documents and 1 prompt.', 'prompts/list']));
    });
  });

  test('shows a name under which it answers, where it listens on all addresses', async () => {
    const own = await temporaryFolder();
    onTestFinished(own.remove);
    const others = { TEAM_CONTEXT_STATE: own.path };
    await run(['token', 'add', 'maya'], { env: others });
    const names = ['--allowed-host', '127.0.0.1', '--allowed-host', 'context.example.com'];
    const server = await started(['--host', '0.0.0.0', ...names], { env: others });
    expect(server.stdout()).toMatch(/Open http:\/\/context\.example\.com:\d+\/ in a browser/);
    expect(server.stdout()).not.toContain('0.0.0.0');
  });

  test('asks whoever is at this computer neither for a token nor to slow down', async () => {
    const server = await started(['--log-level', 'silent']);
    for (let round = 0; round < 16; round++) {
      const answers = await Promise.all(Array.from({ length: 40 }, () => post(server.url, LIST)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
      await Promise.all(answers.map((answer) => answer.text()));
    }
  });

  test('writes nothing down when it is told to', async () => {
    const server = await started(['--log-level', 'silent']);
    expect((await post(server.url, LIST)).status).toBe(200);
    server.kill('SIGTERM');
    await server.ended;
    expect(server.stderr()).toBe('');
  });

  test('asks members for their tokens when it is told to, and shows how they send them', async () => {
    const { stdout } = await run(['token', 'add', 'maya'], { env });
    const server = await started(['--tokens']);
    expect(server.stdout()).toContain('--header "Authorization: Bearer YOUR_TOKEN"');
    expect((await post(server.url, LIST)).status).toBe(401);
    expect((await post(server.url, LIST, withToken(stdout.trim()))).status).toBe(200);
    await run(['token', 'revoke', 'maya'], { env });
    expect((await post(server.url, LIST, withToken(stdout.trim()))).status).toBe(401);
    expect(server.stderr()).not.toContain(stdout.trim());
  });

  test('is named as it is called from elsewhere, and answers under no other name', async () => {
    await run(['token', 'add', 'jon'], { env });
    const port = await freePort();
    const names = ['--port', String(port), '--public-url', 'https://context.example.com'];
    const server = await started(names);
    expect(server.url).toBe('https://context.example.com/mcp');
    const ask = (host: string): Promise<number> =>
      statusFor(port, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect([await ask('context.example.com'), await ask('elsewhere.example.com')]).toEqual([200, 403]);
    expect(await statusFor(port, 'GET /mcp HTTP/1.1\r\nHost: context.example.com\r\nConnection: close\r\n\r\n')).toBe(
      401,
    );
  });
});

describe('a server that is asked to end', () => {
  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'by %s ends its streams and then itself',
    async (signal) => {
      const server = await started();
      const streams = [
        await follow(server.url, await begin(server.url)),
        listenTo(await post(server.url, askingNewest('subscriptions/listen', FOLLOWING))),
      ];
      server.kill(signal);
      await Promise.all(streams.map(({ ended }) => ended));
      expect(await server.ended).toEqual({ code: 0, signal: null });
      expect(linesOf(server).map(({ msg }) => msg)).toContain(STOPPING);
      await expect(fetch(server.url)).rejects.toThrow();
    },
  );

  test.skipIf(process.platform === 'win32')('answers first what it was asked before', async () => {
    const large = await temporaryFolder({ ...LIBRARY, ...manyFiles(1_500) });
    onTestFinished(large.remove);
    const server = await startHttpServer([large.path], { env });
    onTestFinished(() => server.kill('SIGKILL'));
    // the first search waits until the library is read and indexed
    const searching = search(server.url);
    const { url } = server;
    await vi.waitFor(async () => expect((await fetch(new URL('/readyz', url))).status).toBe(503));
    server.kill('SIGTERM');
    await vi.waitFor(() => expect(linesOf(server).map(({ msg }) => msg)).toContain(STOPPING));
    const response = await searching;
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('We sound warm.')]);
    expect(await server.ended).toEqual({ code: 0, signal: null });
  });
});

describe('a server does not begin, and says why,', () => {
  test('when its port is taken', async () => {
    const port = portOf(await started());
    const { code, stdout, stderr } = await serve('--http', '--port', String(port));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`Port ${port} is taken by another program. Name another one, such as --port ${port + 1}.`);
  });

  test('when others could come in and nobody has a token', async () => {
    const empty = await temporaryFolder();
    onTestFinished(empty.remove);
    const words = ['serve', folder.path, '--http', '--port', '0', '--host', '0.0.0.0', '--allowed-host', 'a.example'];
    const { code, stdout, stderr } = await run(words, { env: { TEAM_CONTEXT_STATE: empty.path } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Nobody could come in: .*"team-context token add maya".*\n$/);
  });

  test('when its identity provider cannot be safe', async () => {
    const company = ['--issuer', 'http://login.example.com', '--audience', 'context'];
    const { code, stdout, stderr } = await serve('--http', '--port', '0', ...company);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('--issuer takes an https address')]);
  });

  test('when other machines could come in under any name', async () => {
    const { code, stderr } = await serve('--http', '--host', '0.0.0.0');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--allowed-host context.example.com')]);
  });

  test.each([
    [['--port', '8326'], '--port is for serving over the network: add --http.'],
    [['--tokens'], '--tokens is for serving over the network: add --http.'],
    [['--http', '--port'], '--port needs a value behind it.'],
    [['--http', '--port', 'x'], '--port takes a whole number'],
    [['--http', '--prot', '1'], 'has no option --prot. Did you mean --port?'],
  ])('with %j', async (words, says) => {
    const { code, stdout, stderr } = await serve(...words);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(says)]);
  });
});
