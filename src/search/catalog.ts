import type { Document } from '../library/document.ts';
import { FIELDS, type Field, type Passage } from './engine.ts';
import { createLiveIndex, type LiveIndex } from './index/live-index.ts';
import { passagesOf } from './passages.ts';
import { type Shape, shapeOf } from './standing.ts';
import { termsOf, termsOfName } from './words/words.ts';

/** A document that has been taken in. */
export interface Entry {
  readonly document: Document;
  readonly shape: Shape;
  /** How many passages it has. */
  readonly passages: number;
}

/** Where a passage stands in its document. */
export interface Place extends Pick<Passage, 'sections' | 'start' | 'end'> {
  /** The document's slot. */
  readonly owner: number;
}

/** The library as it is searched: an index of whole documents and one of their passages. */
export interface Catalog {
  readonly documents: LiveIndex<Field>;
  readonly passages: LiveIndex<Field>;
  /** By slot of a document. */
  readonly entries: readonly (Entry | undefined)[];
  /** By slot of a passage. */
  readonly places: readonly Place[];
  /** Takes in a document or its new version, in steps that should not be interrupted by another change. */
  put(document: Document): Generator<void, void>;
  remove(id: string): void;
}

type Terms = Readonly<Record<Field, readonly string[]>>;

/** How much a field counts. Chosen on labelled questions to three libraries, where anything near does as well. */
const BOOSTS: Readonly<Record<Field, number>> = { title: 0.25, headings: 0.5, tags: 0.5, path: 0.25, body: 1 };

export function createCatalog(): Catalog {
  const boosts = FIELDS.map((name) => ({ name, boost: BOOSTS[name] }));
  const documents = createLiveIndex(boosts);
  const passages = createLiveIndex(boosts);
  const slots = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  const places: Place[] = [];

  function dropPassages(id: string, from: number, to: number): void {
    for (let at = from; at < to; at++) passages.remove(nameOf(id, at));
  }

  return {
    documents,
    passages,
    entries,
    places,
    *put(document) {
      const found = passagesOf(document);
      const terms: Terms[] = [];
      for (const passage of found) {
        terms.push(termsOfPassage(passage, terms[0]));
        yield;
      }
      const owner = documents.put(document.id, termsOfWhole(document, terms));
      for (const [at, { sections, start, end }] of found.entries()) {
        places[passages.put(nameOf(document.id, at), terms[at] ?? NO_TERMS)] = { owner, sections, start, end };
      }
      dropPassages(document.id, found.length, entries[owner]?.passages ?? 0);
      slots.set(document.id, owner);
      entries[owner] = { document, shape: shapeOf(document.body), passages: found.length };
    },
    remove(id) {
      const slot = slots.get(id);
      if (slot === undefined) return;
      dropPassages(id, 0, entries[slot]?.passages ?? 0);
      documents.remove(id);
      entries[slot] = undefined;
      slots.delete(id);
    },
  };
}

const NO_TERMS: Terms = { title: [], headings: [], tags: [], path: [], body: [] };

function nameOf(id: string, passage: number): string {
  return `${passage}\n${id}`;
}

/** What all passages of a document share is taken from its first one. */
function termsOfPassage({ fields }: Passage, first: Terms | undefined): Terms {
  return {
    title: first?.title ?? termsOfName(fields.title),
    headings: termsOfName(fields.headings),
    tags: first?.tags ?? termsOf(fields.tags),
    path: first?.path ?? termsOfName(fields.path),
    body: termsOf(fields.body),
  };
}

function termsOfWhole(document: Document, passages: readonly Terms[]): Terms {
  const { title, tags, path } = passages[0] ?? NO_TERMS;
  return {
    title,
    headings: document.sections.flatMap(({ heading }) => termsOfName(heading)),
    tags,
    path,
    body: [...title, ...tags, ...passages.flatMap(({ body }) => body)],
  };
}
