import type { JWTPayload } from 'jose';
import { oneLine } from '../../library/text/one-line.ts';
import { type Member, SCOPES, type Scope } from '../member.ts';
import type { VerifiedToken } from './access-token.ts';

const LONGEST_NAME = 80;

/** From what a person recognises best to what tells them apart. */
const NAMES = ['preferred_username', 'email', 'name', 'sub', 'client_id'];

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim : undefined;
}

/** The scopes of a token, as its issuer spells them: RFC 9068 has them in `scope`, some issuers in `scp`. */
function grantsOf({ scope, scp }: JWTPayload): readonly string[] {
  const words = (claim: unknown): string[] => (typeof claim === 'string' ? claim.split(' ') : []);
  return [...words(scope), ...(Array.isArray(scp) ? scp.filter((grant) => typeof grant === 'string') : words(scp))];
}

/** The highest of our scopes among them, with or without a prefix that says whose they are. */
function scopeOf(grants: readonly string[], audience: string): Scope | undefined {
  const prefixes = ['', 'team-context:', audience.endsWith('/') ? audience : `${audience}/`];
  return SCOPES.findLast((scope) => prefixes.some((prefix) => grants.includes(`${prefix}${scope}`)));
}

/** Undefined when the token does not say whose it is. */
export function memberOf({ claims, issuer }: VerifiedToken, audience: string): Member | undefined {
  // a program's name is never a person's
  const [sub, client] = [textOf(claims.sub), textOf(claims['client_id'])];
  const who = sub === undefined ? client && `client:${client}` : `sub:${sub}`;
  const name = NAMES.map((claim) => textOf(claims[claim])).find((text) => text !== undefined);
  if (who === undefined || name === undefined || claims.exp === undefined) return undefined;
  return {
    name: oneLine(name.trim(), LONGEST_NAME),
    principal: `company:${issuer}#${who}`,
    scope: scopeOf(grantsOf(claims), audience),
    expires: claims.exp * 1000,
  };
}
