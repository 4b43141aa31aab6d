import { describe, expect, test } from 'vitest';
import type { Typed } from '../../src/commands/command.ts';
import { type Network, readNetwork } from '../../src/commands/network.ts';
import { NETWORK_OPTIONS } from '../../src/commands/network-options.ts';
import { limitsWith } from '../../src/http/limits.ts';
import { Refusal } from '../../src/refusal.ts';

function refusalFor(flags: Typed['flags']): string {
  try {
    readNetwork(flags);
  } catch (wrong) {
    if (wrong instanceof Refusal) return wrong.message;
    throw wrong;
  }
  throw new Error('This is not refused.');
}

test('without a flag, only this machine can come, and nobody is asked who they are', () => {
  const { limits, ...network } = readNetwork({});
  expect(network).toEqual({
    host: '127.0.0.1',
    port: 8326,
    publicUrl: undefined,
    allowedHosts: [],
    isPublic: false,
    isStateless: false,
    asksForTokens: false,
    company: undefined,
    isBehindProxy: false,
    logLevel: 'info',
  });
  expect(limits).toEqual(limitsWith());
});

test('every flag is read', () => {
  const { limits, ...network } = readNetwork({
    host: '::1',
    port: '0',
    'public-url': 'https://context.example.com',
    'allowed-host': ['team.example.com', 'other.example.com:8443'],
    stateless: true,
    tokens: true,
    issuer: 'https://login.example.com',
    audience: 'https://context.example.com/mcp',
    'trust-proxy': true,
    'max-sessions': '7',
    'max-streams': '900',
    'log-level': 'warn',
  });
  expect(network).toEqual({
    host: '::1',
    port: 0,
    publicUrl: new URL('https://context.example.com'),
    allowedHosts: ['team.example.com', 'other.example.com:8443'],
    isPublic: true,
    isStateless: true,
    asksForTokens: true,
    company: { issuer: new URL('https://login.example.com'), audience: 'https://context.example.com/mcp' },
    isBehindProxy: true,
    logLevel: 'warn',
  });
  expect(limits).toMatchObject({ sessions: 7, streams: 900 });
  expect(limits.connections).toBeGreaterThan(900);
  expect(Object.keys(NETWORK_OPTIONS)).toHaveLength(12);
});

const isPublic = (flags: Typed['flags']): Network['isPublic'] => readNetwork(flags).isPublic;

describe('others can come in', () => {
  test.each([
    [{ host: '0.0.0.0', 'allowed-host': ['context.example.com'] }],
    [{ host: '0.0.0.0', 'allowed-host': ['localhost'] }],
    [{ host: '::', 'public-url': 'https://context.example.com' }],
    [{ 'public-url': 'https://context.example.com' }],
    [{ 'allowed-host': ['context.example.com'] }],
    [{ 'allowed-host': ['localhost', 'context.example.com:8326'] }],
  ])('with %j', (flags) => {
    expect(isPublic(flags)).toBe(true);
  });

  test.each([
    [{ host: 'localhost' }],
    [{ host: '::1' }],
    [{ 'allowed-host': ['localhost:9000'] }],
    [{ 'public-url': 'http://127.0.0.1:9000' }],
  ])('not with %j', (flags) => {
    expect(isPublic(flags)).toBe(false);
  });
});

test.each([
  [{ port: 'eighty' }, '--port takes a whole number from 0 to 65535, not "eighty".'],
  [{ port: '65536' }, '--port takes a whole number from 0 to 65535'],
  [{ port: '-1' }, '--port takes a whole number'],
  [{ port: '80.5' }, '--port takes a whole number'],
  [{ port: '1e3' }, '--port takes a whole number'],
  [{ 'max-sessions': '0' }, '--max-sessions takes a whole number from 1 to 100000'],
  [{ 'max-streams': '1000000' }, '--max-streams takes a whole number from 1 to 100000'],
  [{ 'public-url': 'context.example.com' }, '--public-url takes a web address such as https://context.example.com'],
  [{ 'public-url': 'ftp://context.example.com' }, '--public-url takes a web address'],
  [{ 'public-url': 'https://context.example.com/?a=b' }, '--public-url takes a web address'],
  [{ 'allowed-host': ['https://context.example.com'] }, 'is not the name of a host'],
  [{ 'allowed-host': ['*'] }, 'is not the name of a host'],
  [{ issuer: 'https://login.example.com' }, '--issuer and --audience belong together'],
  [{ audience: 'https://context.example.com/mcp' }, '--issuer and --audience belong together'],
  [{ issuer: 'login', audience: 'x' }, '--issuer takes a web address such as https://login.example.com, not "login".'],
  [{ 'log-level': 'loud' }, '--log-level is one of error, warn, info, debug, silent, not "loud".'],
  [{ host: '0.0.0.0' }, 'Say under which name they call this server, such as --allowed-host context.example.com'],
  [{ host: '192.0.2.1', tokens: true }, 'With --host 192.0.2.1 other machines can come here.'],
])('%j is refused, and it is said why', (flags, says) => {
  expect(refusalFor(flags)).toContain(says);
});
