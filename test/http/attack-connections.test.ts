import { get } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { cuttable } from '../../src/http/cuttable.ts';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { type Answer, listen } from '../../src/http/listener.ts';
import { answersIn, say, written } from './raw.ts';
import { type Line, lineTo } from './wire.ts';

interface Attacked {
  readonly port: number;
  /** How often somebody was answered, or is to be. */
  asked(): number;
}

async function open(answer: Answer, limits: Partial<Limits> = {}): Promise<Attacked> {
  let asked = 0;
  const listener = await listen(
    (request, address) => {
      asked += 1;
      return answer(request, address);
    },
    {
      ...{ host: '127.0.0.1', port: 0, limits: limitsWith(limits) },
      onFault(fault) {
        throw fault;
      },
    },
  );
  onTestFinished(async () => {
    const closed = listener.stopAccepting();
    listener.cut();
    await closed;
  });
  return { port: listener.port, asked: () => asked };
}

const fine: Answer = async () => new Response('fine');
/** Looks at slow connections come every two seconds. */
const until = (look: () => void | Promise<void>): Promise<void> => vi.waitFor(look, { timeout: 20_000, interval: 25 });

/** Whether somebody else is served, who comes from this address. */
async function expectServed(port: number, localAddress = '127.0.0.1'): Promise<void> {
  const status = new Promise<number | undefined>((resolve, reject) => {
    get({ port, localAddress, agent: false }, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
  expect(await status).toBe(200);
}

/** A connection that has been answered once and is kept. */
async function keptLine(port: number, localAddress?: string): Promise<Line> {
  const line = lineTo(port, localAddress);
  line.socket.write(written(port, { headers: { connection: 'keep-alive' } }));
  await until(() => expect(line.received()).toContain('fine'));
  return line;
}

/** Opens connections that stay open if they may. */
async function hoard(port: number, count: number): Promise<Line[]> {
  const lines = Array.from({ length: count }, () => lineTo(port));
  await Promise.all(
    lines.map(({ socket, closed }) => Promise.race([closed, new Promise((go) => socket.once('connect', go))])),
  );
  for (const { socket } of lines) socket.write('GET / HTTP/1.1\r\n');
  return lines;
}
const openOnes = (lines: readonly Line[]): number => lines.filter(({ socket }) => !socket.closed).length;

describe('a client that is slow', () => {
  test('with its head, one header after the other, is closed, and others are served meanwhile', async () => {
    const { port } = await open(fine, { headersMs: 300 });
    const line = lineTo(port);
    line.socket.write('GET / HTTP/1.1\r\n');
    const drip = setInterval(() => line.socket.write('x-drop: 1\r\n'), 50);
    onTestFinished(() => clearInterval(drip));
    await expectServed(port);
    await line.closed;
    expect(line.received()).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await expectServed(port);
  });

  test('and says nothing at all is closed', async () => {
    const { port, asked } = await open(fine, { headersMs: 100 });
    const line = lineTo(port);
    await line.closed;
    expect([line.received(), asked()]).toEqual([expect.stringMatching(/^(HTTP\/1\.1 408 |$)/), 0]);
  });

  test('and says no more when it has hung up halfway is closed', async () => {
    const { port, asked } = await open(fine);
    const line = lineTo(port);
    line.socket.end('POST / HTTP/1.1\r\nHost: x\r\nContent-Le');
    await line.closed;
    expect(asked()).toBe(0);
  });
});

describe('a client that reads nothing', () => {
  /** Asks, and leaves what comes where it is. */
  function askAndForget(port: number, text: string): Socket {
    const { socket } = lineTo(port);
    socket.pause();
    socket.write(text);
    return socket;
  }

  test('of long answers is cut after a while, and their place is free', async () => {
    // more than all buffers on the way take
    const long: Answer = async () => new Response(new Uint8Array(64 * 2 ** 20));
    const { port, asked } = await open((...request) => (asked() > 3 ? fine : long)(...request), {
      connections: 4,
      connectionsPerAddress: 3,
      unreadMs: 300,
    });
    for (let count = 0; count < 3; count++) askAndForget(port, written(port, {}));
    await until(() => expect(asked()).toBe(3));
    await until(() => expectServed(port));
  });

  test('of a stream without end lets its source end soon, and is cut', async () => {
    const chunk = new Uint8Array(65_536);
    let sent = 0;
    let [isEnded, isCancelled] = [false, false];
    let signal: AbortSignal | undefined;
    const { port } = await open(
      async (request) => {
        ({ signal } = request);
        const source = new ReadableStream<Uint8Array>({
          async pull(controller) {
            sent += chunk.length;
            await new Promise((resolve) => setImmediate(resolve));
            controller.enqueue(chunk);
          },
          cancel() {
            isCancelled = true;
          },
        });
        const onEnd = (): void => {
          isEnded = true;
        };
        const { body } = cuttable(source, { onEnd, isLive: true });
        return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
      },
      { unreadMs: 300 },
    );
    askAndForget(port, written(port, {}));
    await until(() => expect([isEnded, isCancelled, signal?.aborted]).toEqual([true, true, true]));
    // 1 MiB of ours, and what the system takes for a connection
    expect(sent).toBeLessThan(24 * 2 ** 20);
  });

  test('but reads slowly gets all of it', async () => {
    const { port } = await open(async () => new Response(new Uint8Array(16 * 2 ** 20)), { unreadMs: 300 });
    const { socket, closed } = lineTo(port);
    let length = 0;
    socket.on('data', (part: string) => {
      length += part.length;
      socket.pause();
      setTimeout(() => socket.resume(), 2);
    });
    socket.write(written(port, {}));
    await closed;
    expect(length).toBeGreaterThan(16 * 2 ** 20);
  });

  test('and asks a thousand times on one connection is cut before it is answered that often', async () => {
    const waiting: (() => void)[] = [];
    const { port, asked } = await open(
      () => new Promise((resolve) => waiting.push(() => resolve(new Response('fine')))),
    );
    await say(port, written(port, { headers: { connection: 'keep-alive' } }).repeat(1_000));
    expect(asked()).toBeLessThanOrEqual(8);
    for (const go of waiting) go();
  });
});

test('a few requests in one piece are all answered, in their order', async () => {
  const { port } = await open(async (request) => new Response(new URL(request.url).pathname));
  const target = (name: string): string => written(port, { target: name, headers: { connection: 'keep-alive' } });
  const reply = await say(port, ['/a', '/b', '/c', '/d'].map(target).join(''), written(port, { target: '/e' }));
  expect(answersIn(reply)).toBe(5);
  expect(reply.text.match(/\/[a-e](?=HTTP|$)/g)).toEqual(['/a', '/b', '/c', '/d', '/e']);
});

describe('connections', () => {
  // only Linux has a whole network of addresses for itself
  const isLinux = process.platform === 'linux';

  test.skipIf(!isLinux)('of one address never take the room of all', async () => {
    const { port } = await open(fine, { connections: 8, connectionsPerAddress: 6 });
    const lines = await hoard(port, 20);
    await until(() => expect(openOnes(lines)).toBe(6));
    await expectServed(port, '127.0.0.2');
    expect(openOnes(lines)).toBe(6);
    for (const { socket } of lines) socket.destroy();
    await until(() => expectServed(port));
  });

  test.skipIf(!isLinux)('that are kept for nothing make room when there is none', async () => {
    let release: (response: Response) => void = () => undefined;
    const slow = new Promise<Response>((resolve) => {
      release = resolve;
    });
    const { port } = await open(async ({ url }) => (url.endsWith('/slow') ? slow : new Response('fine')), {
      connections: 4,
    });
    const busy = say(port, written(port, { target: '/slow' }));
    const kept = [await keptLine(port), await keptLine(port), await keptLine(port, '127.0.0.2')];
    await until(() => expectServed(port, '127.0.0.3'));
    await until(() => expect(openOnes(kept)).toBe(0));
    release(new Response('fine after all'));
    expect((await busy).body).toContain('fine after all');
  });
});
