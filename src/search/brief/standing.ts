import type { Document } from '../../library/document.ts';
import { targetOf } from '../../library/find.ts';
import type { Snapshot } from '../../library/snapshot.ts';

/** Says of a document why nobody should rely on it, in a word or two; undefined for one that is in force. */
export type MarkOf = (document: Document) => string | undefined;

/** `today` is an ISO date. */
export function readStanding(snapshot: Snapshot, today: string): MarkOf {
  const successors = successorsIn(snapshot);
  return (document) => {
    const { status, validUntil } = document;
    const successor = successors.get(document.id);
    if (status === 'deprecated' || successor !== undefined) {
      return successor === undefined ? 'no longer in force' : `no longer in force, replaced by ${successor}`;
    }
    if (validUntil !== undefined && validUntil < today) return `was valid until ${validUntil}`;
    return status === 'draft' ? 'draft' : undefined;
  };
}

/** By the id of a document that was replaced: the id of the approved one that replaces it. */
function successorsIn(snapshot: Snapshot): Map<string, string> {
  const successors = new Map<string, string>();
  for (const { id, supersedes, status, isInInbox } of snapshot.documents.values()) {
    if (supersedes === undefined || isInInbox || status !== 'approved') continue;
    const replaced = targetOf(snapshot, supersedes);
    if (replaced !== undefined && replaced.id !== id && !successors.has(replaced.id)) successors.set(replaced.id, id);
  }
  return successors;
}
