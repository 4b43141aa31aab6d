import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document } from './document.ts';
import { lookUp, type Shelf, targetOf } from './find.ts';
import { followIncludes, type IncludeChains } from './include-chains.ts';
import { nearest } from './nearest.ts';
import type { Reference } from './reference.ts';

/** Parts that include parts are followed this deep. */
export const DEEPEST_INCLUDE = 8;

/** Where more than this is missing, a folder was moved: what was meant is not searched for any further. */
const MOST_SEARCHES = 20;

interface Words {
  readonly message: string;
  readonly hint: string;
}

function noDocument(path: string, near: string | undefined): Words {
  const hint = near
    ? `Did you mean "${near}"?`
    : 'Write the path from the library folder, such as "context/brand/voice.md".';
  return { message: `There is no document "${path}" in the library.`, hint };
}

function stillInInbox(path: string): Words {
  return {
    message: `"${path}" still waits in the inbox, and nothing there is used until somebody has looked at it.`,
    hint: 'Move it to its folder under "context", then name its new path here.',
  };
}

function noSection(id: string, anchor: string, { near, all }: { near?: string; all: readonly string[] }): Words {
  const hint = near ? `Did you mean "#${near}"?` : `Its sections are: ${all.slice(0, 6).join(', ') || 'none'}.`;
  return { message: `"${id}" has no section "${anchor}".`, hint };
}

/** The documents and sections that are referred to and are not there. */
function diagnoseMissing(shelf: Shelf): Diagnostic[] {
  let searches = 0;
  const nearestOf = (search: () => readonly string[]): string | undefined => {
    searches++;
    return searches > MOST_SEARCHES ? undefined : search()[0];
  };
  const diagnoseOne = (from: Document, { path, anchor, place }: Reference): Diagnostic | undefined => {
    const where = { path: from.id, place };
    const found = lookUp(shelf, path, anchor);
    if (found.type === 'no document') {
      const near = nearestOf(() => found.near.filter((id) => id !== from.id));
      return diagnose('reference-not-found', where, noDocument(path, near));
    }
    const { document } = found;
    if (document.isInInbox && !from.isInInbox) return diagnose('reference-not-found', where, stillInInbox(path));
    if (found.type === 'found') return undefined;
    const all = found.anchors;
    const near = nearestOf(() => nearest(anchor, all, 1));
    return diagnose('section-not-found', where, noSection(document.id, anchor, { near, all }));
  };
  return [...shelf.documents.values()].flatMap((document) =>
    referencesOf(document).flatMap((reference) => diagnoseOne(document, reference) ?? []),
  );
}

function referencesOf({ prompt, includes, supersedes }: Document): Reference[] {
  return [...(prompt?.context ?? []), ...includes, ...(supersedes === undefined ? [] : [supersedes])];
}

/** The includes that come round to where they began, or lead too deep. */
function diagnoseChains(shelf: Shelf): Diagnostic[] {
  const chains = followIncludes(shelf);
  return [...shelf.documents.values()].flatMap((document) =>
    document.includes.flatMap((reference) => {
      const target = targetOf(shelf, reference);
      return target === undefined ? [] : (diagnoseInclude(chains, document, { reference, target }) ?? []);
    }),
  );
}

function diagnoseInclude(
  chains: IncludeChains,
  from: Document,
  { reference, target }: { reference: Reference; target: Document },
): Diagnostic | undefined {
  const { path, place } = reference;
  const where = { path: from.id, place };
  if (chains.isCircle(from, target)) {
    return diagnose('include-circle', where, {
      message: `"${path}" leads back to this file, and so in a circle.`,
      hint: `Take the line "{{> ${path} }}" out, or the one that leads back.`,
    });
  }
  if (from.prompt === undefined || 1 + chains.depthBelow(target) <= DEEPEST_INCLUDE) return undefined;
  return diagnose('include-too-deep', where, {
    message: `"${path}" includes parts that include parts, more than ${DEEPEST_INCLUDE} deep.`,
    hint: 'Put the innermost text into the part itself.',
  });
}

/** Everything that documents say of other documents and that does not hold. */
export function diagnoseReferences(shelf: Shelf): Diagnostic[] {
  return [...diagnoseMissing(shelf), ...diagnoseChains(shelf)];
}
