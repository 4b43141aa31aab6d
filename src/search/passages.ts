import type { Document, Fields, Json, Section } from '../library/document.ts';
import type { Passage } from './engine.ts';

/** Sections are merged until they have about 120 words, and long ones parted into pieces of about 250. */
const SHORTEST = 800;
const LONGEST = 1600;
/** A piece is not parted when little more than one piece would be left. */
const STRETCHED = 1.5 * LONGEST;
/** Front matter that says what a document is about. The description as it was written may be longer than the one shown. */
const TELLING_FIELDS = ['description', 'role', 'segment', 'campaign', 'channel', 'task', 'tools', 'author', 'results'];
const DEEPEST_VALUE = 4;

type Fold = Pick<Passage, 'sections' | 'start' | 'end'>;

/** Documents never change, and what is searched again and again is shown again and again. */
const placesRead = new WeakMap<Document, readonly Fold[]>();

/** Where the passages of a document stand, in their order. */
export function placesOf(document: Document): readonly Fold[] {
  const known = placesRead.get(document);
  if (known !== undefined) return known;
  const folds = foldsOf(document);
  placesRead.set(document, folds);
  return folds;
}

/** The passages of a document in their order; together they are its whole body. At least one, so that a title can be found. */
export function passagesOf(document: Document): Passage[] {
  const shared = {
    title: document.title,
    tags: describe(document),
    path: document.id.replace(/\.[^./]*$/, ''),
  };
  return foldsOf(document).map((fold) => ({
    ...fold,
    id: idOf(document, fold.sections[0]),
    document: document.id,
    fields: {
      ...shared,
      headings: headingsOf(fold.sections).join('\n'),
      body: document.body.slice(fold.start, fold.end),
    },
  }));
}

/** A document's id with the section's anchor, if it has one. */
export function idOf(document: Document, section: Section | undefined): string {
  return section === undefined || section.anchor === '' ? document.id : `${document.id}#${section.anchor}`;
}

/** The headings of a passage's sections, and before them those that stand above the first one. */
export function headingsOf(sections: readonly Section[]): string[] {
  return [...(sections[0]?.trail ?? []), ...sections.map((section) => section.heading)];
}

function describe(document: Document): string {
  const { tags, aliases, fields } = document;
  return [...tags, ...aliases, ...TELLING_FIELDS.flatMap((name) => textsOf(fields, name))].join('\n');
}

function textsOf(fields: Fields, name: string): string[] {
  return Object.hasOwn(fields, name) ? textsIn(fields[name] ?? null, DEEPEST_VALUE) : [];
}

/** The words and figures of a value, the names of its parts included. */
function textsIn(value: Json, depth: number): string[] {
  if (value === null || typeof value === 'boolean' || depth === 0) return [];
  if (typeof value !== 'object') return [String(value)];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([name, part]) => [...(isList ? [] : [name]), ...textsIn(part, depth - 1)]);
}

function foldsOf(document: Document): Fold[] {
  const folds: Fold[] = [];
  let open: Fold = { sections: [], start: 0, end: 0 };
  for (const section of document.sections) {
    open = { sections: [...open.sections, section], start: open.start, end: section.end };
    if (open.end - open.start < SHORTEST) continue;
    folds.push(open);
    open = { sections: [], start: open.end, end: open.end };
  }
  const rest = { ...open, end: document.body.length };
  const last = folds.at(-1);
  if (last !== undefined && rest.end - rest.start < SHORTEST / 2) {
    folds[folds.length - 1] = { sections: [...last.sections, ...rest.sections], start: last.start, end: rest.end };
  } else {
    folds.push(rest);
  }
  return folds.flatMap((fold) => piecesOf(fold, document.body));
}

function piecesOf(fold: Fold, body: string): Fold[] {
  const pieces: Fold[] = [];
  let start = fold.start;
  while (start < fold.end || pieces.length === 0) {
    const end = fold.end - start > STRETCHED ? cutNear(body, start) : fold.end;
    const sections = fold.sections.filter((section) => section.start < end && section.end > start);
    pieces.push({ sections, start, end });
    start = end;
  }
  return pieces;
}

/** The end of the last paragraph, line or word in a piece of the longest length; at worst its last whole character. */
function cutNear(body: string, start: number): number {
  const piece = body.slice(start, start + LONGEST);
  for (const gap of ['\n\n', '\n', ' ']) {
    const cut = piece.lastIndexOf(gap);
    if (cut > LONGEST / 2) return start + cut + gap.length;
  }
  const splitsPair = /[\uD800-\uDBFF]$/.test(piece);
  return start + piece.length - (splitsPair ? 1 : 0);
}
