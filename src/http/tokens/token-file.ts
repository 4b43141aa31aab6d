import { join } from 'node:path';
import { z } from 'zod';
import type { State } from '../../state/state.ts';
import type { Look } from '../../state/whole-file.ts';
import { SCOPES } from '../member.ts';
import { isName, keyOf } from './name.ts';

/** The file with all tokens, in the state folder. Only the commands write it. */
export const TOKEN_FILE = 'tokens.json';

/** A time as our files have it: ISO 8601, in UTC. */
export const time = z.iso.datetime().refine((text) => Number.isFinite(Date.parse(text)));

const token = z.strictObject({
  name: z.string().refine(isName),
  /** Of the whole secret, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  scope: z.enum(SCOPES),
  created: time,
  expires: time.optional(),
});

const content = z.strictObject({ version: z.literal(1), tokens: z.array(token) });

/** A token as it is kept: all but the secret itself. */
export type Token = Readonly<z.output<typeof token>>;

/** What the file says, or the sentence that says why nobody can tell. */
export type TokenFile = { readonly tokens: readonly Token[] } | { readonly fault: string };

/** The same for the same token, whatever its secret; another one when a name is given again. */
export function principalOf({ name, created }: Token): string {
  return `token:${keyOf(name)}:${created}`;
}

/** Whether the token is good no more at this moment, in milliseconds since 1970. */
export function isExpired({ expires }: Token, now: number): boolean {
  return expires !== undefined && Date.parse(expires) <= now;
}

/** What stands in the file in place of something that was to be there once. Undefined when nothing does. */
function doubled(tokens: readonly Token[]): string | undefined {
  const [names, secrets] = [new Set<string>(), new Set<string>()];
  for (const { name, sha256 } of tokens) {
    if (names.has(keyOf(name))) return `the name "${name}" stands there twice`;
    if (secrets.has(sha256)) return `"${name}" has the secret of another`;
    names.add(keyOf(name));
    secrets.add(sha256);
  }
  return undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** What the bytes say, or what is wrong with them. No part of them is repeated: it could be a hash. */
function understand(bytes: Uint8Array): { tokens: readonly Token[] } | { reason: string } {
  const json = parseJson(bytes);
  if (json === undefined) return { reason: 'it is not JSON' };
  const { data, error } = content.safeParse(json);
  if (data === undefined) {
    const place = error.issues[0]?.path.join('.') ?? '';
    return { reason: place === '' ? 'it is not a list of tokens of this version' : `see ${place}` };
  }
  const reason = doubled(data.tokens);
  return reason === undefined ? { tokens: data.tokens } : { reason };
}

/** Reads the file that `look` saw. What cannot be understood, or may be read by others, is a fault and never empty. */
export async function readTokenFile(state: State, look: Look | undefined): Promise<TokenFile> {
  const path = join(state.folder, TOKEN_FILE);
  if (look === undefined) return { tokens: [] };
  if (!look.isOwn) return { fault: `No token is accepted, because ${path} is not a file of this user.` };
  if (!look.isPrivate)
    return {
      fault: `No token is accepted, because others can use the file with the tokens. Type: chmod 600 "${path}"`,
    };
  const bytes = await state.read(TOKEN_FILE);
  if (bytes === undefined) return { fault: `No token is accepted, because ${path} cannot be read.` };
  const understood = understand(bytes);
  if ('tokens' in understood) return understood;
  return {
    fault: `No token is accepted, because ${path} cannot be understood (${understood.reason}). Mend it, or move it away and add the tokens again.`,
  };
}

/** Writes the whole file, for this user alone. Throws a Refusal when that cannot be done. */
export async function writeTokenFile(state: State, tokens: readonly Token[]): Promise<void> {
  const text = JSON.stringify({ version: 1, tokens }, null, 2);
  await state.write(TOKEN_FILE, [new TextEncoder().encode(`${text}\n`)]);
}
