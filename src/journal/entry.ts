/** What somebody did with the library. */
export const USES = ['prompt', 'document', 'search', 'brief', 'share'] as const;
export type Use = (typeof USES)[number];

/** What came of it; only a search finds little or nothing. */
export const OUTCOMES = ['done', 'little', 'nothing'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One use of the library: who did what with which documents. Never arguments, and no text of anybody but the words of a search that found little. */
export interface Entry {
  /** Another one for each use, and the same wherever the entry was copied to. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The name that colleagues see; who has the same name is the same member. */
  readonly member: string;
  /** The name of the client's program, where it gave one. */
  readonly client?: string;
  readonly use: Use;
  /** Ids of documents. That of a prompt comes before those of the documents which it always brings along; a search has none. */
  readonly ids: readonly string[];
  readonly outcome: Outcome;
  /** Of a search: how many results it gave. */
  readonly hits?: number;
  /** Of a search: the part of what was asked for that the best results have, from 0 to 1. */
  readonly strength?: number;
  /** Of a search that found little or nothing: what was asked for. */
  readonly words?: string;
}
