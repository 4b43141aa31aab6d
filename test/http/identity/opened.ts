import type { RequestListener } from 'node:http';
import { onTestFinished } from 'vitest';
import { type Identity, type IdentityOptions, openIdentity } from '../../../src/http/identity/identity.ts';
import type { Member } from '../../../src/http/member.ts';
import { AUDIENCE, type Issuer, type IssuerOptions, startIssuer, type TokenParts } from '../../issuer.ts';

export const RESOURCE = new URL('https://context.example.com/mcp');

/** An issuer, and a server of ours that trusts it, whose clock only goes when it is told to. */
export interface Opened {
  readonly issuer: Issuer;
  readonly identity: Identity;
  /** The texts of what went wrong. */
  readonly faults: string[];
  pass(seconds: number): void;
  /** Whose token of the issuer this is. */
  member(parts?: TokenParts): Promise<Member | undefined>;
}

/** An issuer answers with this, as JSON unless it is a text. */
export const saying =
  (value: unknown): RequestListener =>
  (_, response) =>
    void response.end(typeof value === 'string' ? value : JSON.stringify(value));

export async function issuerOfTest(options?: IssuerOptions): Promise<Issuer> {
  const issuer = await startIssuer(options);
  onTestFinished(() => issuer.stop());
  return issuer;
}

export function trusting(issuer: Issuer, options: Partial<IdentityOptions> = {}): Opened {
  const faults: string[] = [];
  const started = Date.now();
  let passed = 0;
  const identity = openIdentity({
    issuer: issuer.url,
    audience: AUDIENCE,
    resource: RESOURCE,
    onFault: (fault) => faults.push(fault instanceof Error ? fault.message : String(fault)),
    now: () => started + passed,
    elapsed: () => passed,
    ...options,
  });
  return {
    issuer,
    identity,
    faults,
    pass: (seconds) => {
      passed += seconds * 1000;
    },
    member: (parts) => identity.authenticate(issuer.token(parts)),
  };
}
