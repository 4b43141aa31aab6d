import { setTimeout as pause } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Offer } from '../../src/http/application.ts';
import { buildServer } from '../../src/mcp/server.ts';
import { openService, type Service } from './opened-service.ts';
import {
  asking,
  askingNewest,
  begin,
  FOLLOWING,
  follow,
  INITIALIZE,
  inSession,
  listenTo,
  post,
  refusalOf,
  withToken,
} from './requests.ts';
import { statusFor } from './wire.ts';

const LIST = askingNewest('prompts/list');
const until = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 25 });
const page = ({ url }: Service, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(new URL(path, url), init);

/** Servers that are not ready to answer before somebody lets them. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const begun = vi.fn();
  const offer: Offer = {
    tools: [],
    async build(surface, connection) {
      begun();
      await opened;
      return buildServer(surface, connection);
    },
  };
  return { offer, begun, open };
}

describe('everybody', () => {
  test('finds the start page, and what a monitor asks for', async () => {
    const service = await openService();
    const start = await page(service, '/');
    expect([start.status, start.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(await start.text()).toContain(service.url);
    expect(await (await page(service, '/healthz')).text()).toBe('ok\n');
    await post(service.url, askingNewest('tools/call', { name: 'search', arguments: { query: 'voice' } }));
    expect((await page(service, '/readyz')).status).toBe(200);
    await post(service.url, INITIALIZE);
    const metrics = await (await page(service, '/metrics')).text();
    expect(metrics).toContain('team_context_requests_total{method="initialize",outcome="ok"} 1\n');
    expect(metrics).toMatch(/^team_context_sessions(\{\})? 1$/m);
  });

  test('is told where to go from anywhere else', async () => {
    const service = await openService();
    const { status, says } = await refusalOf(await page(service, '/sse'));
    expect([status, says]).toEqual([404, expect.stringContaining(service.url)]);
    const put = await page(service, '/mcp', { method: 'PUT', body: '{}' });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, DELETE']);
  });

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'but through a proxy (%s) only where somebody asks who they are',
    async (header) => {
      const through = { headers: { [header]: '192.0.2.7' } };
      const open = await openService();
      for (const path of ['/', '/mcp', '/metrics']) expect((await page(open, path, through)).status).toBe(403);
      const asked = await openService({ hasMembers: true });
      expect((await page(asked, '/', through)).status).toBe(200);
      expect((await page(asked, '/mcp', through)).status).toBe(401);
    },
  );

  test('but not what is in the library, where members have tokens', async () => {
    const files = { 'team-context.yaml': 'name: Larkspur\nabout: Nobody outside knows this.\n' };
    const about = async (hasMembers: boolean): Promise<string> =>
      (await page(await openService({ files, hasMembers }), '/')).text();
    expect(await about(false)).toContain('Nobody outside knows this.');
    expect(await about(true)).not.toContain('Nobody outside knows this.');
  });
});

describe('a request', () => {
  const head = (port: string, more: string): string =>
    `GET /healthz HTTP/1.1\r\n${more}Connection: close\r\n\r\n`.replaceAll('PORT', port);

  test.each([
    ['Host: localhost:PORT\r\n', 200],
    ['Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT\r\n', 200],
    ['Host: evil.example\r\n', 403],
    ['Host: localhost:PORT\r\nOrigin: https://evil.example\r\n', 403],
  ])('under the name and from the page that it says (%j) is answered with %i', async (more, status) => {
    const { port } = new URL((await openService()).url);
    expect(await statusFor(Number(port), head(port, more))).toBe(status);
  });

  test('without a good token is refused before its body is looked at', async () => {
    const { url, log } = await openService({ hasMembers: true });
    for (const response of [await fetch(url, { method: 'POST', body: 'nonsense' }), await fetch(url)]) {
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
    }
    expect(log.filter(({ status }) => status === 401)).toHaveLength(2);
    expect(log.some((line) => 'member' in line)).toBe(false);
  });

  test('that is no message is refused', async () => {
    const { url } = await openService();
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url, { method: 'POST', headers, body: '{' })).status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(415);
  });

  test('for a tool that writes takes the scope to write', async () => {
    const writing = { name: 'share', inputSchema: { type: 'object' as const } };
    const offer: Offer = { tools: [writing], build: buildServer };
    const { url, add } = await openService({ hasMembers: true, offer });
    const call = (token: string, name: string): Promise<Response> =>
      post(url, askingNewest('tools/call', { name }), { 'mcp-name': name, ...withToken(token) });
    const [reader, writer] = [await add('reader'), await add('writer', 'write')];
    const refused = await call(reader, 'share');
    expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="write"');
    expect(await refusalOf(refused)).toEqual({ status: 403, says: expect.stringContaining('"write"') });
    expect((await call(reader, 'library_status')).status).toBe(200);
    expect((await call(writer, 'share')).status).not.toBe(403);
  });

  test('leaves a line in the log that has its id, and nothing that somebody wrote', async () => {
    const { url, log, add } = await openService({ hasMembers: true });
    const token = await add('maya');
    const call = askingNewest('tools/call', { name: 'search', arguments: { query: 'a secret plan' } });
    const response = await post(url, call, { 'mcp-name': 'search', ...withToken(token) });
    expect(await response.text()).toContain('results');
    const line = log.find(({ rpc }) => rpc === 'tools/call');
    expect(line).toMatchObject({ member: 'maya', path: '/mcp', tool: 'search', status: 200, outcome: 'ok' });
    expect(line?.['id']).toBe(response.headers.get('x-request-id'));
    expect(JSON.stringify(log)).not.toMatch(new RegExp(`secret|${token}`));
  });

  test('that breaks something is answered in one sentence, and the log says what, with the same id', async () => {
    const offer: Offer = { tools: [], build: () => Promise.reject(new Error('broken inside')) };
    const { url, log } = await openService({ offer });
    for (const message of [INITIALIZE, LIST]) {
      log.splice(0);
      const response = await post(url, message);
      expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('inside')]);
      const id = response.headers.get('x-request-id');
      expect(log).toContainEqual(expect.objectContaining({ level: 'error', id, fault: 'Error: broken inside' }));
      expect(log).toContainEqual(expect.objectContaining({ id, status: 500, outcome: 'failed' }));
    }
  });

  test('to monitor is for this machine, and for administrators from elsewhere', async () => {
    const service = await openService({ hasMembers: true });
    const [reader, admin] = [await service.add('reader'), await service.add('admin', 'admin')];
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await page(service, '/metrics', { headers })).status;
    const forwarded = { 'x-forwarded-for': '127.0.0.1' };
    expect(await ask({})).toBe(200);
    expect(await ask(forwarded)).toBe(401);
    expect(await ask({ ...forwarded, ...withToken(reader) })).toBe(403);
    expect(await ask({ ...forwarded, ...withToken(admin) })).toBe(200);
  });
});

describe('when much is asked at once', () => {
  test('a member waits for their own answers, and another one does not', async () => {
    const { offer, begun, open } = gate();
    const { url, add } = await openService({ hasMembers: true, offer, limits: { concurrentPerMember: 2 } });
    const [maya, jon] = [withToken(await add('maya')), withToken(await add('jon'))];
    const running = [post(url, LIST, maya), post(url, LIST, maya)];
    await until(() => expect(begun).toHaveBeenCalledTimes(2));
    const refused = await post(url, LIST, maya);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refusalOf(refused)).toEqual({ status: 429, says: expect.stringContaining('running at once') });
    running.push(post(url, LIST, jon));
    await until(() => expect(begun).toHaveBeenCalledTimes(3));
    open();
    for (const response of await Promise.all(running)) expect(response.status).toBe(200);
    expect((await post(url, LIST, maya)).status).toBe(200);
  });

  test('everybody waits when the server is full, and work for a client that has gone takes room until it is over', async () => {
    const { offer, begun, open } = gate();
    const { url, log } = await openService({ offer, limits: { concurrent: 1, concurrentPerMember: 1 } });
    const gone = new AbortController();
    const running = fetch(url, { ...request(LIST), signal: gone.signal });
    await until(() => expect(begun).toHaveBeenCalledOnce());
    const refused = await post(url, LIST);
    expect(await refusalOf(refused)).toEqual({ status: 503, says: expect.stringContaining('busy') });
    gone.abort();
    await expect(running).rejects.toThrow();
    expect((await post(url, LIST)).status).toBe(503);
    open();
    await until(async () => expect((await post(url, LIST)).status).toBe(200));
    const outcomes = new Set(log.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['refused', 'cancelled', 'ok']));
  });

  test('streams count on their own', async () => {
    const { url } = await openService({ limits: { concurrentPerMember: 1, streamsPerMember: 2 } });
    const session = await begin(url);
    await follow(url, session);
    listenTo(await post(url, askingNewest('subscriptions/listen', FOLLOWING)));
    expect((await post(url, LIST)).status).toBe(200);
    expect((await post(url, askingNewest('subscriptions/listen', FOLLOWING))).status).toBe(429);
  });
});

/** What `fetch` takes for a message of the newest protocol. */
function request(message: ReturnType<typeof askingNewest>): RequestInit {
  const headers = {
    ...{ accept: 'application/json, text/event-stream', 'content-type': 'application/json' },
    ...{ 'mcp-protocol-version': '2026-07-28', 'mcp-method': message.method },
  };
  return { method: 'POST', headers, body: JSON.stringify(message) };
}

test('what takes too long is given up in time, and makes room', async () => {
  const { offer } = gate();
  const { url } = await openService({ offer, limits: { requestMs: 50, concurrentPerMember: 1 } });
  for (const message of [LIST, INITIALIZE]) expect((await post(url, message)).status).toBe(504);
});

describe('a service that closes', () => {
  test('finishes what runs, refuses what is new, and says that it is alive', async () => {
    const { offer, begun, open } = gate();
    const service = await openService({ offer });
    const running = post(service.url, LIST);
    await until(() => expect(begun).toHaveBeenCalledOnce());
    const closed = vi.fn();
    const closing = service.application.close().then(closed);
    expect(await refusalOf(await post(service.url, LIST))).toEqual({
      status: 503,
      says: 'This server is being stopped.',
    });
    expect((await page(service, '/healthz')).status).toBe(200);
    expect((await page(service, '/readyz')).status).toBe(503);
    expect(closed).not.toHaveBeenCalled();
    open();
    expect((await running).status).toBe(200);
    await closing;
  });

  test('waits no longer than it may', async () => {
    const { offer, begun } = gate();
    const service = await openService({ offer, limits: { shutdownMs: 50 } });
    const running = post(service.url, LIST).catch(() => undefined);
    await until(() => expect(begun).toHaveBeenCalledOnce());
    await service.application.close();
    expect(await Promise.race([running, pause(0, 'still running')])).toBe('still running');
  });

  test('ends every stream', async () => {
    const { url, application } = await openService();
    const streams = [
      await follow(url, await begin(url)),
      listenTo(await post(url, askingNewest('subscriptions/listen', FOLLOWING))),
    ];
    await application.close();
    await Promise.all(streams.map(({ ended }) => ended));
  });
});

describe('every version of the protocol', () => {
  test.each(['2024-11-05', '2025-03-26', '2025-06-18', '2025-11-25'])('is spoken: %s', async (protocolVersion) => {
    const { url } = await openService();
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'old', version: '1' } };
    const response = await post(url, asking('initialize', params));
    expect(await response.text()).toContain(`"protocolVersion":"${protocolVersion}"`);
    const headers = inSession(response.headers.get('mcp-session-id') ?? '', {
      'mcp-protocol-version': protocolVersion,
    });
    expect(await (await post(url, asking('prompts/list'), headers)).text()).toContain('"launch"');
  });

  test('and a client that knows both takes the newest', async () => {
    const { url } = await openService();
    const client = new Client({ name: 'automatic', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    onTestFinished(() => client.close());
    await client.connect(new StreamableHTTPClientTransport(new URL(url)));
    expect(client.getProtocolEra()).toBe('modern');
    expect((await client.listPrompts()).prompts.map(({ name }) => name)).toContain('launch');
  });
});
