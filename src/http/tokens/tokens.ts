import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import type { State } from '../../state/state.ts';
import type { Look } from '../../state/whole-file.ts';
import type { Authenticate } from '../member.ts';
import { digestOf } from './secret.ts';
import { isExpired, principalOf, readTokenFile, TOKEN_FILE, type Token } from './token-file.ts';
import { openUses } from './uses.ts';

/** The tokens that the administrator has issued, as the file says at the moment. */
export interface Tokens {
  readonly authenticate: Authenticate;
  /** Whether anybody could be let in now. */
  hasAny(): Promise<boolean>;
  /** Writes down who was there. Never fails. */
  close(): Promise<void>;
}

export interface TokensOptions {
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told in a sentence, once, why no token is accepted or no use can be noted; or what is wrong with us. */
  readonly onFault: (fault: unknown) => void;
}

interface Known {
  readonly token: Token;
  readonly principal: string;
  readonly digest: Buffer;
}

/** What the file said when it was read. */
interface Reading {
  readonly look: Look | undefined;
  /** Undefined when nobody can tell. */
  readonly known: readonly Known[] | undefined;
  /** Holds as long as the file looks the same. */
  readonly isSettled: boolean;
}

/** A file that is so old gets another time with its next change, also where times are whole seconds. */
const SETTLED_MS = 2_000;

/** The one with this digest. Takes as long whichever it is, and when there is none. */
function withDigest(known: readonly Known[], digest: Buffer): Known | undefined {
  let found: Known | undefined;
  for (const each of known) if (timingSafeEqual(each.digest, digest)) found = each;
  return found;
}

/** Reports a fault when it is another than the one before. */
function reporter(onFault: (fault: unknown) => void): (fault: unknown) => void {
  let last: string | undefined;
  return (fault) => {
    const text = fault === undefined ? undefined : String(fault);
    if (text !== undefined && text !== last) onFault(fault instanceof Refusal ? fault.message : fault);
    last = text;
  };
}

/** Who may come in, by the file of tokens in the state folder. What is changed there holds from the next question on. */
export function openTokens({ state, now = Date.now, onFault }: TokensOptions): Tokens {
  let last: Reading | undefined;
  const reportFile = reporter(onFault);
  const reportUses = reporter(onFault);

  const read = async (look: Look | undefined): Promise<readonly Known[] | undefined> => {
    const file = await readTokenFile(state, look);
    reportFile('fault' in file ? file.fault : undefined);
    if ('fault' in file) return undefined;
    return file.tokens.map((token) => ({
      token,
      principal: principalOf(token),
      digest: Buffer.from(token.sha256, 'hex'),
    }));
  };
  /** Undefined when nobody can tell who may come in; then nobody may. */
  const current = async (): Promise<readonly Known[] | undefined> => {
    try {
      const look = await state.look(TOKEN_FILE);
      if (last?.isSettled === true && last.look?.signature === look?.signature) return last.known;
      const isOld = look === undefined || now() - look.writtenAt > SETTLED_MS;
      const known = await read(look);
      // what could not be read once may be read the next time, and look the same
      last = { look, known, isSettled: isOld && known !== undefined };
      return known;
    } catch (wrong) {
      reportFile(wrong);
      return undefined;
    }
  };
  const uses = openUses({
    state,
    now,
    async principals() {
      const known = await current();
      return known && new Set(known.map(({ principal }) => principal));
    },
    onFailure: reportUses,
  });
  return {
    async authenticate(secret) {
      const known = (await current()) ?? [];
      const found = withDigest(known, digestOf(secret));
      if (found === undefined || isExpired(found.token, now())) return undefined;
      const { token, principal } = found;
      uses.note(principal);
      const expires = token.expires === undefined ? {} : { expires: Date.parse(token.expires) };
      return { name: token.name, principal, scope: token.scope, ...expires };
    },
    async hasAny() {
      return ((await current()) ?? []).some(({ token }) => !isExpired(token, now()));
    },
    close: uses.close,
  };
}
