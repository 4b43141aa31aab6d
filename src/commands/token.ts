import { resolve } from 'node:path';
import { SCOPES, type Scope } from '../http/member.ts';
import { addToken, type Issued, revokeToken, rotateToken, storedTokens } from '../http/tokens/changes.ts';
import { readExpiry } from '../http/tokens/expiry.ts';
import { isExpired, principalOf, type Token } from '../http/tokens/token-file.ts';
import { readUses, type UseTimes } from '../http/tokens/uses.ts';
import { nearest } from '../library/nearest.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { openState, type State } from '../state/state.ts';
import { type Command, EXIT, type Typed } from './command.ts';

const HELP = `Usage: team-context token add NAME [--scope read|write|admin] [--expires WHEN]
       team-context token list
       team-context token revoke NAME
       team-context token rotate NAME [--expires WHEN]

Gives each member of the team a token of their own for a server that is started with "serve --http", and takes it back.
What is changed holds at once; the server need not be started again.

  add      makes a token and prints it, once; only its fingerprint is kept
  list     shows all tokens: what they allow, how long they are good, when they were last used
  revoke   ends a token
  rotate   gives a token another secret and prints it; the old one no longer works

NAME is 1 to 60 letters, digits, spaces and . _ - @, whatever their case. Put a name with spaces in quotes.

Options:
  --scope SCOPE    read (the default): search and prompts; write: also share; admin: also the status of others
  --expires WHEN   12h, 90d or 8w from now, a date such as 2027-03-31 (the end of that day, UTC), or never (the default);
                   rotate keeps what was said before

The token alone goes to standard output, so that TOKEN=$(team-context token add maya) works; all else goes to standard
error.

Environment:
  TEAM_CONTEXT_STATE     where the tokens are kept; the server needs the same. The folder never lies in a library
  TEAM_CONTEXT_LIBRARY   the library, so that its folder is not taken for that
`;

const ALLOWS: Readonly<Record<Scope, string>> = {
  read: 'search and prompts',
  write: 'search, prompts and sharing',
  admin: 'everything',
};

type Flags = Typed['flags'];

/** What may follow `token`. */
interface Action {
  readonly flags: readonly string[];
  readonly takesName: boolean;
  run(state: State, name: string, flags: Flags): Promise<void>;
}

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

function scopeFrom(typed: string): Scope {
  const scope = SCOPES.find((each) => each === typed.trim().toLowerCase());
  if (scope !== undefined) return scope;
  throw new Refusal(`${oneLine(JSON.stringify(typed))} is no scope. --scope takes ${SCOPES.join(', ')}.`);
}

function expiryFrom(typed: string): { expires: Date | undefined } {
  return { expires: readExpiry(typed, Date.now()) };
}

/** `2027-03-31 23:59`, in UTC. */
function minute(time: string | number): string {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}

function describe({ name, scope, expires }: Token): string {
  const end = expires === undefined ? 'never expires' : `expires on ${minute(expires)} UTC`;
  return `"${name}" has the scope ${scope} (${ALLOWS[scope]}) and ${end}.`;
}

/** The secret alone on standard output; what to do with it beside. */
function show({ token, secret }: Issued, notes: readonly string[]): void {
  console.log(secret);
  console.error(
    [
      `This is the token of "${token.name}". It is not shown again: hand it over in a safe way.`,
      'Their client sends it with every request, in the header: Authorization: Bearer TOKEN',
      describe(token),
      ...notes,
    ].join('\n'),
  );
}

async function add(state: State, name: string, flags: Flags): Promise<void> {
  const [scope, expires] = [textOf(flags, 'scope'), textOf(flags, 'expires')];
  const issued = await addToken(state, { name, scope: scopeFrom(scope ?? 'read'), ...expiryFrom(expires ?? 'never') });
  const notes = [
    ...(scope === undefined ? ['Without --scope a token only reads; "--scope write" lets its member share.'] : []),
    ...(expires === undefined
      ? ['Without --expires a token is good until it is revoked; "--expires 90d" ends it.']
      : []),
  ];
  show(issued, notes);
}

async function rotate(state: State, name: string, flags: Flags): Promise<void> {
  const expires = textOf(flags, 'expires');
  const issued = await rotateToken(state, name, expires === undefined ? undefined : expiryFrom(expires));
  show(issued, ['The token before it no longer works.']);
}

async function revoke(state: State, name: string): Promise<void> {
  const revoked = await revokeToken(state, name);
  console.error(`The token of "${revoked.name}" no longer works.`);
}

function rowOf(token: Token, uses: UseTimes): string[] {
  const used = uses.get(principalOf(token));
  const end = token.expires === undefined ? 'never' : minute(token.expires);
  return [
    token.name,
    token.scope,
    minute(token.created),
    isExpired(token, Date.now()) ? `expired ${end}` : end,
    used === undefined ? 'never' : minute(used),
  ];
}

async function list(state: State): Promise<void> {
  const [tokens, uses] = [await storedTokens(state), await readUses(state)];
  if (tokens.length === 0) {
    console.error('There are no tokens. Type: team-context token add NAME');
    return;
  }
  const byName = [...tokens].sort((one, other) => one.name.localeCompare(other.name));
  const rows = [['NAME', 'SCOPE', 'CREATED', 'EXPIRES', 'LAST USED'], ...byName.map((token) => rowOf(token, uses))];
  const widthOf = (column: number): number => Math.max(...rows.map((row) => [...(row[column] ?? '')].length));
  const pad = (cell: string, column: number): string => cell + ' '.repeat(widthOf(column) - [...cell].length);
  for (const row of rows) console.log(row.map(pad).join('  ').trimEnd());
  console.error('Times are in UTC. A use is written down within a minute.');
}

const ACTIONS: Readonly<Record<string, Action>> = {
  add: { flags: ['scope', 'expires'], takesName: true, run: add },
  list: { flags: [], takesName: false, run: list },
  revoke: { flags: [], takesName: true, run: revoke },
  rotate: { flags: ['expires'], takesName: true, run: rotate },
};

function actionNamed(word: string | undefined): Action {
  const names = Object.keys(ACTIONS);
  const action = word !== undefined && Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (action !== undefined) return action;
  if (word === undefined) throw new Refusal(`Say what to do: team-context token ${names.join('|')}.`);
  const [near] = nearest(word, names, 1);
  const hint = near === undefined ? `It has: ${names.join(', ')}.` : `Did you mean "${near}"?`;
  throw new Refusal(`"team-context token" has no ${oneLine(JSON.stringify(word))}. ${hint}`);
}

/** The one name behind the action's word; empty where none belongs. */
function nameFrom(word: string, { takesName }: Action, names: readonly string[]): string {
  const [name = ''] = names;
  if (!takesName && names.length > 0) throw new Refusal(`"team-context token ${word}" takes no name.`);
  if (takesName && names.length === 0)
    throw new Refusal(`Say whose token it is, for example: team-context token ${word} maya`);
  if (names.length > 1)
    throw new Refusal(
      `"team-context token ${word}" takes one name. Put a name with spaces in quotes: "${names.join(' ')}"`,
    );
  return name;
}

/** The library is not needed here; where it is known, its folder is no place for tokens. */
function openOwnState(): Promise<State> {
  const library = process.env['TEAM_CONTEXT_LIBRARY'] ?? '';
  return openState(library === '' ? {} : { library: resolve(library) });
}

export const token: Command = {
  help: HELP,
  options: { scope: { type: 'string' }, expires: { type: 'string' } },
  async run({ words: [word, ...names], flags }) {
    const action = actionNamed(word);
    for (const flag of ['scope', 'expires']) {
      if (flags[flag] !== undefined && !action.flags.includes(flag))
        throw new Refusal(`"team-context token ${word}" takes no --${flag}.`);
    }
    const name = nameFrom(word ?? '', action, names);
    await action.run(await openOwnState(), name, flags);
    return EXIT.ok;
  },
};
