import { identityOf } from './disk/file-names.ts';
import type { Document, Section } from './document.ts';
import { slugOf } from './text/sections.ts';

/** Documents by id, and their ids by identity. */
export interface Shelf {
  readonly documents: ReadonlyMap<string, Document>;
  readonly identities: ReadonlyMap<string, string>;
}

/** The document that a path names: exactly, else without regard to case, Unicode form and a leading `./` or `/`. */
export function findDocument(shelf: Shelf, path: string): Document | undefined {
  const exact = shelf.documents.get(path);
  if (exact !== undefined) return exact;
  const id = shelf.identities.get(identityOf(path.trim().replace(/^\.?\//, '')));
  return id === undefined ? undefined : shelf.documents.get(id);
}

/** The section that an anchor names; the heading's own words are as good as the anchor made from them. */
export function findSection(document: Document, anchor: string): Section | undefined {
  const wanted = anchor.trim().toLowerCase();
  const slug = slugOf(anchor);
  const named = document.sections.filter((section) => section.anchor !== '');
  return (
    named.find((section) => section.anchor.toLowerCase() === wanted) ?? named.find((section) => section.anchor === slug)
  );
}
