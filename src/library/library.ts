import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE, type Settings } from '../settings.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { type Findings, type FolderStatus, openFolder } from './disk/folder.ts';
import type { Document } from './document.ts';
import { type Parsed, parse, type SourceFile } from './parse.ts';
import { type Change, compareSnapshots, EMPTY_SNAPSHOT, type Snapshot, takeSnapshot } from './snapshot.ts';
import { decode } from './text/encoding.ts';

/** How fresh the library is, and how it knows. */
export interface LibraryStatus extends FolderStatus {
  /** When the snapshot last changed: milliseconds since 1970. Absent before the first snapshot. */
  readonly changedAt?: number;
}

/** A folder of files as a live thing: always the snapshot of the moment, and every change of it. */
export interface Library {
  /** The folder, as the system names it. */
  readonly root: string;
  /** Settles when the first snapshot is there, be it empty. */
  readonly ready: Promise<void>;
  current(): Snapshot;
  /** Calls `listener` after every change of what is served or of its diagnostics; answers with the way to stop that. */
  subscribe(listener: (change: Change) => void): () => void;
  status(): LibraryStatus;
  /** The ids that a first look at the folders' names finds, long before the first snapshot. */
  listing(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface LibraryOptions {
  readonly root: string;
  /** Look at the folder again and again instead of waiting for the system's events. */
  readonly poll?: boolean;
  /** While the library is read for the first time. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of what is wrong with us, never with a file. */
  readonly onFault?: (fault: unknown) => void;
}

/** Parsing gives way to requests after this many milliseconds. */
const SLICE_MS = 10;

/** A version that cannot be read does not replace one that could. */
function keepLastGood(old: Parsed | undefined, fresh: Parsed, path: string): Parsed {
  if (old?.document?.isIntact !== true || fresh.document?.isIntact === true) return fresh;
  const kept = diagnose(
    'last-good-version',
    { path },
    {
      message: 'The newest version of this file cannot be read in full, so the version before it is served.',
      hint: 'Mend what is reported beside this; the new version is then served at once.',
    },
  );
  return { document: old.document, diagnostics: [...fresh.diagnostics, kept] };
}

/** What is known of every file, and the snapshot that it makes. */
function openShelf(onFault: (fault: unknown) => void) {
  const files = new Map<string, Parsed>();
  let settings: Settings = DEFAULT_SETTINGS;
  let ofSettings: readonly Diagnostic[] = [];

  const takeSettings = (bytes: Uint8Array): void => {
    const { text = '', diagnostics } = decode(bytes, SETTINGS_FILE);
    const read = readSettings(text);
    if (read.settings !== undefined && !isDeepStrictEqual(read.settings, settings)) settings = read.settings;
    ofSettings = [...diagnostics, ...read.diagnostics];
  };
  return {
    get settings() {
      return settings;
    },
    takeSettings,
    take(file: SourceFile): void {
      try {
        if (file.id === SETTINGS_FILE) takeSettings(file.bytes);
        else files.set(file.id, keepLastGood(files.get(file.id), parse(file), file.id));
      } catch (fault) {
        onFault(fault);
      }
    },
    drop(id: string): void {
      if (id === SETTINGS_FILE) {
        settings = DEFAULT_SETTINGS;
        ofSettings = [];
      } else files.delete(id);
    },
    snapshot(ofFolder: readonly Diagnostic[]): Snapshot {
      const parsed = [...files.values()];
      return takeSnapshot({
        documents: parsed.flatMap(({ document }): Document[] => (document === undefined ? [] : [document])),
        settings,
        diagnostics: [...ofFolder, ...ofSettings, ...parsed.flatMap(({ diagnostics }) => diagnostics)],
      });
    },
  };
}

/** Opens a folder as a library. Resolves at once; `ready` settles when everything has been read. */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const onFault = options.onFault ?? (() => undefined);
  const listeners = new Set<(change: Change) => void>();
  const shelf = openShelf(onFault);
  let current = EMPTY_SNAPSHOT;
  let changedAt: number | undefined;
  let isClosed = false;
  let isReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });

  const publish = (next: Snapshot): void => {
    const change = compareSnapshots(current, next);
    const differs = change.added.length + change.changed.length + change.removed.length > 0;
    const isOther = differs || next.settings !== current.settings || changedAt === undefined;
    const isNews = isOther || !isDeepStrictEqual(next.diagnostics, current.diagnostics);
    current = next;
    if (isOther) changedAt = Date.now();
    if (!isNews) return;
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (fault) {
        onFault(fault);
      }
    }
  };

  let waiting = 0;
  const take = async (findings: Findings): Promise<void> => {
    waiting--;
    const { include, ignore } = shelf.settings;
    let sliceEnd = performance.now() + SLICE_MS;
    for (const id of findings.removed) shelf.drop(id);
    for (const file of findings.changed) {
      shelf.take(file);
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      if (isClosed) return;
      sliceEnd = performance.now() + SLICE_MS;
    }
    if (!isDeepStrictEqual([include, ignore], [shelf.settings.include, shelf.settings.ignore])) {
      folder.setScope(shelf.settings);
      await folder.rescan();
    }
    // what waits in the queue publishes for both, so that nobody sees what the new settings leave out
    if (waiting > 0 || isClosed) return;
    publish(shelf.snapshot(findings.diagnostics));
    isReady();
  };

  // findings are taken one after the other, and none before the caller has had its turn to subscribe
  let begin = (): void => undefined;
  let queue = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const folder = await openFolder({
    root: options.root,
    ...(options.poll === undefined ? {} : { poll: options.poll }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    onFindings: (findings) => {
      waiting++;
      queue = queue.then(() => take(findings)).catch(onFault);
    },
  });

  const written = await folder.settings();
  if (written !== undefined) {
    shelf.takeSettings(written);
    folder.setScope(shelf.settings);
    current = { ...EMPTY_SNAPSHOT, settings: shelf.settings };
  }
  setImmediate(begin);
  return {
    root: folder.root,
    ready,
    current: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => ({ ...folder.status(), ...(changedAt === undefined ? {} : { changedAt }) }),
    listing: () => folder.listing(),
    async close() {
      isClosed = true;
      listeners.clear();
      await folder.close();
    },
  };
}
