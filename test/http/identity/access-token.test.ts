import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { ALGORITHMS, AUDIENCE, encoded, KEYS_PATH, publicJwk, signed, startIssuer } from '../../issuer.ts';
import { issuerOfTest, type Opened, saying, trusting } from './opened.ts';

const NOW = Math.floor(Date.now() / 1000);

let opened: Opened;
beforeEach(async () => {
  opened = trusting(await issuerOfTest());
  return () => expect(opened.faults).toEqual([]);
});

const isWelcome = async (token: string): Promise<boolean> => (await opened.identity.authenticate(token)) !== undefined;

describe('a good token', () => {
  test.each(ALGORITHMS)('of %s is its member', async (algorithm) => {
    const { issuer, member } = opened;
    const claims = { preferred_username: 'maya', scope: 'openid write', exp: NOW + 600 };
    expect(await member({ key: issuer.key(algorithm), claims })).toEqual({
      name: 'maya',
      principal: `company:${issuer.name}#sub:u-1`,
      scope: 'write',
      expires: (NOW + 600) * 1000,
    });
  });

  test('may be for several audiences, and may be called a JWT', async () => {
    const claims = { aud: ['https://other.example.com', AUDIENCE] };
    expect(await opened.member({ claims })).toBeDefined();
    for (const typ of [undefined, 'JWT', 'jwt', 'at+jwt', 'application/at+jwt', 'AT+JWT'])
      expect(await opened.member({ claims, header: { typ } })).toBeDefined();
  });

  test('need not name its key where there is one only that fits', async () => {
    expect(await opened.member({ header: { kid: undefined } })).toBeDefined();
  });

  test('is good within 30 s of clocks that differ', async () => {
    expect(await opened.member({ claims: { exp: NOW - 20 } })).toBeDefined();
    expect(await opened.member({ claims: { nbf: NOW + 20, iat: NOW + 20 } })).toBeDefined();
  });

  test('dies when it expires', async () => {
    const token = opened.issuer.token({ claims: { exp: NOW + 60 } });
    expect(await isWelcome(token)).toBe(true);
    opened.pass(120);
    expect(await isWelcome(token)).toBe(false);
  });
});

describe('nobody is let in by a token', () => {
  const wrongClaims = {
    'for another audience': { aud: 'https://other.example.com' },
    'for an audience that begins alike': { aud: `${AUDIENCE}.evil.example` },
    'for other audiences': { aud: ['https://other.example.com', `${AUDIENCE}/`] },
    'for no audience': { aud: undefined },
    'for an audience that is no text': { aud: { [AUDIENCE]: true } },
    'of another issuer': { iss: 'https://evil.example.com' },
    'of an issuer written alike': { iss: 'HTTP://127.0.0.1' },
    'of no issuer': { iss: undefined },
    'that has expired': { exp: NOW - 60 },
    'that does not expire': { exp: undefined },
    'that expires in words': { exp: '2099-01-01' },
    'that is not good yet': { nbf: NOW + 60 },
    'that was made in the future': { iat: NOW + 60 },
    'that was made in words': { iat: 'now' },
    'that does not say whose it is': { sub: undefined, client_id: undefined },
    'with an empty subject': { sub: ' ', client_id: '' },
  };
  const wrongHeaders = {
    'that is no access token': { typ: 'id+jwt' },
    'that logs somebody out': { typ: 'logout+jwt' },
    'whose type is no text': { typ: ['at+jwt'] },
    'with an extension': { crit: ['exp'], exp: NOW + 600 },
    'with an extension that jose knows': { crit: ['b64'], b64: true },
    'whose text is not encoded': { crit: ['b64'], b64: false },
    'of another algorithm': { alg: 'ES384' },
    'of a key that is not there': { kid: 'unknown' },
    'of a key that is no text': { kid: { toString: 'ES256-1' } },
  };
  test.each(Object.entries(wrongClaims))('%s', async (_, claims) => {
    expect(await opened.member({ claims })).toBeUndefined();
    expect(await opened.member()).toBeDefined();
  });
  test.each(Object.entries(wrongHeaders))('%s', async (_, header) => {
    expect(await opened.member({ header })).toBeUndefined();
    expect(await opened.member()).toBeDefined();
  });

  test.each([
    { nonce: 'n-1' },
    { at_hash: 'x' },
    { c_hash: 'x' },
    { events: {} },
    { token_use: 'id' },
    { typ: 'ID' },
    { typ: 'Refresh' },
  ])('that is meant for a client: %o', async (claims) => {
    expect(await opened.member({ header: { typ: 'JWT' }, claims })).toBeUndefined();
    expect(await opened.member({ header: { typ: 'at+jwt' }, claims })).toBeDefined();
  });

  test('that is not signed', async () => {
    const [, claims, signature] = opened.issuer.token().split('.');
    for (const alg of ['none', 'None', 'NONE', '', undefined]) {
      const header = encoded({ alg, typ: 'at+jwt' });
      for (const last of ['', signature, 'AA']) expect(await isWelcome(`${header}.${claims}.${last}`)).toBe(false);
    }
  });

  test('that is signed with a public key as a secret', async () => {
    const { issuer } = opened;
    for (const algorithm of ALGORITHMS) {
      const key = issuer.key(algorithm);
      const [, claims] = issuer.token().split('.');
      const secrets = [
        key.publicKey.export({ type: 'spki', format: 'pem' }),
        key.publicKey.export({ type: 'spki', format: 'der' }),
        JSON.stringify(publicJwk(key)),
      ];
      for (const kid of [key.kid, undefined])
        for (const secret of secrets) {
          const text = `${encoded({ alg: 'HS256', kid, typ: 'at+jwt' })}.${claims}`;
          expect(await isWelcome(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`)).toBe(
            false,
          );
        }
    }
  });

  test('whose algorithm is not that of its key', async () => {
    const { issuer, member } = opened;
    for (const key of ALGORITHMS.map(issuer.key))
      for (const alg of [...ALGORITHMS, 'PS256', 'RS512', 'HS256', 'Ed25519'])
        for (const kid of [key.kid, undefined])
          expect((await member({ key, header: { alg, kid } })) !== undefined).toBe(alg === key.algorithm);
  });

  test.each([
    ['RS256', ['PS256', 'RS384', 'RS512']],
    ['EdDSA', ['Ed25519']],
  ] as const)('that is well signed with a key for %s in another way: %o', async (algorithm, others) => {
    const { issuer } = opened;
    const { kid, privateKey, publicKey } = issuer.key(algorithm);
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid }];
    issuer.answer(KEYS_PATH, saying({ keys }));
    opened = trusting(issuer);
    const claims = { iss: issuer.name, aud: AUDIENCE, sub: 'u-1', exp: NOW + 600 };
    for (const alg of [algorithm, ...others]) {
      const token = await new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(privateKey);
      expect([alg, await isWelcome(token)]).toEqual([alg, alg === algorithm]);
    }
  });

  test('that brings its own key, and no such key is fetched', async () => {
    const evil = await startIssuer();
    const key = evil.key('ES256');
    const at = `${evil.name}/keys`;
    const own = { jwk: publicJwk(key), jku: at, x5u: at, x5c: ['AA'] };
    const { kid } = opened.issuer.key('ES256');
    expect(await opened.member({ key, header: { ...own, kid } })).toBeUndefined();
    expect(await opened.member({ key, header: own })).toBeUndefined();
    expect(await opened.member({ header: own })).toBeDefined();
    expect(evil.requests).toEqual([]);
    await evil.stop();
  });

  test('that was changed anywhere', async () => {
    const token = opened.issuer.token({ key: opened.issuer.key('EdDSA') });
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.=+/ \n\0é'), async (at, other) => {
        fc.pre(token[at] !== other);
        // the last character of a part has bits that mean nothing
        fc.pre(token[at + 1] !== '.' && at + 1 < token.length);
        expect(await isWelcome(token.slice(0, at) + other + token.slice(at + 1))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('that is no token at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.base64String(), { maxLength: 6 }).map((parts) => parts.join('.')),
        ),
        async (token) => {
          expect(await isWelcome(token)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of any header and any claims that are JSON, and nothing faults', async () => {
    const { issuer } = opened;
    const key = issuer.key('ES256');
    const claimed = { iss: issuer.name, aud: AUDIENCE, sub: 'u-1', exp: NOW + 600 };
    const some = fc.dictionary(
      fc.constantFrom('kid', 'typ', 'crit', 'iat', 'nbf', 'exp', 'sub', 'scp'),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(some, some, async (header, claims) => {
        const member = await opened.identity.authenticate(
          signed(
            JSON.stringify({ alg: 'ES256', kid: key.kid, ...header }),
            JSON.stringify({ ...claimed, ...claims }),
            key,
          ),
        );
        if (member !== undefined) expect(Number.isFinite(member.expires)).toBe(true);
      }),
      { numRuns: 200 },
    );
    const header = JSON.stringify({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' });
    for (const claims of ['null', '[]', '"x"', '{', '', JSON.stringify(claimed).replace(/"exp":\d+/, '"exp":1e999')])
      expect(await isWelcome(signed(header, claims, key))).toBe(false);
    expect(await isWelcome(signed(header, JSON.stringify(claimed), key))).toBe(true);
  });

  test('that is longer than 8 KB', async () => {
    const { issuer } = opened;
    const padded = (length: number): string => issuer.token({ claims: { groups: 'x'.repeat(length) } });
    expect(await isWelcome(padded(5_000))).toBe(true);
    expect(padded(6_200).length).toBeGreaterThan(8 * 1024);
    expect(await isWelcome(padded(6_200))).toBe(false);
  });
});
