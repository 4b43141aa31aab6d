import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { addToken, revokeToken, rotateToken } from '../../../src/http/tokens/changes.ts';
import { digestOf } from '../../../src/http/tokens/secret.ts';
import { TOKEN_FILE } from '../../../src/http/tokens/token-file.ts';
import { openTokens, type Tokens } from '../../../src/http/tokens/tokens.ts';
import { readUses, USES_FILE } from '../../../src/http/tokens/uses.ts';
import { Refusal } from '../../../src/refusal.ts';
import { openState, type State } from '../../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';

const HOUR_MS = 3_600_000;
const isWindows = process.platform === 'win32';

let place: TemporaryFolder;
let state: State;
let clock: number;
let faults: unknown[];
let tokens: Tokens;
/** A state that counts what is read of it. */
let reads: string[];
beforeEach(async () => {
  place = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  state = await openState({});
  // later than any file of this test, so that files are old enough to be trusted by their looks
  clock = Date.now() + HOUR_MS;
  faults = [];
  reads = [];
  const counted: State = {
    ...state,
    read(name) {
      reads.push(name);
      return state.read(name);
    },
  };
  tokens = openTokens({ state: counted, now: () => clock, onFault: (fault) => faults.push(fault) });
  return async () => {
    await tokens.close();
    vi.unstubAllEnvs();
    await place.remove();
  };
});

const filePath = (): string => join(state.folder, TOKEN_FILE);
const never = { scope: 'read', expires: undefined } as const;
async function added(name: string): Promise<string> {
  return (await addToken(state, { name, ...never })).secret;
}
const isIn = async (secret: string): Promise<boolean> => (await tokens.authenticate(secret)) !== undefined;

describe('a member', () => {
  test('comes in with the token that was issued to them, with their name and scope', async () => {
    const { secret, token } = await addToken(state, { name: 'Maya', scope: 'write', expires: new Date(clock + 1) });
    expect(await tokens.authenticate(secret)).toEqual({
      name: 'Maya',
      principal: `token:maya:${token.created}`,
      scope: 'write',
      expires: clock + 1,
    });
    expect(await tokens.authenticate(await added('Tom'))).not.toHaveProperty('expires');
  });

  test('stays out when the token is nearly right', async () => {
    const secret = await added('maya');
    expect(await isIn(secret)).toBe(true);
    const wrong = ['', ' ', secret.slice(1), secret.slice(0, -1), `${secret} `, secret.toUpperCase(), secret.slice(5)];
    const hash = digestOf(secret).toString('hex');
    for (const each of [...wrong, hash, 'maya', 'undefined']) expect(await isIn(each)).toBe(false);
  });

  test('stays out from the moment on at which the token expires', async () => {
    const expires = new Date(clock + HOUR_MS);
    const { secret } = await addToken(state, { name: 'maya', scope: 'read', expires });
    expect(await isIn(secret)).toBe(true);
    clock = expires.getTime() - 1;
    expect(await isIn(secret)).toBe(true);
    expect(await tokens.hasAny()).toBe(true);
    clock = expires.getTime();
    expect(await isIn(secret)).toBe(false);
    expect(await tokens.hasAny()).toBe(false);
  });

  test('stays out from the next question on when the token is revoked, and others do not', async () => {
    const [maya, tom] = [await added('maya'), await added('tom')];
    expect([await isIn(maya), await isIn(tom)]).toEqual([true, true]);
    await revokeToken(state, 'MAYA');
    expect([await isIn(maya), await isIn(tom)]).toEqual([false, true]);
  });

  test('has another token at once when it is rotated, and remains who they are', async () => {
    const old = await added('maya');
    const before = await tokens.authenticate(old);
    const { secret } = await rotateToken(state, 'Maya');
    expect(await isIn(old)).toBe(false);
    expect(await tokens.authenticate(secret)).toEqual(before);
  });

  test('is somebody else when a revoked name is given again', async () => {
    const before = await tokens.authenticate(await added('maya'));
    await revokeToken(state, 'maya');
    const { created } = (await addToken(state, { name: 'maya', ...never })).token;
    const after = await tokens.authenticate((await rotateToken(state, 'maya')).secret);
    expect(after?.principal).toBe(`token:maya:${created}`);
    expect(after?.principal).not.toBe(before?.principal);
  });
});

describe('a token that is rotated', () => {
  test('expires as before, or as somebody says now', async () => {
    const expires = new Date(clock + HOUR_MS);
    await addToken(state, { name: 'maya', scope: 'admin', expires });
    const kept = (await rotateToken(state, 'maya')).token;
    expect(kept).toMatchObject({ scope: 'admin', expires: expires.toISOString() });
    const other = new Date(clock + 2 * HOUR_MS);
    expect((await rotateToken(state, 'maya', { expires: other })).token.expires).toBe(other.toISOString());
    expect((await rotateToken(state, 'maya', { expires: undefined })).token).not.toHaveProperty('expires');
  });

  test('is refused when it would be expired from the beginning', async () => {
    await addToken(state, { name: 'maya', scope: 'read', expires: new Date(0) });
    await expect(rotateToken(state, 'maya')).rejects.toThrow(/has expired\. .*--expires 90d$/);
    const { secret } = await rotateToken(state, 'maya', { expires: undefined });
    expect(await isIn(secret)).toBe(true);
  });
});

describe('the file with the tokens', () => {
  test('is read when it has changed and not otherwise', async () => {
    const secret = await added('maya');
    for (let n = 0; n < 20; n++) expect(await isIn(secret)).toBe(true);
    await tokens.close();
    expect(reads.filter((name) => name === TOKEN_FILE)).toHaveLength(1);
  });

  test('is read again while it is so young that its next change could look the same', async () => {
    const secret = await added('maya');
    clock = (await stat(filePath())).mtimeMs + 500;
    for (let n = 0; n < 3; n++) expect(await isIn(secret)).toBe(true);
    expect(reads.filter((name) => name === TOKEN_FILE).length).toBeGreaterThanOrEqual(3);
  });

  test('holds no secret, and is for this user alone', async () => {
    const secret = await added('maya');
    const text = await readFile(filePath(), 'utf8');
    expect(text).not.toContain(secret.slice(5, 15));
    expect(text).toContain(digestOf(secret).toString('hex'));
    if (!isWindows) expect((await stat(filePath())).mode & 0o777).toBe(0o600);
  });

  test('is no one when it is not there, which is no fault', async () => {
    expect([await isIn(`tctx_${'a'.repeat(43)}`), await tokens.hasAny(), faults]).toEqual([false, false, []]);
  });

  test('that is deleted takes all tokens with it', async () => {
    const secret = await added('maya');
    expect(await isIn(secret)).toBe(true);
    await rm(filePath());
    expect(await isIn(secret)).toBe(false);
  });

  test.skipIf(isWindows)('lets nobody in while others can read it, and says what to type, once', async () => {
    const secret = await added('maya');
    expect(await isIn(secret)).toBe(true);
    for (const mode of [0o644, 0o640, 0o602]) {
      await chmod(filePath(), mode);
      expect(await isIn(secret)).toBe(false);
      await expect(addToken(state, { name: 'tom', ...never })).rejects.toThrow(Refusal);
    }
    expect(faults).toEqual([expect.stringMatching(/^No token is accepted.*chmod 600 ".*tokens\.json"$/)]);
    await chmod(filePath(), 0o600);
    expect(await isIn(secret)).toBe(true);
    await chmod(filePath(), 0o644);
    expect(await isIn(secret)).toBe(false);
    expect(faults).toHaveLength(2);
  });

  test.skipIf(isWindows)('lets nobody in when it is a link', async () => {
    const secret = await added('maya');
    await writeFile(place.at('elsewhere'), await readFile(filePath()), { mode: 0o600 });
    await rm(filePath());
    await symlink(place.at('elsewhere'), filePath());
    expect(await isIn(secret)).toBe(false);
    expect(faults).toEqual([expect.stringContaining('is not a file of this user')]);
  });

  const good = { name: 'maya', sha256: 'ab'.repeat(32), scope: 'read', created: '2027-01-01T00:00:00.000Z' };
  const listed = (...each: readonly unknown[]): string => JSON.stringify({ version: 1, tokens: each });
  test.each([
    ['nothing', '', 'it is not JSON'],
    ['half of it', listed(good).slice(0, 60), 'it is not JSON'],
    ['another version', JSON.stringify({ version: 2, tokens: [] }), 'see version'],
    ['a list', '[]', 'it is not a list of tokens'],
    ['a wider scope', listed({ ...good, scope: 'root' }), 'see tokens.0.scope'],
    ['a short hash', listed(good, { ...good, name: 'tom', sha256: 'ab' }), 'see tokens.1.sha256'],
    ['an end that is no time', listed({ ...good, expires: 'next week' }), 'see tokens.0.expires'],
    ['an end in no calendar', listed({ ...good, expires: '2027-02-30T00:00:00Z' }), 'see tokens.0.expires'],
    ['a misspelt field', listed({ ...good, expire: '2020-01-01T00:00:00Z' }), 'see tokens.0'],
    ['a name that cannot be', listed({ ...good, name: 'a\nb' }), 'see tokens.0.name'],
    [
      'a name twice',
      listed(good, { ...good, name: 'MAYA', sha256: 'cd'.repeat(32) }),
      'the name "MAYA" stands there twice',
    ],
    ['a hash twice', listed(good, { ...good, name: 'tom' }), '"tom" has the secret of another'],
  ])('lets nobody in, says why and stays as it is when it holds %s', async (_, text, reason) => {
    const secret = await added('ann');
    expect(await isIn(secret)).toBe(true);
    await writeFile(filePath(), text);
    for (let n = 0; n < 3; n++) expect(await isIn(secret)).toBe(false);
    expect(await tokens.hasAny()).toBe(false);
    expect(faults).toEqual([expect.stringContaining(`cannot be understood (${reason}`)]);
    expect(String(faults[0])).not.toMatch(/(ab|cd){4}/);
    await expect(addToken(state, { name: 'new', ...never })).rejects.toThrow(Refusal);
    await expect(revokeToken(state, 'maya')).rejects.toThrow(Refusal);
    await expect(rotateToken(state, 'maya')).rejects.toThrow(Refusal);
    expect(await readFile(filePath(), 'utf8')).toBe(text);
  });

  test('that a person wrote with an editor is understood', async () => {
    await added('ann');
    const secret = 'tctx_of-my-own-choice';
    const sha256 = digestOf(secret).toString('hex');
    await writeFile(filePath(), `\uFEFF${listed({ ...good, sha256, expires: '2999-01-01T00:00:00Z' })}\r\n`);
    expect(await isIn(secret)).toBe(true);
  });

  test('is looked for again when its folder could not be seen for a while', async () => {
    const secret = await added('maya');
    expect(await isIn(secret)).toBe(true);
    await tokens.close();
    const text = await readFile(filePath());
    await rm(state.folder, { recursive: true });
    await writeFile(state.folder, '');
    expect([await isIn(secret), await isIn(secret), faults.length]).toEqual([false, false, 1]);
    await rm(state.folder);
    await mkdir(state.folder, { mode: 0o700 });
    await writeFile(filePath(), text, { mode: 0o600 });
    expect(await isIn(secret)).toBe(true);
  });
});

describe('nobody', () => {
  test('comes in with what was not issued, whatever bytes it is', async () => {
    const issued = [await added('one'), await added('two'), (await rotateToken(state, 'one')).secret];
    const [rotated = '', ...good] = issued;
    const [some = ''] = good;
    const changed = fc
      .tuple(fc.nat(some.length - 1), fc.string({ minLength: 0, maxLength: 2, unit: 'binary' }))
      .map(([at, text]) => some.slice(0, at) + text + some.slice(at + 1));
    const invented = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((b) => `tctx_${Buffer.from(b).toString('base64url')}`);
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), changed, invented, fc.constant(rotated));
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        expect(await isIn(text)).toBe(good.includes(text));
      }),
      { numRuns: 2_000 },
    );
    expect(await isIn('x'.repeat(1_000_000))).toBe(false);
    for (const secret of good) expect(await isIn(secret)).toBe(true);
  });

  test('has the same token as somebody else', async () => {
    const secrets = await Promise.all(Array.from({ length: 12 }, (_, n) => added(`member ${n}`)));
    expect(new Set(secrets).size).toBe(12);
    for (const secret of secrets) expect(secret).toMatch(/^tctx_[\w-]{43}$/);
    for (const [n, secret] of secrets.entries()) expect((await tokens.authenticate(secret))?.name).toBe(`member ${n}`);
  });
});

describe('the last use of a token', () => {
  const written = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      [...(await readUses(state))].map(([who, at]) => [who.split(':')[1] ?? '', new Date(at).toISOString()]),
    );
  const at = (time: number): string => new Date(time).toISOString();

  test('is written into a file of its own, at most once a minute and at the end', async () => {
    const [maya, tom] = [await added('maya'), await added('tom')];
    const before = await readFile(filePath(), 'utf8');
    const began = clock;
    await isIn(maya);
    await vi.waitFor(async () => expect(await written()).toEqual({ maya: at(began) }));
    const file = await stat(join(state.folder, USES_FILE));
    clock += 59_000;
    await isIn(tom);
    await isIn(maya);
    expect((await stat(join(state.folder, USES_FILE))).mtimeMs).toBe(file.mtimeMs);
    clock += 1_000;
    await isIn(tom);
    await vi.waitFor(async () =>
      expect(await written()).toEqual({ maya: at(began + 59_000), tom: at(began + 60_000) }),
    );
    clock += 5_000;
    await isIn(maya);
    await tokens.close();
    expect(await written()).toEqual({ maya: at(began + 65_000), tom: at(began + 60_000) });
    expect(await readFile(filePath(), 'utf8')).toBe(before);
  });

  test('is noted for a token that is good, and for no other', async () => {
    const [maya, tom] = [await added('maya'), await added('tom')];
    await revokeToken(state, 'tom');
    await isIn(tom);
    await isIn('wrong');
    await isIn(maya);
    await tokens.close();
    expect(Object.keys(await written())).toEqual(['maya']);
  });

  test('of several servers is the latest, and that of tokens that are gone is forgotten', async () => {
    const [maya, tom] = [await added('maya'), await added('tom')];
    const later = openTokens({ state, now: () => clock + HOUR_MS, onFault: (fault) => faults.push(fault) });
    await later.authenticate(maya);
    await later.authenticate(tom);
    await later.close();
    await isIn(maya);
    await tokens.close();
    expect(await written()).toEqual({ maya: at(clock + HOUR_MS), tom: at(clock + HOUR_MS) });
    await revokeToken(state, 'tom');
    clock += 60_000;
    await isIn(maya);
    await tokens.close();
    expect(Object.keys(await written())).toEqual(['maya']);
  });

  test('begins anew when nobody can read what was written down', async () => {
    const maya = await added('maya');
    await writeFile(join(state.folder, USES_FILE), '{"version":1,"uses":{"a":"no time"}}', { mode: 0o600 });
    await isIn(maya);
    await tokens.close();
    expect(await written()).toEqual({ maya: at(clock) });
    expect(faults).toEqual([]);
  });

  test('is still to be written when it could not be', async () => {
    const maya = await added('maya');
    await mkdir(join(state.folder, USES_FILE));
    await writeFile(join(state.folder, USES_FILE, 'in-the-way'), '');
    await isIn(maya);
    await tokens.close();
    expect(faults).toEqual([expect.stringContaining('cannot be used')]);
    await rm(join(state.folder, USES_FILE), { recursive: true });
    await tokens.close();
    expect(await written()).toEqual({ maya: at(clock) });
  });

  test('leaves no lock and no piece behind, also of many requests at once', async () => {
    const maya = await added('maya');
    const all = await Promise.all(Array.from({ length: 200 }, () => isIn(maya)));
    expect(all.every(Boolean)).toBe(true);
    await tokens.close();
    expect((await readdir(state.folder)).sort()).toEqual([USES_FILE, TOKEN_FILE].sort());
  });
});

describe('a file that is as long and as old as the one before', () => {
  test('is still seen as another one', async () => {
    const one = await added('maya');
    const time = new Date('2027-01-01T00:00:00Z');
    await utimes(filePath(), time, time);
    expect(await isIn(one)).toBe(true);
    const { secret } = await rotateToken(state, 'maya');
    await utimes(filePath(), time, time);
    expect([await isIn(one), await isIn(secret)]).toEqual([false, true]);
    expect(await isIn(`tctx_${randomBytes(32).toString('base64url')}`)).toBe(false);
  });
});
