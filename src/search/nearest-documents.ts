import type { Engine } from './engine.ts';

/** A document that comes near to what somebody searched for. */
interface NearDocument {
  readonly id: string;
  readonly title: string;
}

const MOST_NEAREST = 3;

/** The at most three documents that are nearest to some words by now, the nearest first. */
export async function nearestDocuments(engine: Engine, words: string): Promise<readonly NearDocument[]> {
  const { hits } = await engine.search({ query: words, limit: MOST_NEAREST });
  return hits.map(({ document }) => ({ id: document.id, title: document.title }));
}
