import { Refusal } from '../../refusal.ts';
import type { Challenge } from '../access.ts';
import { isLoopback } from '../guards/hosts.ts';
import type { Authenticate } from '../member.ts';
import { verifyAccessToken } from './access-token.ts';
import { memberOf } from './company-member.ts';
import { spellings } from './discover.ts';
import { createKeyRing } from './key-ring.ts';
import { askIssuer } from './known-issuer.ts';
import { challengeOf, metadataPaths, type ResourceMetadata, resourceMetadata } from './protected-resource.ts';

export interface IdentityOptions {
  /** The company's identity provider, as it calls itself in `iss`. */
  readonly issuer: URL;
  /** What a token for this server has in `aud`. */
  readonly audience: string;
  /** The public URL of the MCP endpoint. */
  readonly resource: URL;
  /** Told once of whatever keeps tokens from being checked. Nothing of a token is in it. */
  readonly onFault: (fault: unknown) => void;
  readonly fetch?: typeof fetch;
  /** How long one asking of the issuer may take in all: milliseconds. */
  readonly patience?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Milliseconds that only grow. */
  readonly elapsed?: () => number;
}

/** Whether tokens can be checked now, and what was wrong when the issuer was last asked. */
export interface Reachability {
  readonly isReady: boolean;
  /** One or more sentences for the administrator. */
  readonly fault?: string;
}

/** The company's own accounts: an OAuth resource server for the tokens of one issuer. */
export interface Identity {
  readonly authenticate: Authenticate;
  readonly challenge: Challenge;
  /** Paths at which `metadata` is to be served, to everybody. */
  readonly metadataPaths: readonly string[];
  metadata(): ResourceMetadata;
  /** Waits for nothing, but has an issuer that failed asked again. */
  reachability(): Reachability;
}

const PATIENCE_MS = 10_000;

function refuseUnfit({ issuer, audience }: IdentityOptions): void {
  if (issuer.protocol !== 'https:' && !(issuer.protocol === 'http:' && isLoopback(issuer.hostname)))
    throw new Refusal(
      '--issuer takes an https address, such as https://login.example.com; only an issuer on this machine may have http.',
    );
  if (issuer.search !== '' || issuer.hash !== '' || issuer.username !== '' || issuer.password !== '')
    throw new Refusal('--issuer takes an address without "?", "#" and a password.');
  if (audience.trim() === '')
    throw new Refusal('The audience is empty. Name what the identity provider calls this server.');
}

/** Starts asking the issuer, and works as soon as it answers. Throws a Refusal for options that cannot be safe. */
export function openIdentity(options: IdentityOptions): Identity {
  refuseUnfit(options);
  const { issuer, audience, resource, onFault } = options;
  const { now = Date.now, elapsed = () => performance.now(), patience = PATIENCE_MS } = options;
  const told = new Set<string>();

  const ring = createKeyRing({
    ask: () => askIssuer(issuer, { fetch: options.fetch ?? fetch, signal: AbortSignal.timeout(patience) }),
    elapsed,
    onFailure: (reason) =>
      onFault(new Error(`The identity provider ${issuer.href} does not serve its keys. ${reason}`)),
  });
  /** The kind of error alone: its text may quote the token. */
  const report = (error: unknown): void => {
    const kind = error instanceof Error ? error.name : typeof error;
    if (told.has(kind)) return;
    told.add(kind);
    onFault(new Error(`A key of the identity provider ${issuer.href} cannot be used (${kind}).`));
  };
  ring.attend();

  return {
    async authenticate(token) {
      try {
        const verified = await verifyAccessToken(token, ring, { audience, now: new Date(now()) });
        return verified && memberOf(verified, audience);
      } catch (error) {
        report(error);
        return undefined;
      }
    },
    challenge: challengeOf(resource),
    metadataPaths: metadataPaths(resource),
    metadata: () => resourceMetadata(resource, ring.known()?.issuer ?? spellings(issuer)[0] ?? issuer.href),
    reachability() {
      ring.attend();
      const isReady = ring.known() !== undefined;
      const fault = ring.failure() ?? (isReady ? undefined : `${issuer.origin} has not answered yet.`);
      return { isReady, ...(fault === undefined ? {} : { fault }) };
    },
  };
}
