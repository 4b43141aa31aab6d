/** What somebody may do, from the least to the most; each includes those before it. */
export const SCOPES = ['read', 'write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whom a request comes from. */
export interface Member {
  /** As the administrator or the company's identity provider calls them; shown in logs. One line. */
  readonly name: string;
  /** Tells members apart, whatever they are called: a session that one of them opened is nobody else's. */
  readonly principal: string;
  /** The most that they may do; undefined when they may do nothing here. */
  readonly scope: Scope | undefined;
  /** When their token expires: milliseconds since 1970. Undefined when it does not. */
  readonly expires?: number;
}

/** Finds out whose token this is. Undefined for every token that is not good now, whatever is wrong with it. */
export type Authenticate = (token: string) => Promise<Member | undefined>;

export function allows(member: Pick<Member, 'scope'>, scope: Scope): boolean {
  return member.scope !== undefined && SCOPES.indexOf(member.scope) >= SCOPES.indexOf(scope);
}
