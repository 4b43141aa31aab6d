import type { Document } from '../library/document.ts';
import { findDocument } from '../library/find.ts';
import type { Snapshot } from '../library/snapshot.ts';

/** The document that replaces another one: it says so with `supersedes`. An approved one comes before a draft. */
export function successorOf(snapshot: Snapshot, document: Document): Document | undefined {
  const successors: Document[] = [];
  for (const other of snapshot.documents.values()) {
    if (other.supersedes === undefined || other.isInInbox || other === document) continue;
    if (findDocument(snapshot, other.supersedes.path) === document) successors.push(other);
  }
  return successors.find((other) => other.status === 'approved') ?? successors[0];
}
