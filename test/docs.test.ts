import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readNetwork } from '../src/commands/network.ts';
import { serve } from '../src/commands/serve.ts';
import { token } from '../src/commands/token.ts';
import { type Limits, limitsWith } from '../src/http/limits.ts';
import { waysToConnect } from '../src/http/pages/connecting.ts';
import { type HttpServer, PROJECT, run, startHttpServer } from './processes.ts';

const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8').replaceAll('\r\n', '\n');
const PAGE = read('docs/administrator.md');
const PROSE = PAGE.replace(/^```[\s\S]*?^```$/gm, '');
const CODE = [...PAGE.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
}));
const LIMITS = limitsWith();

/** The rows of all tables whose first cell begins like this, as cells. */
function rows(begin: RegExp): string[][] {
  const cells = [...PROSE.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) =>
    row.split(' | ').map((cell) => cell.trim()),
  );
  return cells.filter(([first = '']) => begin.test(first));
}

/** What stands in backticks in the first cell of these rows. */
const names = (begin: RegExp): string[] =>
  rows(begin).flatMap(([first = '']) => [...first.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));

const sorted = (texts: Iterable<string>): string[] => [...new Set(texts)].sort();

describe('the page for administrators, on the command line,', () => {
  const flagsOf = (options: object): string[] => Object.keys(options).map((name) => `--${name}`);

  test('has a row for every option of serve and token, and for nothing else', () => {
    expect(sorted(names(/^`--/))).toEqual(sorted([...flagsOf(serve.options), ...flagsOf(token.options)]));
  });

  test('and what --help shows, know the same options', async () => {
    for (const [name, command] of Object.entries({ serve, token })) {
      const shown: readonly string[] = (await run([name, '--help'])).stdout.match(/--[a-z][a-z-]*/g) ?? [];
      const known = [...flagsOf(command.options), '--help', '--http'];
      expect(shown.filter((flag) => !known.includes(flag))).toEqual([]);
      expect(flagsOf(command.options).filter((flag) => !shown.includes(flag))).toEqual([]);
    }
  });

  test('names every variable that the program reads', () => {
    const files = readdirSync(join(PROJECT, 'src'), { recursive: true, encoding: 'utf8' });
    const texts = files.filter((file) => file.endsWith('.ts')).map((file) => read(join('src', file)));
    const found = texts.flatMap((text) =>
      [...text.matchAll(/\b(?:env\[|named\()'(\w+)'/g)].map(([, name = '']) => name),
    );
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((name) => !names(/^`[A-Z]/).includes(name))).toEqual([]);
  });

  const typed = CODE.flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n')).flatMap((line) => {
    const [, command = '', rest = ''] = /(?:team-context|main\.js|command:) (serve|token) (.*)$/.exec(line) ?? [];
    return command === '' ? [] : [{ command, args: rest.split(/\s+/) }];
  });

  test('shows commands', () => {
    expect(typed.filter(({ command }) => command === 'serve').length).toBeGreaterThan(4);
    expect(typed.filter(({ command }) => command === 'token').length).toBeGreaterThan(2);
  });

  test.each(typed)('shows a command that is accepted: $command $args', ({ command, args }) => {
    const options = command === 'serve' ? serve.options : token.options;
    const { values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    if (command === 'serve') expect(readNetwork(values).port).toBe(8326);
  });

  test.each(CODE.filter(({ language }) => language === 'json'))('shows JSON: $text', ({ text }) => {
    expect(() => JSON.parse(text)).not.toThrow();
  });

  test('shows for each client with a header what the start page shows', () => {
    const url = 'https://context.example.com/mcp';
    const ways = waysToConnect({ url, hasTokens: true, hasIssuer: false });
    const pasted = ways.flatMap(({ paste }) => paste ?? []);
    expect(pasted.length).toBe(3);
    for (const paste of pasted) expect(CODE.map(({ text }) => text.trimEnd())).toContain(paste);
  });
});

test('the page for administrators has every limit as it is', () => {
  const seconds = (ms: number): string => `${ms / 1_000} s`;
  const number = (count: number): string => count.toLocaleString('en');
  const shown = {
    bodyBytes: ['body of a request', `${LIMITS.bodyBytes / 1_024} KiB`],
    depth: ['objects and lists within each other', number(LIMITS.depth)],
    batch: ['messages in one body', number(LIMITS.batch)],
    uriLength: ['characters of a URI in a message', number(LIMITS.uriLength)],
    headerBytes: ['request line and headers', `${LIMITS.headerBytes / 1_024} KiB`],
    requestsPerMember: ['requests a minute of one member', number(LIMITS.requestsPerMember)],
    requestsPerAddress: ['requests a minute of one address', number(LIMITS.requestsPerAddress)],
    failuresPerAddress: ['requests a minute of one address without a valid token', number(LIMITS.failuresPerAddress)],
    concurrentPerMember: ['requests of one member at the same time', number(LIMITS.concurrentPerMember)],
    concurrent: ['requests of all members at the same time', number(LIMITS.concurrent)],
    sessionsPerMember: ['sessions of one member', number(LIMITS.sessionsPerMember)],
    sessions: ['sessions of all members (`--max-sessions`)', number(LIMITS.sessions)],
    streamsPerMember: ['streams of one member', number(LIMITS.streamsPerMember)],
    streams: ['streams of all members (`--max-streams`)', number(LIMITS.streams)],
    connections: ['connections', number(LIMITS.connections)],
    connectionsPerAddress: ['connections of one address', number(LIMITS.connectionsPerAddress)],
    unansweredPerConnection: [
      'requests on one connection that wait for their answer',
      number(LIMITS.unansweredPerConnection),
    ],
    idleMs: ['a session that nobody uses', `${LIMITS.idleMs / 60_000} minutes`],
    recheckMs: ['time between two looks whether a stream is still allowed', seconds(LIMITS.recheckMs)],
    requestMs: ['time for an answer', seconds(LIMITS.requestMs)],
    headersMs: ['time for the headers of a request', seconds(LIMITS.headersMs)],
    bodyMs: ['time for the body of a request', seconds(LIMITS.bodyMs)],
    unreadMs: ['time in which nothing of an answer is taken', seconds(LIMITS.unreadMs)],
    shutdownMs: ['time for running requests when the server stops', seconds(LIMITS.shutdownMs)],
  } satisfies Record<keyof Limits, readonly [string, string]>;
  const table = /^## Limits\n([\s\S]*?)^## /m.exec(PROSE)?.[1] ?? '';
  const written = [...table.matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\| /gm)].map(([, what, limit]) => [what, limit]);
  expect(written.slice(2)).toEqual(Object.values(shown));
});

describe('the page for administrators, on what a server shows of itself,', () => {
  let server: HttpServer;
  let base: string;
  beforeAll(async () => {
    server = await startHttpServer([PROJECT]);
    base = server.url.replace(/\/mcp$/, '');
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const post = (message: object, more: object = {}): Promise<Response> =>
      fetch(server.url, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
      });
    const who = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
    const answered = await post({ method: 'initialize', params: who });
    const session = { 'mcp-session-id': answered.headers.get('mcp-session-id') ?? '' };
    const params = { name: 'search', arguments: { query: 'tone of voice' } };
    await (await post({ method: 'tools/call', params }, session)).text();
  });
  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });

  test('names every metric, with its type, and no other', async () => {
    const page = await (await fetch(`${base}/metrics`)).text();
    const real = [...page.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({ name, type }));
    const table = rows(/^`(?:team_context|process)_/).map(([name = '', type = '']) => ({
      name: name.replaceAll('`', ''),
      type,
    }));
    const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1);
    expect(table.sort(byName)).toEqual(real.sort(byName));
    const used = PAGE.match(/\b(?:team_context|process)_[a-z_]+\b/g) ?? [];
    expect(used.filter((name) => !real.some((each) => each.name === name))).toEqual([]);
  });

  test('shows a line of the log with the fields that a real one has, and explains each', async () => {
    const shown = CODE.find(({ text }) => text.includes('"tool":"search"'))?.text ?? '{}';
    const real = await vi.waitFor(() => {
      const line = server
        .stderr()
        .split('\n')
        .find((each) => each.includes('"tool":"search"'));
      if (line === undefined) throw new Error('The line has not been written yet.');
      return line;
    });
    expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(JSON.parse(real)));
    const section = /^## Logs\n([\s\S]*?)^## /m.exec(PROSE)?.[1] ?? '';
    const explained = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, field = '']) => field);
    expect(sorted(explained)).toEqual(sorted([...Object.keys(JSON.parse(real)), 'prompt']));
  });

  test('names addresses that are there', async () => {
    const paths = names(/^`\/[a-z]/);
    expect(paths).toEqual(['/healthz', '/readyz', '/metrics']);
    for (const path of paths) expect((await fetch(base + path)).status).toBe(200);
  });

  test('says how long the server keeps a connection that nobody uses', async () => {
    const { headers } = await fetch(`${base}/healthz`);
    const idle = Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1]);
    expect(idle).toBeGreaterThan(60);
    expect(PROSE).toContain(`for less than ${idle} seconds`);
    for (const example of ['Caddyfile', 'nginx.conf']) {
      const text = read(`docs/examples/${example}`);
      expect(text).toContain(` ${idle} s`);
      expect(Number(/^\s*keepalive(?:_timeout)? (\d+)s;?$/m.exec(text)?.[1])).toBeLessThan(idle);
    }
  });
});

test('links on the page for administrators lead somewhere', () => {
  const headingsOf = (text: string): string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replaceAll(' ', '-'),
    );
  const targets = [...PROSE.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(20);
  const missing = targets.filter((target) => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? 'docs/administrator.md' : join('docs', file);
    return !existsSync(resolve(PROJECT, path)) || (anchor !== undefined && !headingsOf(read(path)).includes(anchor));
  });
  expect(missing).toEqual([]);
});

test('the page for administrators names no path of the computer on which it was written', () => {
  expect(PAGE.split('\n').filter((line) => /(?:^|[\s"'`(=])\/(?:home|root|tmp|work|mnt|Users)\//.test(line))).toEqual(
    [],
  );
});
