import { describe, expect, test } from 'vitest';
import { metadataPlaces } from '../../../src/http/identity/discover.ts';
import { openIdentity } from '../../../src/http/identity/identity.ts';
import { Refusal } from '../../../src/refusal.ts';
import { AUDIENCE, KEYS_PATH, publicJwk, startIssuer } from '../../issuer.ts';
import { issuerOfTest, RESOURCE, saying, trusting } from './opened.ts';

describe('the issuer', () => {
  test.each([
    ['', undefined],
    ['', '/.well-known/openid-configuration'],
    ['/company', undefined],
    ['/company', '/.well-known/openid-configuration/company'],
    ['/company', '/company/.well-known/openid-configuration'],
    ['/company/', '/.well-known/oauth-authorization-server/company'],
    ['/', undefined],
  ])('is found: path "%s", metadata at %s', async (path, metadataPath) => {
    const found = metadataPath ?? (path === '/' ? '/.well-known/oauth-authorization-server' : undefined);
    const opened = trusting(await issuerOfTest({ path, ...(found === undefined ? {} : { metadataPath: found }) }));
    expect(await opened.member()).toBeDefined();
    expect(opened.identity.reachability()).toEqual({ isReady: true });
    expect(opened.identity.metadata().authorization_servers).toEqual([opened.issuer.name]);
    expect(opened.faults).toEqual([]);
  });

  test('is asked at its own host, whatever its path is', () => {
    for (const issuer of ['https://id.example.com//evil.example/x', 'https://id.example.com/%2F%2Fevil.example'])
      expect(metadataPlaces(new URL(issuer)).map(({ host }) => host)).toEqual(Array(3).fill('id.example.com'));
  });

  test('is refused when it cannot be safe', () => {
    const open =
      (issuer: string, audience = AUDIENCE) =>
      () =>
        openIdentity({ issuer: new URL(issuer), audience, resource: RESOURCE, onFault: () => undefined });
    for (const issuer of [
      'http://id.example.com',
      'http://127.0.0.1.example.com',
      'http://notlocalhost',
      'http://localhost.example.com',
      'ftp://127.0.0.1',
      'https://a.example/?x',
      'https://a.example/#x',
      'https://u:p@a.example',
    ])
      expect(open(issuer)).toThrow(Refusal);
    expect(open('http://127.0.0.1:9', ' ')).toThrow(Refusal);
  });

  test('that names itself otherwise is not believed', async () => {
    const opened = trusting(await issuerOfTest());
    const { issuer, identity, faults, member } = opened;
    issuer.answer(
      issuer.metadataPath,
      saying({ issuer: 'https://evil.example', jwks_uri: `${issuer.name}${KEYS_PATH}` }),
    );
    expect(await member()).toBeUndefined();
    expect(await member({ claims: { iss: 'https://evil.example' } })).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('belongs to another issuer, https://evil.example.');
    expect(identity.reachability()).toMatchObject({ isReady: false, fault: expect.stringContaining('another issuer') });
    expect(issuer.requests).not.toContain(KEYS_PATH);
  });

  test.each(['http://id.example.com/keys', 'file:///etc/keys', 'data:application/json,{"keys":[]}', 'keys', '//x'])(
    'whose keys lie at %s is not believed',
    async (jwks) => {
      const fetched: string[] = [];
      const issuer = await issuerOfTest();
      issuer.answer(issuer.metadataPath, saying({ issuer: issuer.name, jwks_uri: jwks }));
      const opened = trusting(issuer, {
        fetch: (input, init) => {
          fetched.push(String(input));
          return fetch(input, init);
        },
      });
      expect(await opened.member()).toBeUndefined();
      expect(opened.faults[0]).toContain('which is not an https address');
      expect(fetched.filter((url) => !url.includes('/.well-known/'))).toEqual([]);
    },
  );
});

test('nothing of a token is in what is reported', async () => {
  const issuer = await startIssuer();
  const { member, faults, pass } = trusting(issuer);
  const secret = 'zebra-in-the-token';
  const claims = { sub: secret, name: secret, iss: secret };
  const broken = { ...publicJwk(issuer.key('ES256')), x: 'AAAA' };
  await member({ header: { kid: secret }, claims });
  issuer.answer(KEYS_PATH, saying({ keys: [{ ...broken, kid: secret }] }));
  pass(600);
  await member({ header: { kid: secret, typ: secret }, claims });
  await issuer.stop();
  pass(600);
  await member({ header: { kid: secret, crit: [secret] }, claims });
  expect(faults).toHaveLength(2);
  expect(faults.join('\n')).not.toContain(secret);
});

test('clients are told where to log in and what was wrong', async () => {
  const { identity, issuer } = trusting(await issuerOfTest({ path: '/company' }));
  expect(identity.metadata()).toEqual({
    resource: 'https://context.example.com/mcp',
    authorization_servers: [issuer.name],
    scopes_supported: ['read', 'write'],
    bearer_methods_supported: ['header'],
    resource_name: 'team-context',
  });
  expect(identity.metadataPaths).toEqual([
    '/.well-known/oauth-protected-resource/mcp',
    '/.well-known/oauth-protected-resource',
  ]);
  const at = 'resource_metadata="https://context.example.com/.well-known/oauth-protected-resource/mcp"';
  expect(identity.challenge({})).toBe(`Bearer ${at}`);
  expect(identity.challenge({ error: 'invalid_token' })).toBe(`Bearer error="invalid_token", ${at}`);
  expect(identity.challenge({ error: 'insufficient_scope', scope: 'write' })).toBe(
    `Bearer error="insufficient_scope", scope="write", ${at}`,
  );
});
