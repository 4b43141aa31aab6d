import type { Document } from '../../library/document.ts';
import { forceOf } from '../../library/force.ts';
import type { Snapshot } from '../../library/snapshot.ts';

/** Says of a document why nobody should rely on it, in a word or two; undefined for one that is in force. */
export type MarkOf = (document: Document) => string | undefined;

/** `today` is an ISO date. */
export function readStanding(snapshot: Snapshot, today: string): MarkOf {
  return (document) => {
    const { lapses, mark, successor } = forceOf(snapshot, document, today);
    if (successor !== undefined) return `no longer in force, replaced by ${successor.id}`;
    if (lapses.includes('expired') && !lapses.includes('deprecated')) return `was valid until ${document.validUntil}`;
    return mark;
  };
}
