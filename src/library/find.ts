import { identityOf } from './disk/identity.ts';
import type { Document, Section } from './document.ts';
import { type FindNearPaths, nearPathFinder } from './nearest.ts';
import type { Reference } from './reference.ts';
import { slugOf } from './text/sections.ts';

/** Documents by id, and their ids by identity. */
export interface Shelf {
  readonly documents: ReadonlyMap<string, Document>;
  readonly identities: ReadonlyMap<string, string>;
}

/** What a path with an anchor names, or what there is instead. */
export type Lookup =
  | { readonly type: 'found'; readonly document: Document; readonly section?: Section }
  /** `near` are ids, nearest first; none of them waits in the inbox. They are searched for when they are first asked for. */
  | { readonly type: 'no document'; readonly near: readonly string[] }
  /** `anchors` are those that the document has, in order. */
  | { readonly type: 'no section'; readonly document: Document; readonly anchors: readonly string[] };

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

/** As many of the `#` behind a path are tried as part of a file's name. */
const MOST_HASHES = 8;

/** A `#` may belong to a file's name: where the path ends and the anchor begins is known only from what there is. */
function divide(shelf: Shelf, path: string, anchor: string): { document: Document; anchor: string } | undefined {
  const whole = anchor === '' ? path : `${path}#${anchor}`;
  let end = path.length;
  for (let hashes = 0; hashes <= MOST_HASHES; hashes++) {
    const document = findDocument(shelf, whole.slice(0, end));
    if (document !== undefined) return { document, anchor: whole.slice(end + 1) };
    if (end === whole.length) return undefined;
    const next = whole.indexOf('#', end + 1);
    end = next < 0 ? whole.length : next;
  }
  return undefined;
}

/** The document that a reference names, whether or not it has the section. */
export function targetOf(shelf: Shelf, { path, anchor }: Pick<Reference, 'path' | 'anchor'>): Document | undefined {
  return divide(shelf, path, anchor)?.document;
}

/** The document that a path names and, unless the anchor is empty, the section in it. Documents in the inbox are found. */
export function lookUp(shelf: Shelf, path: string, anchor = ''): Lookup {
  const named = divide(shelf, path, anchor);
  if (named === undefined) return missing(shelf, path);
  const { document } = named;
  if (named.anchor === '') return { type: 'found', document };
  const section = findSection(document, named.anchor);
  if (section !== undefined) return { type: 'found', document, section };
  const anchors = document.sections.map((each) => each.anchor).filter((each) => each !== '');
  return { type: 'no section', document, anchors };
}

function missing(shelf: Shelf, path: string): Lookup {
  let near: readonly string[] | undefined;
  return {
    type: 'no document',
    get near() {
      near ??= finderOf(shelf)(path);
      return near;
    },
  };
}

/** A shelf never changes, so its ids are made ready once, and only when one was not found. */
const finders = new WeakMap<Shelf['documents'], FindNearPaths>();

function finderOf({ documents }: Shelf): FindNearPaths {
  const known = finders.get(documents);
  if (known !== undefined) return known;
  const outside = [...documents.values()].filter(({ isInInbox }) => !isInInbox);
  const finder = nearPathFinder(outside.map(({ id }) => id));
  finders.set(documents, finder);
  return finder;
}
