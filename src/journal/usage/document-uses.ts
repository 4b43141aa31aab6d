import { authorOf } from '../../library/credit.ts';
import { identityOf } from '../../library/disk/identity.ts';
import type { Document } from '../../library/document.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { memberKey } from '../member-key.ts';
import { countDays, type DaysOfUse, uniteDays } from './days-of-use.ts';
import type { Usage } from './usage.ts';

/** Who used a document, by the member's key. */
export type Users = ReadonlyMap<string, DaysOfUse>;

/** A use of a document: one member on one day, however often. */
export function countUses(users: Users): number {
  let uses = 0;
  for (const days of users.values()) uses += countDays(days);
  return uses;
}

/** The members who used a document and are not its author. */
export function colleagues(document: Document, users: Users): readonly DaysOfUse[] {
  const author = authorOf(document);
  const own = author === undefined ? undefined : memberKey(author);
  return [...users].filter(([member]) => member !== own).map(([, days]) => days);
}

export interface DocumentUses {
  /** Those of documents that the library has. */
  of(document: Document): Users;
  /** Those of documents that it has no more. */
  readonly gone: ReadonlyMap<string, Users>;
}

const NOBODY: Users = new Map();

function fileName(id: string): string {
  return identityOf(id.slice(id.lastIndexOf('/') + 1));
}

/** By file name the id of the only document that has it; null where several have it. */
function idsByFileName(snapshot: Snapshot): ReadonlyMap<string, string | null> {
  const ids = new Map<string, string | null>();
  for (const id of snapshot.documents.keys()) {
    const name = fileName(id);
    ids.set(name, ids.has(name) ? null : id);
  }
  return ids;
}

function unite(users: Users | undefined, more: Users): Users {
  if (users === undefined) return more;
  const united = new Map(users);
  for (const [member, days] of more) {
    const known = united.get(member);
    united.set(member, known === undefined ? days : uniteDays(known, days));
  }
  return united;
}

/**
 * Finds out which documents of the library the journal speaks of. One that has moved keeps its uses: an id that is not
 * there counts for the only document with its file name.
 */
export function usesOfDocuments(usage: Usage, snapshot: Snapshot): DocumentUses {
  const byFileName = idsByFileName(snapshot);
  const idOf = (id: string): string | undefined => {
    if (snapshot.documents.has(id)) return id;
    return snapshot.identities.get(identityOf(id)) ?? byFileName.get(fileName(id)) ?? undefined;
  };
  const uses = new Map<string, Users>();
  const gone = new Map<string, Users>();
  for (const [id, users] of usage.documents) {
    const here = idOf(id);
    if (here === undefined) gone.set(id, users);
    else uses.set(here, unite(uses.get(here), users));
  }
  return { of: ({ id }) => uses.get(id) ?? NOBODY, gone };
}
