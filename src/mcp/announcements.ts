import { today } from '../library/day.ts';
import { findDocument } from '../library/find.ts';
import { forceOf, successorsIn, titleWithMark } from '../library/force.ts';
import type { Change, Snapshot } from '../library/snapshot.ts';
import { listPrompts } from '../prompts/listing.ts';
import { referenceFrom, STATUS_URI, uriOf } from './uri.ts';

/** What clients are told about one change. */
export interface Announcement {
  readonly promptsChanged: boolean;
  readonly resourcesChanged: boolean;
  /** The URIs of what can be read and is not as it was, for clients whose subscriptions the protocol filters. */
  readonly updated: readonly string[];
}

/** What of the lists a client shows: sizes and times are left out, since they change with every edit. */
interface Fingerprint {
  readonly prompts: string;
  readonly resources: string;
}

/** When more documents than this change at once, sections are not named one by one. */
const MOST_WITH_SECTIONS = 100;

/** The snapshot after one change is the one before the next, and all connections ask the same. */
const fingerprints = new WeakMap<Snapshot, Fingerprint>();

function fingerprintOf(snapshot: Snapshot): Fingerprint {
  const known = fingerprints.get(snapshot);
  if (known !== undefined) return known;
  const listed = [...snapshot.documents.values()].filter(({ isInInbox }) => !isInInbox);
  const day = today();
  const rows = listed.map((document) => {
    const force = forceOf(snapshot, document, day);
    return [document.id, titleWithMark(document, force), document.description, document.kind, force.isInForce];
  });
  const fingerprint = { prompts: JSON.stringify(listPrompts(snapshot)), resources: JSON.stringify(rows) };
  fingerprints.set(snapshot, fingerprint);
  return fingerprint;
}

function isPublic({ before, after }: Change, id: string): boolean {
  return (after.documents.get(id) ?? before.documents.get(id))?.isInInbox === false;
}

/** A document's own URI, and those of its sections, before and after. */
function urisOf({ before, after }: Change, id: string, withSections: boolean): string[] {
  const versions = withSections ? [before.documents.get(id), after.documents.get(id)] : [];
  const anchors = versions.flatMap((version) => version?.sections.map(({ anchor }) => anchor) ?? []);
  return [...new Set(['', ...anchors])].map((anchor) => uriOf(id, anchor));
}

/** What came, went or changed outside the inbox, and what reads otherwise because something else replaces it or no longer does. */
function touchedBy(change: Change): string[] {
  const [before, after] = [successorsIn(change.before), successorsIn(change.after)];
  const replaced = [...before.keys(), ...after.keys()].filter((id) => before.get(id)?.id !== after.get(id)?.id);
  const touched = new Set([...change.added, ...change.changed, ...change.removed, ...replaced]);
  return [...touched].filter((id) => isPublic(change, id));
}

/** Only what changed: lists when their set or a listed field did, a resource when its file did. */
export function announce(change: Change): Announcement {
  const [before, after] = [fingerprintOf(change.before), fingerprintOf(change.after)];
  const touched = touchedBy(change);
  return {
    promptsChanged: before.prompts !== after.prompts,
    resourcesChanged: before.resources !== after.resources,
    updated: [STATUS_URI, ...touched.flatMap((id) => urisOf(change, id, touched.length <= MOST_WITH_SECTIONS))],
  };
}

/** Those of the subscribed URIs that a change concerns, as the client wrote them; a section's URI goes with its document. */
export function concerned(subscribed: Iterable<string>, change: Change): string[] {
  const touched = new Set(touchedBy(change));
  return [...subscribed].filter((uri) => {
    if (uri === STATUS_URI) return true;
    const { path } = referenceFrom(uri);
    const id = (findDocument(change.after, path) ?? findDocument(change.before, path))?.id;
    return id !== undefined && touched.has(id);
  });
}
