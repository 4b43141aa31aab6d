import { z } from 'zod';
import { today } from '../../library/day.ts';
import { type Document, KINDS } from '../../library/document.ts';
import { forceOf } from '../../library/force.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type ListedPrompt, listBuiltIns, listPrompts } from '../../prompts/listing.ts';
import { pageOf } from '../cursor.ts';
import { freshnessNotice, snapshotOf } from '../surface.ts';
import { defineTool } from '../tool.ts';

const PAGE = 50;
const LONGEST_DESCRIPTION = 200;

const listedDocument = z.object({
  id: z.string().describe('give it to fetch'),
  title: z.string(),
  kind: z.enum(KINDS),
  description: z.string().optional(),
  status: z.string().optional().describe('when it is not approved'),
  note: z.string().optional().describe('what to know before relying on it'),
  prompt: z.object({ name: z.string().describe('give it to use_prompt'), arguments: z.array(z.string()) }).optional(),
});

const builtIn = z.object({ name: z.string(), description: z.string(), arguments: z.array(z.string()) });

function shortened(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1).trimEnd()}…`;
}

/** Arguments that must be given end in `*`. */
function argumentsOf({ arguments: fields }: ListedPrompt): string[] {
  return fields.map(({ name, required }) => (required ? `${name}*` : name));
}

/** How to run each prompt, by the id of its document. */
function promptsById(snapshot: Snapshot): Map<string, { name: string; arguments: string[] }> {
  const found = new Map<string, { name: string; arguments: string[] }>();
  for (const prompt of listPrompts(snapshot)) {
    const document = snapshot.prompts.get(prompt.name);
    if (document !== undefined) found.set(document.id, { name: prompt.name, arguments: argumentsOf(prompt) });
  }
  return found;
}

function builtInRows(snapshot: Snapshot): z.output<typeof builtIn>[] {
  return listBuiltIns(snapshot).map((prompt) => ({
    name: prompt.name,
    description: shortened(prompt.description),
    arguments: argumentsOf(prompt),
  }));
}

function countByKind(documents: readonly Document[]): Record<string, number> {
  const counts = KINDS.map((kind): [string, number] => [
    kind,
    documents.filter((document) => document.kind === kind).length,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

export const listLibrary = defineTool({
  name: 'list_library',
  title: 'List the team library',
  description: [
    'Shows what the team library holds: how many documents of each kind, then their titles and ids, a page at a time.',
    'Use it to see which prompts there are (kind "prompt") and what each asks for, or when you do not know what to search for. To find a passage, search.',
  ].join('\n'),
  input: z.object({
    kind: z
      .enum(KINDS)
      .optional()
      .describe(`only this kind: ${KINDS.join(', ')}`),
    tag: z.string().optional().describe('only documents with this tag'),
    cursor: z.string().optional().describe('next_cursor of the page before'),
  }),
  output: z.object({
    name: z.string().optional(),
    counts: z.record(z.string(), z.number()),
    documents: z.array(listedDocument),
    built_in_prompts: z
      .array(builtIn)
      .optional()
      .describe("prompts that come with this server and are none of the team's; give the name to use_prompt"),
    next_cursor: z.string().optional(),
    notice: z.string().optional(),
  }),
  async run({ kind, tag, cursor }, surface) {
    const snapshot = await snapshotOf(surface);
    const all = [...snapshot.documents.values()].filter(({ isInInbox }) => !isInInbox);
    const wanted = tag?.trim().toLowerCase();
    const chosen = all.filter(
      (document) =>
        (kind === undefined || document.kind === kind) &&
        (wanted === undefined || document.tags.some((each) => each.toLowerCase() === wanted)),
    );
    const prompts = promptsById(snapshot);
    const showsBuiltIns = kind === 'prompt' && wanted === undefined && cursor === undefined;
    const page = pageOf(chosen, PAGE, { cursor, keyOf: ({ id }) => id });
    const notice = freshnessNotice(surface.library);
    const documents = page.rows.map((document) => {
      const prompt = prompts.get(document.id);
      const { note } = forceOf(snapshot, document, today());
      return {
        id: document.id,
        title: document.title,
        kind: document.kind,
        ...(document.description === '' ? {} : { description: shortened(document.description) }),
        ...(document.status === 'approved' ? {} : { status: document.status }),
        ...(note === undefined ? {} : { note }),
        ...(prompt === undefined ? {} : { prompt }),
      };
    });
    return {
      structure: {
        ...(snapshot.settings.name === '' ? {} : { name: snapshot.settings.name }),
        counts: countByKind(all),
        documents,
        ...(showsBuiltIns ? { built_in_prompts: builtInRows(snapshot) } : {}),
        ...(page.nextCursor === undefined ? {} : { next_cursor: page.nextCursor }),
        ...(notice === undefined ? {} : { notice }),
      },
    };
  },
});
