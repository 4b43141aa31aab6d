import type { Document } from '../library/document.ts';
import { byCodeUnit } from '../library/order.ts';
import type { Without } from './aids.ts';
import { FIELDS, type Field, type Passage } from './engine.ts';
import { withRoom } from './index/growing.ts';
import { createLiveIndex, type LiveIndex, restoreInSteps } from './index/live-index.ts';
import { placesOf } from './passages.ts';
import { type Acronyms, createAcronyms } from './question/acronyms.ts';
import { definitionsIn } from './question/definitions.ts';
import { packParts, type SavedEntry, unpackParts } from './saved-entries.ts';
import { type Shape, shapeOf } from './standing.ts';
import { termsOfDocument } from './terms-of-document.ts';
import { languageOf } from './words/detect.ts';
import { ENGLISH } from './words/languages.ts';

/** A document that has been taken in. */
export interface Entry {
  readonly document: Document;
  readonly shape: Shape;
  readonly language: string;
  /** The slots of its passages, in their order. */
  readonly passages: readonly number[];
}

/** Where a passage stands in its document. */
export type Place = Pick<Passage, 'sections' | 'start' | 'end'>;

/** The library as it is searched: an index of whole documents and one of their passages. */
export interface Catalog {
  readonly documents: LiveIndex<Field>;
  readonly passages: LiveIndex<Field>;
  /** By slot of a document. */
  readonly entries: readonly (Entry | undefined)[];
  /** What the documents say that their acronyms mean. */
  readonly acronyms: Acronyms;
  /** The slot of the document that has the passage in a slot, and which of its passages that is, from 0. */
  ownerOf(passage: number): number;
  ordinalOf(passage: number): number;
  placeOf(passage: number): Place | undefined;
  /** Those of the documents, the most common first. */
  languages(): readonly string[];
  /**
   * Takes in a document or its new version, in steps that should not be interrupted by another change. Ends with false
   * when it was saved just so.
   */
  put(document: Document): Generator<void, boolean>;
  remove(id: string): void;
  /** To be done in steps after many changes, so that the next question does not wait for it. */
  settle(): Generator<void, void>;
  /** The saved documents that nobody has put yet: those that are gone. */
  unclaimed(): readonly string[];
  /** The pieces of one file, from which the catalog can be restored, in steps between which nothing may be changed. */
  save(): Generator<void, readonly Uint8Array[]>;
}

/** How much a field counts. Chosen on labelled questions to three libraries, where anything near does as well. */
const BOOSTS: Readonly<Record<Field, number>> = { title: 0.25, headings: 0.5, tags: 0.5, path: 0.25, body: 1 };
const FIELD_BOOSTS = FIELDS.map((name) => ({ name, boost: BOOSTS[name] }));

interface Parts {
  readonly documents: LiveIndex<Field>;
  readonly passages: LiveIndex<Field>;
  /** What the indexes have of documents that nobody has put yet, by id. */
  readonly saved: ReadonlyMap<string, SavedEntry>;
}

/** An empty catalog. */
export function createCatalog(without: Without): Catalog {
  const parts = { documents: createLiveIndex(FIELD_BOOSTS), passages: createLiveIndex(FIELD_BOOSTS), saved: new Map() };
  return catalogOver(parts, without);
}

/**
 * The catalog that was saved, without its documents: each has to be put again, which costs nothing when it is still the same.
 * Throws a RangeError when the bytes are not those of a catalog.
 */
export function* restoreCatalog(bytes: Uint8Array, without: Without): Generator<void, Catalog> {
  const { entries, documents, passages } = yield* unpackParts(bytes);
  const parts = {
    documents: yield* restoreInSteps(documents, FIELD_BOOSTS),
    passages: yield* restoreInSteps(passages, FIELD_BOOSTS),
    saved: entries,
  };
  let expected = 0;
  for (const [id, entry] of entries) {
    expected += entry.passages;
    if (slotsIn(parts, id, entry.passages).includes(undefined)) throw new RangeError(`A part of ${id} was not saved.`);
  }
  if (parts.documents.size !== entries.size || parts.passages.size !== expected) {
    throw new RangeError('What was saved of the documents does not agree with what was saved of their passages.');
  }
  return catalogOver(parts, without);
}

/** The slots of a document and of its passages. */
function slotsIn({ documents, passages }: Parts, id: string, count: number): (number | undefined)[] {
  return [documents.slotOf(id), ...Array.from({ length: count }, (_, at) => passages.slotOf(nameOf(id, at)))];
}

function nameOf(id: string, passage: number): string {
  return `${passage}\n${id}`;
}

function catalogOver(parts: Parts, without: Without): Catalog {
  const { documents, passages } = parts;
  const saved = new Map(parts.saved);
  const entries: (Entry | undefined)[] = [];
  const acronyms = createAcronyms();
  /** By slot of a passage. */
  let owners = new Uint32Array(0);
  let ordinals = new Uint32Array(0);
  /** How many documents are in a language. */
  const languages = new Map<string, number>();

  function count(language: string, change: 1 | -1): void {
    languages.set(language, (languages.get(language) ?? 0) + change);
  }

  function enter(owner: number, entry: Entry): void {
    const before = entries[owner];
    if (before !== undefined) count(before.language, -1);
    count(entry.language, 1);
    entries[owner] = entry;
    for (const [ordinal, slot] of entry.passages.entries()) {
      owners = withRoom(owners, slot, (length) => new Uint32Array(length));
      ordinals = withRoom(ordinals, slot, (length) => new Uint32Array(length));
      owners[slot] = owner;
      ordinals[slot] = ordinal;
    }
  }

  /** Takes over what was saved of a document; false when it is another document now. */
  function claim(document: Document): boolean {
    const known = saved.get(document.id);
    if (known === undefined || known.hash !== document.hash) return false;
    const [owner = 0, ...slots] = slotsIn(parts, document.id, known.passages).map((slot) => slot ?? 0);
    const { shape, language, definitions } = known;
    enter(owner, { document, shape, language, passages: slots });
    acronyms.put(document.id, definitions);
    saved.delete(document.id);
    return true;
  }

  /** How many passages of a document are in the index. */
  function passagesOf(id: string): number {
    const slot = documents.slotOf(id);
    return saved.get(id)?.passages ?? (slot === undefined ? undefined : entries[slot]?.passages.length) ?? 0;
  }

  function dropPassages(id: string, from: number, to: number): void {
    for (let at = from; at < to; at++) passages.remove(nameOf(id, at));
  }

  return {
    documents,
    passages,
    entries,
    acronyms,
    ownerOf: (passage) => owners[passage] ?? 0,
    ordinalOf: (passage) => ordinals[passage] ?? 0,
    placeOf(passage) {
      const document = entries[owners[passage] ?? 0]?.document;
      return document === undefined ? undefined : placesOf(document)[ordinals[passage] ?? 0];
    },
    languages() {
      const spoken = [...languages].filter(([, spokenBy]) => spokenBy > 0);
      return spoken.sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b)).map(([language]) => language);
    },
    *put(document) {
      if (claim(document)) return false;
      const { id, body } = document;
      const language = without.has('languages') ? ENGLISH : languageOf(document);
      const terms = yield* termsOfDocument(document, language);
      const before = passagesOf(id);
      const owner = yield* documents.putNumbered(id, terms.whole);
      const slots: number[] = [];
      for (const [at, ofPassage] of terms.passages.entries()) {
        slots.push(yield* passages.putNumbered(nameOf(id, at), ofPassage));
        yield;
      }
      dropPassages(id, slots.length, before);
      saved.delete(id);
      const shape = shapeOf(body);
      enter(owner, { document, shape, language, passages: slots });
      // what waits in the inbox explains nothing to anybody yet
      acronyms.put(id, document.isInInbox ? [] : definitionsIn(body));
      return true;
    },
    remove(id) {
      const slot = documents.slotOf(id);
      if (slot === undefined) return;
      dropPassages(id, 0, passagesOf(id));
      documents.remove(id);
      const entry = entries[slot];
      if (entry !== undefined) count(entry.language, -1);
      entries[slot] = undefined;
      saved.delete(id);
      acronyms.remove(id);
    },
    *settle() {
      yield* documents.settle();
      yield* passages.settle();
    },
    unclaimed: () => [...saved.keys()],
    *save() {
      const definitions = new Map(acronyms.entries());
      const kept = entries.flatMap((entry): SavedEntry[] => {
        if (entry === undefined) return [];
        const { document, shape, language } = entry;
        const { id, hash } = document;
        const ofDocument = [...(definitions.get(id) ?? [])];
        return [{ id, hash, shape, language, passages: entry.passages.length, definitions: ofDocument }];
      });
      const indexes = [yield* documents.saveInSteps(), yield* passages.saveInSteps()];
      return yield* packParts({ entries: kept, indexes });
    },
  };
}
