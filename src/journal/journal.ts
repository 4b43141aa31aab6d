import { randomBytes } from 'node:crypto';
import type { OwnFolder } from '../library/disk/own-folder.ts';
import { codeOf } from '../library/disk/scan-rules.ts';
import { findSecrets } from '../library/text/secrets.ts';
import type { JournalSettings } from '../settings.ts';
import type { Entry } from './entry.ts';
import { oldestKept, seriesOf } from './files/file-name.ts';
import { bounded, lineOf } from './files/lines.ts';
import { openOutbox } from './files/outbox.ts';
import { type Marks, readEntries } from './files/reading.ts';
import { removeExpired } from './files/retention.ts';

/** What somebody did, before it has its id and its time. */
export type Recorded = Omit<Entry, 'id' | 'at'>;

/** Folders for entries. */
export interface Place {
  /** Undefined where nothing may be written. */
  readonly writes: OwnFolder | undefined;
  readonly reads: readonly OwnFolder[];
}

export interface Places {
  readonly local: Place;
  readonly shared: Place;
}

/** The record of who used what. It never slows down what is recorded, and never makes it fail. */
export interface Journal {
  /** Takes an entry, to be written within about a second. Never throws and never waits. */
  record(use: Recorded): void;
  /**
   * What was recorded since a moment (milliseconds since 1970) and is still kept, a few entries at a time: in no order, and
   * some of it more than once, always with the same id. With `marks`, what was not read with the same ones before.
   */
  entries(since: number, marks?: Marks): AsyncIterable<readonly Entry[]>;
  /** The folder into which is written now; undefined where nothing is recorded. */
  where(): string | undefined;
  /** Calls `listener` with each entry of this process as it is recorded; answers with the way to stop that. */
  subscribe(listener: (entry: Entry) => void): () => void;
  /** Removes what has been kept for long enough, now and once a day from now on. Never fails. */
  expire(): Promise<void>;
  /** How many lines of the files were no entries, in what was read so far. */
  passedOver(): number;
  /** Writes what waits, within 2 s. */
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly places: Places;
  readonly settings: () => JournalSettings;
  /** What tells this machine from others, in at most 16 letters and figures. */
  readonly machine: () => Promise<string>;
  /** Told in a sentence what is wrong with the folders, and of faults of ours. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const DAY_MS = 86_400_000;
const NOBODY = 'somebody';

/** The words of a search are only kept where the team wants it, and never when a secret may be among them. */
function withoutPrivateWords({ words, ...use }: Recorded, { queries }: JournalSettings): Recorded {
  const isKept = queries && words !== undefined && findSecrets(words, 1).length === 0;
  return isKept ? { ...use, words } : use;
}

export function placeFor(places: Places, { where }: JournalSettings): Place | undefined {
  return where === 'off' ? undefined : places[where];
}

export function openJournal(options: JournalOptions): Journal {
  const { places, settings, machine, now = Date.now } = options;
  const listeners = new Set<(entry: Entry) => void>();
  let passedOver = 0;
  let daily: NodeJS.Timeout | undefined;
  let isClosed = false;

  const onFault = (fault: unknown): void => {
    try {
      options.onFault(fault);
    } catch {
      // nobody is left to tell
    }
  };
  const place = (): Place | undefined => placeFor(places, settings());
  const outbox = openOutbox({ folder: () => place()?.writes, machine, onFault });

  const tell = (entry: Entry): void => {
    for (const listener of listeners) listener(entry);
  };
  const removeOld = async (): Promise<void> => {
    const folders = new Set([places.local.writes, places.shared.writes]);
    for (const folder of folders) {
      const before = oldestKept(now(), settings().keepDays);
      if (folder !== undefined) await removeExpired(folder, before).catch(onUnreadable);
    }
  };
  const onUnreadable = (error: unknown): void => {
    const isOfSystem = /^E[A-Z0-9]+$/.test(codeOf(error));
    onFault(isOfSystem ? `A part of the journal cannot be read or removed at the moment (${codeOf(error)}).` : error);
  };
  const allEntries = async function* (since: number, marks?: Marks): AsyncGenerator<readonly Entry[]> {
    const from = Math.max(since, oldestKept(now(), settings().keepDays));
    const reading = { since: from, now: now(), marks, onFault: onUnreadable };
    const onPassedOver = (lines: number): void => {
      passedOver += lines;
    };
    for (const folder of place()?.reads ?? []) yield* readEntries(folder, { ...reading, onPassedOver });
  };
  return {
    record(use) {
      try {
        if (isClosed || place()?.writes === undefined) return;
        const id = randomBytes(12).toString('base64url');
        const member = use.member.trim() === '' ? NOBODY : use.member;
        const entry = bounded({ ...withoutPrivateWords(use, settings()), member, id, at: now() });
        outbox.add({ series: seriesOf(entry), bytes: Buffer.from(lineOf(entry)) });
        tell(entry);
      } catch (fault) {
        onFault(fault);
      }
    },
    entries: allEntries,
    where: () => place()?.writes?.path,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async expire() {
      daily ??= setInterval(() => void removeOld(), DAY_MS).unref();
      await removeOld();
    },
    passedOver: () => passedOver,
    async close() {
      isClosed = true;
      clearInterval(daily);
      await outbox.close();
    },
  };
}
