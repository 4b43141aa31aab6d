import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Attacked, startAttacked } from './attacked.ts';
import { posted, type Reply, say, type Written, written } from './raw.ts';
import { asking, askingNewest, begin, INITIALIZE, inSession, post, withToken } from './requests.ts';

let server: Attacked;
let attacker: string;
let owner: string;
beforeAll(async () => {
  server = await startAttacked('--log-level', 'debug');
  [attacker, owner] = [await server.add('attacker'), await server.add('owner')];
});
afterAll(() => server.close());
afterEach(() => server.serves());

/** What the attacker hears who comes with this as the id of a session. */
function comeWith(id: string, method: string, more: Written = {}): Promise<Reply> {
  const headers = { ...inSession(id, withToken(attacker)), accept: 'application/json, text/event-stream' };
  const request = { ...more, method, headers: { ...headers, ...more.headers } };
  if (method !== 'POST') return say(server.port, written(server.port, request));
  return say(server.port, posted(server.port, JSON.stringify(asking('tools/list')), request));
}

describe("another member's session", () => {
  test('is not there for whoever knows its id, and goes on', async () => {
    const id = await begin(server.url, withToken(owner));
    const made = crypto.randomUUID();
    for (const method of ['POST', 'GET', 'DELETE']) {
      const [stolen, invented] = [await comeWith(id, method), await comeWith(made, method)];
      expect([method, stolen.status, stolen.body]).toEqual([method, 404, invented.body]);
      expect(stolen.text).not.toMatch(/owner/);
      const still = await post(server.url, asking('ping'), inSession(id, withToken(owner)));
      expect([still.status, await still.text()]).toEqual([200, expect.stringContaining('"result":{}')]);
    }
  });

  test('is not there without a token, nor with the one of its member and one more', async () => {
    const id = await begin(server.url, withToken(owner));
    const lines = [`Authorization: Bearer ${owner}`];
    expect((await comeWith(id, 'DELETE', { lines })).status).toBe(401);
    const bare = await post(server.url, asking('ping'), inSession(id));
    expect([bare.status, bare.headers.has('www-authenticate')]).toEqual([401, true]);
    await bare.text();
    expect((await post(server.url, asking('ping'), inSession(id, withToken(owner)))).status).toBe(200);
  });

  test('cannot be guessed', async () => {
    const ids = await Promise.all(Array.from({ length: 15 }, () => begin(server.url, withToken(owner))));
    expect(new Set(ids).size).toBe(15);
    // 122 random bits
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const odd = ['__proto__', 'constructor', '0', 'undefined', '*', ' ', 'x'.repeat(4_000), '%00', '../..', "' or 1=1"];
    const [first = '', second = ''] = ids;
    for (const id of [...odd, `${first}, ${second}`, first.toUpperCase(), first.slice(0, -1), `${first}0`]) {
      const { status } = await comeWith(id, 'POST');
      expect([id, status]).toEqual([id, 404]);
    }
  });

  test('is not what one gets who names it when beginning', async () => {
    const id = await begin(server.url, withToken(owner));
    const again = await post(server.url, INITIALIZE, { 'mcp-session-id': id, ...withToken(attacker) });
    expect([again.status, again.headers.get('mcp-session-id')]).toEqual([404, null]);
    await again.text();
    const twice = await post(server.url, INITIALIZE, { 'mcp-session-id': id, ...withToken(owner) });
    expect(twice.status).toBe(400);
    await twice.text();
  });
});

describe('the log', () => {
  const INJECTED =
    'x\r\n{"level":"error","msg":"injected-4711"}\u001b[2J\u001b]0;injected-4711\u0007\u2028\u202einjected-4711';
  const SECRET = 'secret-campaign-4712';

  test('holds one line of JSON for each event, and nothing that a request said', async () => {
    const id = await begin(server.url, withToken(attacker));
    const names = [INJECTED, SECRET, '__proto__', 'x'.repeat(5_000)];
    const messages = names.flatMap((name) => [
      asking('tools/call', { name, arguments: { query: SECRET } }),
      asking('tools/call', { name: 'search', arguments: { query: name, [SECRET]: name } }),
      asking('tools/call', { name: 'build_brief', arguments: { task: `${name} ${SECRET}` } }),
      asking('prompts/get', { name, arguments: { much: SECRET } }),
      asking('prompts/get', { name: 'launch', arguments: { much: SECRET, [name]: SECRET } }),
      asking('resources/read', { uri: `team://${name}`.slice(0, 2_000) }),
      asking('completion/complete', { ref: { type: 'ref/prompt', name }, argument: { name, value: SECRET } }),
      asking('prompts/list', { cursor: name }),
      asking(name, { [name]: name }),
      askingNewest('tools/call', { name, arguments: { query: SECRET } }),
    ]);
    for (const message of messages) {
      const response = await post(server.url, message, inSession(id, withToken(attacker)));
      expect(await response.text()).not.toMatch(/node_modules|\bat .+\.(ts|js):\d+|\/(home|tmp|work|root)\//);
      expect(response.status).toBeLessThan(500);
    }
    const bearing = { authorization: `Bearer ${attacker}` };
    await comeWith(`${SECRET}[31m`, 'POST');
    const requests: Written[] = [
      { target: `/mcp?token=${attacker}&q=${SECRET}`, headers: bearing },
      { target: `/${SECRET}/%0d%0ainjected-4711%1b[2J`, headers: bearing },
      { headers: { authorization: `Bearer ${SECRET}` } },
      { headers: { authorization: `Basic ${SECRET}`, cookie: SECRET, referer: `http://x/${SECRET}` } },
      { headers: { ...bearing, 'user-agent': `${SECRET} injected-4711`, 'x-request-id': `${SECRET}\t"injected-4711` } },
      { headers: { ...bearing, 'x-forwarded-for': SECRET, forwarded: `for=${SECRET}`, origin: `http://${SECRET}` } },
      { headers: { host: `${SECRET}.example` } },
      { method: 'PROPFIND', target: `/${SECRET}` },
    ];
    for (const request of requests) await say(server.port, written(server.port, request));
    for (const body of [`{"${SECRET}`, `"${SECRET}"`, `{"jsonrpc":"2.0","id":"${SECRET}","method":5}`, `[${SECRET}]`])
      await say(server.port, posted(server.port, body, { headers: { ...bearing, ...inSession(id) } }));
    await say(server.port, `${SECRET} injected-4711\r\n\r\n`);

    const lines = server.log().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(messages.length);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), time: expect.any(String) });
    for (const said of ['4711', '4712', attacker, owner, id, 'tctx_', 'Bearer'])
      expect(server.log()).not.toContain(said);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(server.log()).not.toMatch(/"level":"error"/);
  });
});
