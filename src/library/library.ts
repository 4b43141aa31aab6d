import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../settings.ts';
import { sameDiagnostics } from './diagnostic.ts';
import type { Findings } from './disk/findings.ts';
import { type FolderStatus, openFolder } from './disk/folder.ts';
import type { OwnFolder } from './disk/own-folder.ts';
import type { Writer } from './disk/writer.ts';
import { openFiles } from './files.ts';
import { writtenFolders } from './homes.ts';
import type { FoundFile } from './parse.ts';
import { openQueue } from './queue.ts';
import { openKeeping } from './saved/keep.ts';
import { type Recollection, recollect } from './saved/recall.ts';
import { openSlices } from './slices.ts';
import { type Change, compareSnapshots, EMPTY_SNAPSHOT, type Snapshot } from './snapshot.ts';

/** How fresh the library is, and how it knows. */
export interface LibraryStatus extends FolderStatus {
  /** When the snapshot last changed: milliseconds since 1970. Absent before the first snapshot. */
  readonly changedAt?: number;
}

/** A folder of files as a live thing: always the snapshot of the moment, and every change of it. */
export interface Library extends Omit<Writer, 'tidy'> {
  /** The folder, as the system names it. */
  readonly root: string;
  /** Where members' use of the library is recorded for all to see. */
  readonly journalFolder: OwnFolder;
  /** Settles when the first snapshot is there, be it empty, or will never be. */
  readonly ready: Promise<void>;
  current(): Snapshot;
  /** Calls `listener` after every change of what is served or of its diagnostics; answers with the way to stop that. */
  subscribe(listener: (change: Change) => void): () => void;
  status(): LibraryStatus;
  /** The ids that a first look at the folders' names finds, long before the first snapshot. */
  listing(): Promise<readonly string[]>;
  /**
   * What was read, as bytes that `saved` may give to a later start; undefined when that would be the same as what was last
   * given or taken. To be gone through once.
   */
  save(): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Removes what processes left behind that died while they wrote into a folder in which new files belong. Never fails. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export interface LibraryOptions {
  readonly root: string;
  /** Look at the folder again and again instead of waiting for the system's events. */
  readonly poll?: boolean;
  /** What `save` gave at an earlier start; files that have not changed since are not read. */
  readonly saved?: () => Promise<Uint8Array | undefined>;
  /** While the library is opened: first files are read, then they are made documents. */
  readonly onProgress?: (step: 'files' | 'documents', done: number, total: number) => void;
  /** Told of what is wrong with us, never with a file. */
  readonly onFault: (fault: unknown) => void;
}

type OnFault = LibraryOptions['onFault'];

/** Does all of them, and gives way to others between the slices; `onSlice` is told how many are done. */
async function inSlices<T>(all: readonly T[], act: (one: T) => void, onSlice: (done: number) => void): Promise<void> {
  const slices = openSlices();
  for (const [index, one] of all.entries()) {
    act(one);
    if (!slices.isOver()) continue;
    onSlice(index + 1);
    await slices.giveWay();
  }
}

/** Who is told of a fault must not become one. */
function tellingSafely(onFault: OnFault): OnFault {
  return (fault) => {
    try {
      onFault(fault);
    } catch {
      // nobody is left to tell
    }
  };
}

/** The snapshot of the moment, and all who are told when it becomes another. */
function openPublication(onFault: OnFault) {
  const listeners = new Set<(change: Change) => void>();
  let current = EMPTY_SNAPSHOT;
  let changedAt: number | undefined;

  const tell = (change: Change): void => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (fault) {
        onFault(fault);
      }
    }
  };
  return {
    current: () => current,
    changedAt: () => changedAt,
    listeners,
    /** Settings that are known before any document is. */
    begin(settings: Settings): void {
      current = { ...EMPTY_SNAPSHOT, settings };
    },
    /** A snapshot that says the same as the current one does not replace it. */
    publish(next: Snapshot): void {
      const change = compareSnapshots(current, next);
      const isOther =
        changedAt === undefined ||
        next.settings !== current.settings ||
        change.added.length + change.changed.length + change.removed.length > 0;
      if (!isOther && sameDiagnostics(next.diagnostics, current.diagnostics)) return;
      current = next;
      if (isOther) changedAt = Date.now();
      tell(change);
    },
  };
}

/** The memory of an earlier start, as a promise that does not fail. */
async function remember({ saved }: LibraryOptions, onFault: OnFault): Promise<Recollection> {
  try {
    return await recollect(await saved?.(), Date.now());
  } catch (fault) {
    onFault(fault);
    return recollect(undefined, 0);
  }
}

/** Opens a folder as a library. Resolves at once; `ready` settles when everything has been read. */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { root, poll, onProgress } = options;
  const onFault = tellingSafely(options.onFault);
  const files = openFiles(onFault);
  const publication = openPublication(onFault);
  const memory = remember(options, onFault);
  const keeping = openKeeping(memory);
  let isClosed = false;
  let settle = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    settle = resolve;
  });

  const take = async ({ changed, removed, diagnostics }: Findings): Promise<void> => {
    const before = files.settings();
    for (const id of removed) files.drop(id);
    const takeFile = (file: FoundFile): void => {
      if (!isClosed) files.take(file);
    };
    await inSlices(changed, takeFile, (done) => {
      if (publication.changedAt() === undefined) onProgress?.('documents', done, changed.length);
    });
    const { include, ignore } = files.settings();
    if (!isClosed && !isDeepStrictEqual([include, ignore], [before.include, before.ignore])) {
      folder.setScope({ include, ignore });
      await folder.rescan();
    }
    // what waits in the queue publishes for both, so that nobody sees what the new settings leave out
    if (queue.waiting() === 0 && !isClosed) publication.publish(files.snapshot(diagnostics));
  };
  const queue = openQueue({ take, onFault, onIdle: () => settle() });
  const folder = await openFolder({
    root,
    poll,
    memory,
    onProgress: (done, total) => onProgress?.('files', done, total),
    onFault,
    onFindings: queue.add,
  });

  const written = await folder.settings();
  if (written !== undefined) {
    files.takeSettings(written);
    folder.setScope(files.settings());
    publication.begin(files.settings());
  }
  // none is taken before the caller has had its turn to subscribe
  setImmediate(queue.begin);
  return {
    root: folder.root,
    journalFolder: folder.journalFolder,
    ready,
    current: publication.current,
    subscribe(listener) {
      publication.listeners.add(listener);
      return () => publication.listeners.delete(listener);
    },
    status: () => ({ ...folder.status(), changedAt: publication.changedAt() }),
    listing: folder.listing,
    create: folder.create,
    settle: folder.settle,
    async tidy() {
      await ready;
      if (!isClosed) await folder.tidy(writtenFolders(publication.current()));
    },
    save: () =>
      keeping.save(
        folder.files().flatMap((known) => {
          const parsed = files.parsed(known.id, known.hash);
          return parsed === undefined ? [] : { ...known, parsed };
        }),
      ),
    async close() {
      isClosed = true;
      publication.listeners.clear();
      settle();
      await folder.close();
    },
  };
}
