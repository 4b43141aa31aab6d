import { findDocument } from '../library/find.ts';
import type { Change } from '../library/snapshot.ts';
import { promptsFingerprint } from './prompts.ts';
import { listFingerprint } from './resources.ts';
import { referenceFrom, STATUS_URI, uriOf } from './uri.ts';

/** What clients are told about one change. */
export interface Announcement {
  readonly promptsChanged: boolean;
  readonly resourcesChanged: boolean;
  /** The URIs of documents that came, changed or went. */
  readonly updated: readonly string[];
}

/** Only what changed: lists when their set or a listed field did, a resource when its file did. */
export function announce(change: Change): Announcement {
  const { before, after, added, changed, removed } = change;
  return {
    promptsChanged: promptsFingerprint(before) !== promptsFingerprint(after),
    resourcesChanged: listFingerprint(before) !== listFingerprint(after),
    updated: [...added, ...changed, ...removed].map((id) => uriOf(id)),
  };
}

/** Those of the subscribed URIs that this change concerns, as the client wrote them; a section's URI goes with its document. */
export function concerned(subscribed: Iterable<string>, change: Change): string[] {
  const touched = new Set([...change.added, ...change.changed, ...change.removed]);
  return [...subscribed].filter((uri) => {
    if (uri === STATUS_URI) return true;
    const { path } = referenceFrom(uri);
    const id = (findDocument(change.after, path) ?? findDocument(change.before, path))?.id;
    return id !== undefined && touched.has(id);
  });
}
