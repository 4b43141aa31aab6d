import { connect } from 'node:net';
import { Server, type Tool } from '@modelcontextprotocol/server';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Offer } from '../../src/http/application.ts';
import { expectServed } from './attacked.ts';
import { openService, type Service } from './opened-service.ts';
import { portOf, posted, type Reply, say } from './raw.ts';
import { asking, askingNewest, begin, follow, INITIALIZE, inSession, post, withToken } from './requests.ts';
import { lineTo } from './wire.ts';

/** A tool for each scope, one that takes its time, and one that never ends. */
const TOOLS: readonly Tool[] = [
  { name: 'look', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } },
  { name: 'wait', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } },
  { name: 'hang', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } },
  { name: 'write', inputSchema: { type: 'object' } },
];

/** What was called, and how to let those go on that wait, also those to come. */
function offering(): { readonly offer: Offer; readonly called: string[]; hold(): void; release(): void } {
  const called: string[] = [];
  let waiting: (() => void)[] = [];
  let isHeld = true;
  const build = async (): Promise<Server> => {
    const server = new Server({ name: 'offered', version: '1' }, { capabilities: { tools: {} } });
    server.setRequestHandler('tools/list', () => ({ tools: [...TOOLS] }));
    server.setRequestHandler('tools/call', async ({ params }) => {
      called.push(params.name);
      if (params.name === 'hang') await new Promise(() => undefined);
      if (params.name === 'wait' && isHeld) await new Promise<void>((go) => waiting.push(go));
      return { content: [{ type: 'text', text: `done ${params.name}` }] };
    });
    return server;
  };
  return {
    offer: { tools: TOOLS, build },
    called,
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const go of waiting) go();
      waiting = [];
    },
  };
}

const calling = (name: string, id = 1) => askingNewest('tools/call', { name, arguments: {} }, id);
const named = (name: string, token: string) => ({ 'mcp-name': name, ...withToken(token) });
const statusOf = async (response: Promise<Response>): Promise<number> => {
  const { status, body } = await response;
  await body?.cancel();
  return status;
};

async function twoMembers(
  options: Parameters<typeof openService>[0],
): Promise<{ service: Service; a: string; b: string }> {
  const service = await openService({ hasMembers: true, ...options });
  return { service, a: await service.add('attacker'), b: await service.add('bystander') };
}

describe('a member who sends too much', () => {
  test('in a minute has to wait, and the other one has not', async () => {
    const { service, a, b } = await twoMembers({ limits: { requestsPerMember: 40 } });
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => post(service.url, calling('x'), named('x', a))),
    );
    const late = replies.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(50);
    for (const { headers } of late) expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    for (let count = 0; count < 10; count++) await expectServed(service.url, b);
  });

  test('too slowly is told so and closed, and keeps nobody waiting', async () => {
    const { service, a, b } = await twoMembers({ limits: { bodyMs: 400 } });
    const port = portOf(service.url);
    const slow = Array.from({ length: 30 }, () => {
      const line = lineTo(port);
      const headers = { ...withToken(a), 'content-length': '1000', connection: 'keep-alive' };
      line.socket.write(posted(port, '', { headers }));
      return line;
    });
    const drip = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write('{');
    }, 100);
    onTestFinished(() => clearInterval(drip));
    await expectServed(service.url, b);
    await Promise.all(slow.map(({ closed }) => closed));
    for (const { received } of slow) expect(received()).toMatch(/^HTTP\/1\.1 408 /);
    await expectServed(service.url, b);
  });

  test('and goes away before the answers, thousands of times, takes no room from anybody', async () => {
    const { offer, called, hold, release } = offering();
    const limits = { concurrent: 6, concurrentPerMember: 4, requestsPerMember: 1_000_000 };
    const { service, a, b } = await twoMembers({ offer, limits });
    const port = portOf(service.url);
    const texts = ['look', 'hang'].map((name) =>
      posted(port, JSON.stringify(calling(name)), {
        headers: { ...named(name, a), 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call' },
      }),
    );
    const abort = (index: number): Promise<void> =>
      new Promise((done) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(texts[index % 2] ?? '', () => {
            if (index % 3 === 0) socket.destroy();
            else if (index % 3 === 1) socket.resetAndDestroy();
            else setImmediate(() => socket.destroy());
          });
        });
        socket.on('error', () => undefined).once('close', () => done());
      });
    for (let round = 0; round < 40; round++) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => abort(index)));
      if (round % 10 === 0) await expectServed(service.url, b);
    }
    const waits = (token: string): Promise<number> =>
      statusOf(post(service.url, calling('wait'), named('wait', token)));
    const running = (): number => called.filter((name) => name === 'wait').length;
    const fill = async (): Promise<void> => {
      const before = running();
      hold();
      const statuses = Promise.all([a, a, a, a, b, b].map(waits));
      await vi.waitFor(() => expect(running()).toBe(before + 6)).catch(() => undefined);
      release();
      expect(await statuses).toEqual([200, 200, 200, 200, 200, 200]);
    };
    // all of the room is there again, as soon as the server has seen the last ones go
    await vi.waitFor(fill, { timeout: 10_000 });
    expect(await statusOf(post(service.url, calling('look'), named('look', b)))).toBe(200);
  });
});

describe('a member who hoards', () => {
  test('sessions loses their own, and nobody else loses any', async () => {
    const { service, a, b } = await twoMembers({ limits: { sessionsPerMember: 3, sessions: 5 } });
    const theirs = await begin(service.url, withToken(b));
    const hoarded: string[] = [];
    for (let count = 0; count < 20; count++) hoarded.push(await begin(service.url, withToken(a)));
    const ping = (id: string, token: string): Promise<number> =>
      statusOf(post(service.url, asking('ping'), inSession(id, withToken(token))));
    const alive = await Promise.all(hoarded.map((id) => ping(id, a)));
    expect(alive.filter((status) => status === 200).length).toBe(3);
    expect(alive.slice(-3)).toEqual([200, 200, 200]);
    expect(await ping(theirs, b)).toBe(200);
    // with the last place taken by the other member, a third one hears when to come again
    await begin(service.url, withToken(b));
    const third = await post(service.url, INITIALIZE, withToken(await service.add('third')));
    expect([third.status, Number(third.headers.get('retry-after')) > 0]).toEqual([503, true]);
    await expectServed(service.url, b);
  });

  test('streams is refused more, of either protocol, and the other one still listens', async () => {
    const { service, a, b } = await twoMembers({ limits: { streamsPerMember: 2 } });
    for (let count = 0; count < 2; count++)
      await follow(service.url, await begin(service.url, withToken(a)), withToken(a));
    const third = await begin(service.url, withToken(a));
    const listen = (): Promise<Response> =>
      fetch(service.url, { headers: { accept: 'text/event-stream', ...inSession(third, withToken(a)) } });
    const asks = askingNewest('subscriptions/listen', { notifications: { promptsListChanged: true } });
    for (const refused of [await listen(), await post(service.url, asks, withToken(a))])
      expect([refused.status, refused.headers.has('retry-after')]).toEqual([429, true]);
    await follow(service.url, await begin(service.url, withToken(b)), withToken(b));
  });

  test('nothing by asking in a session for a stream that only the newest protocol has', async () => {
    const { service, a, b } = await twoMembers({});
    const session = await begin(service.url, withToken(a));
    const asks = [asking('ping', {}, 50), asking('subscriptions/listen', {}, 51)];
    for (const message of [...asks, asks]) {
      // ends by itself, or this does
      await (await post(service.url, message, inSession(session, withToken(a)))).text();
    }
    await expectServed(service.url, b);
  });
});

describe('a member who may only read', () => {
  test('calls no tool that writes, however they put it', async () => {
    const { offer, called } = offering();
    const { service, a, b } = await twoMembers({ offer });
    const port = portOf(service.url);
    const session = await begin(service.url, withToken(a));
    const old = asking('tools/call', { name: 'write', arguments: {} });
    const read = asking('tools/call', { name: 'look', arguments: {} }, 2);
    const text = JSON.stringify(old);
    const send = (body: string): Promise<Reply> =>
      say(port, posted(port, body, { headers: inSession(session, withToken(a)) }));
    const disguises = [
      text,
      JSON.stringify([read, old]),
      JSON.stringify([...Array.from({ length: 19 }, () => read), old]),
      text.replace('"write"', '"\\u0077rite"'),
      text.replace('tools/call', 'tools\\/call'),
      text.replace('{"name":"write"', '{"name":"look","name":"write"'),
      text.replace('"method":"tools/call"', '"method":"ping","method":"tools/call"'),
      `{"__proto__":{"method":"ping"},${text.slice(1)}`,
      ` \n${text}\n `,
    ];
    for (const body of disguises) {
      const reply = await send(body);
      expect([body, reply.status]).toEqual([body, 403]);
      expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer .*error="insufficient_scope", scope="write"/);
    }
    const newest = await post(service.url, calling('write'), named('look', a));
    expect(newest.status).toBe(403);
    // the headers say something else than the body, in either way
    await post(service.url, calling('look'), named('write', a));
    await post(service.url, calling('write'), { ...named('look', a), 'mcp-method': 'tools/list' });
    for (const name of ['Write', 'write ', 'write\u0000', 'write\u200b'])
      await post(service.url, asking('tools/call', { name }), inSession(session, withToken(a)));
    expect(called).not.toContain('write');
    const writer = await service.add('writer', 'write');
    expect(await statusOf(post(service.url, calling('write'), named('write', writer)))).toBe(200);
    expect(called).toContain('write');
    await expectServed(service.url, b);
  });
});
