import { describe, expect, test } from 'vitest';
import { type Entrance, waysToConnect } from '../../../src/http/pages/connecting.ts';
import { isPublicAddress } from '../../../src/http/pages/public-address.ts';

const OPEN: Entrance = { url: 'http://127.0.0.1:3000/mcp', hasTokens: false, hasIssuer: false };
const TOKENS: Entrance = { url: 'https://context.acme.example/mcp', hasTokens: true, hasIssuer: false };
const COMPANY: Entrance = { url: 'https://context.acme.example/mcp', hasTokens: false, hasIssuer: true };

function way(entrance: Entrance, client: string) {
  const found = waysToConnect(entrance).find((each) => each.client.startsWith(client));
  return { steps: found?.steps.join(' ') ?? '', paste: found?.paste ?? '' };
}

describe('Claude Code', () => {
  test('is given a command, with the header where members have tokens', () => {
    expect(way(OPEN, 'Claude Code').paste).toBe(
      'claude mcp add --transport http --scope user team-context http://127.0.0.1:3000/mcp',
    );
    expect(way(TOKENS, 'Claude Code').paste).toBe(
      'claude mcp add --transport http --scope user team-context https://context.acme.example/mcp --header "Authorization: Bearer YOUR_TOKEN"',
    );
  });

  test('is told how to sign in where there is an identity provider', () => {
    const { paste, steps } = way(COMPANY, 'Claude Code');
    expect(paste).not.toContain('--header');
    expect(steps).toContain('/mcp');
  });
});

describe('editors', () => {
  test('are given files that name the address, with a header where members have tokens', () => {
    expect(JSON.parse(way(TOKENS, 'Cursor').paste)).toEqual({
      mcpServers: {
        'team-context': { url: TOKENS.url, headers: { Authorization: 'Bearer YOUR_TOKEN' } },
      },
    });
    expect(JSON.parse(way(TOKENS, 'VS Code').paste)).toMatchObject({
      inputs: [{ id: 'team-context-token', type: 'promptString', password: true }],
      servers: {
        'team-context': {
          type: 'http',
          url: TOKENS.url,
          headers: { Authorization: 'Bearer ${input:team-context-token}' },
        },
      },
    });
  });

  test.each([OPEN, COMPANY, { ...COMPANY, hasTokens: true }])('send no header of ours elsewhere: %j', (entrance) => {
    expect(JSON.parse(way(entrance, 'Cursor').paste)).toEqual({
      mcpServers: { 'team-context': { url: entrance.url } },
    });
    expect(JSON.parse(way(entrance, 'VS Code').paste)).toEqual({
      servers: { 'team-context': { type: 'http', url: entrance.url } },
    });
  });
});

describe.each(['Claude on the web', 'ChatGPT'])('%s', (client) => {
  test('is given the address where it is public and members can sign in', () => {
    expect(way(COMPANY, client).paste).toBe(COMPANY.url);
  });

  test('is told why not, and given nothing to paste, where it cannot come in', () => {
    expect(way(OPEN, client)).toMatchObject({ paste: '', steps: expect.stringContaining('https://') });
    expect(way(TOKENS, client)).toMatchObject({ paste: '', steps: expect.stringContaining('--issuer') });
    const inside = { ...COMPANY, url: 'https://context.internal/mcp' };
    expect(way(inside, client)).toMatchObject({ paste: '', steps: expect.stringContaining('public') });
  });
});

describe('an address', () => {
  test.each([
    'https://context.acme.example/mcp',
    'https://93.184.216.34/mcp',
    'https://[2606:2800:220:1::1]/mcp',
    'https://ten.10.example/',
  ])('is public: %s', (url) => expect(isPublicAddress(url)).toBe(true));

  test.each([
    'http://context.acme.example/mcp',
    'https://localhost:3000/mcp',
    'https://a.localhost./mcp',
    'https://server/mcp',
    'https://nas.local/mcp',
    'https://10.1.2.3/mcp',
    'https://0x7f.1/mcp',
    'https://172.31.0.1/mcp',
    'https://192.168.0.9:8443/mcp',
    'https://169.254.1.1/mcp',
    'https://[::1]/mcp',
    'https://[::ffff:10.0.0.1]/mcp',
    'https://[fd00::1]/mcp',
    'https://[fe80::1]/mcp',
    'no address',
  ])('is not public: %s', (url) => expect(isPublicAddress(url)).toBe(false));
});
