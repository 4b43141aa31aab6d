import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { type Diagnostic, formatDiagnostic } from '../library/diagnostic.ts';
import type { Library, LibraryOptions } from '../library/library.ts';
import { oneLine } from '../library/text/one-line.ts';
import { buildServer } from '../mcp/server.ts';
import type { Surface } from '../mcp/surface.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT } from './command.ts';
import { counted, describePassedOver } from './counted.ts';
import { openSurface } from './open-surface.ts';
import { MAIN_FILE } from './package.ts';
import { reportFault } from './report-fault.ts';
import { isCacheOff } from './warm-start.ts';
import { type Chosen, describeChoice, libraryToServe } from './which-library.ts';

const HELP = `Usage: team-context [serve] [LIBRARY] [--poll] [--no-cache]

Serves the library to one AI client over standard input and output. Clients start it themselves: put it into their
configuration rather than running it by hand. Everything that a person should know goes to standard error.

Options:
  --poll       look at the folder again and again instead of waiting for the system's events; only needed where changes
               are noticed late, since folders without events are recognised
  --no-cache   read every file instead of taking what has not changed from the last start, and save nothing for the next

Environment:
  TEAM_CONTEXT_LIBRARY   the library, when none is named
  TEAM_CONTEXT_STATE     where this program keeps files of its own, instead of the place that the system has for them
  TEAM_CONTEXT_CACHE     "off" does the same as --no-cache
`;

/** Progress and diagnostics are shown this often at the most. */
const PROGRESS_MS = 1_000;
/** From this many documents on, somebody may wonder why the first answer takes its time. */
const LARGE = 1_000;
/** More diagnostics than this at once are counted, not listed. */
const MOST_LISTED = 20;
const LONGEST_LINE = 1_000;

function say(line: string): void {
  console.error(oneLine(line, LONGEST_LINE));
}

/** What to paste where, for somebody who started the server by hand. */
function explain(chosen: Chosen): string {
  const entry = { command: process.execPath, args: [MAIN_FILE, 'serve', chosen.root] };
  return [
    'team-context is waiting for an AI client on standard input. A terminal is not one: clients start this command themselves.',
    'In Claude Desktop, open Settings, Developer, Edit Config, and paste this into the file; then quit and start Claude Desktop again:',
    '',
    JSON.stringify({ mcpServers: { 'team-context': entry } }, null, 2),
    '',
    `In Claude Code: claude mcp add team-context -- "${entry.command}" "${MAIN_FILE}" serve "${chosen.root}"`,
    'To look at the library from here: team-context search "your question", or team-context check. Ctrl+C ends this.',
  ].join('\n');
}

/** Says on stderr how far a long first reading has come. */
function progressReport(): NonNullable<LibraryOptions['onProgress']> {
  let last = performance.now();
  return (step, done, total) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    say(step === 'files' ? `Reading files: ${done} of ${total}.` : `Making documents of them: ${done} of ${total}.`);
  };
}

/** Says on stderr how far the first indexing of a large library has come. */
async function reportIndexing({ library, engine }: Surface): Promise<void> {
  await library.ready;
  const report = (): void => {
    const { building } = engine.status();
    if (building === undefined) clearInterval(timer);
    else say(`Indexing: ${counted(building, 'document')} to go; searches are answered when all are in.`);
  };
  const timer = setInterval(report, PROGRESS_MS).unref();
  if ((engine.status().building ?? 0) > LARGE) report();
}

/** Shows every diagnostic once, when it first appears. */
function reportDiagnostics(library: Library): void {
  const keyOf = ({ path, line, column, code }: Diagnostic): string => `${line}:${column} ${code} ${path}`;
  let shown = new Set<string>();
  const show = (): void => {
    const current = library.current().diagnostics.filter(({ severity }) => severity !== 'info');
    const fresh = current.filter((diagnostic) => !shown.has(keyOf(diagnostic)));
    for (const diagnostic of fresh.slice(0, MOST_LISTED)) console.error(formatDiagnostic(diagnostic));
    if (fresh.length > MOST_LISTED)
      say(`And ${fresh.length - MOST_LISTED} more: "team-context check" shows all of them.`);
    shown = new Set(current.map(keyOf));
  };
  void library.ready.then(() => {
    const { documents, prompts } = library.current();
    say(`Serving ${counted(documents.size, 'document')} and ${counted(prompts.size, 'prompt')}.`);
    const others = describePassedOver(library.status().passedOver);
    if (others !== undefined) say(others);
    show();
    library.subscribe(show);
  });
}

/** Resolves when the client has gone or the system asks the process to end. */
function untilEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => resolve();
    process.stdin.once('end', end).once('close', end);
    process.stdout.once('error', end);
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}

export const serve: Command = {
  help: HELP,
  options: { poll: { type: 'boolean' }, 'no-cache': { type: 'boolean' } },
  async run({ words, flags }) {
    if (words.length > 1)
      throw new Refusal('"team-context serve" takes one library. Put a path with spaces in quotes.');
    const chosen = libraryToServe(words[0]);
    say(describeChoice(chosen));
    const ended = untilEnd();
    const surface = await openSurface({
      root: chosen.root,
      poll: flags['poll'] === true,
      usesCache: !isCacheOff(flags),
      onProgress: progressReport(),
    });
    reportDiagnostics(surface.library);
    void reportIndexing(surface);
    const handle = serveStdio((context) => buildServer(surface, context), { onerror: reportFault });
    if (process.stdin.isTTY) console.error(explain(chosen));
    await ended;
    await handle.close();
    await surface.close();
    return EXIT.ok;
  },
};
