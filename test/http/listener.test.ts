import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { type Answer, type Listener, listen } from '../../src/http/listener.ts';
import { Refusal } from '../../src/refusal.ts';
import { lineTo, statusFor } from './wire.ts';

interface Listening {
  readonly listener: Listener;
  readonly faults: unknown[];
  readonly url: string;
}

async function open(answer: Answer, limits: Partial<Limits> = {}, host = '127.0.0.1'): Promise<Listening> {
  const faults: unknown[] = [];
  const listener = await listen(answer, {
    ...{ host, port: 0, limits: limitsWith(limits) },
    onFault: (fault) => faults.push(fault),
  });
  onTestFinished(async () => {
    const closed = listener.stopAccepting();
    listener.cut();
    await closed;
  });
  return { listener, faults, url: `http://127.0.0.1:${listener.port}/` };
}

const fine: Answer = async () => new Response('fine');
const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n';
const CLOSE = 'Connection: close\r\n\r\n';
/** Looks at slow connections come every two seconds. */
const until = (look: () => void): Promise<void> => vi.waitFor(look, { timeout: 20_000, interval: 25 });

describe('a request', () => {
  test('is answered on a port that is free, with the address that it came from', async () => {
    const { url, listener } = await open(async (request, address) => Response.json([request.method, address]));
    expect(listener.port).toBeGreaterThan(0);
    expect(await (await fetch(url)).json()).toEqual(['GET', '127.0.0.1']);
  });

  test('that breaks something is answered without a word of what, and the fault is told', async () => {
    const { url, faults } = await open(async () => {
      throw new Error('a secret place');
    });
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('secret')]);
    expect(faults).toEqual([new Error('a secret place')]);
  });

  test("that is none is refused, and is nobody's fault", async () => {
    const { listener, faults } = await open(fine);
    expect(await statusFor(listener.port, `GET / HTTP/1.1\r\nHost: a b\r\n${CLOSE}`)).toBe(400);
    expect(await statusFor(listener.port, `GET http:// HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`)).toBe(400);
    expect(await statusFor(listener.port, 'nonsense\r\n\r\n')).toBe(400);
    expect(faults).toEqual([]);
  });

  test('with more headers than there is room for is refused', async () => {
    const { listener } = await open(fine, { headerBytes: 1_000 });
    expect(await statusFor(listener.port, `${GET}X-Long: ${'x'.repeat(2_000)}\r\n${CLOSE}`)).toBe(431);
  });

  test('whose client goes is told so', async () => {
    let signal: AbortSignal | undefined;
    const { listener } = await open((request) => {
      signal = request.signal;
      return new Promise(() => undefined);
    });
    const line = lineTo(listener.port);
    line.socket.write(`${GET}\r\n`);
    await until(() => expect(signal).toBeDefined());
    line.socket.destroy();
    await until(() => expect(signal?.aborted).toBe(true));
  });
});

describe('connections', () => {
  test('whose headers do not arrive in time are closed', async () => {
    const { listener } = await open(fine, { headersMs: 100 });
    const line = lineTo(listener.port);
    line.socket.write(GET);
    await line.closed;
    expect(line.received()).toMatch(/^HTTP\/1.1 408 /);
  });

  test('beyond the most that there are to be are closed, and those that wait for an answer go on', async () => {
    let finish: ((response: Response) => void) | undefined;
    const slow = new Promise<Response>((resolve) => {
      finish = resolve;
    });
    const asked = vi.fn(() => slow);
    const { listener } = await open(asked, { connections: 1 });
    const first = lineTo(listener.port);
    first.socket.write(`${GET}${CLOSE}`);
    await until(() => expect(asked).toHaveBeenCalledOnce());
    const second = lineTo(listener.port);
    await second.closed;
    expect(second.received()).toBe('');
    finish?.(new Response('fine'));
    await first.closed;
    expect(first.received()).toMatch(/^HTTP\/1.1 200 [\s\S]*fine/);
  });
});

describe('when it stops', () => {
  test('nobody new comes in, what is idle ends, and what runs is finished', async () => {
    let finish: (response: Response) => void = () => undefined;
    const { listener, url } = await open(({ url: asked }) =>
      asked.endsWith('/slow') ? new Promise((resolve) => (finish = resolve)) : fine(new Request(url), ''),
    );
    const idle = lineTo(listener.port);
    idle.socket.write(`${GET}\r\n`);
    await until(() => expect(idle.received()).toContain('fine'));
    const slow = fetch(`${url}slow`);
    const begun = finish;
    await until(() => expect(finish).not.toBe(begun));
    const stopped = vi.fn();
    const stopping = listener.stopAccepting().then(stopped);
    await idle.closed;
    await expect(fetch(url)).rejects.toThrow();
    expect(stopped).not.toHaveBeenCalled();
    finish(new Response('done', { headers: { connection: 'close' } }));
    expect(await (await slow).text()).toBe('done');
    await stopping;
  });

  test('what is still open can be cut', async () => {
    const { listener } = await open(() => new Promise(() => undefined));
    const line = lineTo(listener.port);
    line.socket.write(`${GET}\r\n`);
    await new Promise((resolve) => line.socket.once('connect', resolve));
    const stopped = listener.stopAccepting();
    listener.cut();
    await Promise.all([stopped, line.closed]);
  });
});

describe('it does not begin, and says what to do,', () => {
  const refusalFor = async (host: string, port: number): Promise<string> => {
    const listening = listen(fine, { host, port, limits: limitsWith(), onFault: () => undefined });
    const wrong: unknown = await listening.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (wrong instanceof Refusal) return wrong.message;
    throw wrong ?? new Error('It listens.');
  };

  test('when the port is taken', async () => {
    const { port } = (await open(fine)).listener;
    expect(await refusalFor('127.0.0.1', port)).toBe(
      `Port ${port} is taken by another program. Name another one, such as --port ${port + 1}.`,
    );
  });

  test.each(['192.0.2.1', 'nowhere.invalid'])('when this machine has no such address (%s)', async (host) => {
    expect(await refusalFor(host, 0)).toContain(`no address "${host}"`);
  });
});
