import { type Converted, convert } from '../importing/convert.ts';
import type { PromptSource } from '../importing/foreign-prompt.ts';
import { decode } from '../library/text/encoding.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { type Command, EXIT } from './command.ts';
import { type Destination, openDestination } from './destination.ts';
import { type FoundPrompt, findPrompts, readBounded } from './find-prompts.ts';
import { describePassedOver } from './passed-over.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

const HELP = `Usage: team-context import SOURCE... [--to FOLDER] [--library FOLDER] [--dry-run]

Brings in prompts that were kept in other tools. A SOURCE is a file or a folder with:
  prompts of VS Code (.prompt.md), of GitHub (.prompt.yml), of dotprompt (.prompt) and of prompty (.prompty),
  skills (folders with SKILL.md), commands (Markdown in a folder "commands"), patterns of fabric (folders with system.md),
  tables (.csv, .tsv) with a column "title" or "act" and a column "prompt", Markdown and plain text.
Each becomes a file of its own in our format; what could not be carried over is said below its line. What is there
already is never written over, and what was imported before is not imported again.

Options:
  --to FOLDER        the folder of the library to put them in (prompts)
  --library FOLDER   the library; else TEAM_CONTEXT_LIBRARY, or this folder if it has context/ or prompts/
  --dry-run          says the same and writes nothing

Exit code: 0 when all was brought in or is there, 1 when something was not or nothing was found, 2 when a source or the
library cannot be had.
`;

const LARGEST_PROMPT = 2 ** 20;
const LARGEST_TABLE = 32 * 2 ** 20;
const LONGEST_LINE = 2_000;

interface Tally {
  imported: number;
  known: number;
  failed: number;
}

interface Run {
  readonly destination: Destination;
  readonly tally: Tally;
}

function say(line: string, remarks: readonly string[]): void {
  console.log(oneLine(line, LONGEST_LINE));
  for (const remark of remarks) console.log(`    ${oneLine(remark, LONGEST_LINE)}`);
}

async function textOf(root: string, path: string): Promise<string | { problem: string }> {
  const bytes = await readBounded(root, path, /\.[ct]sv$/i.test(path) ? LARGEST_TABLE : LARGEST_PROMPT);
  if (typeof bytes === 'string') return { problem: bytes };
  const { text, diagnostics } = decode(bytes, path);
  return text ?? { problem: diagnostics[0]?.message ?? 'The file is not text.' };
}

async function read({ root, path, beside, continuation }: FoundPrompt): Promise<PromptSource | { problem: string }> {
  const text = await textOf(root, path);
  if (typeof text !== 'string') return text;
  const second = continuation === undefined ? undefined : await textOf(root, continuation);
  return { path, text, beside, continuation: typeof second === 'string' ? second : undefined };
}

async function bringIn({ destination, tally }: Run, path: string, converted: Converted): Promise<void> {
  const source = converted.part === undefined ? path : `${path}, ${converted.part}`;
  if (converted.type === 'none') {
    tally.failed++;
    say(`${source}: not imported`, [converted.reason]);
    return;
  }
  const known = destination.holding(converted.text);
  if (known !== undefined) {
    tally.known++;
    say(`${known} ← ${source}: there already`, []);
    return;
  }
  tally.imported++;
  const put = await destination.put(converted.title, converted.text);
  say(`${put} ← ${source}: imported`, converted.remarks);
}

async function importOne(run: Run, found: FoundPrompt): Promise<void> {
  const source = await read(found);
  if ('problem' in source) {
    await bringIn(run, found.path, { type: 'none', reason: source.problem });
    return;
  }
  for (const converted of convert(source, { format: found.format, folder: run.destination.folder })) {
    await bringIn(run, found.path, converted);
  }
}

async function importFrom(run: Run, source: string): Promise<void> {
  const { prompts, others, problems } = await findPrompts(source);
  for (const prompt of prompts) await importOne(run, prompt);
  for (const problem of problems) console.error(oneLine(problem, LONGEST_LINE));
  if (prompts.length === 0) console.error(oneLine(`No prompts were found in ${source}.`, LONGEST_LINE));
  const passedOver = describePassedOver(Object.fromEntries(others), 'they are no prompts that can be recognised');
  if (passedOver !== undefined) console.error(oneLine(passedOver, LONGEST_LINE));
}

function libraryFrom(asked: string | undefined): string {
  const chosen = existingLibrary(asked);
  if (chosen.by === 'starter') throw new Refusal('Say with --library FOLDER which library they are for.');
  if (chosen.by !== 'argument') console.error(describeChoice(chosen));
  return chosen.root;
}

export const importPrompts: Command = {
  help: HELP,
  options: { to: { type: 'string' }, library: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run({ words, flags }) {
    if (words.length === 0)
      throw new Refusal('Say what to import, for example: team-context import ../old-prompts --library my-library.');
    const text = (name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined);
    const isTrial = flags['dry-run'] === true;
    const library = libraryFrom(text('library'));
    const destination = await openDestination(library, { asked: text('to') ?? 'prompts', isTrial });
    const tally: Tally = { imported: 0, known: 0, failed: 0 };
    for (const source of words) await importFrom({ destination, tally }, source);
    const { imported, known, failed } = tally;
    console.error(`${imported} imported, ${known} there already, ${failed} not imported.`);
    if (isTrial) console.error('Nothing was written: this was a dry run.');
    return failed > 0 || imported + known === 0 ? EXIT.found : EXIT.ok;
  },
};
