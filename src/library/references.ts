import { type Diagnostic, diagnose } from './diagnostic.ts';
import type { Document } from './document.ts';
import { findDocument, findSection, type Shelf } from './find.ts';
import { nearest, nearestPaths } from './nearest.ts';
import type { Reference } from './reference.ts';

/** Parts that include parts are followed this deep. */
export const DEEPEST_INCLUDE = 8;

/** What one reference of one document lacks: its document, or the section in it. */
function diagnoseReference(shelf: Shelf, from: Document, reference: Reference): Diagnostic | undefined {
  const where = { path: from.id, place: reference.place };
  const target = findDocument(shelf, reference.path);
  if (target === undefined) {
    const others = [...shelf.documents.keys()].filter((id) => id !== from.id);
    const [near] = nearestPaths(reference.path, others, 1);
    return diagnose('reference-not-found', where, {
      message: `There is no document "${reference.path}" in the library.`,
      hint: near
        ? `Did you mean "${near}"?`
        : 'Write the path from the library folder, such as "context/brand/voice.md".',
    });
  }
  if (target.isInInbox && !from.isInInbox) {
    return diagnose('reference-not-found', where, {
      message: `"${reference.path}" still waits in the inbox, and nothing there is used until somebody has looked at it.`,
      hint: 'Move it to its folder under "context", then name its new path here.',
    });
  }
  if (reference.anchor === '' || findSection(target, reference.anchor) !== undefined) return undefined;
  const anchors = target.sections.map((section) => section.anchor).filter((anchor) => anchor !== '');
  const [near] = nearest(reference.anchor, anchors, 1);
  return diagnose('section-not-found', where, {
    message: `"${target.id}" has no section "${reference.anchor}".`,
    hint: near ? `Did you mean "#${near}"?` : `Its sections are: ${anchors.slice(0, 6).join(', ') || 'none'}.`,
  });
}

/** Follows the includes from one document; says where they come round to where they began, or lead too deep. */
function diagnoseIncludes(shelf: Shelf, start: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visited = new Set<string>();
  const follow = (document: Document, first: Reference | undefined, depth: number): void => {
    for (const reference of document.includes) {
      const target = findDocument(shelf, reference.path);
      const entry = first ?? reference;
      const where = { path: start.id, place: entry.place };
      if (target === undefined) continue;
      if (target === start) {
        const message = `"${entry.path}" leads back to this file, and so in a circle.`;
        found.push(
          diagnose('include-circle', where, {
            message,
            hint: `Take the line "{{> ${entry.path} }}" out, or the one that leads back.`,
          }),
        );
      } else if (depth >= DEEPEST_INCLUDE && start.prompt !== undefined) {
        const message = `"${entry.path}" includes parts that include parts, more than ${DEEPEST_INCLUDE} deep.`;
        found.push(
          diagnose('include-too-deep', where, { message, hint: 'Put the innermost text into the part itself.' }),
        );
      } else if (!visited.has(target.id)) {
        visited.add(target.id);
        follow(target, entry, depth + 1);
      }
    }
  };
  follow(start, undefined, 1);
  return found;
}

/** Everything that documents say of other documents and that does not hold. */
export function diagnoseReferences(shelf: Shelf): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const document of shelf.documents.values()) {
    const references = [...(document.prompt?.context ?? []), ...document.includes];
    if (document.supersedes !== undefined) references.push(document.supersedes);
    for (const reference of references) {
      const fault = diagnoseReference(shelf, document, reference);
      if (fault !== undefined) found.push(fault);
    }
    if (document.includes.length > 0) found.push(...diagnoseIncludes(shelf, document));
  }
  return found;
}
