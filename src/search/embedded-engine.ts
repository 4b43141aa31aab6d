import type { Change } from '../library/snapshot.ts';
import { createAnswerer } from './answer.ts';
import { createCatalog } from './catalog.ts';
import type { Engine } from './engine.ts';
import { readGlossary } from './question/glossary.ts';
import { runInSlices } from './slices.ts';

export interface EmbeddedEngineOptions {
  /** The day by which documents expire, as an ISO date; the computer's own in UTC when absent. */
  readonly today?: () => string;
  /** Told of a document that could not be taken in, which is our fault; the others are. */
  readonly onFault?: (fault: unknown) => void;
}

/** The engine that runs inside this process and keeps its index in memory. */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): Engine {
  const { today = () => new Date().toISOString().slice(0, 10), onFault = () => undefined } = options;
  const catalog = createCatalog();
  let answerer = createAnswerer(catalog, readGlossary([]));
  let waiting = 0;
  let isClosed = false;
  /** Settled when everything that was given so far is in. Never fails. */
  let settled: Promise<unknown> = Promise.resolve();

  /** One document of a change; a fault in one does not keep the others out. */
  function* stepsOf(id: string, change: Change): Generator<void, void> {
    try {
      const document = change.after.documents.get(id);
      if (document === undefined) catalog.remove(id);
      else yield* catalog.put(document);
    } catch (fault) {
      onFault(fault);
    }
    waiting--;
    yield;
  }

  function* steps(change: Change): Generator<void, void> {
    for (const id of [...change.removed, ...change.changed, ...change.added]) yield* stepsOf(id, change);
    answerer = createAnswerer(catalog, readGlossary(change.after.settings.glossary));
  }

  function refuseWhenClosed(): void {
    if (isClosed) throw new Error('The search engine is closed.');
  }

  return {
    async apply(change) {
      refuseWhenClosed();
      waiting += change.removed.length + change.changed.length + change.added.length;
      const applied = settled.then(() => runInSlices(steps(change), () => isClosed));
      settled = applied.catch(() => undefined);
      await applied;
    },
    async search(question) {
      refuseWhenClosed();
      await settled;
      refuseWhenClosed();
      return answerer.answer(question, today());
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
