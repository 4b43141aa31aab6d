import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nearest } from '../library/nearest.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { version } from './package.ts';

/** A command's place in the list of commands. It is loaded when it is wanted, since most of a short run is loading. */
interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

const SERVE: Entry = {
  name: 'serve',
  summary: 'Serves the library to an AI client (the default)',
  load: async () => (await import('./serve.ts')).serve,
};
const COMMANDS: readonly Entry[] = [
  SERVE,
  {
    name: 'search',
    summary: 'Searches the library from the terminal',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'check',
    summary: 'Says what to mend in the library, by file and line',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'review',
    summary: 'Goes through the inbox: what becomes part of the library, and what does not',
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'import',
    summary: 'Brings in prompts that were kept in other tools',
    load: async () => (await import('./import.ts')).importPrompts,
  },
  {
    name: 'report',
    summary: 'Says how far the use of the library spreads in the team',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'digest',
    summary: 'Writes the weekly page: what is new, wins, what is missing, what waits',
    load: async () => (await import('./digest.ts')).digest,
  },
  {
    name: 'token',
    summary: 'Gives members their tokens for a shared server, and takes them back',
    load: async () => (await import('./token.ts')).token,
  },
  {
    name: 'demo',
    summary: 'Plays the main job on the starter library and ends',
    load: async () => (await import('./demo.ts')).demo,
  },
];

const OVERVIEW = `team-context turns a shared folder of Markdown into the context of a whole team's AI assistants.

Usage: team-context [COMMAND] [LIBRARY] [OPTIONS]

Commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n')}

Without a command it serves. LIBRARY is a folder; without one it is TEAM_CONTEXT_LIBRARY, else this folder if it has
context/ or prompts/, else the starter library that comes with the package.

  team-context COMMAND --help   what a command accepts
  team-context --version        the version
`;

/** The command that was asked for, and the words after its name. A first word that is no command is serve's library. */
function chosen(argv: readonly string[]): { entry: Entry; rest: readonly string[]; isNamed: boolean } {
  const [first = '', ...rest] = argv;
  if (first === 'help') return chosen([...rest, '--help']);
  const entry = COMMANDS.find(({ name }) => name === first);
  if (entry !== undefined) return { entry, rest, isNamed: true };
  const isWord = /^[\w-]+$/.test(first) && !first.startsWith('-');
  if (!isWord || existsSync(first)) return { entry: SERVE, rest: argv, isNamed: false };
  const [near] = nearest(
    first,
    COMMANDS.map(({ name }) => name),
    1,
  );
  const hint = near === undefined ? 'team-context --help lists the commands.' : `Did you mean "${near}"?`;
  throw new Refusal(`There is no command "${first}", and no folder of that name here. ${hint}`);
}

function read(name: string, command: Command, rest: readonly string[]): Typed {
  const options: Command['options'] = {
    ...command.options,
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  };
  // not strict, because the words of a strict reading's errors are for programmers
  const { values, positionals, tokens } = parseArgs({
    args: [...rest],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const [near] = nearest(token.name, Object.keys(options), 1);
      const hint = near ? `Did you mean --${near}?` : `"team-context ${name} --help" shows what it accepts.`;
      throw new Refusal(`"team-context ${name}" has no option ${token.rawName}. ${hint}`);
    }
    if (option.type === 'string' && token.value === undefined)
      throw new Refusal(`${token.rawName} needs a value behind it.`);
    if (
      option.multiple !== true &&
      tokens.some((each) => each !== token && each.kind === 'option' && each.name === token.name)
    )
      throw new Refusal(`${token.rawName} stands there twice; it can be given once.`);
    if (option.type === 'boolean' && token.value !== undefined) throw new Refusal(`${token.rawName} takes no value.`);
  }
  return { words: positionals, flags: values };
}

/** Runs what somebody typed after `team-context`; answers with the exit code. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  try {
    const { entry, rest, isNamed } = chosen(argv);
    const asksFor = (...flags: readonly string[]): boolean => rest.some((word) => flags.includes(word));
    if (asksFor('--version', '-v')) console.log(version());
    else if (!isNamed && asksFor('--help', '-h')) console.log(OVERVIEW);
    else {
      const command = await entry.load();
      const typed = read(entry.name, command, rest);
      if (typed.flags['help'] !== true) return await command.run(typed);
      console.log(command.help);
    }
    return EXIT.ok;
  } catch (wrong) {
    if (wrong instanceof Refusal) {
      console.error(wrong.message);
      return EXIT.refused;
    }
    console.error(wrong);
    return EXIT.fault;
  }
}
