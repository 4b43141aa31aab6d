import type { RequestListener } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { KEYS_PATH, publicJwk } from '../../issuer.ts';
import { issuerOfTest, saying, trusting } from './opened.ts';

describe('keys', () => {
  test('are fetched once for many members', async () => {
    const { issuer, member } = trusting(await issuerOfTest());
    const members = await Promise.all(Array.from({ length: 50 }, () => member()));
    expect(members.filter((each) => each === undefined)).toEqual([]);
    expect(issuer.requests).toEqual([issuer.metadataPath, KEYS_PATH]);
  });

  test('that are new are known at once, and those that are gone let nobody in any more', async () => {
    const { issuer, identity, member, pass } = trusting(await issuerOfTest());
    const old = issuer.token();
    expect(await identity.authenticate(old)).toBeDefined();
    pass(60);
    issuer.rotate();
    expect(await identity.authenticate(old)).toBeDefined();
    expect(await member()).toBeDefined();
    expect(await identity.authenticate(old)).toBeUndefined();
    expect(await member()).toBeDefined();
  });

  test('that are gone let nobody in after ten minutes, whether new ones are used or not', async () => {
    const { issuer, identity, pass } = trusting(await issuerOfTest());
    const old = issuer.token({ claims: { exp: Math.floor(Date.now() / 1000) + 3600 } });
    expect(await identity.authenticate(old)).toBeDefined();
    issuer.rotate();
    pass(9 * 60);
    expect(await identity.authenticate(old)).toBeDefined();
    pass(60);
    expect(await identity.authenticate(old)).toBeUndefined();
  });

  test('that nobody has are not asked for again and again', async () => {
    const { issuer, member, pass } = trusting(await issuerOfTest());
    expect(await member()).toBeDefined();
    const before = issuer.requests.length;
    for (let second = 0; second < 60; second += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, n) => member({ header: { kid: `${second}-${n}` } })));
      pass(1);
    }
    expect(issuer.requests.length - before).toBeLessThanOrEqual(2 * 2);
    pass(30);
    issuer.rotate();
    expect(await member()).toBeDefined();
  });

  test.each<[string, RequestListener, string]>([
    [
      'are too many bytes',
      (_, response) => response.end(`{"keys":[],"x":"${'x'.repeat(300_000)}"}`),
      'more than 262144',
    ],
    [
      'are bytes without end',
      (_, response) => {
        const timer = setInterval(() => response.write('x'.repeat(65_536)), 1);
        response.once('close', () => clearInterval(timer));
      },
      'more than 262144',
    ],
    ['do not come', () => undefined, 'does not answer in time'],
    ['stop coming', (_, response) => void response.write('{"keys":['), 'does not answer in time'],
    ['break off', (_, response) => response.write('{"keys":[', () => response.destroy()), 'cannot be reached'],
    [
      'lie elsewhere',
      (_, response) => response.writeHead(302, { location: '/other' }).end(),
      'answers with status 302',
    ],
    ['are an error', (_, response) => response.writeHead(500).end('secret text'), 'answers with status 500'],
    ['are a page', saying('<html>'), 'does not answer with JSON'],
    ['are nested deeply', saying(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 'is not a list of'],
    [
      'hide a deep one',
      saying(`{"keys":[{"kty":"EC","x":${'['.repeat(90_000)}${']'.repeat(90_000)}}]}`),
      'is not a list of',
    ],
    ['are no list', saying({ keys: { kty: 'EC' } }), 'is not a list of'],
    ['are too many', saying({ keys: Array(101).fill({ kty: 'EC' }) }), 'is not a list of'],
  ])('that %s let nobody in, and it is said why', async (_, listener, reason) => {
    const issuer = await issuerOfTest();
    const good = saying({ keys: [publicJwk(issuer.key('ES256'))] });
    issuer.answer('/other', good);
    issuer.answer(KEYS_PATH, listener);
    const { identity, faults, member, pass } = trusting(issuer, { patience: 300 });
    expect(await member()).toBeUndefined();
    expect(faults).toEqual([expect.stringContaining(reason)]);
    expect(identity.reachability()).toMatchObject({ isReady: false, fault: expect.stringContaining(reason) });
    expect(issuer.requests).not.toContain('/other');

    issuer.answer(KEYS_PATH, good);
    pass(10);
    await vi.waitFor(() => expect(identity.reachability()).toEqual({ isReady: true }));
    expect(await member()).toBeDefined();
  });

  test('of other kinds beside ours do no harm, and a weak or private one lets nobody in', async () => {
    const issuer = await issuerOfTest();
    const key = issuer.key('ES256');
    const other = { ...key, kid: 'private' };
    const broken = { ...key, kid: 'broken' };
    issuer.answer(
      KEYS_PATH,
      saying({
        keys: [
          { kty: 'oct', k: 'AAAA', kid: 'secret', alg: 'HS256' },
          { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA', kid: 'es512' },
          { ...key.privateKey.export({ format: 'jwk' }), kid: 'private' },
          { ...publicJwk(broken), x: 'AAAA' },
          publicJwk(key),
        ],
      }),
    );
    const { member, faults } = trusting(issuer);
    expect(await member({ key })).toBeDefined();
    expect(await member({ key: other })).toBeUndefined();
    expect(await member({ key: broken })).toBeUndefined();
    expect(await member({ key: broken })).toBeUndefined();
    expect(faults).toEqual([`A key of the identity provider ${issuer.url.href} cannot be used (DataError).`]);
  });
});

describe('an issuer that is away', () => {
  test('at the start lets nobody in until it is back, is asked now and then, and is reported once', async () => {
    const issuer = await issuerOfTest();
    await issuer.stop();
    const { identity, faults, member, pass } = trusting(issuer);
    expect(identity.reachability()).toEqual({ isReady: false, fault: `${issuer.name} has not answered yet.` });
    expect(identity.metadata().authorization_servers).toEqual([issuer.name]);
    for (let n = 0; n < 10; n += 1) {
      expect(await member()).toBeUndefined();
      pass(5);
    }
    expect(faults).toEqual([
      `The identity provider ${issuer.url.href} does not serve its keys. ${issuer.name} cannot be reached (ECONNREFUSED).`,
    ]);
    expect(identity.reachability().fault).toContain('ECONNREFUSED');
    await issuer.start();
    await vi.waitFor(async () => {
      pass(10);
      expect(await member()).toBeDefined();
    });
    expect(identity.reachability()).toEqual({ isReady: true });
  });

  test('for a while lets those in whose key is known, but for an hour at the most', async () => {
    const { issuer, identity, faults, pass } = trusting(await issuerOfTest());
    const token = issuer.token({ claims: { exp: Math.floor(Date.now() / 1000) + 7200 } });
    expect(await identity.authenticate(token)).toBeDefined();
    await issuer.stop();
    pass(59 * 60);
    expect(await identity.authenticate(token)).toBeDefined();
    expect(identity.reachability()).toMatchObject({
      isReady: true,
      fault: expect.stringContaining('cannot be reached'),
    });
    pass(60);
    expect(await identity.authenticate(token)).toBeUndefined();
    expect(identity.reachability().isReady).toBe(false);
    await issuer.start();
    await vi.waitFor(async () => {
      pass(10);
      expect(await identity.authenticate(token)).toBeDefined();
    });
    // a connection that breaks, and one that is not made
    expect(faults.length).toBeLessThanOrEqual(2);
  });

  test('and hangs makes those wait only once whose key is known', async () => {
    const issuer = await issuerOfTest();
    let open = 0;
    const { identity, pass, faults } = trusting(issuer, {
      patience: 1_000,
      async fetch(input, init) {
        open += 1;
        return fetch(input, init).finally(() => {
          open -= 1;
        });
      },
    });
    const token = issuer.token({ claims: { exp: Math.floor(Date.now() / 1000) + 7200 } });
    expect(await identity.authenticate(token)).toBeDefined();
    issuer.answer(issuer.metadataPath, () => undefined);
    pass(600);
    expect(await identity.authenticate(token)).toBeDefined();
    expect(faults).toHaveLength(1);
    expect(open).toBe(0);
    pass(60);
    expect(await identity.authenticate(token)).toBeDefined();
    expect(open).toBe(1);
  });
});
