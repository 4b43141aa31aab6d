import { beforeEach, expect, test } from 'vitest';
import { AUDIENCE } from '../../issuer.ts';
import { issuerOfTest, type Opened, trusting } from './opened.ts';

let opened: Opened;
beforeEach(async () => {
  opened = trusting(await issuerOfTest());
});

test.each([
  [{ scope: 'read' }, 'read'],
  [{ scope: 'openid admin read' }, 'admin'],
  [{ scope: 'team-context:write team-context:read' }, 'write'],
  [{ scope: `${AUDIENCE}/read ${AUDIENCE}/admin` }, 'admin'],
  [{ scope: undefined, scp: 'read write' }, 'write'],
  [{ scope: undefined, scp: ['team-context:admin'] }, 'admin'],
  [{ scope: 'read', scp: ['write', 7, null] }, 'write'],
  [{ scope: undefined }, undefined],
  [{ scope: '' }, undefined],
  [{ scope: 'Read READ readwrite read,write https://other.example.com/admin other:admin' }, undefined],
  [{ scope: ['admin'], scp: { admin: true } }, undefined],
  [{ scope: undefined, scp: ['read admin'] }, undefined],
])('%o may do: %s', async (claims, scope) => {
  const member = await opened.member({ claims });
  expect(member).toBeDefined();
  expect(member?.scope).toBe(scope);
});

test.each([
  [{ preferred_username: 'maya', email: 'm@example.com', name: 'Maya Lindt' }, 'maya'],
  [{ email: 'm@example.com', name: 'Maya Lindt' }, 'm@example.com'],
  [{ name: ' Maya\n Lindt\u0007' }, 'Maya Lindt\\u{7}'],
  [{ preferred_username: '', email: 7, name: ' \t' }, 'u-1'],
  [{ name: 'x'.repeat(100) }, `${'x'.repeat(79)}…`],
  [{ sub: undefined }, 'desktop'],
])('%o is called: %s', async (claims, name) => {
  expect((await opened.member({ claims }))?.name).toBe(name);
});

test('members are told apart by their subject, and a program without one by its client', async () => {
  const principal = async (claims: Record<string, unknown>): Promise<string | undefined> =>
    (await opened.member({ claims }))?.principal;
  const { name } = opened.issuer;
  expect(await principal({ sub: 'u-2', name: 'Maya' })).toBe(`company:${name}#sub:u-2`);
  expect(await principal({ sub: 'u-3', name: 'Maya' })).toBe(`company:${name}#sub:u-3`);
  expect(await principal({ sub: undefined })).toBe(`company:${name}#client:desktop`);
  expect(await principal({ sub: undefined, client_id: undefined, name: 'Maya' })).toBeUndefined();
});
