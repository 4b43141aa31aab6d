import { type Document, type Kind, type Section, textOfSection } from '../../library/document.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import type { Engine, Hit } from '../engine.ts';
import type { Channel } from './channel.ts';

/** Where a brief is looked for. The engine knows the snapshot, or a later one. */
export interface Place {
  readonly snapshot: Snapshot;
  readonly engine: Engine;
}

/** What the engine finds for a task, among all documents and among those of some kinds; all scores on one scale. */
export interface Hits {
  readonly all: readonly Hit[];
  readonly ofKind: ReadonlyMap<Kind, readonly Hit[]>;
}

const MOST_HITS = 25;
const SEARCHED: readonly Kind[] = ['guideline', 'persona', 'messaging', 'learning', 'workflow', 'win', 'prompt'];

/** Asks with the task; among the kinds also with the names of the channels. Answers with documents of the snapshot alone. */
export async function findHits({ snapshot, engine }: Place, task: string, channels: readonly Channel[]): Promise<Hits> {
  const search = async (query: string, kind?: Kind): Promise<Hit[]> => {
    const { hits } = await engine.search({ query, limit: MOST_HITS, ...(kind === undefined ? {} : { kind }) });
    return hits.flatMap((hit) => {
      const document = snapshot.documents.get(hit.document.id);
      return document === undefined || document.isInInbox ? [] : [{ ...hit, document }];
    });
  };
  const all = await search(task);
  const withChannel = [task, ...channels.map(({ name }) => name)].join(' ');
  const ofKind = new Map<Kind, readonly Hit[]>();
  for (const kind of SEARCHED) ofKind.set(kind, onScaleOf(all, await search(withChannel, kind)));
  return { all, ofKind };
}

/** Whether any document outside the inbox speaks of a channel, as far as the engine finds the channel's names. */
export async function isSpokenOf({ snapshot, engine }: Place, channel: Channel): Promise<boolean> {
  const { hits } = await engine.search({ query: channel.words, limit: MOST_HITS });
  return hits.some(({ document: { id }, section, snippet }) => {
    const document = snapshot.documents.get(id);
    if (document === undefined || document.isInInbox) return false;
    const texts = [document.title, section?.heading ?? '', snippet];
    return texts.some((text) => channel.isIn(text)) || channel.isIn(textOfHit(document, section));
  });
}

function textOfHit(document: Document, section: Section | undefined): string {
  return section === undefined ? document.body : textOfSection(document, section);
}

/** The best hit of a kind has the score that it has among all, or is no better than the last of those. */
function onScaleOf(all: readonly Hit[], hits: readonly Hit[]): Hit[] {
  const same = all.find(({ document }) => document === hits[0]?.document);
  const scale = (same ?? all.at(-1))?.score ?? 0;
  return hits.map((hit) => ({ ...hit, score: hit.score * scale }));
}

/** By the id of a document: from 0 to 1, how good a hit it is. */
export function scoresOf(hits: readonly Hit[]): ReadonlyMap<string, number> {
  return new Map(hits.map(({ document, score }) => [document.id, score]));
}

/** All documents that were found, each once. */
export function foundIn({ all, ofKind }: Hits): Document[] {
  return [...new Set([...all, ...[...ofKind.values()].flat()].map(({ document }) => document))];
}
