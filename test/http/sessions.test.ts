import { Server } from '@modelcontextprotocol/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { openSessions, type Session, type Sessions } from '../../src/http/sessions.ts';
import { INITIALIZE, posting } from './requests.ts';

interface Setup {
  readonly sessions: Sessions;
  readonly faults: unknown[];
  /** The servers that are closed. */
  readonly closed: Server[];
  pass(milliseconds: number): void;
  /** A session that has been begun. */
  begin(principal: string): Promise<Session>;
}

const none = async (): Promise<void> => undefined;

function open(limits: Partial<Limits> = {}, beforeBuilding = none): Setup {
  let clock = 0;
  const faults: unknown[] = [];
  const closed: Server[] = [];
  const build = async (): Promise<Server> => {
    await beforeBuilding();
    const server = new Server({ name: 'test', version: '1' }, { capabilities: {} });
    server.onclose = () => void closed.push(server);
    return server;
  };
  const sessions = openSessions({
    ...{ build, limits: limitsWith(limits), now: () => clock },
    onFault: (fault) => faults.push(fault),
  });
  onTestFinished(() => sessions.close());
  return {
    ...{ sessions, faults, closed },
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    async begin(principal) {
      const session = await sessions.open(principal);
      if (session === undefined) throw new Error('There is no room.');
      const response = await session.transport.handleRequest(posting('http://localhost/mcp', INITIALIZE));
      await response.text();
      return session;
    },
  };
}

const idOf = ({ transport }: Session): string => transport.sessionId ?? '';

describe('a session', () => {
  test('is found by its id, and by nobody but the member who began it', async () => {
    const { sessions, begin } = open();
    const session = await begin('maya');
    expect(idOf(session)).toMatch(/^[0-9a-f-]{36}$/);
    expect(sessions.find(idOf(session), 'maya')).toBe(session);
    expect(sessions.find(idOf(session), 'jon')).toBeUndefined();
    expect(sessions.find('other', 'maya')).toBeUndefined();
    expect(sessions.find(idOf(session), 'maya')).toBe(session);
  });

  test('that has ended is found no more, and its server is closed', async () => {
    const { sessions, begin, closed } = open();
    const session = await begin('maya');
    await sessions.end(session);
    expect([sessions.find(idOf(session), 'maya'), sessions.size, closed.length]).toEqual([undefined, 0, 1]);
  });

  test('ends when its client says so', async () => {
    const { sessions, begin } = open();
    const session = await begin('maya');
    const headers = { 'mcp-session-id': idOf(session), 'mcp-protocol-version': '2025-11-25' };
    await session.transport.handleRequest(new Request('http://localhost/mcp', { method: 'DELETE', headers }));
    expect([sessions.find(idOf(session), 'maya'), sessions.size]).toEqual([undefined, 0]);
  });

  test('ends when nobody has used it for too long, and not while its stream is open', async () => {
    const { sessions, begin, pass } = open({ idleMs: 1_000 });
    const [idle, used, streaming] = [await begin('maya'), await begin('maya'), await begin('maya')];
    streaming.open = 1;
    pass(900);
    sessions.find(idOf(used), 'maya');
    pass(101);
    sessions.sweep();
    const left = [idle, used, streaming].map((session) => sessions.find(idOf(session), 'maya'));
    expect(left).toEqual([undefined, used, streaming]);
    streaming.open = 0;
    pass(1_001);
    sessions.sweep();
    expect(sessions.size).toBe(0);
  });

  test('of somebody else is not kept by those who guess its id', async () => {
    const { sessions, begin, pass } = open({ idleMs: 1_000 });
    const session = await begin('maya');
    pass(900);
    sessions.find(idOf(session), 'jon');
    pass(101);
    sessions.sweep();
    expect(sessions.size).toBe(0);
  });

  test('whose server cannot be made takes no room', async () => {
    const { sessions } = open({}, () => Promise.reject(new Error('broken')));
    await expect(sessions.open('maya')).rejects.toThrow('broken');
    expect(sessions.size).toBe(0);
  });

  test('ends with all others when the server closes', async () => {
    const { sessions, begin, closed, faults } = open();
    for (const principal of ['maya', 'jon']) await begin(principal);
    await sessions.close();
    expect([sessions.size, closed.length, faults]).toEqual([0, 2, []]);
  });
});

describe('when there are too many sessions', () => {
  test('of one member, their longest unused one goes', async () => {
    const { sessions, begin, pass } = open({ sessionsPerMember: 2 });
    const others = await begin('jon');
    const first = await begin('maya');
    pass(1);
    const second = await begin('maya');
    pass(1);
    sessions.find(idOf(first), 'maya');
    const third = await begin('maya');
    const left = [first, second, third].filter((session) => sessions.find(idOf(session), 'maya') !== undefined);
    expect(left).toEqual([first, third]);
    expect(sessions.find(idOf(others), 'jon')).toBe(others);
  });

  test('of one member, none goes that somebody listens to', async () => {
    const { sessions, begin, pass } = open({ sessionsPerMember: 2 });
    const [first, second] = [await begin('maya'), await begin('maya')];
    pass(1);
    first.open = 1;
    const third = await begin('maya');
    expect(sessions.find(idOf(first), 'maya')).toBe(first);
    expect(sessions.find(idOf(second), 'maya')).toBeUndefined();
    third.open = 1;
    expect(await sessions.open('maya')).toBeUndefined();
  });

  test('of all members, a member makes room for their own, and for nobody else', async () => {
    const { sessions, begin } = open({ sessions: 2 });
    const [first, second] = [await begin('maya'), await begin('jon')];
    expect(await sessions.open('ada')).toBeUndefined();
    const next = await begin('maya');
    expect([sessions.find(idOf(first), 'maya'), sessions.find(idOf(second), 'jon')]).toEqual([undefined, second]);
    expect(sessions.find(idOf(next), 'maya')).toBe(next);
    expect(sessions.size).toBe(2);
  });

  test('one that somebody else has forgotten makes room, and none that is in use', async () => {
    const { sessions, begin, pass } = open({ sessions: 2, sessionsPerMember: 1 });
    const [forgotten, used] = [await begin('maya'), await begin('jon')];
    used.open = 1;
    pass(5 * 60_000);
    expect(await sessions.open('ada')).toBeUndefined();
    pass(1);
    const hers = await begin('ada');
    const left = [
      sessions.find(idOf(forgotten), 'maya'),
      sessions.find(idOf(used), 'jon'),
      sessions.find(idOf(hers), 'ada'),
    ];
    expect(left).toEqual([undefined, used, hers]);
    pass(5 * 60_000 + 1);
    await begin('ada');
    expect([sessions.find(idOf(used), 'jon'), sessions.size]).toEqual([used, 2]);
  });

  test('idle ones of others make room too', async () => {
    const { sessions, begin, pass } = open({ sessions: 1, idleMs: 1_000 });
    await begin('maya');
    expect(await sessions.open('jon')).toBeUndefined();
    pass(1_001);
    await begin('jon');
    expect(sessions.size).toBe(1);
  });

  test('many that come at once are not more than the limit', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { sessions } = open({ sessionsPerMember: 3 }, () => begun);
    const opening = Array.from({ length: 10 }, () => sessions.open('maya'));
    expect(sessions.size).toBe(3);
    begin();
    const opened = await Promise.all(opening);
    expect(opened.filter((session) => session !== undefined)).toHaveLength(3);
  });
});
