import { onTestFinished, vi } from 'vitest';
import type { Diagnostic } from '../../../src/library/diagnostic.ts';
import type { Document } from '../../../src/library/document.ts';
import { type Library, openLibrary } from '../../../src/library/library.ts';
import { type TemporaryFolder, temporaryFolder } from '../../folders.ts';

/** One start of the library, from when it is ready. */
export interface Start {
  readonly library: Library;
  /** How many files were read before it was ready. */
  readonly reads: number;
  readonly documents: ReadonlyMap<string, Document>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A library that is opened again and again, as by one process after the other. All of it is gone when the test is over. */
export interface Restarts {
  readonly folder: TemporaryFolder;
  /** Begins with what was saved last, or with something else. */
  start(other?: Uint8Array): Promise<Start>;
  /** Begins with nothing. */
  startFresh(): Promise<Start>;
  /** What the library gives to be saved is kept for the next start; answers whether there was anything. */
  save(from: Start): Promise<boolean>;
  /** What was saved last. */
  saved(): Uint8Array | undefined;
  /** The clock of the computer goes on by so much, or back. */
  setClock(ms: number): void;
}

/** Files that were written just now are at rest for this clock. */
const LATER_MS = 10_000;

async function open(root: string, saved: Uint8Array | undefined): Promise<Start> {
  let reads = 0;
  const library = await openLibrary({
    root,
    poll: true,
    saved: async () => saved,
    onProgress: (step, _done, total) => {
      if (step === 'files') reads = total;
    },
    onFault: (fault) => {
      throw fault;
    },
  });
  onTestFinished(library.close);
  await library.ready;
  const { documents, diagnostics } = library.current();
  return { library, reads, documents, diagnostics };
}

export async function restarts(files: Readonly<Record<string, string | Uint8Array>>): Promise<Restarts> {
  const folder = await temporaryFolder(files);
  onTestFinished(folder.remove);
  const setClock = (ms: number): void => void vi.setSystemTime(Date.now() + ms);
  setClock(LATER_MS);
  onTestFinished(() => void vi.useRealTimers());
  let saved: Uint8Array | undefined;
  return {
    folder,
    async start(other) {
      setClock(LATER_MS);
      return open(folder.path, other ?? saved);
    },
    startFresh: () => open(folder.path, undefined),
    async save({ library }) {
      const chunks = await library.save();
      if (chunks === undefined) return false;
      const all: Uint8Array[] = [];
      for await (const chunk of chunks) all.push(chunk);
      saved = Buffer.concat(all);
      return true;
    },
    saved: () => saved,
    setClock,
  };
}
