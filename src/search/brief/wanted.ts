import { posix } from 'node:path';
import type { Document } from '../../library/document.ts';
import { lookUp } from '../../library/find.ts';
import type { Reference } from '../../library/reference.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import type { Unit } from './unit.ts';

interface Target {
  readonly document: Document;
  /** Offsets into its body; the whole body when a link names no section. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1; less where a whole document is named. */
  readonly weight: number;
}

const WEIGHT_OF_DOCUMENT = 0.5;
/** A link of the library: not one that leads to the web, nor one inside the same page. */
const LINK = /\]\(([^()\s:#]+)(?:#([^()\s]*))?\)/g;
const LONGEST_BODY = 100_000;
const MOST_LINKS = 60;

/**
 * How much the team itself has said that a unit is needed, from 0 to 1: by the context that a prompt for this job brings
 * along, and by the links of the reader's persona and of a workflow for this job.
 */
export function wantedBy(snapshot: Snapshot, documents: readonly Document[]): (unit: Unit) => number {
  const targets = documents.flatMap((document) => targetsOf(snapshot, document));
  return ({ document, start }) =>
    Math.max(
      0,
      ...targets
        .filter((target) => target.document === document && target.start <= start && start < target.end)
        .map(({ weight }) => weight),
    );
}

function targetsOf(snapshot: Snapshot, document: Document): Target[] {
  return referencesOf(document).flatMap(({ path, anchor }) => {
    const found = lookUp(snapshot, path, anchor);
    if (found.type !== 'found') return [];
    return found.section === undefined
      ? [{ document: found.document, start: 0, end: Number.POSITIVE_INFINITY, weight: WEIGHT_OF_DOCUMENT }]
      : [{ document: found.document, start: found.section.start, end: found.section.outerEnd, weight: 1 }];
  });
}

/** What a prompt brings along and includes; what any other document links to. */
function referencesOf({ id, body, prompt, includes }: Document): Pick<Reference, 'path' | 'anchor'>[] {
  if (prompt !== undefined) return [...prompt.context, ...includes];
  const links = [...body.slice(0, LONGEST_BODY).matchAll(LINK)].slice(0, MOST_LINKS);
  return links.map(([, path = '', anchor = '']) => ({
    path: posix.join(posix.dirname(id), decoded(path)),
    anchor: decoded(anchor),
  }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
