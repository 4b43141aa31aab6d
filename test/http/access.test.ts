import { describe, expect, test, vi } from 'vitest';
import { type Access, challenge, openAccess, type Visit } from '../../src/http/access.ts';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import type { Authenticate, Member } from '../../src/http/member.ts';
import { refusalOf } from './requests.ts';

const MAYA: Member = { name: 'maya', principal: 'token:maya', scope: 'read' };
const JON: Member = { name: 'jon', principal: 'company:jon', scope: 'write' };
const HERE = '192.0.2.1';

/** Who knows this token. */
const knowing =
  (secret: string, member: Member): Authenticate =>
  async (token) =>
    token === secret ? member : undefined;

interface Setup {
  readonly access: Access;
  /** Moves the clock. */
  pass(milliseconds: number): void;
  ask(authorization?: string, address?: string): Promise<Visit | Response>;
}

function open(authenticators: readonly Authenticate[] | undefined, limits: Partial<Limits> = {}): Setup {
  let clock = 0;
  const access = openAccess({ authenticators, challenge, limits: limitsWith(limits), now: () => clock });
  return {
    access,
    pass: (milliseconds) => {
      clock += milliseconds;
    },
    ask(authorization, address = HERE) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      return access.admit(new Request('http://localhost/mcp', { headers }), address);
    },
  };
}

const both = [knowing('maya-secret', MAYA), knowing('jon-secret', JON)];

function answered(visit: Visit | Response): Response {
  if (visit instanceof Response) return visit;
  throw new Error(`${visit.member.name} was let in.`);
}
function admitted(visit: Visit | Response): Visit {
  if (!(visit instanceof Response)) return visit;
  throw new Error(`Nobody was let in: ${visit.status}.`);
}

describe('whoever it is,', () => {
  test('an address has a bound, and others do not feel it', () => {
    const { access, pass } = open(both, { requestsPerAddress: 2 });
    expect([access.pass(HERE), access.pass(HERE)]).toEqual([undefined, undefined]);
    expect([access.pass(HERE)?.status, access.pass('192.0.2.2')]).toEqual([429, undefined]);
    pass(60_000);
    expect(access.pass(HERE)).toBeUndefined();
  });

  test('every message of a batch takes a turn of its own', async () => {
    const { access, ask } = open(both, { requestsPerMember: 5 });
    const { member } = admitted(await ask('Bearer maya-secret'));
    expect(access.charge(member, 4)).toBeUndefined();
    const refused = access.charge(member, 1);
    expect([refused?.status, Number(refused?.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(access.charge(admitted(await ask('Bearer jon-secret')).member, 4)).toBeUndefined();
  });
});

describe('somebody with a good token', () => {
  test.each([
    ['Bearer maya-secret', MAYA],
    ['bearer maya-secret', MAYA],
    ['BEARER   maya-secret', MAYA],
    ['Bearer jon-secret', JON],
  ])('is let in (%s), whoever of those who are asked knows them', async (authorization, member) => {
    expect(admitted(await open(both).ask(authorization)).member).toEqual(member);
  });

  test('is welcome as long as the same token says that they are the same', async () => {
    let now: Member | undefined = MAYA;
    const { ask } = open([async () => now]);
    const { isStillWelcome } = admitted(await ask('Bearer maya-secret'));
    expect(await isStillWelcome()).toBe(true);
    now = { ...MAYA, scope: 'write' };
    expect(await isStillWelcome()).toBe(true);
    now = { ...MAYA, principal: 'token:maya:again' };
    expect(await isStillWelcome()).toBe(false);
    now = undefined;
    expect(await isStillWelcome()).toBe(false);
  });

  test('is not asked for more often than every request, and not at all where everybody is welcome', async () => {
    const authenticate = vi.fn(both[0] ?? (async () => undefined));
    const { ask } = open([authenticate]);
    await ask('Bearer maya-secret');
    expect(authenticate).toHaveBeenCalledExactlyOnceWith('maya-secret');
    const visit = admitted(await open(undefined).ask());
    expect(visit.member).toMatchObject({ name: 'local', scope: 'admin' });
    expect(await visit.isStillWelcome()).toBe(true);
  });
});

describe('somebody without a good token', () => {
  const INVALID = 'Bearer realm="team-context", error="invalid_token"';

  test('is asked for one', async () => {
    const response = answered(await open(both).ask());
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="team-context"');
    expect(await refusalOf(response)).toEqual({ status: 401, says: expect.stringContaining('Bearer TOKEN') });
  });

  test.each([
    'Bearer other-secret',
    'Bearer maya-secre',
    'Bearer maya-secret x',
    'Bearer',
    'Bearer ',
    'maya-secret',
    'Basic maya-secret',
    'Bearer maya-secret, Bearer jon-secret',
    `Bearer ${'x'.repeat(9_000)}`,
    '',
  ])('hears the same whatever is wrong with it (%j)', async (authorization) => {
    const response = answered(await open(both).ask(authorization));
    expect(response.headers.get('www-authenticate')).toBe(INVALID);
    const { says } = await refusalOf(answered(await open(both).ask()));
    expect(await refusalOf(response)).toEqual({ status: 401, says });
  });

  test('is not even looked for when the token is none that anybody could have', async () => {
    const authenticate = vi.fn(async () => undefined);
    const { ask } = open([authenticate]);
    for (const token of ['', 'with space', 'with"quote', 'é', 'x'.repeat(9_000)])
      await ask(`Bearer ${encodeURIComponent(token) === token ? token : `${token.slice(0, 4)} "`}`);
    expect(authenticate).not.toHaveBeenCalled();
  });

  test('may try a few times a minute, and then waits; a good token from the same address does not', async () => {
    const { ask, pass } = open(both, { failuresPerAddress: 3 });
    for (const authorization of ['Bearer a', 'Bearer b', undefined])
      expect(answered(await ask(authorization)).status).toBe(401);
    const response = answered(await ask('Bearer c'));
    expect(response.headers.get('retry-after')).toBe('20');
    expect((await refusalOf(response)).status).toBe(429);
    expect(admitted(await ask('Bearer maya-secret')).member).toEqual(MAYA);
    expect(answered(await ask('Bearer c', '192.0.2.2')).status).toBe(401);
    pass(20_000);
    expect(answered(await ask('Bearer c')).status).toBe(401);
  });

  test('is one sender with all that have the same network of IPv6', async () => {
    const { ask } = open(both, { failuresPerAddress: 1 });
    expect(answered(await ask('Bearer a', '2001:db8::1')).status).toBe(401);
    expect(answered(await ask('Bearer a', '2001:db8::2')).status).toBe(429);
    expect(answered(await ask('Bearer a', '2001:db8:0:1::1')).status).toBe(401);
  });
});

test('a member who asks too often waits, from wherever they ask, and nobody else does', async () => {
  const { ask, pass } = open(both, { requestsPerMember: 2 });
  await ask('Bearer maya-secret', '192.0.2.1');
  await ask('Bearer maya-secret', '192.0.2.2');
  const response = answered(await ask('Bearer maya-secret', '192.0.2.3'));
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
  expect(admitted(await ask('Bearer jon-secret')).member).toEqual(JON);
  pass(30_000);
  expect(admitted(await ask('Bearer maya-secret')).member).toEqual(MAYA);
});

test('a member who may not do something is told which scope it takes', async () => {
  const { access } = open(both);
  expect(access.refuse(MAYA, 'read')).toBeUndefined();
  expect(access.refuse(JON, 'write')).toBeUndefined();
  const nobody: Member = { ...MAYA, scope: undefined };
  expect(access.refuse(nobody, 'read')?.status).toBe(403);
  const refused = access.refuse(MAYA, 'write');
  expect(refused?.headers.get('www-authenticate')).toBe(
    'Bearer realm="team-context", error="insufficient_scope", scope="write"',
  );
  expect(refused && (await refusalOf(refused))).toEqual({ status: 403, says: expect.stringContaining('"write"') });
});
