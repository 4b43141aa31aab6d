import type { Entry } from '../journal/entry.ts';
import type { Sharer } from '../sharing/sharing.ts';
import type { Surface } from './surface.ts';

/** Who calls, and with which program. */
export interface Caller extends Sharer {
  /** As the program calls itself; undefined when it does not say. */
  readonly client?: string | undefined;
}

/** What a request used of the library, as the journal keeps it. */
export type Used = Pick<Entry, 'use' | 'ids' | 'outcome' | 'hits' | 'strength' | 'words'>;

/** An answer, with what was used for it; nothing is recorded of one that used nothing. */
export interface Answered<T> {
  readonly result: T;
  readonly used?: Used | undefined;
}

/** Keeps in the journal what was used, and gives the answer. */
export function recorded<T>({ journal }: Surface, { name, client }: Caller, { result, used }: Answered<T>): T {
  if (used !== undefined) journal?.record({ member: name, ...(client === undefined ? {} : { client }), ...used });
  return result;
}

/** Something was used of which there is no more to say than which documents it was. */
export function usedOnce(use: Entry['use'], ids: readonly string[]): Used {
  return { use, ids: [...new Set(ids)], outcome: 'done' };
}
