import { z } from 'zod';
import { oneLine } from '../../library/text/one-line.ts';
import { isLoopback } from '../guards/hosts.ts';
import { type Asking, fetchJson } from './fetch-json.ts';

/** What has to be known of an issuer to fetch its keys. */
export interface DiscoveredIssuer {
  /** As the issuer spells itself, in its tokens too. */
  readonly issuer: string;
  readonly keysAt: URL;
}

const metadata = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** The places where an issuer publishes its metadata: RFC 8414 section 3, OpenID Connect Discovery section 4. */
export function metadataPlaces(issuer: URL): readonly URL[] {
  const path = issuer.pathname.replace(/\/$/, '');
  const at = (pathname: string): string => Object.assign(new URL(issuer.origin), { pathname }).href;
  const places = [
    at(`/.well-known/oauth-authorization-server${path}`),
    at(`/.well-known/openid-configuration${path}`),
    at(`${path}/.well-known/openid-configuration`),
  ];
  return [...new Set(places)].map((place) => new URL(place));
}

/** How the issuer may be written: a URL cannot tell `https://host` from `https://host/`, tokens can. */
export function spellings(issuer: URL): readonly string[] {
  return issuer.pathname === '/' ? [issuer.href.slice(0, -1), issuer.href] : [issuer.href];
}

function isSafe(keysAt: URL, issuer: URL): boolean {
  return (
    keysAt.protocol === 'https:' ||
    (keysAt.protocol === 'http:' && isLoopback(keysAt.hostname) && isLoopback(issuer.hostname))
  );
}

async function discoverAt(place: URL, issuer: URL, asking: Asking): Promise<DiscoveredIssuer> {
  const { success, data } = metadata.safeParse(await fetchJson(place, asking));
  if (!success) throw new Error(`${place.href} does not say who the issuer is and where its keys are.`);
  if (!spellings(issuer).includes(data.issuer))
    throw new Error(`${place.href} belongs to another issuer, ${oneLine(data.issuer)}.`);
  const keysAt = URL.canParse(data.jwks_uri) ? new URL(data.jwks_uri) : undefined;
  if (keysAt === undefined || !isSafe(keysAt, issuer))
    throw new Error(`${place.href} has its keys at ${oneLine(data.jwks_uri)}, which is not an https address.`);
  return { issuer: data.issuer, keysAt };
}

/** Throws an Error that says why none of the issuer's places can be used. */
export async function discover(issuer: URL, asking: Asking): Promise<DiscoveredIssuer> {
  const reasons = new Set<string>();
  for (const place of metadataPlaces(issuer)) {
    try {
      return await discoverAt(place, issuer, asking);
    } catch (error) {
      reasons.add(error instanceof Error ? error.message : oneLine(error));
    }
  }
  throw new Error([...reasons].join(' '));
}
