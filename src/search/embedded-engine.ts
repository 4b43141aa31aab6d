import { today as todayInUtc } from '../library/day.ts';
import { runInSlices, runThrough } from '../library/slices.ts';
import { type Change, EMPTY_SNAPSHOT } from '../library/snapshot.ts';
import type { Aid, Without } from './aids.ts';
import { createAnswerer } from './answer.ts';
import { type Catalog, createCatalog, restoreCatalog } from './catalog.ts';
import type { Engine } from './engine.ts';
import { readLexicon } from './library-lexicon.ts';
import type { Names } from './question/names.ts';
import { readThesaurus } from './thesaurus/thesaurus.ts';

export interface EmbeddedEngineOptions {
  /** The day by which documents expire, as an ISO date; the computer's own in UTC when absent. */
  readonly today?: () => string;
  /** Told of a document that could not be taken in, which is our fault; the others are. */
  readonly onFault?: (fault: unknown) => void;
  /** Gives what an earlier engine saved, if there is something. Documents that are still the same are then taken in at once; what is no such file counts as none. */
  readonly saved?: () => Promise<Uint8Array | undefined>;
  /** For measurements. */
  readonly without?: readonly Aid[];
}

/** An engine that can be left and taken up again. */
export interface EmbeddedEngine extends Engine {
  /** The pieces of one file, for `saved`; undefined when they would be what it was opened with. */
  save(): Promise<readonly Uint8Array[] | undefined>;
}

/** The engine that runs inside this process and keeps its index in memory. */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): EmbeddedEngine {
  const { today = todayInUtc, onFault = () => undefined } = options;
  const without: Without = new Set(options.without);
  let saved: Uint8Array | undefined;
  let catalog = createCatalog(without);
  let answerer = createAnswerer(catalog, runThrough(readLexicon(catalog, EMPTY_SNAPSHOT, { without })), EMPTY_SNAPSHOT);
  let thesaurus: Names | undefined;
  let waiting = 0;
  let isSaved = false;
  let isClosed = false;
  /** Settled when everything that was given so far is in. Never fails. */
  let settled: Promise<unknown> = readSaved().catch(onFault);

  async function readSaved(): Promise<void> {
    saved = await options.saved?.();
  }

  function* restore(bytes: Uint8Array): Generator<void, Catalog> {
    try {
      const restored = yield* restoreCatalog(bytes, without);
      isSaved = true;
      return restored;
    } catch (wrong) {
      if (!(wrong instanceof RangeError)) onFault(wrong);
      return createCatalog(without);
    }
  }

  /** One document of a change; a fault in one does not keep the others out. */
  function* stepsOf(id: string, change: Change): Generator<void, void> {
    try {
      const document = change.after.documents.get(id);
      if (document === undefined) {
        catalog.remove(id);
        isSaved = false;
      } else if (yield* catalog.put(document)) isSaved = false;
    } catch (fault) {
      onFault(fault);
    }
    waiting--;
    yield;
  }

  function* steps(change: Change): Generator<void, void> {
    // an empty folder is more often a drive that is not there yet than a library
    if (saved !== undefined && change.after.documents.size > 0) {
      catalog = yield* restore(saved);
      saved = undefined;
    }
    for (const id of [...change.removed, ...change.changed, ...change.added]) yield* stepsOf(id, change);
    for (const id of catalog.unclaimed()) {
      catalog.remove(id);
      isSaved = false;
      yield;
    }
    yield* catalog.settle();
    thesaurus ??= yield* readThesaurus();
    const lexicon = yield* readLexicon(catalog, change.after, { thesaurus, without });
    answerer = createAnswerer(catalog, lexicon, change.after);
  }

  function refuseWhenClosed(): void {
    if (isClosed) throw new Error('The search engine is closed.');
  }

  /** Does all steps after everything that was given before, in slices. Undefined when the engine is closed meanwhile. */
  function queue<Result>(begin: () => Generator<void, Result>): Promise<Result | undefined> {
    let result: Result | undefined;
    function* keepingResult(): Generator<void, void> {
      result = yield* begin();
    }
    const done = settled.then(() => runInSlices(keepingResult(), () => isClosed)).then(() => result);
    settled = done.catch(() => undefined);
    return done;
  }

  return {
    async apply(change) {
      refuseWhenClosed();
      waiting += change.removed.length + change.changed.length + change.added.length;
      await queue(() => steps(change));
    },
    async search(question) {
      refuseWhenClosed();
      await settled;
      refuseWhenClosed();
      return answerer.answer(question, today());
    },
    async save() {
      refuseWhenClosed();
      await settled;
      if (isSaved || saved !== undefined) return undefined;
      const pieces = await queue(() => catalog.save());
      isSaved = pieces !== undefined;
      return pieces;
    },
    status() {
      const { passages, documents } = catalog;
      return { passages: passages.size, terms: documents.terms, ...(waiting > 0 ? { building: waiting } : {}) };
    },
    async close() {
      isClosed = true;
      await settled;
    },
  };
}
