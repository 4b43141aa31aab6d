import { nearest } from '../../library/nearest.ts';
import { Refusal } from '../../refusal.ts';
import type { State } from '../../state/state.ts';
import type { Scope } from '../member.ts';
import { keyOf, readName } from './name.ts';
import { digestOf, newSecret } from './secret.ts';
import { isExpired, readTokenFile, TOKEN_FILE, type Token, writeTokenFile } from './token-file.ts';

/** A token whose secret can be seen this once. */
export interface Issued {
  readonly token: Token;
  readonly secret: string;
}

interface Added {
  /** As somebody typed it. */
  readonly name: string;
  readonly scope: Scope;
  /** Undefined when it never does. */
  readonly expires: Date | undefined;
}

/** All tokens. Throws a Refusal when the file cannot be used as it is. */
export async function storedTokens(state: State): Promise<readonly Token[]> {
  const file = await readTokenFile(state, await state.look(TOKEN_FILE));
  if ('fault' in file) throw new Refusal(file.fault);
  return file.tokens;
}

/** Replaces the tokens by others that are made of them; nobody else changes them meanwhile. */
async function change<T>(state: State, make: (tokens: readonly Token[]) => { tokens: readonly Token[]; answer: T }) {
  return state.exclusively('tokens', async (confirm) => {
    const { tokens, answer } = make(await storedTokens(state));
    await confirm();
    await writeTokenFile(state, tokens);
    return answer;
  });
}

function find(tokens: readonly Token[], name: string): Token {
  const token = tokens.find((each) => keyOf(each.name) === keyOf(name));
  if (token !== undefined) return token;
  const near = nearest(
    name,
    tokens.map((each) => each.name),
  );
  const hint = near.length === 0 ? '"team-context token list" shows all.' : `Did you mean "${near.join('" or "')}"?`;
  throw new Refusal(`There is no token "${name}". ${hint}`, near);
}

function withSecret(token: Omit<Token, 'sha256' | 'expires'>, expires: string | undefined): Issued {
  const secret = newSecret();
  const { name, scope, created } = token;
  const sha256 = digestOf(secret).toString('hex');
  return { secret, token: { name, sha256, scope, created, ...(expires === undefined ? {} : { expires }) } };
}

/** Throws a Refusal when there is one of that name, be it expired or not. */
export async function addToken(state: State, { name: typed, scope, expires }: Added): Promise<Issued> {
  const name = readName(typed);
  return change(state, (tokens) => {
    const there = tokens.find((each) => keyOf(each.name) === keyOf(name));
    if (there !== undefined)
      throw new Refusal(
        `There already is a token "${there.name}". Type: team-context token rotate "${there.name}" for a new secret, or choose another name.`,
      );
    const issued = withSecret({ name, scope, created: new Date().toISOString() }, expires?.toISOString());
    return { tokens: [...tokens, issued.token], answer: issued };
  });
}

/** Throws a Refusal when there is no such token. */
export async function revokeToken(state: State, typed: string): Promise<Token> {
  const name = readName(typed);
  return change(state, (tokens) => {
    const revoked = find(tokens, name);
    return { tokens: tokens.filter((each) => each !== revoked), answer: revoked };
  });
}

/**
 * Gives a token another secret. It expires as before unless `renewed` says when. Throws a Refusal when there is no such
 * token, and when it would have expired already.
 */
export async function rotateToken(
  state: State,
  typed: string,
  renewed?: { readonly expires: Date | undefined },
): Promise<Issued> {
  const name = readName(typed);
  return change(state, (tokens) => {
    const old = find(tokens, name);
    if (renewed === undefined && isExpired(old, Date.now()))
      throw new Refusal(
        `The token "${old.name}" has expired. Say how long the new one is good, for example: team-context token rotate "${old.name}" --expires 90d`,
      );
    const issued = withSecret(old, renewed === undefined ? old.expires : renewed.expires?.toISOString());
    return { tokens: tokens.map((each) => (each === old ? issued.token : each)), answer: issued };
  });
}
