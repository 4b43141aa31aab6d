import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readMessage } from '../../../src/http/guards/body.ts';
import { limitsWith } from '../../../src/http/limits.ts';
import { lineTo, serving, statusFor } from '../wire.ts';

const LIMITS = limitsWith();
const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null;

function posted(body: Body, headers: Readonly<Record<string, string>> = {}): Request {
  const all = { 'content-type': 'application/json', ...headers };
  return new Request('http://localhost/mcp', { method: 'POST', body, headers: all, duplex: 'half' });
}

async function messageIn(request: Request): Promise<unknown> {
  const read = await readMessage(request, LIMITS);
  return read instanceof Response ? { refused: read.status } : read.message;
}

interface Refused {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

async function refusalOf(request: Request, limits = LIMITS): Promise<Refused> {
  const read = await readMessage(request, limits);
  if (!(read instanceof Response)) throw new Error('The message was taken.');
  const { error }: { error: Omit<Refused, 'status'> } = JSON.parse(await read.text());
  return { status: read.status, ...error };
}

const sent = (value: unknown): Request => posted(JSON.stringify(value));
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** A body of parts that are asked for one by one. */
function parts(next: (count: number) => Uint8Array | undefined): { body: ReadableStream<Uint8Array>; asked(): number } {
  let count = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const part = next(count++);
    if (part === undefined) controller.close();
    else controller.enqueue(part);
  };
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  return { body, asked: () => count };
}

describe('the message of a request', () => {
  test('is what the body says, whatever it says and in whatever parts it comes', async () => {
    const message = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 }), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(message, fc.integer({ min: 1, max: 50 }), async (value, size) => {
        const bytes = new TextEncoder().encode(JSON.stringify(value));
        const { body } = parts((count) => {
          const part = bytes.subarray(count * size, (count + 1) * size);
          return part.length === 0 ? undefined : part.slice();
        });
        const expected: unknown = JSON.parse(
          JSON.stringify(value, (key, each) => (key === '__proto__' ? undefined : each)),
        );
        expect(await messageIn(posted(body))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;charset=UTF-8'])(
    'may come as %s',
    async (type) => expect(await messageIn(posted(JSON.stringify(PING), { 'content-type': type }))).toEqual(PING),
  );

  test('may be several', async () => {
    expect(await messageIn(sent([PING, PING]))).toEqual([PING, PING]);
    expect(await messageIn(sent(Array(20).fill(PING)))).toHaveLength(20);
  });

  test('is whole when it is long and comes in many parts', async () => {
    const message = { numbers: Array.from({ length: 30_000 }, (_, at) => at) };
    const bytes = new TextEncoder().encode(JSON.stringify(message));
    const size = 1_000;
    const { body } = parts((count) => {
      const part = bytes.slice(count * size, (count + 1) * size);
      return part.length === 0 ? undefined : part;
    });
    expect(await messageIn(posted(body))).toEqual(message);
  });

  test('leaves nothing waiting once it is read', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    for (let count = 0; count < 20; count++) await messageIn(sent(PING));
    expect(timers()).toBeLessThan(before + 10);
  });

  test('may begin with a mark of its encoding, and may say that it is not compressed', async () => {
    expect(await messageIn(posted(`\u{feff}${JSON.stringify(PING)}`, { 'content-encoding': 'identity' }))).toEqual(
      PING,
    );
  });

  test('changes nothing that others inherit, whatever its keys are', async () => {
    const read = await messageIn(
      posted(
        '{"__proto__": {"isAdmin": true}, "params": {"\\u005f_proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}}}',
      ),
    );
    expect(read).toEqual({ params: { constructor: { prototype: { isAdmin: true } } } });
    const copied = Object.assign({}, Reflect.get(Object(read), 'params'));
    expect('isAdmin' in copied).toBe(false);
    expect('isAdmin' in {}).toBe(false);
  });
});

describe('a body is refused', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-seq',
    'application/jsonx',
    '',
    'text/plain, application/json',
  ])('as %j', async (type) => {
    const { status } = await refusalOf(posted(JSON.stringify(PING), { 'content-type': type }));
    expect(status).toBe(415);
  });

  test('that is compressed', async () => {
    const body = gzipSync(JSON.stringify(PING));
    for (const encoding of ['gzip', 'br', 'identity, gzip', ''])
      expect((await refusalOf(posted(body, { 'content-encoding': encoding }))).status).toBe(415);
  });

  test('that has one byte too many, and not before', async () => {
    const filled = (length: number): string => `{"a":"${'x'.repeat(length - 8)}"}`;
    expect(await messageIn(posted(filled(LIMITS.bodyBytes)))).toBeTypeOf('object');
    expect(await messageIn(posted(filled(LIMITS.bodyBytes)))).not.toHaveProperty('refused');
    expect((await refusalOf(posted(filled(LIMITS.bodyBytes + 1)))).status).toBe(413);
  });

  test('that says it is too long, without a look at it', async () => {
    const { body, asked } = parts(() => new Uint8Array(1));
    const headers = { 'content-length': String(LIMITS.bodyBytes + 1) };
    expect((await refusalOf(posted(body, headers))).status).toBe(413);
    expect(asked()).toBe(0);
  });

  test('that is longer than it says', async () => {
    const body = ' '.repeat(LIMITS.bodyBytes + 1);
    expect((await refusalOf(posted(body, { 'content-length': '10' }))).status).toBe(413);
  });

  test('that never ends, as soon as it is too long', async () => {
    const { body, asked } = parts(() => new Uint8Array(1_024).fill(0x20));
    expect((await refusalOf(posted(body))).status).toBe(413);
    expect(asked()).toBe(LIMITS.bodyBytes / 1_024 + 1);
  });

  test('that does not arrive in time, with the connection, and its sender is told to stop', async () => {
    const cancel = vi.fn();
    const body = new ReadableStream<Uint8Array>({ cancel });
    const read = await readMessage(posted(body), limitsWith({ bodyMs: 10 }));
    if (!(read instanceof Response)) throw new Error('The message was taken.');
    expect(read.status).toBe(408);
    expect(read.headers.get('connection')).toBe('close');
    expect(cancel).toHaveBeenCalledOnce();
  });

  test('that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('the connection is gone'));
      },
    });
    expect((await refusalOf(posted(body))).status).toBe(400);
  });

  test.each([
    ['nothing at all', null],
    ['nothing', ''],
    ['half of something', '{"jsonrpc": '],
    ['what JSON does not know', "{'a': 1}"],
    ['two messages', '{}{}'],
    ['bytes that are no text', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['half of a character', new Uint8Array([0x7b, 0x22, 0xc3, 0x22, 0x3a, 0x31, 0x7d])],
    ['text in UTF-16', Buffer.from('{}', 'utf16le')],
  ])('with %s, as JSON-RPC says it', async (_, body) => {
    expect(await refusalOf(posted(body))).toMatchObject({ status: 400, code: -32700 });
  });

  test('that is deeper than a message may be, and not before', async () => {
    const withDepth = (depth: number): Request => posted(`{"params":${nested(depth - 1)}}`);
    expect(await messageIn(withDepth(32))).toHaveProperty('params');
    expect(await refusalOf(withDepth(33))).toMatchObject({ status: 400, message: expect.stringContaining('32') });
    expect((await refusalOf(posted('['.repeat(200_000)))).status).toBe(400);
  });

  test.each([['null'], ['1'], ['"ping"'], ['[]'], ['[1]'], ['[[{}]]'], ['[{}, null]']])(
    'with %s, which is no message',
    async (body) => expect(await refusalOf(posted(body))).toMatchObject({ status: 400, code: -32600 }),
  );

  test('with too many messages', async () => {
    expect((await refusalOf(sent(Array(21).fill(PING)))).status).toBe(400);
  });

  test('that names a URI which is too long, wherever a message has one', async () => {
    const uri = (length: number): string => `team://${'a'.repeat(length - 7)}`;
    const long = uri(LIMITS.uriLength + 1);
    expect(await messageIn(sent({ ...PING, params: { uri: uri(LIMITS.uriLength) } }))).toHaveProperty('params');
    const wrong = [{ uri: long }, { ref: { uri: long } }, { notifications: { resourceSubscriptions: ['a', long] } }];
    for (const params of wrong) {
      expect((await refusalOf(sent({ ...PING, params }))).status).toBe(400);
      expect((await refusalOf(sent([PING, { ...PING, params }]))).status).toBe(400);
    }
  });

  test('without a word of it in the answer', async () => {
    const bodies = ['{"canary', '["canary"]', `{"params":{"uri":"canary${'a'.repeat(3_000)}"}}`, '"canary"'];
    for (const body of bodies) expect((await refusalOf(posted(body))).message).not.toContain('canary');
  });

  test('in one way or another whatever its bytes are, and never with a fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array(), fc.string(), fc.json()), async (body) => {
        const read = await readMessage(posted(typeof body === 'string' ? body : body.slice()), LIMITS);
        if (read instanceof Response) expect(read.status).toBe(400);
        else expect(read.message).toBeTypeOf('object');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('on a socket', () => {
  const limits = limitsWith({ bodyMs: 200 });
  const served = (): Promise<number> =>
    serving(async (request) => {
      const read = await readMessage(request, limits);
      return read instanceof Response ? read : Response.json(read.message);
    });
  const head = (length: string): string =>
    `POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
  const statusIn = (text: string): number => Number(text.split(' ')[1]);

  test('a body that does not arrive is not waited for, and the connection ends', async () => {
    const line = lineTo(await served());
    line.socket.write(`${head('Content-Length: 100')}{"jsonrpc"`);
    await line.closed;
    expect(statusIn(line.received())).toBe(408);
  });

  test.each([100, 100_000])(
    'a body of %i bytes that arrives byte by byte has no longer than others',
    async (length) => {
      const line = lineTo(await served());
      line.socket.write(head(`Content-Length: ${length}`));
      const dripping = setInterval(() => line.socket.write(' '), 20);
      await line.closed;
      clearInterval(dripping);
      expect(statusIn(line.received())).toBe(408);
    },
  );

  test('a body that is too long is answered while it is still on its way, and others are served', async () => {
    const port = await served();
    const line = lineTo(port);
    line.socket.write(head('Transfer-Encoding: chunked'));
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    for (let count = 0; count < 5; count++) line.socket.write(chunk);
    await vi.waitFor(() => expect(statusIn(line.received())).toBe(413));
    const again = await fetch(`http://127.0.0.1:${port}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(PING),
    });
    expect(await again.json()).toEqual(PING);
  });

  test('a client that sends far too much in one go reads why it was refused', async () => {
    const port = await served();
    for (let count = 0; count < 10; count++) {
      const answer = await fetch(`http://127.0.0.1:${port}/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array(2 ** 21),
      });
      expect(answer.status).toBe(413);
      await answer.text();
    }
  });

  test('a body in one-byte chunks is read like any other', async () => {
    const text = JSON.stringify(PING);
    const chunks = [...text].map((letter) => `1\r\n${letter}\r\n`).join('');
    const port = await served();
    const begin = head('Transfer-Encoding: chunked\r\nConnection: close');
    expect(await statusFor(port, `${begin}${chunks}0\r\n\r\n`)).toBe(200);
  });

  test('a client that leaves in the middle takes nothing down', async () => {
    const port = await served();
    const line = lineTo(port);
    line.socket.write(`${head('Content-Length: 100')}{"jsonrpc"`, () => line.socket.destroy());
    await line.closed;
    const text = JSON.stringify(PING);
    const whole = `${head(`Content-Length: ${text.length}\r\nConnection: close`)}${text}`;
    expect(await statusFor(port, whole)).toBe(200);
  });
});
