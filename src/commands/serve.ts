import { serveStdio as connectStdio } from '@modelcontextprotocol/server/stdio';
import { oneLine } from '../library/text/one-line.ts';
import { buildServer } from '../mcp/server.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { ENDING } from './ending.ts';
import { NETWORK_OPTIONS } from './network-options.ts';
import { openSurface } from './open-surface.ts';
import { MAIN_FILE } from './package.ts';
import { reportFault } from './report-fault.ts';
import { progressReport, reportOn } from './serving-reports.ts';
import { isCacheOff } from './warm-start.ts';
import { type Chosen, describeChoice, isStarter, libraryToServe } from './which-library.ts';

const HELP = `Usage: team-context [serve] [LIBRARY] [--read-only] [--poll] [--no-cache]
       team-context serve [LIBRARY] --http [NETWORK OPTIONS]

Serves the library to one AI client over standard input and output. Clients start it themselves: put it into their
configuration rather than running it by hand. Everything that a person should know goes to standard error.

With --http it serves a whole team by URL, and shows at that address in a browser how to connect each client.

Options:
  --read-only  write nothing into the library: the tools with which members share are not offered; so it is with the
               starter library, unless it is named
  --poll       look at the folder again and again instead of waiting for the system's events; only needed where changes
               are noticed late, since folders without events are recognised
  --no-cache   read every file instead of taking what has not changed from the last start, and save nothing for the next

Network options, all explained in docs/administrator.md:
  --http                 serve over the network instead of to one client
  --port NUMBER          8326 unless it is given; 0 for any that is free
  --host ADDRESS         127.0.0.1, which only this computer reaches, unless it is given
  --allowed-host NAME    a name under which clients call this server; may be given several times
  --public-url URL       where clients find it when a proxy stands in front of it
  --trust-proxy          take a sender's address from the X-Forwarded-For of the proxy in front
  --tokens               ask for a member's token (see "team-context token --help") even where only this computer can come;
                         otherwise it is asked for as soon as others can
  --issuer URL           take the tokens of this identity provider (OAuth)
  --audience TEXT        what these tokens name as their audience
  --stateless            keep no sessions, for several servers behind one address
  --max-sessions NUMBER  sessions in all; 200 unless it is given
  --max-streams NUMBER   open streams in all; 200 unless it is given
  --log-level LEVEL      error, warn, info (the default), debug or silent

Environment:
  TEAM_CONTEXT_LIBRARY   the library, when none is named
  TEAM_CONTEXT_STATE     where this program keeps files of its own, instead of the place that the system has for them
  TEAM_CONTEXT_MEMBER    your name, as colleagues see it on what you share; otherwise the name that git knows, or the system
  TEAM_CONTEXT_CACHE     "off" does the same as --no-cache
  TEAM_CONTEXT_JOURNAL   "off" records no use on this computer, whatever the library's settings say; see docs/privacy.md
`;

const LONGEST_LINE = 1_000;

function say(text: string): void {
  console.error(text);
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

/** Resolves when the client has gone or the system asks the process to end. */
function untilEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => resolve();
    process.stdin.once('end', end).once('close', end);
    process.stdout.once('error', end);
    for (const signal of ENDING) process.once(signal, end);
  });
}

/** Serves one client over standard input and output, until it goes. */
async function serveStdio(chosen: Chosen, flags: Typed['flags']): Promise<number> {
  say(oneLine(describeChoice(chosen), LONGEST_LINE));
  const ended = untilEnd();
  const surface = await openSurface({
    root: chosen.root,
    ...reading(chosen, flags),
    isRecording: true,
    onProgress: progressReport(say),
  });
  reportOn(surface, say);
  const handle = connectStdio((context) => buildServer(surface, context), { onerror: reportFault });
  if (process.stdin.isTTY) console.error(explain(chosen));
  await ended;
  await handle.close();
  await surface.close();
  return EXIT.ok;
}

function reading(chosen: Chosen, flags: Typed['flags']): { poll: boolean; usesCache: boolean; isReadOnly: boolean } {
  return {
    poll: flags['poll'] === true,
    usesCache: !isCacheOff(flags),
    isReadOnly: flags['read-only'] === true || isStarter(chosen),
  };
}

export const serve: Command = {
  help: HELP,
  options: {
    http: { type: 'boolean' },
    ...NETWORK_OPTIONS,
    'read-only': { type: 'boolean' },
    poll: { type: 'boolean' },
    'no-cache': { type: 'boolean' },
  },
  async run({ words, flags }) {
    if (words.length > 1)
      throw new Refusal('"team-context serve" takes one library. Put a path with spaces in quotes.');
    const chosen = libraryToServe(words[0]);
    if (flags['http'] === true) {
      // whoever serves one client need not load all of this
      const { readNetwork } = await import('./network.ts');
      const network = readNetwork(flags);
      const { serveHttp } = await import('./serve-http.ts');
      return serveHttp({ chosen, network, reading: reading(chosen, flags) });
    }
    const stray = Object.keys(NETWORK_OPTIONS).find((name) => flags[name] !== undefined);
    if (stray !== undefined) throw new Refusal(`--${stray} is for serving over the network: add --http.`);
    return serveStdio(chosen, flags);
  },
};
