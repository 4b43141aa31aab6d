import type { Document } from './document.ts';
import { type Shelf, targetOf } from './find.ts';

/** Why nobody should rely on a document, or not yet. What is deprecated is not `superseded` as well. */
export type Lapse = 'draft' | 'deprecated' | 'superseded' | 'expired';

/** How a document stands on a day. */
export interface Force {
  /** It is approved, nothing replaces it, and its time is not over. */
  readonly isInForce: boolean;
  readonly lapses: readonly Lapse[];
  /** In a word or two, for a list; absent when it is in force. */
  readonly mark?: 'draft' | 'no longer in force';
  /** Whole sentences for whoever reads it; absent when it is in force. */
  readonly note?: string;
  /** The approved document that replaces it: the last one, where that was replaced in its turn. */
  readonly successor?: Document;
}

const IN_FORCE: Force = { isInForce: true, lapses: [] };

/** How a document of a library stands on a day, which is an ISO date. Quick: it is asked for whole lists. */
export function forceOf(shelf: Shelf, document: Document, day: string): Force {
  const successor = document.isInInbox ? undefined : successorsIn(shelf).get(document.id);
  const lapses = lapsesOf(document, successor, day);
  if (lapses.length === 0) return IN_FORCE;
  return {
    isInForce: false,
    lapses,
    mark: lapses.length === 1 && lapses[0] === 'draft' ? 'draft' : 'no longer in force',
    note: noteFor(document, lapses, successor),
    ...(successor === undefined ? {} : { successor }),
  };
}

function lapsesOf({ status, validUntil }: Document, successor: Document | undefined, day: string): readonly Lapse[] {
  const isExpired = validUntil !== undefined && validUntil < day;
  if (status === 'approved' && successor === undefined && !isExpired) return IN_FORCE.lapses;
  const lapses: Lapse[] = status === 'approved' ? [] : [status];
  if (successor !== undefined && status !== 'deprecated') lapses.push('superseded');
  if (isExpired) lapses.push('expired');
  return lapses;
}

function noteFor({ isInInbox, validUntil }: Document, lapses: readonly Lapse[], successor?: Document): string {
  const sentences: string[] = [];
  if (isInInbox) sentences.push('Nobody on the team has reviewed this: it waits in the inbox.');
  else if (lapses.includes('draft')) sentences.push('This is a draft.');
  if (lapses.includes('deprecated') || lapses.includes('superseded')) sentences.push('This is no longer in force.');
  if (successor !== undefined) sentences.push(`Use ${successor.id} instead.`);
  if (lapses.includes('expired')) sentences.push(`This was valid until ${validUntil}.`);
  return sentences.join(' ');
}

/** A document's title, which says of one that is not in force what it is. */
export function titleWithMark({ title }: Document, { mark }: Force): string {
  return mark === undefined ? title : `${title} (${mark})`;
}

/** A text below the note on it: in the first line, since whoever reads a text need not have seen what came with it. */
export function textUnderNote(text: string, { note }: Force): string {
  return note === undefined ? text : `> Note: ${note}\n\n${text}`;
}

/** A shelf never changes, so neither does what replaces what. */
const known = new WeakMap<Shelf['documents'], ReadonlyMap<string, Document>>();

/** By the id of each document that was replaced: the approved document outside the inbox that replaces it. */
export function successorsIn(shelf: Shelf): ReadonlyMap<string, Document> {
  const before = known.get(shelf.documents);
  if (before !== undefined) return before;
  const next = directSuccessors(shelf);
  const last = new Map<string, Document | undefined>();
  for (const id of next.keys()) followFrom(id, next, last);
  const successors = new Map<string, Document>();
  for (const [id, successor] of last) if (successor !== undefined) successors.set(id, successor);
  known.set(shelf.documents, successors);
  return successors;
}

/** What says of itself that it replaces a document, an approved one first. A draft replaces nothing yet. */
function directSuccessors(shelf: Shelf): Map<string, Document> {
  const next = new Map<string, Document>();
  for (const document of shelf.documents.values()) {
    if (document.supersedes === undefined || document.isInInbox || document.status === 'draft') continue;
    const replaced = targetOf(shelf, document.supersedes);
    if (replaced === undefined || replaced.id === document.id) continue;
    const other = next.get(replaced.id);
    const isBetter = other?.status === 'deprecated' && document.status === 'approved';
    if (other === undefined || isBetter) next.set(replaced.id, document);
  }
  return next;
}

/** Fills in the last approved successor of a document and of all on the way to it; of what replaces itself in a circle, none. */
function followFrom(start: string, next: ReadonlyMap<string, Document>, last: Map<string, Document | undefined>): void {
  const path: Document[] = [];
  const way = new Set<string>();
  let id = start;
  while (!last.has(id) && !way.has(id)) {
    way.add(id);
    const successor = next.get(id);
    if (successor === undefined) break;
    path.push(successor);
    id = successor.id;
  }
  const ids = [...way];
  const circle = last.has(id) || !next.has(id) ? ids.length : ids.indexOf(id);
  for (const round of ids.slice(circle)) last.set(round, undefined);
  for (let at = Math.min(circle, path.length) - 1; at >= 0; at--) {
    const successor = path[at];
    const from = ids[at];
    if (successor === undefined || from === undefined) continue;
    last.set(from, last.get(successor.id) ?? (successor.status === 'approved' ? successor : undefined));
  }
}
