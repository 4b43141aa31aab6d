import type { Library } from '../library/library.ts';
import type { EmbeddedEngine } from '../search/embedded-engine.ts';
import { explainNoCache, type WarmStart } from './warm-start.ts';

/** A smaller library is read in no time. */
const LEAST_DOCUMENTS = 100;

/** Changes are saved this often at the most. */
const BETWEEN_SAVES_MS = 60_000;

export interface KeepWarmOptions {
  readonly warm: WarmStart;
  readonly library: Library;
  readonly engine: EmbeddedEngine;
  /** Settles when the engine has taken in all changes so far. */
  readonly settled: () => Promise<unknown>;
}

/** What search made of the library, if it has taken in everything and that is not what it began with. */
async function indexOf(engine: EmbeddedEngine): Promise<readonly Uint8Array[] | undefined> {
  return engine.status().building === undefined ? engine.save() : undefined;
}

/** Saves what was read once everything has been, then after changes, and when it is closed. */
export function keepWarm({ warm, library, engine, settled }: KeepWarmOptions) {
  let isReady = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  /** One save after the other. Never fails. */
  let saving: Promise<void> = Promise.resolve();

  const save = async (): Promise<void> => {
    const { size } = library.current().documents;
    // an empty folder is more often a drive that is not there yet than a library
    if (isOver || library.root !== warm.root || size === 0) return;
    if (size < LEAST_DOCUMENTS) return warm.forget();
    const documents = await library.save();
    if (documents !== undefined) await warm.write('library', documents);
    const index = await indexOf(engine);
    if (index !== undefined) await warm.write('index', index);
  };
  const saveNext = (): Promise<void> => {
    saving = saving.then(save).catch((wrong: unknown) => {
      isOver = true;
      clearInterval(timer);
      explainNoCache(wrong);
    });
    return saving;
  };
  /** Several processes may serve one library: one of them is enough. */
  const saveUnlessFresh = async (): Promise<void> => {
    const writtenAt = (await warm.writtenAt('library')) ?? 0;
    if (Math.abs(Date.now() - writtenAt) >= BETWEEN_SAVES_MS) await saveNext();
  };
  const begin = async (): Promise<void> => {
    await library.ready;
    if (isOver) return;
    isReady = true;
    await settled();
    await saveNext();
    if (!isOver) timer = setInterval(() => void saveUnlessFresh(), BETWEEN_SAVES_MS).unref();
  };
  void begin();
  return {
    /** Saves what is new. To be called before the library is closed. */
    async close(): Promise<void> {
      clearInterval(timer);
      if (isReady) await saveNext();
      isOver = true;
    },
  };
}
