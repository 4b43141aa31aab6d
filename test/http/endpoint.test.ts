import type { Server } from '@modelcontextprotocol/server';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import type { Visit } from '../../src/http/access.ts';
import { type Endpoint, openEndpoint } from '../../src/http/endpoint.ts';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { buildServer, type Connection } from '../../src/mcp/server.ts';
import type { Surface } from '../../src/mcp/surface.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import {
  asking,
  askingNewest,
  FOLLOWING,
  type Headers,
  INITIALIZE,
  inSession,
  listenTo,
  posting,
  refusalOf,
} from './requests.ts';

const URL = 'http://localhost/mcp';
const PROMPTS = 'notifications/prompts/list_changed';

let folder: TemporaryFolder;
let surface: Surface;
beforeAll(async () => {
  folder = await temporaryFolder({ 'prompts/launch.md': 'Write {{ much }}.\n' });
  const opened = await openSurface({ root: folder.path, usesCache: false });
  await opened.library.ready;
  surface = opened;
  return async () => {
    await opened.close();
    await folder.remove();
  };
});

interface Options extends Partial<Limits> {
  readonly isStateless?: boolean;
  readonly build?: (connection: Connection) => Promise<Server>;
  readonly onFault?: Surface['onFault'];
}

function open({ isStateless = false, build, onFault = surface.onFault, ...limits }: Options = {}): Endpoint {
  const endpoint = openEndpoint({
    ...{ isStateless, surface: { ...surface, onFault }, limits: limitsWith(limits) },
    build: build ?? ((connection) => buildServer(surface, connection)),
  });
  onTestFinished(endpoint.close);
  return endpoint;
}

function visitOf(principal: string): Visit {
  return { member: { name: principal, principal, scope: 'read' }, isStillWelcome: async () => true };
}
const MAYA = visitOf('maya');
const JON = visitOf('jon');

const send = (endpoint: Endpoint, message: object, headers?: Headers, visit = MAYA): Promise<Response> =>
  endpoint.answer(posting(URL, message, headers), visit, message);

/** A request without a body. */
const go = (endpoint: Endpoint, method: string, headers: Headers, visit = MAYA): Promise<Response> =>
  endpoint.answer(new Request(URL, { method, headers: { accept: 'text/event-stream', ...headers } }), visit, undefined);

async function begin(endpoint: Endpoint, visit = MAYA): Promise<string> {
  const response = await send(endpoint, INITIALIZE, {}, visit);
  await response.text();
  return response.headers.get('mcp-session-id') ?? '';
}

const LISTEN = askingNewest('subscriptions/listen', FOLLOWING);
let edits = 0;
const edit = (): Promise<void> => folder.write({ [`prompts/new-${++edits}.md`]: 'Write {{ more }}.\n' });
const until = (look: () => void): Promise<void> => vi.waitFor(look, { timeout: 20_000, interval: 25 });
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('a client of 2026', () => {
  test('is answered request by request, without a session', async () => {
    const endpoint = open();
    const response = await send(endpoint, askingNewest('prompts/list'));
    expect(await response.json()).toMatchObject({
      id: 1,
      result: { prompts: expect.arrayContaining([expect.objectContaining({ name: 'launch' })]) },
    });
    expect(response.headers.has('mcp-session-id')).toBe(false);
    expect(endpoint.counts()).toEqual({ sessions: 0, streams: 0 });
  });

  test('hears once of each change on a stream that counts until it ends', async () => {
    const endpoint = open();
    const stream = listenTo(await send(endpoint, LISTEN));
    await until(() => expect(stream.heard()).toContain('acknowledged'));
    expect(endpoint.counts()).toEqual({ sessions: 0, streams: 1 });
    await edit();
    await until(() => expect(stream.heard()).toContain(PROMPTS));
    expect(times(stream.heard(), PROMPTS)).toBe(1);
    stream.hangUp();
    await until(() => expect(endpoint.counts().streams).toBe(0));
  });

  test('has no more streams than its member may have', async () => {
    const endpoint = open({ streamsPerMember: 1 });
    listenTo(await send(endpoint, LISTEN));
    expect((await send(endpoint, LISTEN)).status).toBe(429);
    expect((await send(endpoint, LISTEN, {}, JON)).status).toBe(200);
  });
});

describe('a client of 2025', () => {
  test('has a session from its first request on', async () => {
    const endpoint = open();
    const response = await send(endpoint, INITIALIZE);
    expect(await response.text()).toContain('"protocolVersion":"2025-11-25"');
    const id = response.headers.get('mcp-session-id') ?? '';
    expect(endpoint.counts().sessions).toBe(1);
    const listed = await send(endpoint, asking('prompts/list'), inSession(id));
    expect([listed.status, await listed.text()]).toEqual([200, expect.stringContaining('"launch"')]);
  });

  test('hears once of each change on the stream of its session', async () => {
    const endpoint = open();
    const id = await begin(endpoint);
    const stream = listenTo(await go(endpoint, 'GET', inSession(id)));
    expect(endpoint.counts()).toEqual({ sessions: 1, streams: 1 });
    await edit();
    await until(() => expect(stream.heard()).toContain(PROMPTS));
    expect(times(stream.heard(), PROMPTS)).toBe(1);
  });

  test('keeps its session while it listens, and after its stream has ended until the session is idle', async () => {
    const endpoint = open({ sessionsPerMember: 1 });
    const id = await begin(endpoint);
    const stream = listenTo(await go(endpoint, 'GET', inSession(id)));
    expect((await send(endpoint, INITIALIZE)).status).toBe(503);
    stream.hangUp();
    await until(() => expect(endpoint.counts().streams).toBe(0));
    expect((await send(endpoint, INITIALIZE)).status).toBe(200);
    expect((await send(endpoint, asking('ping'), inSession(id))).status).toBe(404);
  });

  test('whose second stream is refused still counts as listening to its first', async () => {
    const endpoint = open({ sessionsPerMember: 1, streamsPerMember: 2 });
    const id = await begin(endpoint);
    listenTo(await go(endpoint, 'GET', inSession(id)));
    expect((await go(endpoint, 'GET', inSession(id))).status).toBe(409);
    expect(endpoint.counts().streams).toBe(1);
    expect((await send(endpoint, INITIALIZE)).status).toBe(503);
  });

  test('that begins in a wrong way takes no room', async () => {
    const endpoint = open();
    const response = await send(endpoint, INITIALIZE, { accept: 'text/plain' });
    expect([response.status, endpoint.counts().sessions]).toEqual([406, 0]);
  });

  test.each([
    ['POST', 400],
    ['GET', 400],
    ['DELETE', 400],
  ])('that never began is told to (%s)', async (method, status) => {
    const endpoint = open();
    const response = method === 'POST' ? await send(endpoint, asking('tools/list')) : await go(endpoint, method, {});
    expect(await refusalOf(response)).toEqual({ status, says: expect.stringContaining('"initialize"') });
  });

  test('of another member finds no session of that id, whatever they send', async () => {
    const endpoint = open();
    const id = await begin(endpoint);
    const answers = [
      await send(endpoint, asking('prompts/list'), inSession(id), JON),
      await go(endpoint, 'GET', inSession(id), JON),
      await go(endpoint, 'DELETE', inSession(id), JON),
    ];
    const unknown = await refusalOf(await send(endpoint, asking('ping'), inSession('none'), JON));
    expect(unknown).toEqual({ status: 404, says: expect.stringContaining('no such session') });
    for (const answer of answers) expect(await refusalOf(answer)).toEqual(unknown);
    expect((await send(endpoint, asking('prompts/list'), inSession(id))).status).toBe(200);
  });

  test('that ends its session begins again', async () => {
    const endpoint = open();
    const id = await begin(endpoint);
    expect((await go(endpoint, 'DELETE', inSession(id))).status).toBe(200);
    expect(endpoint.counts().sessions).toBe(0);
    expect((await send(endpoint, asking('ping'), inSession(id))).status).toBe(404);
  });

  test('is told when there is no room', async () => {
    const endpoint = open({ sessions: 1 });
    await begin(endpoint, JON);
    const response = await send(endpoint, INITIALIZE);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await refusalOf(response)).toEqual({ status: 503, says: expect.stringContaining('no room') });
  });
});

describe('an endpoint that keeps nothing', () => {
  test('answers clients of 2025 without sessions, and promises them no news', async () => {
    const endpoint = open({ isStateless: true });
    const response = await send(endpoint, INITIALIZE);
    expect(response.headers.has('mcp-session-id')).toBe(false);
    const said = await response.text();
    expect(said).toContain('"listChanged":false');
    expect(said).toContain('"subscribe":false');
    expect(said).not.toMatch(/"(listChanged|subscribe)":true/);
    expect(await (await send(endpoint, asking('prompts/list'))).text()).toContain('"launch"');
    const subscribed = await send(endpoint, asking('resources/subscribe', { uri: 'team://status' }));
    expect(await subscribed.text()).toContain('-32601');
    expect(endpoint.counts()).toEqual({ sessions: 0, streams: 0 });
  });

  test.each(['GET', 'DELETE'])('has no %s for them', async (method) => {
    expect((await go(open({ isStateless: true }), method, {})).status).toBe(405);
  });

  test('tells clients of 2026 what changes', async () => {
    const endpoint = open({ isStateless: true });
    const { result } = JSON.parse(await (await send(endpoint, askingNewest('server/discover'))).text());
    expect(result.capabilities).toMatchObject({
      prompts: { listChanged: true },
      resources: { listChanged: true, subscribe: true },
    });
    const stream = listenTo(await send(endpoint, LISTEN));
    await until(() => expect(stream.heard()).toContain('acknowledged'));
    await edit();
    await until(() => expect(stream.heard()).toContain(PROMPTS));
    expect(times(stream.heard(), PROMPTS)).toBe(1);
  });
});

test('an endpoint that closes ends every session and every stream', async () => {
  const endpoint = open();
  const id = await begin(endpoint);
  const streams = [await go(endpoint, 'GET', inSession(id)), await send(endpoint, LISTEN)].map(listenTo);
  expect(endpoint.counts()).toEqual({ sessions: 1, streams: 2 });
  await endpoint.close();
  await Promise.all(streams.map(({ ended }) => ended));
  expect(endpoint.counts()).toEqual({ sessions: 0, streams: 0 });
});

describe('a server that cannot be made', () => {
  const broken = (): Promise<Server> => Promise.reject(new Error('broken'));

  test('is a fault for a client of 2025, and leaves no session', async () => {
    const endpoint = open({ build: broken });
    await expect(send(endpoint, INITIALIZE)).rejects.toThrow('broken');
    expect(endpoint.counts().sessions).toBe(0);
  });

  test('is a fault for a client of 2026, who does not hear which', async () => {
    const onFault = vi.fn();
    const endpoint = open({ build: broken, onFault });
    const { status, says } = await refusalOf(await send(endpoint, askingNewest('prompts/list')));
    expect([status, says]).toEqual([500, expect.not.stringContaining('broken')]);
    expect(onFault).toHaveBeenCalledExactlyOnceWith(new Error('broken'));
  });
});
