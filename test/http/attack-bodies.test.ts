import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Attacked, startAttacked } from './attacked.ts';
import { answersIn, posted, type Reply, say, type Written, written } from './raw.ts';
import { asking, askingNewest } from './requests.ts';
import { lineTo } from './wire.ts';

let server: Attacked;
let authorization: string;
beforeAll(async () => {
  server = await startAttacked();
  authorization = `Bearer ${await server.add('attacker')}`;
});
afterAll(() => server.close());
// whatever was tried, another member is served afterwards
afterEach(() => server.serves());

const NEWEST = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' };
const LISTING = JSON.stringify(askingNewest('tools/list'));
const MOST_BYTES = 256 * 1024;

/** Posts this text as a member. */
function send(body: string | Uint8Array, more: Written = {}): Promise<Reply> {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const headers = { authorization, ...NEWEST, ...length, ...more.headers };
  const head = posted(server.port, '', { ...more, headers });
  return say(server.port, head, body);
}

/** What is refused says so in a short answer, which holds nothing of what came and nothing of ours. */
function expectRefused(reply: Reply, status: number): void {
  expect([status, reply.status, reply.text]).toEqual([status, status, reply.text]);
  expect(reply.text).not.toMatch(/canary|node_modules|\bat .*:\d+|\/home\/|\/tmp\/|Error:/);
  expect(reply.text.length).toBeLessThan(1_000);
}

describe('a body', () => {
  test('that says it is too large is refused before any of it is read', async () => {
    const { socket, closed, received } = lineTo(server.port);
    const headers = { authorization, ...NEWEST, 'content-length': String(10 ** 12) };
    socket.write(posted(server.port, '', { headers }));
    await closed;
    expect(received()).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('that is too large without saying so is cut, be it in chunks or one byte too long', async () => {
    expectRefused(await send('x'.repeat(MOST_BYTES + 1)), 413);
    const headers = { authorization, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    // never says that it is the last one
    expectRefused(await say(server.port, written(server.port, { method: 'POST', headers }), chunk.repeat(20)), 413);
  });

  test('that is nested too deeply is refused, whatever its form', async () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}"canary"${']'.repeat(depth)}`;
    for (const depth of [33, 1_000, 40_000]) {
      expectRefused(await send(nested(depth)), 400);
      expectRefused(await send(`{"jsonrpc":"2.0","id":1,"method":"tools/list","params":${nested(depth)}}`), 400);
      expectRefused(await send('{"a":'.repeat(depth)), 400);
    }
  });

  test('that is no message in UTF-8 is refused', async () => {
    const bytes = [
      Uint8Array.of(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d),
      Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22),
      Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0),
      Uint8Array.of(0),
    ];
    const texts = ['', 'canary', '{"canary":', '"canary"', '1e999', 'null', '[]', '[[]]', '[1]', "{'canary':1}", '{}x'];
    for (const body of [...bytes, ...texts]) expectRefused(await send(body), 400);
  });

  test('of thousands of messages is refused', async () => {
    const messages = Array.from({ length: 3_000 }, (_, id) => asking('ping', {}, id));
    expectRefused(await send(JSON.stringify(messages)), 400);
    expectRefused(await send(`[${'{},'.repeat(21)}{}]`), 400);
  });

  test('cannot change what objects inherit', async () => {
    const poison = ['"__proto__":{"canary":1,"admin":true}', '"constructor":{"prototype":{"canary":1}}'];
    for (const each of poison) {
      const body = `{${each},"jsonrpc":"2.0","id":1,"method":"tools/list","params":{${each},"_meta":${JSON.stringify(askingNewest('x').params['_meta'])}}}`;
      const reply = await send(body);
      expect(reply.text).not.toContain('canary');
    }
  });

  test('with a very long URI, id, name or cursor is answered at once and not repeated', async () => {
    const long = 'canary'.repeat(15_000);
    const [method, name] = ['resources/read', 'mcp-name'];
    const headers = { 'mcp-method': method, [name]: 'team://x' };
    expectRefused(await send(JSON.stringify(askingNewest(method, { uri: `team://${long}` })), { headers }), 400);
    expectRefused(await send(JSON.stringify(askingNewest('tools/list', {}, long))), 400);
    for (const [method, params] of [
      ['prompts/list', { cursor: long }],
      ['completion/complete', { ref: { type: 'ref/prompt', name: long }, argument: { name: long, value: '' } }],
    ] as const) {
      const reply = await send(JSON.stringify(askingNewest(method, params)), { headers: { 'mcp-method': method } });
      expect(reply.status).toBe(200);
      expect(reply.text.length).toBeLessThan(2_000);
    }
  });

  test('that is compressed, or of another kind, is not looked at', async () => {
    expectRefused(await send(LISTING, { headers: { 'content-encoding': 'gzip' } }), 415);
    expectRefused(await send(LISTING, { headers: { 'content-type': 'text/plain' } }), 415);
    expectRefused(await send(LISTING, { headers: { 'content-type': 'application/json-patch' } }), 415);
  });
});

describe('headers', () => {
  test('that are too large are refused, and so is a first line that is', async () => {
    expect((await send(LISTING, { headers: { 'x-canary': 'c'.repeat(20_000) } })).status).toBe(431);
    expect((await send(LISTING, { target: `/mcp?${'c'.repeat(20_000)}` })).status).toBe(431);
    const lines = Array.from({ length: 6_000 }, (_, index) => `h${index}: 1`);
    expect((await send(LISTING, { lines })).status).toBe(431);
  });

  test('that are many and small do not push others out', async () => {
    const lines = Array.from({ length: 2_500 }, () => 'a:');
    const rest = { accept: 'application/json, text/event-stream', 'content-type': 'application/json', ...NEWEST };
    const all = [...lines, ...Object.entries(rest).map(([name, value]) => `${name}: ${value}`)];
    const headers = { 'content-length': String(LISTING.length) };
    const reply = await say(
      server.port,
      written(server.port, { method: 'POST', headers, lines: [...all, `Authorization: ${authorization}`] }),
      LISTING,
    );
    expect(reply.status).toBe(200);
  });

  test('with characters that do not belong there are refused', async () => {
    for (const line of ['x-canary: a\u0000b', 'x canary: 1', ': 1', 'x-canary : 1', 'x-canary', '(x): 1']) {
      const reply = await send(LISTING, { lines: [line] });
      expect([line, reply.status]).toEqual([line, 400]);
      expect(reply.text).not.toContain('canary');
    }
  });
});

describe('a request that two servers would read in two ways', () => {
  /** A second request that somebody hides in the first. */
  const hidden = (): string => written(server.port, { target: '/healthz' });
  const expectOneRefusal = (reply: Reply): void => {
    expect(answersIn(reply)).toBe(1);
    expect([400, 501]).toContain(reply.status);
    expect(reply.text).not.toContain('ok\n');
  };
  const start = (headers: readonly string[]): string =>
    `POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\n${headers.join('\r\n')}\r\n\r\n`;

  test('is refused and closed: it says twice how long it is, or in a way of its own', async () => {
    const shapes = [
      ['Content-Length: 5', 'Transfer-Encoding: chunked'],
      ['Transfer-Encoding: chunked', 'Content-Length: 5'],
      ['Content-Length: 0', 'Content-Length: 5'],
      ['Content-Length: 0, 5'],
      ['Content-Length: +0'],
      ['Content-Length: -1'],
      ['Content-Length: 0x0'],
      ['Content-Length: 99999999999999999999'],
      ['Transfer-Encoding: xchunked'],
      ['Transfer-Encoding: chunked, identity'],
      ['Transfer-Encoding: identity, chunked;x'],
      ['Transfer-Encoding : chunked'],
      ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
      [' Content-Length: 0'],
      ['X-Folded: 1', ' Transfer-Encoding: chunked', ' ,x'],
      ['X-Bare: 1\nTransfer-Encoding: chunked'],
      ['X-Bare: 1\rTransfer-Encoding: chunked'],
    ];
    for (const shape of shapes) {
      const reply = await say(server.port, start(shape), `0\r\n\r\n${hidden()}`);
      expect([shape, answersIn(reply), reply.text.includes('ok\n')]).toEqual([shape, 1, false]);
      expectOneRefusal(reply);
    }
  });

  test('is refused and closed: its chunks are none', async () => {
    for (const chunk of [
      'g\r\n',
      '-1\r\n',
      '0x1\r\na\r\n',
      '1 \r\na\r\n',
      'ffffffffffffffff1\r\n',
      '1\r\nab\r\n',
      '1\na\n',
    ]) {
      const lines = ['Transfer-Encoding: chunked', `Authorization: ${authorization}`];
      const reply = await say(server.port, start(lines), chunk, `0\r\n\r\n${hidden()}`);
      expect([chunk, answersIn(reply) <= 1, reply.text.includes('ok\n')]).toEqual([chunk, true, false]);
      expect([0, 400, 413]).toContain(reply.status);
    }
  });

  test('with a length that is too small leaves a rest that is no request', async () => {
    const headers = { authorization, ...NEWEST, 'content-length': '10', connection: 'keep-alive' };
    const reply = await say(server.port, posted(server.port, '', { headers }), LISTING);
    expect(new Set(reply.text.match(/^HTTP\/1\.1 \d{3}/gm))).toEqual(new Set(['HTTP/1.1 400']));
  });
});
