import { isIP } from 'node:net';

/**
 * The address that a request came from. Behind a proxy that is to be trusted it is the last entry of `X-Forwarded-For`, the
 * one that the proxy wrote; whatever stands before it, anybody may have written.
 */
export function senderOf({ headers }: Request, connection: string, isBehindProxy: boolean): string {
  if (!isBehindProxy) return connection;
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(last) === 0 ? connection : last;
}
