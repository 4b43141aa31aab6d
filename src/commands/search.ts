import { today } from '../library/day.ts';
import { type Document, KINDS, type Kind } from '../library/document.ts';
import { kindNamed } from '../library/fields.ts';
import { forceOf } from '../library/force.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import type { Hit } from '../search/engine.ts';
import { linesOf } from '../search/explanation.ts';
import { type Command, EXIT, type Typed } from './command.ts';
import { openSurface } from './open-surface.ts';
import { printJson } from './print-json.ts';
import { isCacheOff } from './warm-start.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

const HELP = `Usage: team-context search QUERY [--library FOLDER] [--kind KIND] [--tag TAG] [--also PHRASING] [--drafts]
                           [--limit N] [--explain] [--json] [--no-cache]

Searches the library from the terminal, with the same answers that assistants get.

Options:
  --library FOLDER   the library; else TEAM_CONTEXT_LIBRARY, this folder, or the starter library
  --kind KIND        only one kind: ${KINDS.join(', ')}
  --tag TAG          only documents with this tag; may be given several times
  --also PHRASING    the same question in other words; may be given several times
  --drafts           only drafts, those in the inbox included
  --limit N          how many results, 1 to 25 (6)
  --explain          for each result: which words matched where, what was expanded or corrected, what lowered it
  --json             the results as JSON, for other programs
  --no-cache         read every file, and save nothing for the next start; TEAM_CONTEXT_CACHE=off does the same

Exit code: 0 when something was found, 1 when nothing was, 2 when the library cannot be had.
`;

const LONGEST_LINE = 600;

function texts(value: Typed['flags'][string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function kindFrom(text: string | undefined): Kind | undefined {
  const kind = text === undefined ? undefined : kindNamed(text);
  if (text !== undefined && kind === undefined)
    throw new Refusal(`"${text}" is not a kind. The kinds are: ${KINDS.join(', ')}.`);
  return kind;
}

function limitFrom(text: string | undefined): number {
  const limit = text === undefined ? 6 : Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 25)
    throw new Refusal('--limit takes a whole number from 1 to 25.');
  return limit;
}

/** What to know before relying on a document; undefined where there is nothing to say. */
type NoteOn = (document: Document) => string | undefined;

function print(hits: readonly Hit[], noteOn: NoteOn): void {
  for (const { id, document, section, snippet, score, explanation } of hits) {
    const heading = section === undefined || section.heading === '' ? '' : ` › ${section.heading}`;
    console.log(oneLine(`${document.title}${heading}`, LONGEST_LINE));
    console.log(`  ${oneLine(id, LONGEST_LINE)}`);
    const note = noteOn(document);
    if (note !== undefined) console.log(`  Note: ${oneLine(note, LONGEST_LINE)}`);
    console.log(`  ${oneLine(snippet, LONGEST_LINE)}`);
    if (explanation !== undefined) {
      console.log(`  score ${score.toFixed(2)}; the best result has 1`);
      for (const line of linesOf(explanation)) console.log(`    ${oneLine(line, LONGEST_LINE)}`);
    }
    console.log('');
  }
}

export const search: Command = {
  help: HELP,
  options: {
    library: { type: 'string' },
    kind: { type: 'string' },
    tag: { type: 'string', multiple: true },
    also: { type: 'string', multiple: true },
    drafts: { type: 'boolean' },
    limit: { type: 'string' },
    explain: { type: 'boolean' },
    json: { type: 'boolean' },
    'no-cache': { type: 'boolean' },
  },
  async run({ words, flags }) {
    const query = words.join(' ');
    if (query.trim() === '')
      throw new Refusal('Say what to search for, for example: team-context search "how do we write prices".');
    const text = (name: string): string | undefined => (typeof flags[name] === 'string' ? flags[name] : undefined);
    const kind = kindFrom(text('kind'));
    const limit = limitFrom(text('limit'));
    const chosen = existingLibrary(text('library'));
    if (chosen.by !== 'argument') console.error(describeChoice(chosen));
    const surface = await openSurface({
      root: chosen.root,
      poll: true,
      usesCache: !isCacheOff(flags),
      isReadOnly: true,
    });
    await surface.library.ready;
    const answer = await surface.engine.search({
      query,
      limit,
      also: texts(flags['also']),
      tags: texts(flags['tag']),
      ...(kind === undefined ? {} : { kind }),
      ...(flags['drafts'] === true ? { status: 'draft' as const } : {}),
      ...(flags['explain'] === true ? { explain: true } : {}),
    });
    const snapshot = surface.library.current();
    const noteOn: NoteOn = (document) => forceOf(snapshot, document, today()).note;
    await surface.close();
    if (flags['json'] === true) {
      const results = answer.hits.map(({ id, document, section, snippet, score, explanation }) => ({
        id,
        title: document.title,
        path: document.id,
        kind: document.kind,
        section: section?.heading,
        note: noteOn(document),
        snippet,
        score,
        ...(explanation === undefined ? {} : { explanation }),
      }));
      printJson({ results, notice: answer.notice });
    } else {
      print(answer.hits, noteOn);
      if (answer.notice !== undefined) console.error(oneLine(answer.notice, LONGEST_LINE));
    }
    return answer.hits.length > 0 ? EXIT.ok : EXIT.found;
  },
};
