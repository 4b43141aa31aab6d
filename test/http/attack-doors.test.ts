import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';
import { type Attacked, startAttacked } from './attacked.ts';
import { posted, type Reply, say, type Written, written } from './raw.ts';
import { askingNewest } from './requests.ts';

let server: Attacked;
beforeAll(async () => {
  server = await startAttacked();
});
afterAll(() => server.close());
// whatever was tried, a member is served afterwards
afterEach(() => server.serves());

const ask = (request: Written): Promise<Reply> => say(server.port, written(server.port, request));
const HEALTH = '/healthz';

describe('a request under another host name is refused', () => {
  const hosts = (port: number): Record<string, number> => ({
    'evil.example': 403,
    [`evil.example:${port}`]: 403,
    '127.0.0.1': 403,
    '127.0.0.1:1': 403,
    [`127.0.0.1.:${port}`]: 403,
    [`localhost.:${port}`]: 403,
    [`0x7f.1:${port}`]: 403,
    [`2130706433:${port}`]: 403,
    [`127.0.0.1.evil.example:${port}`]: 403,
    [`127.0.0.1:${port}, evil.example`]: 400,
    [`evil@127.0.0.1:${port}`]: 400,
    [`127.0.0.1:${port}/evil`]: 400,
    [`127.0.0.1:${port}?evil`]: 400,
    [`127.0.0.1:${port}#evil`]: 400,
    [`127.0.0.1:${port}\\evil`]: 400,
    [`127.0.0.1 evil:${port}`]: 400,
    [`%31%32%37.0.0.1:${port}`]: 400,
    '': 400,
  });

  test('be it foreign, or an odd spelling of the right one', async () => {
    for (const [host, status] of Object.entries(hosts(server.port))) {
      const reply = await ask({ target: HEALTH, headers: { host } });
      expect([host, reply.status]).toEqual([host, status]);
      expect(reply.text).not.toMatch(/evil|\bok\b/);
    }
  });

  test('be it given twice, in either order, or not at all', async () => {
    const [good, evil] = [`Host: 127.0.0.1:${server.port}`, 'Host: evil.example'];
    for (const hosts of [`${good}\r\n${evil}`, `${evil}\r\n${good}`, `${good}\r\n${good}`]) {
      const reply = await say(server.port, `GET ${HEALTH} HTTP/1.1\r\n${hosts}\r\nConnection: close\r\n\r\n`);
      expect(reply.status).toBe(403);
    }
    expect((await say(server.port, `GET ${HEALTH} HTTP/1.1\r\nConnection: close\r\n\r\n`)).status).toBe(400);
    expect((await say(server.port, `GET ${HEALTH} HTTP/1.0\r\n\r\n`)).status).toBe(400);
  });

  test('be it in the first line, with a good header beside it or the other way round', async () => {
    const own = `http://127.0.0.1:${server.port}${HEALTH}`;
    expect((await ask({ target: own })).status).toBe(200);
    expect((await ask({ target: own, headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask({ target: `http://evil.example${HEALTH}` })).status).toBe(403);
    expect((await ask({ target: `http://a:b@127.0.0.1:${server.port}${HEALTH}` })).status).toBe(403);
    for (const target of [`ftp://127.0.0.1${HEALTH}`, '*', 'evil.example:443'])
      expect((await ask({ target })).status).toBe(400);
  });

  test('also where nobody asks for a token', async () => {
    for (const target of ['/', '/readyz', '/metrics', '/mcp', '/nothing'])
      expect((await ask({ target, headers: { host: 'evil.example' } })).status).toBe(403);
  });
});

describe('a web page', () => {
  test('from elsewhere is not answered, however it spells where it comes from', async () => {
    const own = `http://127.0.0.1:${server.port}`;
    const foreign = ['null', 'http://evil.example', 'file://', '', `${own}/`, `${own}, http://evil.example`];
    for (const origin of [...foreign, own.replace('http', 'https'), 'http://127.0.0.1', `${own}.evil.example`]) {
      const reply = await ask({ target: HEALTH, headers: { origin } });
      expect([origin, reply.status]).toEqual([origin, 403]);
      expect(reply.text).not.toContain('evil');
    }
    expect((await ask({ target: HEALTH, headers: { origin: own } })).status).toBe(200);
  });

  test('is never told that it may read an answer', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    const preflight = { origin, 'access-control-request-method': 'POST' };
    const replies = [
      await ask({ method: 'OPTIONS', headers: preflight }),
      await ask({ method: 'OPTIONS', target: '/', headers: preflight }),
      await ask({ target: HEALTH, headers: { origin } }),
      await ask({ headers: { origin } }),
    ];
    for (const { headers } of replies)
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(replies[0]?.status).toBe(405);
  });

  test('cannot send a message as a form does', async () => {
    const token = await server.add('form');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const body = JSON.stringify(askingNewest('tools/list'));
      const headers = { 'content-type': type, authorization: `Bearer ${token}` };
      expect((await say(server.port, posted(server.port, body, { headers }))).status).toBe(415);
    }
  });

  test('of ours runs no script, loads nothing, is shown in no frame, and tells strangers nothing of the library', async () => {
    const { status, headers, body } = await ask({ target: '/' });
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).not.toMatch(/<script|<img|<link|<iframe| on\w+=|Voice|Last change/i);
  });
});

describe('the path', () => {
  test('has one spelling', async () => {
    const others = [
      '//mcp',
      '/MCP',
      '/mcp/',
      '/mcp%2f',
      '/mcp;a',
      '/mcp%00',
      '/..%2fmcp',
      '/mcp.',
      '/%',
      '/%ff',
      '/mcp/..%2f',
    ];
    for (const target of others) {
      const reply = await ask({ target });
      expect([target, reply.status]).toEqual([target, 404]);
    }
    for (const target of ['/\\mcp', '\\mcp', 'mcp', '/mcp\u00e9']) expect((await ask({ target })).status).toBe(400);
  });

  test('that means the same as the right one needs a token as well', async () => {
    for (const target of ['/mcp', '/%6dcp', '/./mcp', '/x/../mcp', '/%2e/mcp', '/mcp?x=1', '/mcp#x'])
      expect([401, 429]).toContain((await ask({ target })).status);
  });
});

describe('the method', () => {
  test('is one of three, and no other does anything or says what came', async () => {
    for (const method of ['OPTIONS', 'PUT', 'PATCH', 'TRACE', 'PROPFIND', 'QUERY', 'M-SEARCH']) {
      const reply = await ask({ method, headers: { 'x-canary': 'canary-5151' } });
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, 'GET, POST, DELETE']);
      expect(reply.text).not.toContain('canary-5151');
    }
    for (const method of ['FOO', 'get', 'POST\t']) expect((await ask({ method })).status).toBe(400);
  });

  test('opens no tunnel and no other protocol', async () => {
    expect((await ask({ method: 'CONNECT', target: 'evil.example:443' })).text).toBe('');
    const socket = { connection: 'Upgrade, close', upgrade: 'websocket', 'sec-websocket-version': '13' };
    const reply = await ask({
      target: HEALTH,
      headers: { ...socket, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' },
    });
    expect(reply.status).toBe(200);
    expect((await say(server.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')).status).toBe(400);
    expect((await say(server.port, Uint8Array.of(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc))).status).toBe(400);
    expect((await ask({ target: HEALTH, headers: { expect: 'the-unexpected' } })).status).toBe(417);
  });
});

describe('a server that others could reach does not start', () => {
  test('without a name of its own, or without anybody whom it could let in', async () => {
    const [library, place] = [await temporaryFolder({ 'context/a.md': '# A\n' }), await temporaryFolder()];
    const start = (...flags: string[]): ReturnType<typeof run> =>
      run(['serve', library.path, '--http', '--port', '0', ...flags], {
        env: { TEAM_CONTEXT_STATE: place.at('state') },
      });
    for (const host of ['0.0.0.0', '::']) {
      const { code, stdout, stderr } = await start('--host', host);
      expect([host, code, stdout]).toEqual([host, 2, '']);
      expect(stderr).toContain('--allowed-host');
    }
    for (const flags of [
      ['--host', '0.0.0.0', '--allowed-host', 'team.example'],
      ['--public-url', 'https://team.example'],
    ]) {
      const { code, stdout, stderr } = await start(...flags);
      expect([flags, code, stdout]).toEqual([flags, 2, '']);
      expect(stderr).toContain('token add');
    }
    await library.remove();
    await place.remove();
  });
});
