import { expect, test } from 'vitest';
import { senderOf } from '../../../src/http/guards/sender.ts';

const PROXY = '10.0.0.1';

function from(forwarded: string | undefined, isBehindProxy: boolean): string {
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return senderOf(new Request('http://localhost/mcp', { headers }), PROXY, isBehindProxy);
}

test('without a proxy to trust, what a client writes about itself counts for nothing', () => {
  expect(from('203.0.113.7', false)).toBe(PROXY);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['198.51.100.1,203.0.113.7 ', '203.0.113.7'],
  ['127.0.0.1, 2001:db8::7', '2001:db8::7'],
])('behind a proxy, the sender of "%s" is the entry that the proxy wrote itself', (forwarded, sender) => {
  expect(from(forwarded, true)).toBe(sender);
});

test.each([undefined, '', 'unknown', '203.0.113.7, ', '203.0.113.7, evil', '203.0.113.7:80', '999.1.1.1'])(
  'behind a proxy that wrote no address (%j), the sender is the proxy',
  (forwarded) => {
    expect(from(forwarded, true)).toBe(PROXY);
  },
);
