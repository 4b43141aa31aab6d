import { expect, onTestFinished, test, vi } from 'vitest';
import { withinTime } from '../../src/http/deadline.ts';
import { refusalOf } from './requests.ts';

const SOON = 20;
const LATER = 60_000;
const BODY = [
  { jsonrpc: '2.0', id: 1, method: 'tools/call' },
  { jsonrpc: '2.0', id: 'b', method: 'ping' },
  { jsonrpc: '2.0', method: 'notifications/cancelled' },
];

function asked(signal?: AbortSignal): Request {
  return new Request('http://localhost/mcp', {
    method: 'POST',
    body: '{}',
    headers: { 'mcp-session-id': 's' },
    ...(signal && { signal }),
  });
}

const eventStream = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, { headers: { 'content-type': 'text/event-stream' } });

/** An answer that begins and then says no more, unless it is told to. */
function silentStream() {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const cancelled = vi.fn();
  const response = eventStream(
    new ReadableStream<Uint8Array>({
      start(controller) {
        out = controller;
        controller.enqueue(new TextEncoder().encode(': begun\n\n'));
      },
      cancel: cancelled,
    }),
  );
  return { response, cancelled, close: () => out?.close() };
}

const onLate = vi.fn();

test('an answer in time is given as it is, and the request has left when it is handed over', async () => {
  const onEnd = vi.fn();
  let seen: Request | undefined;
  const answer = async (request: Request): Promise<Response> => {
    seen = request;
    expect(onEnd).not.toHaveBeenCalled();
    return Response.json({ fine: true });
  };
  const response = await withinTime(asked(), answer, { milliseconds: LATER, body: BODY, onLate, onEnd });
  expect(await response.json()).toEqual({ fine: true });
  expect(onEnd).toHaveBeenCalledOnce();
  expect([seen?.method, seen?.url, seen?.headers.get('mcp-session-id')]).toEqual(['POST', asked().url, 's']);
});

test('what takes too long is answered with 504, and told to stop', async () => {
  const onEnd = vi.fn();
  let signal: AbortSignal | undefined;
  const never = (request: Request): Promise<Response> => {
    signal = request.signal;
    return new Promise(() => undefined);
  };
  const response = await withinTime(asked(), never, { milliseconds: SOON, body: BODY, onLate, onEnd });
  expect(await refusalOf(response)).toEqual({ status: 504, says: expect.stringContaining('took too long') });
  expect(signal?.aborted).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('what fails after its time is over disturbs nobody', async () => {
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  onTestFinished(() => void process.off('unhandledRejection', unheard));
  let failed = false;
  const failing = ({ signal }: Request): Promise<Response> =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        failed = true;
        reject(new Error('stopped'));
      });
    });
  const response = await withinTime(asked(), failing, {
    milliseconds: SOON,
    body: BODY,
    onLate,
    onEnd: () => undefined,
  });
  expect(response.status).toBe(504);
  await vi.waitFor(() => expect(failed).toBe(true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(unheard).not.toHaveBeenCalled();
});

test('a stream that takes too long ends with an error for each request that waits, and for nothing else', async () => {
  const onEnd = vi.fn();
  const { response, cancelled } = silentStream();
  const limited = await withinTime(asked(), async () => response, { milliseconds: SOON, body: BODY, onLate, onEnd });
  expect(onEnd).not.toHaveBeenCalled();
  const events = (await limited.text()).split('\n\n').filter((event) => event !== '');
  expect(events[0]).toBe(': begun');
  const messages = events.slice(1).map((event) => JSON.parse(event.replace(/^event: message\ndata: /, '')));
  expect(messages).toEqual(
    [1, 'b'].map((id) => ({
      jsonrpc: '2.0',
      id,
      error: { code: -32001, message: expect.stringContaining('took too long') },
    })),
  );
  expect(onEnd).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce());
});

test('a stream counts as running until its last byte, and no deadline comes after it', async () => {
  const onEnd = vi.fn();
  const { response, close } = silentStream();
  const limited = await withinTime(asked(), async () => response, { milliseconds: LATER, body: BODY, onLate, onEnd });
  expect([limited.status, limited.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  expect(onEnd).not.toHaveBeenCalled();
  close();
  expect(await limited.text()).toBe(': begun\n\n');
  expect(onEnd).toHaveBeenCalledOnce();
});

test('work whose client hangs up is told to stop', async () => {
  const client = new AbortController();
  let signal: AbortSignal | undefined;
  const answer = async (request: Request): Promise<Response> => {
    signal = request.signal;
    client.abort();
    return Response.json({});
  };
  await withinTime(asked(client.signal), answer, { milliseconds: LATER, body: BODY, onLate, onEnd: () => undefined });
  expect(signal?.aborted).toBe(true);
});

test('a fault is thrown on, and the request has left', async () => {
  const onEnd = vi.fn();
  const failing = async (): Promise<Response> => {
    throw new Error('broken');
  };
  await expect(withinTime(asked(), failing, { milliseconds: LATER, body: BODY, onLate, onEnd })).rejects.toThrow(
    'broken',
  );
  expect(onEnd).toHaveBeenCalledOnce();
});
