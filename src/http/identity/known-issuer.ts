import { createLocalJWKSet } from 'jose';
import { z } from 'zod';
import { type DiscoveredIssuer, discover } from './discover.ts';
import { type Asking, fetchJson } from './fetch-json.ts';

/** An issuer that has been asked for its keys. */
export interface KnownIssuer extends Pick<DiscoveredIssuer, 'issuer'> {
  /** The key that the header of a token names, and nothing else of the header; fails as jose does when it is not there. */
  readonly keyOf: ReturnType<typeof createLocalJWKSet>;
}

const MOST_KEYS = 100;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(MOST_KEYS) });

/** Throws an Error that says why the issuer's keys cannot be had. */
export async function askIssuer(issuer: URL, asking: Asking): Promise<KnownIssuer> {
  const found = await discover(issuer, asking);
  const read = await fetchJson(found.keysAt, asking);
  try {
    return { issuer: found.issuer, keyOf: createLocalJWKSet(keySet.parse(read)) };
  } catch {
    throw new Error(`${found.keysAt.href} is not a list of at most ${MOST_KEYS} keys.`);
  }
}
