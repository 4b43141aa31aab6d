import { z } from 'zod';
import { type Document, KINDS } from '../../library/document.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { listPrompts } from '../../prompts/listing.ts';
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
  prompt: z.object({ name: z.string().describe('give it to use_prompt'), arguments: z.array(z.string()) }).optional(),
});

function shortened(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1).trimEnd()}…`;
}

/** How to run each prompt, by the id of its document. Arguments that must be given end in `*`. */
function promptsById(snapshot: Snapshot): Map<string, { name: string; arguments: string[] }> {
  const found = new Map<string, { name: string; arguments: string[] }>();
  for (const prompt of listPrompts(snapshot)) {
    const document = snapshot.prompts.get(prompt.name);
    const names = prompt.arguments.map(({ name, required }) => (required ? `${name}*` : name));
    if (document !== undefined) found.set(document.id, { name: prompt.name, arguments: names });
  }
  return found;
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
    const page = pageOf(chosen, PAGE, { cursor, keyOf: ({ id }) => id });
    const notice = freshnessNotice(surface.library);
    const documents = page.rows.map((document) => {
      const prompt = prompts.get(document.id);
      return {
        id: document.id,
        title: document.title,
        kind: document.kind,
        ...(document.description === '' ? {} : { description: shortened(document.description) }),
        ...(document.status === 'approved' ? {} : { status: document.status }),
        ...(prompt === undefined ? {} : { prompt }),
      };
    });
    return {
      structure: {
        ...(snapshot.settings.name === '' ? {} : { name: snapshot.settings.name }),
        counts: countByKind(all),
        documents,
        ...(page.nextCursor === undefined ? {} : { next_cursor: page.nextCursor }),
        ...(notice === undefined ? {} : { notice }),
      },
    };
  },
});
