import { SETTINGS_FILE } from '../../settings.ts';
import type { Findings } from './findings.ts';
import { follow } from './follow.ts';
import { collectHints } from './hints.ts';
import { type Known, LIMITS, type Limits } from './ledger.ts';
import type { Memory } from './memory.ts';
import { mount } from './mount.ts';
import { type OwnFolder, openServedFolder } from './own-folder.ts';
import { openReconciler } from './reconcile.ts';
import type { Scope } from './scope.ts';
import { openWatch } from './watcher.ts';
import { openWriter, type Writer } from './writer.ts';

export interface FolderStatus {
  readonly watching: 'events' | 'polling';
  readonly isReachable: boolean;
  /** When the last complete scan ended: milliseconds of `performance.now()`. */
  readonly lastScan?: number;
  /** How many files were passed over because of their type, by extension with its dot. */
  readonly passedOver: Readonly<Record<string, number>>;
  /** While files are read: how many of how many. */
  readonly reading?: { readonly done: number; readonly total: number };
}

/** A folder on disk, and what is new in it. */
export interface Folder extends Writer {
  /** Where it really lies, as far as it can be reached. */
  readonly root: string;
  /** Where members' use of the library is recorded for all to see. */
  readonly journalFolder: OwnFolder;
  status(): FolderStatus;
  /** The ids of all documents by their names alone: quick, for callers that cannot wait for the first findings. */
  listing(): Promise<readonly string[]>;
  /** The settings file as it is now, for callers that cannot wait for the first findings; undefined when there is none. */
  settings(): Promise<Uint8Array | undefined>;
  /** The files that are served, the one whose contents were read longest ago first. */
  files(): readonly Known[];
  /** Another part of the folder is served from now on. */
  setScope(scope: Scope): void;
  /** Settles when a scan that began after the call has ended and its findings are published. */
  rescan(): Promise<void>;
  /** Nothing is found any more. */
  close(): Promise<void>;
}

export interface FolderOptions {
  readonly root: string;
  /** Look again and again instead of waiting for the system's events. */
  readonly poll?: boolean;
  readonly scope?: Scope;
  readonly limits?: Partial<Limits>;
  /** What an earlier start knew. */
  readonly memory?: Promise<Memory>;
  /** Called with one finding at a time; the first comes when all was read, or the folder cannot be reached. */
  readonly onFindings: (findings: Findings) => void;
  /** Until the first findings: how many files were read, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of what is wrong with us or with who is called here, never with a file; following goes on. */
  readonly onFault?: (fault: unknown) => void;
}

const JOURNAL_FOLDER = '.team-context/journal';

/** How long polling replaces events that could not be relied on. */
const DISTRUST_MS = 600_000;

const now = (): number => performance.now();

/** Opens a folder; resolves before anything is read. A folder that is not there is waited for. */
export async function openFolder(options: FolderOptions): Promise<Folder> {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const { onFault = () => undefined } = options;
  const attempt = (call: () => void): void => {
    try {
      call();
    } catch (fault) {
      onFault(fault);
    }
  };
  const place = await mount(options.root, limits.maxBytes);
  const hints = collectHints(now);
  let scope = options.scope ?? {};
  let distrustedUntil = 0;
  let reading: FolderStatus['reading'];

  const isPolling = (): boolean => options.poll === true || place.isRemote() || now() < distrustedUntil;
  const distrust = (): void => {
    distrustedUntil = now() + DISTRUST_MS;
    hints.reset();
    follower.want();
  };
  const reconciler = openReconciler({
    disk: place.disk,
    now,
    wallNow: Date.now,
    limits,
    scope,
    memory: options.memory,
    onProgress(done, total) {
      reading = done < total ? { done, total } : undefined;
      if (!follower.hasPublished()) attempt(() => options.onProgress?.(done, total));
    },
  });
  const watching = openWatch({
    onHint: (path) => follower.hint(path),
    onReady: () => follower.want(),
    onError: distrust,
  });
  const follower = follow({
    reconciler,
    hints,
    place,
    now,
    isPolling,
    async aim() {
      const root = place.root();
      const key = JSON.stringify([root?.key, scope, reconciler.isNarrowed()]);
      const isUseless = isPolling() || root === undefined || !reconciler.isReachable();
      await watching.point(isUseless ? undefined : { root: root.path, key, isInScope: reconciler.isInScope });
    },
    onBlind: distrust,
    onFindings: (findings) => attempt(() => options.onFindings(findings)),
    onFault,
  });
  const served = { root: options.root, servedKey: () => place.root()?.key };
  const writer = openWriter(served);

  return {
    get root() {
      return place.path();
    },
    journalFolder: openServedFolder(served, JOURNAL_FOLDER),
    async create(draft) {
      const path = await writer.create(draft);
      follower.hint(path);
      return path;
    },
    async settle(settling) {
      const settled = await writer.settle(settling).finally(() => follower.hint(settling.id));
      if (settled !== undefined) follower.hint(settled.id);
      return settled;
    },
    tidy: writer.tidy,
    status: () => ({
      watching: isPolling() ? 'polling' : 'events',
      isReachable: reconciler.isReachable(),
      lastScan: follower.lastScan(),
      passedOver: reconciler.passedOver(),
      reading,
    }),
    listing: reconciler.listing,
    settings: () =>
      place.disk.read(SETTINGS_FILE).then(
        ({ bytes }) => bytes,
        () => undefined,
      ),
    files: () => [...reconciler.index.values()],
    setScope({ include, ignore }) {
      const next: Scope = { include, ignore };
      if (JSON.stringify(next) === JSON.stringify(scope)) return;
      scope = next;
      reconciler.setScope(next);
      follower.want();
    },
    rescan: follower.rescan,
    async close() {
      follower.stop();
      place.unmount();
      await watching.close();
    },
  };
}
