import { z } from 'zod';
import { today } from '../../library/day.ts';
import { KINDS, STATUSES } from '../../library/document.ts';
import { forceOf } from '../../library/force.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import type { Answer, Hit } from '../../search/engine.ts';
import { linesOf } from '../../search/explanation.ts';
import type { Used } from '../recording.ts';
import { freshnessNotice, snapshotOf } from '../surface.ts';
import { defineTool } from '../tool.ts';
import { uriOf } from '../uri.ts';

const result = z.object({
  id: z.string().describe('give it to fetch'),
  title: z.string(),
  url: z.string(),
  path: z.string(),
  kind: z.enum(KINDS),
  section: z.string().optional(),
  snippet: z.string(),
  updated: z.string().describe('when the file last changed'),
  status: z.enum(STATUSES),
  note: z.string().optional().describe('what to know before relying on it'),
  used_by_colleagues: z.number().optional().describe('how many colleagues of the user used it in the last 30 days'),
  score: z.number(),
  explanation: z.array(z.string()).optional().describe('why it was found, when explain was asked for'),
});

/** What a row says besides what was found. */
interface Known {
  readonly snapshot: Snapshot;
  readonly colleaguesWith: (id: string) => number;
}

function row(hit: Hit, { snapshot, colleaguesWith }: Known): z.output<typeof result> {
  const { document, section, explanation } = hit;
  const { note } = forceOf(snapshot, document, today());
  const colleagues = colleaguesWith(document.id);
  return {
    id: hit.id,
    title: document.title,
    url: uriOf(document.id, section?.anchor),
    path: document.id,
    kind: document.kind,
    ...(section === undefined || section.heading === '' ? {} : { section: section.heading }),
    snippet: hit.snippet,
    updated: document.modified,
    status: document.status,
    ...(note === undefined ? {} : { note }),
    ...(colleagues === 0 ? {} : { used_by_colleagues: colleagues }),
    score: Number(hit.score.toFixed(4)),
    ...(explanation === undefined ? {} : { explanation: linesOf(explanation) }),
  };
}

/** `words` are kept of a search through the whole library that found little: they say what is missing there. */
function usedBySearch({ hits, strength, isWeak }: Answer, words: string | undefined): Used {
  const outcome = hits.length === 0 ? 'nothing' : isWeak ? 'little' : 'done';
  const isTold = outcome !== 'done' && words !== undefined && /[\p{L}\p{N}]/u.test(words);
  return { use: 'search', ids: [], outcome, hits: hits.length, strength, ...(isTold ? { words } : {}) };
}

export const search = defineTool({
  name: 'search',
  title: 'Search the team library',
  description: [
    "Finds passages in the team's own library: brand voice and wording rules, personas, messaging and proof points, legal rules on claims, what past campaigns taught, workflows, prompts.",
    'Search before you write or judge anything for this team, and cite what you used.',
    'Ask in plain words; operators and quotes have no meaning. In `also`, give two or three other phrasings of the same need with other words (the words that the document itself may use): that finds what one phrasing misses.',
    'Gives short snippets; read a whole passage with fetch and the `id` of a result.',
  ].join('\n'),
  input: z.object({
    query: z.string().describe('what you need to know, in plain words'),
    also: z.array(z.string()).max(5).optional().describe('up to 5 other phrasings of the same need'),
    kind: z
      .enum(KINDS)
      .optional()
      .describe(`only this kind of document: ${KINDS.join(', ')}`),
    tags: z.array(z.string()).optional().describe('only documents that have all of these tags'),
    status: z.enum(STATUSES).optional().describe('only this status; "draft" also finds what waits in the inbox'),
    limit: z.number().int().min(1).max(25).default(6).describe('how many results, 1 to 25'),
    explain: z.boolean().optional().describe('say of each result which words matched and what lowered it'),
  }),
  output: z.object({ results: z.array(result), notice: z.string().optional() }),
  meta: { 'anthropic/alwaysLoad': true },
  async run({ query, also, kind, tags, status, limit, explain }, surface, caller) {
    const { settings } = await snapshotOf(surface);
    const usedBy = settings.journal.ranking ? surface.colleagues?.membersByDocument() : undefined;
    const answer = await surface.engine.search({
      query,
      limit,
      ...(also === undefined ? {} : { also }),
      ...(kind === undefined ? {} : { kind }),
      ...(tags === undefined ? {} : { tags }),
      ...(status === undefined ? {} : { status }),
      ...(explain === undefined ? {} : { explain }),
      ...(usedBy === undefined ? {} : { usedBy }),
    });
    const notice = [freshnessNotice(surface.library), answer.notice].filter((part) => part !== undefined).join(' ');
    const snapshot = surface.library.current();
    const colleaguesWith = (id: string): number => surface.colleagues?.usedBy(id, caller.name) ?? 0;
    const results = answer.hits.map((hit) => row(hit, { snapshot, colleaguesWith }));
    const isOfWhole = kind === undefined && tags === undefined && status === undefined;
    return {
      structure: { results, ...(notice === '' ? {} : { notice }) },
      used: usedBySearch(answer, isOfWhole ? query : undefined),
    };
  },
});
