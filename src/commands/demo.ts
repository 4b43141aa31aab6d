import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@modelcontextprotocol/client';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { SETTINGS_FILE } from '../settings.ts';
import { type Command, EXIT } from './command.ts';
import { MAIN_FILE, PACKAGE_FOLDER } from './package.ts';

const HELP = `Usage: team-context demo

Plays the main job with a real MCP client on a copy of the starter library: sees the team's prompts, runs one with its
context, searches, reads, edits a file and gets the new text. Ends by itself and changes nothing of yours.
`;

/** The edit is seen within about a second; this is only for when it never is. */
const EDIT_SEEN_MS = 15_000;
const EDITED = 'context/brand/voice-and-tone.md';
/** What the demo needs of the tools' answers. */
const FOUND = z.object({ results: z.array(z.object({ id: z.string(), title: z.string(), snippet: z.string() })) });
const READ = z.object({ text: z.string() });
const NEW_RULE = 'Never promise a croissant that the oven has not seen.';

function title(text: string): void {
  console.log(process.stdout.isTTY ? `\n\u001b[1m${text}\u001b[0m` : `\n${text}`);
}

function excerpt(text: string, lines: number): string {
  const all = text.trim().split('\n');
  const shown = all.slice(0, lines).map((line) => `  │ ${line.length > 110 ? `${line.slice(0, 109)}…` : line}`);
  return [...shown, ...(all.length > lines ? [`  │ … ${all.length - lines} more lines`] : [])].join('\n');
}

/** The SDK's client comes with the source, not with the installed package, which never needs one. */
async function loadClient(): Promise<{
  Client: typeof Client;
  connect: (client: Client, library: string) => Promise<void>;
}> {
  try {
    const { Client } = await import('@modelcontextprotocol/client');
    const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
    const connect = (client: Client, library: string): Promise<void> =>
      client.connect(
        new StdioClientTransport({
          command: process.execPath,
          args: [MAIN_FILE, 'serve', library],
          stderr: 'ignore',
          // what the demo does is nobody's use
          env: { TEAM_CONTEXT_JOURNAL: 'off' },
        }),
      );
    return { Client, connect };
  } catch {
    throw new Refusal(
      'The demo plays with an MCP client that is not installed here. Run: npm install @modelcontextprotocol/client',
    );
  }
}

function textOf(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .flatMap((part: unknown) =>
      typeof part === 'object' && part !== null && 'text' in part ? [String(part.text)] : [],
    )
    .join('\n');
}

async function find(client: Client, query: string): Promise<{ id: string; title: string; snippet: string }[]> {
  const answer = await client.callTool({ name: 'search', arguments: { query, limit: 3 } });
  if (answer.isError === true) throw new Error(textOf(answer.content));
  return FOUND.parse(answer.structuredContent).results;
}

async function showPrompts(client: Client): Promise<void> {
  title('1. What a marketer sees in the prompt menu');
  const { prompts } = await client.listPrompts();
  for (const { name, description } of prompts) console.log(`  ${name.padEnd(24)} ${description ?? ''}`);
}

async function runPrompt(client: Client, persona: string): Promise<void> {
  title('2. They pick "launch-email" and fill in two fields');
  const rendered = await client.getPrompt({
    name: 'launch-email',
    arguments: { campaign: 'bake lists on a tablet', persona },
  });
  for (const { role, content } of rendered.messages) {
    if (content.type === 'resource' && 'text' in content.resource) {
      console.log(
        `  + ${decodeURIComponent(content.resource.uri)} (${content.resource.text.length} characters of context)`,
      );
    } else if (content.type === 'text') console.log(`  ${role}:\n${excerpt(content.text, 12)}`);
  }
}

async function searchAndRead(client: Client): Promise<void> {
  const question = 'may we say that customers waste less bread?';
  title(`3. The assistant looks something up: "${question}"`);
  const hits = await find(client, question);
  for (const hit of hits) console.log(`  ${hit.id}\n${excerpt(hit.snippet, 3)}`);
  const [first] = hits;
  if (first === undefined) return;
  const read = await client.callTool({ name: 'fetch', arguments: { id: first.id, max_chars: 1_000 } });
  console.log(`  and reads ${first.id}:\n${excerpt(READ.parse(read.structuredContent).text, 8)}`);
}

async function editAndAskAgain(client: Client, library: string): Promise<void> {
  title('4. Somebody edits a file; nobody restarts anything');
  const file = join(library, ...EDITED.split('/'));
  const text = await readFile(file, 'utf8');
  await writeFile(file, `${text.trimEnd()}\n\n## The croissant rule\n\n${NEW_RULE}\n`);
  const start = performance.now();
  for (;;) {
    const hit = (await find(client, 'croissant promise oven')).find(({ snippet }) => snippet.includes(NEW_RULE));
    const waited = Math.round(performance.now() - start);
    if (hit !== undefined) {
      console.log(
        `  saved ${EDITED}\n  ${waited} ms later the search answers with ${hit.id}:\n${excerpt(hit.snippet, 3)}`,
      );
      return;
    }
    if (waited > EDIT_SEEN_MS) throw new Error(`The edit of ${file} was not seen within ${EDIT_SEEN_MS} ms.`);
    await wait(50);
  }
}

export const demo: Command = {
  help: HELP,
  options: {},
  async run({ words }) {
    if (words.length > 0)
      throw new Refusal('"team-context demo" takes nothing: it plays on a copy of the starter library.');
    const { Client, connect } = await loadClient();
    const library = await mkdtemp(join(tmpdir(), 'team-context-demo-'));
    const client = new Client(
      { name: 'team-context-demo', version: '1.0.0' },
      { versionNegotiation: { mode: 'auto' } },
    );
    try {
      for (const part of ['context', 'prompts', SETTINGS_FILE])
        await cp(join(PACKAGE_FOLDER, part), join(library, part), { recursive: true });
      await connect(client, library);
      const personas = await client.complete({
        ref: { type: 'ref/prompt', name: 'launch-email' },
        argument: { name: 'persona', value: '' },
      });
      const choice = personas.completion.values[0] ?? '';
      await showPrompts(client);
      await runPrompt(client, choice);
      await searchAndRead(client);
      await editAndAskAgain(client, library);
      console.log(
        '\nThat was the main job. README.md says how to connect Claude, Cursor, VS Code and others to your own folder.',
      );
    } finally {
      await client.close();
      await rm(library, { recursive: true, force: true });
    }
    return EXIT.ok;
  },
};
