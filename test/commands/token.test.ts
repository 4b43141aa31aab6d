import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openTokens, type Tokens } from '../../src/http/tokens/tokens.ts';
import { openState } from '../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { run } from '../processes.ts';

const SECRET = /^tctx_[\w-]{43}\n$/;

let place: TemporaryFolder;
/** As a server on the same machine has them open. */
let tokens: Tokens;
let clock: number;
beforeEach(async () => {
  place = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  clock = Date.now();
  const onFault = (fault: unknown): never => {
    throw fault;
  };
  tokens = openTokens({ state: await openState({}), now: () => clock, onFault });
});
afterEach(async () => {
  await tokens.close();
  vi.unstubAllEnvs();
  await place.remove();
});

const token = (...words: readonly string[]) => run(['token', ...words], { cwd: place.path });
/** A token that was made, alone. */
async function made(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await token(...words);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
  return stdout.trim();
}
const scopeOf = async (secret: string) => (await tokens.authenticate(secret))?.scope;
const stored = () => readFile(place.at('state/tokens.json'), 'utf8');

describe('token add', () => {
  test('prints the token alone on standard output, and all else that a person should know beside it', async () => {
    const { code, stdout, stderr } = await token('add', 'Maya Lopez');
    expect(code).toBe(0);
    expect(stdout).toMatch(SECRET);
    expect(await tokens.authenticate(stdout.trim())).toMatchObject({ name: 'Maya Lopez', scope: 'read' });
    expect(stderr).not.toContain(stdout.trim());
    for (const said of ['"Maya Lopez"', 'not shown again', 'Authorization: Bearer', 'scope read', 'never expires'])
      expect(stderr).toContain(said);
    expect(stderr).toContain('--scope write');
    expect(stderr).toContain('--expires 90d');
    expect(await stored()).not.toContain(stdout.trim());
  });

  test('gives the scope and the end that are asked for, and does not explain how to ask for them', async () => {
    const { stdout, stderr } = await token('add', 'maya', '--scope', 'admin', '--expires', '12h');
    expect(await scopeOf(stdout.trim())).toBe('admin');
    expect(stderr).not.toContain('Without --');
    clock += 11.9 * 3_600_000;
    expect(await scopeOf(stdout.trim())).toBe('admin');
    clock += 0.2 * 3_600_000;
    expect(await scopeOf(stdout.trim())).toBeUndefined();
  });

  test.skipIf(process.platform === 'win32')('keeps its file for this user alone', async () => {
    await made('add', 'maya');
    const modeOf = async (path: string): Promise<number> => (await stat(place.at(path))).mode & 0o777;
    expect([await modeOf('state'), await modeOf('state/tokens.json')]).toEqual([0o700, 0o600]);
  });

  test('refuses a name that is taken, in any case, and says what to type', async () => {
    const secret = await made('add', 'Zoë');
    const { code, stdout, stderr } = await token('add', 'ZOE\u0308');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('team-context token rotate "Zoë"');
    expect(await scopeOf(secret)).toBe('read');
  });

  test('never writes into a library, be it named or known by its settings', async () => {
    await place.write({ 'settings/team-context.yaml': '', 'named/context/voice.md': '# Voice\n' });
    for (const library of ['settings', 'named']) {
      const env = { TEAM_CONTEXT_STATE: place.at(`${library}/state`) };
      const named = library === 'named' ? { TEAM_CONTEXT_LIBRARY: place.at(library) } : undefined;
      const { code, stdout, stderr } = await run(['token', 'add', 'maya'], { env: { ...env, ...named } });
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('lies inside')]);
      expect(await readdir(place.at(library))).not.toContain('state');
    }
  });

  test('refuses a file that it cannot understand, and leaves it alone', async () => {
    await mkdir(place.at('state'), { mode: 0o700 });
    await writeFile(place.at('state/tokens.json'), '{"version":1,"tok', { mode: 0o600 });
    for (const words of [['add', 'maya'], ['list'], ['revoke', 'maya'], ['rotate', 'maya']]) {
      const { code, stdout, stderr } = await token(...words);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining('cannot be understood')]);
    }
    expect(await stored()).toBe('{"version":1,"tok');
  });
});

describe('token list', () => {
  test('shows names, scopes, ends and uses, and no hash', async () => {
    const maya = await made('add', 'maya', '--scope', 'write', '--expires', '2999-12-31');
    await made('add', 'Tom Ford');
    await tokens.authenticate(maya);
    await tokens.close();
    const { code, stdout } = await token('list');
    expect(code).toBe(0);
    const day = new Date(clock).toISOString().slice(0, 10);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/));
    expect(lines).toEqual([
      ['NAME', 'SCOPE', 'CREATED', 'EXPIRES', 'LAST USED'],
      ['maya', 'write', expect.stringContaining(day), '2999-12-31 23:59', expect.stringContaining(day)],
      ['Tom Ford', 'read', expect.stringContaining(day), 'never', 'never'],
    ]);
    const hashes = (await stored()).match(/[0-9a-f]{64}/g) ?? [];
    expect(hashes).toHaveLength(2);
    for (const hash of hashes) expect(stdout).not.toContain(hash.slice(0, 8));
  });

  test('says which tokens have expired', async () => {
    await made('add', 'maya');
    const text = await stored();
    await writeFile(
      place.at('state/tokens.json'),
      text.replace('"scope": "read",', '"scope": "read", "expires": "2020-01-31T23:59:59.999Z",'),
    );
    expect((await token('list')).stdout).toContain('expired 2020-01-31 23:59');
  });

  test('says how to make one when there is none', async () => {
    expect(await token('list')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'There are no tokens. Type: team-context token add NAME\n',
    });
  });
});

describe('token revoke', () => {
  test('ends the one token for a server that runs', async () => {
    const [maya, tom] = [await made('add', 'maya'), await made('add', 'tom')];
    expect([await scopeOf(maya), await scopeOf(tom)]).toEqual(['read', 'read']);
    expect(await token('revoke', 'Maya')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('"maya"'),
    });
    expect([await scopeOf(maya), await scopeOf(tom)]).toEqual([undefined, 'read']);
  });

  test('refuses a name that there is not, and says which may be meant', async () => {
    await made('add', 'maya');
    const { code, stderr } = await token('revoke', 'maja');
    expect([code, stderr]).toEqual([2, 'There is no token "maja". Did you mean "maya"?\n']);
  });
});

describe('token rotate', () => {
  test('prints another token, and the one before is dead', async () => {
    const old = await made('add', 'maya', '--scope', 'write');
    const { stdout, stderr } = await token('rotate', 'maya', '--expires', '8w');
    expect(stdout).toMatch(SECRET);
    expect(stderr).toContain('scope write');
    expect([await scopeOf(old), await scopeOf(stdout.trim())]).toEqual([undefined, 'write']);
    clock += 8 * 7 * 24 * 3_600_000 + 60_000;
    expect(await scopeOf(stdout.trim())).toBeUndefined();
  });
});

describe('what cannot be meant', () => {
  test.each([
    [[], 'Say what to do: team-context token add|list|revoke|rotate.'],
    [['ad', 'maya'], 'Did you mean "add"?'],
    [['constructor'], 'has no "constructor"'],
    [['add'], 'Say whose token it is, for example: team-context token add maya'],
    [['add', 'Maya', 'Lopez'], 'Put a name with spaces in quotes: "Maya Lopez"'],
    [['add', ''], 'cannot be the name of a token. Type 1 to 60 letters'],
    [['add', 'a/b'], '"a/b" cannot be the name of a token'],
    [['add', 'maya', '--scope', 'root'], '"root" is no scope. --scope takes read, write, admin.'],
    [['add', 'maya', '--scope'], '--scope needs a value'],
    [['add', 'maya', '--expires', 'soon'], '"soon" says no time. --expires takes 12h, 90d or 8w'],
    [['add', 'maya', '--expires', '2020-01-01'], '2020-01-01 is over.'],
    [['add', 'maya', '--scop', 'read'], 'Did you mean --scope?'],
    [['list', 'maya'], '"team-context token list" takes no name.'],
    [['revoke', 'maya', '--expires', '1d'], '"team-context token revoke" takes no --expires.'],
    [['rotate', 'maya', '--scope', 'admin'], '"team-context token rotate" takes no --scope.'],
  ])('%j is refused in a sentence, and nothing is written', async (words, said) => {
    const { code, stdout, stderr } = await token(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(await readdir(place.path)).toEqual([]);
  });
});

describe('several at once', () => {
  test('eight processes that add all add', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, (_, n) => made('add', `member ${n}`)));
    for (const [n, secret] of secrets.entries())
      expect(await tokens.authenticate(secret)).toMatchObject({ name: `member ${n}` });
    await tokens.close();
    expect((await readdir(place.at('state'))).sort()).toEqual(['token-uses.json', 'tokens.json']);
  });

  test('of eight processes that add the same name one does', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => token('add', 'maya')));
    expect(all.map(({ code }) => code).sort()).toEqual([0, 2, 2, 2, 2, 2, 2, 2]);
    expect((await stored()).match(/sha256/g)).toHaveLength(1);
  });

  test('a server that notes uses never brings back what is revoked meanwhile', async () => {
    const secrets = new Map<string, string>();
    for (const name of ['one', 'two', 'three', 'four', 'five']) secrets.set(name, await made('add', name));
    let isOver = false;
    const serving = (async () => {
      while (!isOver) {
        clock += 61_000;
        for (const secret of secrets.values()) await tokens.authenticate(secret);
        // room for the write of the uses to go on
        await setImmediate();
      }
    })();
    for (const name of ['one', 'two', 'three']) {
      expect((await token('revoke', name)).code).toBe(0);
      expect(await scopeOf(secrets.get(name) ?? '')).toBeUndefined();
    }
    isOver = true;
    await serving;
    await tokens.close();
    const alive = await Promise.all([...secrets.values()].map(scopeOf));
    expect(alive).toEqual([undefined, undefined, undefined, 'read', 'read']);
    expect(JSON.parse(await readFile(join(place.at('state'), 'token-uses.json'), 'utf8')).uses).not.toHaveProperty(
      'one',
    );
  });
});
