import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { revokeToken } from '../../src/http/tokens/changes.ts';
import { type Attacked, startAttacked } from './attacked.ts';
import { posted, type Reply, say, type Written, written } from './raw.ts';
import { askingNewest } from './requests.ts';

let server: Attacked;
/** Behind a proxy that is believed, so that tests can come from any address. */
let proxied: Attacked;
beforeAll(async () => {
  [server, proxied] = await Promise.all([
    startAttacked(),
    startAttacked('--trust-proxy', '--allowed-host', 'team.example'),
  ]);
});
afterAll(() => Promise.all([server.close(), proxied.close()]));
afterEach(async () => {
  await server.serves();
  await proxied.serves();
});

let senders = 0;
/** An address from which nobody has come before. */
function newSender(): string {
  senders += 1;
  return `198.51.${Math.floor(senders / 250)}.${senders % 250}`;
}
const LISTING = JSON.stringify(askingNewest('tools/list'));
/** Asks for the tools, through the proxy. */
function list(headers: Readonly<Record<string, string>>, more: Written = {}): Promise<Reply> {
  const newest = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list', 'x-forwarded-for': newSender() };
  return say(proxied.port, posted(proxied.port, LISTING, { ...more, headers: { ...newest, ...headers } }));
}
const bearing = (token: string): { authorization: string } => ({ authorization: `Bearer ${token}` });
/** All but what is another with every answer. */
function gist({ status, headers, body }: Reply): unknown {
  return { status, body, headers: [...headers].filter(([name]) => !/^(date|x-request-id)$/.test(name)) };
}

describe('a token', () => {
  test('that is not good is refused in the same words, whatever is wrong with it', async () => {
    const [good, late, revoked] = [
      await proxied.add('good'),
      await proxied.add('late', 'admin', new Date(Date.now() - 1_000)),
      await proxied.add('revoked', 'admin'),
    ];
    expect((await list(bearing(revoked))).status).toBe(200);
    await revokeToken(proxied.state, 'revoked');
    const bad = [
      late,
      revoked,
      'wrong',
      `${good}x`,
      good.slice(0, -1),
      good.toUpperCase(),
      ` ${good}`.replace('tctx', 'TCTX'),
      'x'.repeat(10_000),
      '../../tokens.json',
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYXlhIiwic2NvcGUiOiJhZG1pbiJ9.',
    ];
    const gists = await Promise.all(bad.map(async (token) => gist(await list(bearing(token)))));
    for (const each of gists) expect(each).toEqual(gists[0]);
    expect(gists[0]).toMatchObject({ status: 401 });
    expect(JSON.stringify(gists[0])).not.toMatch(/expire|revok/i);
    expect((await list(bearing(good))).status).toBe(200);
  });

  test('counts in its header alone, once, and as a bearer', async () => {
    const token = await proxied.add('elsewhere', 'admin');
    const elsewhere: [Record<string, string>, Written?][] = [
      [{}, { target: `/mcp?access_token=${token}` }],
      [{}, { target: `/mcp?authorization=Bearer%20${token}` }],
      [{ cookie: `authorization=Bearer ${token}; access_token=${token}` }],
      [{ 'x-api-key': token, 'x-authorization': `Bearer ${token}`, 'proxy-authorization': `Bearer ${token}` }],
      [{ authorization: token }],
      [{ authorization: `Basic ${btoa(`maya:${token}`)}` }],
      [{ authorization: `Bearer ${token}, Bearer ${token}` }],
      [{ authorization: `Bearer "${token}"` }],
      [{ authorization: 'Bearer wrong' }, { lines: [`Authorization: Bearer ${token}`] }],
      [bearing(token), { lines: ['Authorization: Bearer wrong'] }],
    ];
    for (const [headers, more] of elsewhere) {
      const reply = await list(headers, more);
      expect([headers, reply.status, reply.headers.has('www-authenticate')]).toEqual([headers, 401, true]);
      expect(reply.text).not.toContain(token);
    }
  });

  test('that one guesses after the other makes an address wait; good ones from there are let in', async () => {
    const token = await server.add('colleague');
    const guess = (): Promise<Reply> =>
      say(server.port, written(server.port, { headers: bearing(`tctx_${Math.random()}`) }));
    const replies = [];
    // more than any bucket of an address holds
    for (let round = 0; round < 30; round++) replies.push(...(await Promise.all(Array.from({ length: 50 }, guess))));
    const late = replies.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(1_450);
    for (const { headers, body } of late) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(body).not.toMatch(/tctx|colleague/);
    }
    const headers = { ...bearing(token), 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' };
    expect((await say(server.port, posted(server.port, LISTING, { headers }))).status).toBe(200);
  });
});

describe('the address that counts', () => {
  const guessFrom = (port: number, forwarded: string): Promise<Reply> =>
    say(port, written(port, { headers: { ...bearing('wrong'), 'x-forwarded-for': forwarded } }));

  test('is that of the connection, whatever a request says of itself', async () => {
    const statuses = new Set<number>();
    for (let count = 0; count < 40; count++) statuses.add((await guessFrom(server.port, newSender())).status);
    expect(statuses).toContain(429);
    expect(server.log()).not.toContain('198.51.');
  });

  test('is the one that the proxy wrote last, whatever stands before it', async () => {
    const sender = newSender();
    const statuses = [];
    for (let count = 0; count < 25; count++)
      statuses.push((await guessFrom(proxied.port, `${newSender()}, ${sender}`)).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
    expect((await guessFrom(proxied.port, newSender())).status).toBe(401);
    // twice the header is one list
    const lines = [`X-Forwarded-For: ${sender}`];
    const doubled = written(proxied.port, { headers: { ...bearing('wrong'), 'x-forwarded-for': newSender() }, lines });
    expect((await say(proxied.port, doubled)).status).toBe(429);
  });
});

describe('/metrics', () => {
  const metrics = (port: number, headers: Record<string, string>, lines: readonly string[] = []): Promise<Reply> =>
    say(port, written(port, { target: '/metrics', headers, lines }));

  test('is for this machine, and for admins elsewhere', async () => {
    const [member, admin] = [await proxied.add('reader', 'write'), await proxied.add('boss', 'admin')];
    expect((await metrics(server.port, {})).status).toBe(200);
    expect((await metrics(proxied.port, {})).status).toBe(200);
    const from = (): { 'x-forwarded-for': string } => ({ 'x-forwarded-for': newSender() });
    expect((await metrics(proxied.port, from())).status).toBe(401);
    expect((await metrics(proxied.port, { ...from(), ...bearing(member) })).status).toBe(403);
    expect((await metrics(proxied.port, { ...from(), ...bearing(admin) })).status).toBe(200);
  });

  test('is not for what came through a proxy, however it can be told', async () => {
    const traces = ['X-Forwarded-For: 127.0.0.1', 'Forwarded: for=127.0.0.1', 'X-Real-IP: 127.0.0.1', 'Via: 1.1 proxy'];
    for (const trace of traces) expect((await metrics(proxied.port, {}, [trace])).status).toBe(401);
    // a proxy passes on the name under which it was called, even where a client had it leave out all else
    expect((await metrics(proxied.port, { host: 'team.example' })).status).toBe(401);
    // all headers are seen, also those behind thousands of others
    const many = Array.from({ length: 2_500 }, () => 'a:');
    expect((await metrics(proxied.port, {}, [...many, 'X-Forwarded-For: 203.0.113.9'])).status).toBe(401);
  });

  test('has as many lines as before when somebody makes up methods', async () => {
    const token = await proxied.add('inventor');
    const lineCount = async (): Promise<number> => (await metrics(proxied.port, {})).body.split('\n').length;
    const invent = (name: string): Promise<Reply> => {
      const body = JSON.stringify(askingNewest(name, { name }));
      const headers = { ...bearing(token), 'mcp-protocol-version': '2026-07-28', 'mcp-method': name };
      return say(proxied.port, posted(proxied.port, body, { headers }));
    };
    await invent('made-up');
    const before = await lineCount();
    for (let count = 0; count < 100; count++) await invent(`made-up-${count}`);
    expect(await lineCount()).toBe(before);
  });
});
