import { errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import type { KeyRing } from './key-ring.ts';
import type { KnownIssuer } from './known-issuer.ts';

const LONGEST_TOKEN = 8 * 1024;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_S = 30;

/** Claims of the tokens that tell a client who logged in or out; issuers put none of them into a token for an API. */
const CLAIMS_OF_OTHER_TOKENS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

function looksLikeAccess(claims: JWTPayload): boolean {
  if (CLAIMS_OF_OTHER_TOKENS.some((claim) => claims[claim] !== undefined)) return false;
  const { token_use: use = 'access', typ = 'Bearer' } = claims;
  return use === 'access' && typ === 'Bearer';
}

/**
 * Whether a token is for an API. RFC 9068 has a type for those and tells them from ID tokens by it alone. Many issuers
 * call every token a JWT, and some do not say what it is: then whatever marks another token decides.
 */
function isForApi({ typ = 'JWT' }: JWTHeaderParameters, claims: JWTPayload): boolean {
  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : undefined;
  return type === 'at+jwt' || (type === 'jwt' && looksLikeAccess(claims));
}

/** What jose does not look at: an `exp` may be missing or, as 1e999, never come; an `iat` may lie in the future. */
function isOfNow({ iat, exp }: JWTPayload, now: Date): boolean {
  return Number.isFinite(exp) && (iat === undefined || iat <= now.getTime() / 1000 + CLOCK_TOLERANCE_S);
}

/** The key that a token names, after asking the issuer again when it is not there. */
async function keyFor(
  ring: KeyRing,
  known: KnownIssuer,
  named: Parameters<KnownIssuer['keyOf']>,
): ReturnType<KnownIssuer['keyOf']> {
  try {
    return await known.keyOf(...named);
  } catch (error) {
    const renewed = error instanceof errors.JWKSNoMatchingKey ? await ring.renewed() : undefined;
    if (renewed === undefined || renewed === known) throw error;
    return renewed.keyOf(...named);
  }
}

export interface TokenRules {
  readonly audience: string;
  readonly now: Date;
}

/** The claims of a token, and the issuer that signed it. */
export interface VerifiedToken {
  readonly claims: JWTPayload;
  readonly issuer: string;
}

async function verify(token: string, ring: KeyRing, rules: TokenRules): Promise<VerifiedToken | undefined> {
  const known = await ring.current();
  if (known === undefined) return undefined;
  const { issuer } = known;
  const { payload, protectedHeader } = await jwtVerify(token, (...named) => keyFor(ring, known, named), {
    issuer,
    audience: rules.audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_S,
    currentDate: rules.now,
  });
  if (protectedHeader.crit !== undefined) return undefined;
  return isForApi(protectedHeader, payload) && isOfNow(payload, rules.now) ? { claims: payload, issuer } : undefined;
}

/** Undefined for every token that is not a good access token now. Fails only with what is not the token's fault. */
export async function verifyAccessToken(
  token: string,
  ring: KeyRing,
  rules: TokenRules,
): Promise<VerifiedToken | undefined> {
  if (token.length > LONGEST_TOKEN || !JWT.test(token)) return undefined;
  try {
    return await verify(token, ring, rules);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
