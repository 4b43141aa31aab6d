import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { revokeToken, rotateToken } from '../../src/http/tokens/changes.ts';
import { connectTo, PEERS, type Peer, type Visitor } from '../clients.ts';
import { openService, type Service } from './opened-service.ts';
import {
  asking,
  askingNewest,
  begin,
  FOLLOWING,
  follow,
  inSession,
  type Listening,
  listenTo,
  post,
  refusalOf,
  withToken,
} from './requests.ts';

const VOICE = 'team://library/context/brand/voice.md';
const UPDATED = 'notifications/resources/updated';
const RESOURCES = 'notifications/resources/list_changed';
const DAY_MS = 24 * 3_600_000;

const until = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000, interval: 25 });

async function connected(peer: Peer, { url }: Service, token?: string): Promise<Visitor> {
  const client = await connectTo(peer, url, token);
  onTestFinished(client.close);
  return client;
}

const edit = ({ folder }: Service, sound: string): Promise<void> =>
  folder.write({ 'context/brand/voice.md': `# Voice\n\nWe sound ${sound}.\n` });
const add = ({ folder }: Service): Promise<void> => folder.write({ 'context/brand/logo.md': '# Logo\n\nA lark.\n' });
const methods = ({ notifications }: Visitor): string[] => notifications.map(({ method }) => method);

describe.each(PEERS)('two members at once, through %s,', (peer) => {
  test('each use the library, and each hear once of a change of what they follow', async () => {
    const service = await openService({ hasMembers: true });
    const [maya, jon] = [
      await connected(peer, service, await service.add('maya')),
      await connected(peer, service, await service.add('jon')),
    ];
    await maya.subscribe(VOICE);
    await jon.subscribe();
    for (const each of [maya, jon]) {
      expect((await each.teamPrompts()).map(({ name }) => name)).toEqual(['launch']);
      expect(await each.read(VOICE)).toContain('We sound warm.');
      expect(await each.ask('search', { query: 'how do we sound' })).toMatchObject({ results: { length: 1 } });
    }
    await edit(service, 'dry');
    await until(() => expect(maya.notifications).toEqual([{ method: UPDATED, uri: VOICE }]));
    await add(service);
    for (const each of [maya, jon]) await until(() => expect(methods(each)).toContain(RESOURCES));
    expect(methods(maya)).toEqual([UPDATED, RESOURCES]);
    expect(methods(jon)).toEqual([RESOURCES]);
    expect(await jon.read(VOICE)).toContain('We sound dry.');
    const whose = service.log.filter(({ rpc }) => rpc === 'prompts/list').map(({ member }) => member);
    expect(whose).toEqual(['maya', 'jon']);
  });

  test('whose tokens are not good do not come in', async () => {
    const service = await openService({ hasMembers: true });
    await expect(connectTo(peer, service.url, 'tctx_wrong')).rejects.toThrow(/Unauthorized|401|valid token/i);
    await expect(connectTo(peer, service.url)).rejects.toThrow(/Unauthorized|401|valid token/i);
  });
});

/** A member who listens in both ways: on the stream of a session, and as the 2026 protocol has it. */
interface Listener {
  readonly token: string;
  readonly session: string;
  readonly streams: readonly Listening[];
}

async function listening(service: Service, name: string, expires?: Date): Promise<Listener> {
  const token = await service.add(name, 'read', expires);
  const headers = withToken(token);
  const session = await begin(service.url, headers);
  const newest = await post(service.url, askingNewest('subscriptions/listen', FOLLOWING), headers);
  return { token, session, streams: [await follow(service.url, session, headers), listenTo(newest)] };
}

const PING = asking('ping');
const use = ({ url }: Service, { token, session }: Pick<Listener, 'token' | 'session'>): Promise<Response> =>
  post(url, PING, inSession(session, withToken(token)));

/** Waits until both streams are over, and sees that those of the other one go on. */
async function expectOnlyTheseToEnd(service: Service, gone: Listener, other: Listener): Promise<void> {
  await Promise.all(gone.streams.map(({ ended }) => ended));
  await add(service);
  for (const { heard } of other.streams) await until(() => expect(heard()).toContain(RESOURCES));
  for (const { heard } of gone.streams) expect(heard()).not.toContain(RESOURCES);
  expect((await use(service, gone)).status).toBe(401);
  expect((await use(service, other)).status).toBe(200);
}

describe('the token of one member', () => {
  test('that is revoked ends their streams, and nothing of the other', async () => {
    const service = await openService({ hasMembers: true, limits: { recheckMs: 50 } });
    const [maya, jon] = [await listening(service, 'maya'), await listening(service, 'jon')];
    await revokeToken(service.state, 'maya');
    await expectOnlyTheseToEnd(service, maya, jon);
  });

  test('that expires ends their streams, and nothing of the other', async () => {
    let passed = 0;
    const now = (): number => Date.now() + passed;
    const service = await openService({ hasMembers: true, limits: { recheckMs: 50 }, now });
    const tomorrow = new Date(Date.now() + DAY_MS);
    const [maya, jon] = [await listening(service, 'maya', tomorrow), await listening(service, 'jon')];
    expect((await use(service, maya)).status).toBe(200);
    passed = DAY_MS;
    await expectOnlyTheseToEnd(service, maya, jon);
  });

  test('that gets another secret ends what the old one opened; with the new one their session goes on', async () => {
    const service = await openService({ hasMembers: true, limits: { recheckMs: 50 } });
    const [maya, jon] = [await listening(service, 'maya'), await listening(service, 'jon')];
    const { secret } = await rotateToken(service.state, 'maya');
    await expectOnlyTheseToEnd(service, maya, jon);
    expect((await use(service, { ...maya, token: secret })).status).toBe(200);
  });

  test('that is given again after it was revoked is that of somebody else', async () => {
    const service = await openService({ hasMembers: true });
    const maya = await listening(service, 'maya');
    await revokeToken(service.state, 'maya');
    const again = await service.add('maya');
    expect((await use(service, { ...maya, token: again })).status).toBe(404);
  });
});

test("a member's session is nobody else's, whatever they send, and goes on undisturbed", async () => {
  const service = await openService({ hasMembers: true });
  const maya = await listening(service, 'maya');
  const headers = inSession(maya.session, withToken(await service.add('jon', 'admin')));
  const answers = [
    await post(service.url, PING, headers),
    await fetch(service.url, { headers: { ...headers, accept: 'text/event-stream' } }),
    await fetch(service.url, { method: 'DELETE', headers }),
  ];
  const says = 'There is no such session. Begin again with "initialize".';
  for (const answer of answers) expect(await refusalOf(answer)).toEqual({ status: 404, says });
  expect((await use(service, maya)).status).toBe(200);
  await add(service);
  const [stream] = maya.streams;
  await until(() => expect(stream?.heard()).toContain(RESOURCES));
});

describe.each(PEERS)('a server that keeps no sessions, through %s,', (peer) => {
  const isNewest = peer === 'SDK v2 in 2026';
  const news = { listChanged: isNewest };

  test('answers as any other, and promises news only to whom it can tell them', async () => {
    const service = await openService({ isStateless: true });
    const client = await connected(peer, service);
    expect(client.session()).toBeUndefined();
    expect(client.capabilities).toMatchObject({ prompts: news, resources: { ...news, subscribe: isNewest } });
    expect(await client.tools()).toHaveLength(9);
    expect((await client.prompt('launch', { much: 'a lot' })).messages).toHaveLength(1);
    expect(await client.read(VOICE)).toContain('We sound warm.');
    await edit(service, 'dry');
    await until(async () => expect(await client.read(VOICE)).toContain('We sound dry.'));
    expect(client.notifications).toEqual([]);
  });

  test.runIf(isNewest)('tells once what changes', async () => {
    const service = await openService({ isStateless: true });
    const client = await connected(peer, service);
    await client.subscribe(VOICE);
    await edit(service, 'dry');
    await until(() => expect(client.notifications).toEqual([{ method: UPDATED, uri: VOICE }]));
  });
});
