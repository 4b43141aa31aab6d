import { addressKey, createRate } from './guards/rate.ts';
import type { Limits } from './limits.ts';
import type { Authenticate, Member, Scope } from './member.ts';
import { allows } from './member.ts';
import { refusing } from './refusing.ts';

/** The text of `WWW-Authenticate` (RFC 6750), with what the identity provider adds to it. */
export type Challenge = (why: {
  readonly error?: 'invalid_token' | 'insufficient_scope';
  readonly scope?: Scope;
}) => string;

/** The one of a server that has no identity provider. */
export const challenge: Challenge = (why) => {
  const parameters = Object.entries({ realm: 'team-context', ...why }).map(([name, value]) => `${name}="${value}"`);
  return `Bearer ${parameters.join(', ')}`;
};

export interface AccessOptions {
  /** Asked one after the other; undefined where everybody on this machine is welcome. */
  readonly authenticators: readonly Authenticate[] | undefined;
  readonly challenge: Challenge;
  readonly limits: Limits;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Somebody who was let in. */
export interface Visit {
  readonly member: Member;
  /** Whether they would be let in now, with the same token. */
  isStillWelcome(): Promise<boolean>;
}

export interface Access {
  /** The answer for one request too many of an address, whoever sends it; undefined for all others. */
  pass(address: string): Response | undefined;
  /** Who sends this request from this address, or the answer that says why they are not let in. */
  admit(request: Request, address: string): Promise<Visit | Response>;
  /** Counts further messages that came with an admitted request; the answer when they are too many. */
  charge(member: Member, messages: number): Response | undefined;
  /** The answer for a member who may not do this; undefined when they may. */
  refuse(member: Member, scope: Scope): Response | undefined;
}

/** Whoever uses this machine, where nobody is asked. */
export const LOCAL: Member = { name: 'local', principal: 'local', scope: 'admin' };

/** A token as RFC 6750 writes it. Longer ones are nobody's. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,8192}=*)$/i;

function tooMany(what: string, retryAfter: number): Response {
  return refusing(429, `${what} Try again in ${retryAfter} s.`, { 'retry-after': String(retryAfter) });
}

export function openAccess({ authenticators, limits, now, ...options }: AccessOptions): Access {
  const clock = now === undefined ? {} : { now };
  const addresses = createRate({ perMinute: limits.requestsPerAddress, ...clock });
  const failures = createRate({ perMinute: limits.failuresPerAddress, ...clock });
  const members = createRate({ perMinute: limits.requestsPerMember, ...clock });

  const recognise = async (token: string | undefined): Promise<Member | undefined> => {
    if (authenticators === undefined) return LOCAL;
    if (token === undefined) return undefined;
    for (const authenticate of authenticators) {
      const member = await authenticate(token);
      if (member !== undefined) return member;
    }
    return undefined;
  };

  const unknown = (token: string | undefined, address: string): Response => {
    const failure = failures.take(addressKey(address));
    if (!failure.ok)
      return tooMany('Too many requests without a valid token came from this address.', failure.retryAfter);
    return refusing(401, 'This server asks for a valid token: send the header "Authorization: Bearer TOKEN".', {
      'www-authenticate': options.challenge(token === undefined ? {} : { error: 'invalid_token' }),
    });
  };

  const charge = (member: Member, messages: number): Response | undefined => {
    for (let count = 0; count < messages; count++) {
      const turn = members.take(member.principal);
      if (!turn.ok) return tooMany('You have sent too many requests within a minute.', turn.retryAfter);
    }
    return undefined;
  };

  return {
    pass(address) {
      const turn = addresses.take(addressKey(address));
      return turn.ok ? undefined : tooMany('Too many requests came from this address.', turn.retryAfter);
    },
    charge,
    async admit(request, address) {
      const header = request.headers.get('authorization');
      const token = BEARER.exec(header ?? '')?.[1];
      const member = await recognise(token);
      // looked at first, so that a good token is never locked out by the bad ones of others behind the same address
      if (member === undefined) return unknown(header === null ? undefined : (token ?? ''), address);
      const refused = charge(member, 1);
      if (refused !== undefined) return refused;
      const { principal } = member;
      return { member, isStillWelcome: async () => (await recognise(token))?.principal === principal };
    },
    refuse(member, scope) {
      if (allows(member, scope)) return undefined;
      return refusing(403, `This needs the scope "${scope}", which your token does not have. Ask your administrator.`, {
        'www-authenticate': options.challenge({ error: 'insufficient_scope', scope }),
      });
    },
  };
}
