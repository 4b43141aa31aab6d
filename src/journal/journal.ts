import { randomBytes } from 'node:crypto';
import type { OwnFolder } from '../library/disk/own-folder.ts';
import type { JournalSettings } from '../settings.ts';
import type { Entry } from './entry.ts';
import { seriesOf } from './files/file-name.ts';
import { keptEntries, unreadable } from './files/kept-entries.ts';
import { bounded, lineOf } from './files/lines.ts';
import { openOutbox } from './files/outbox.ts';
import type { Marks } from './files/reading.ts';
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
  /** Removes what has been kept for long enough, now and every two hours from now on. Never fails. */
  expire(): Promise<void>;
  /** Writes what waits, within 2 s. */
  close(): Promise<void>;
}

export interface JournalOptions {
  readonly places: Places;
  readonly settings: () => JournalSettings;
  /** For how many days files are kept, by settings that are surely the team's; infinite while that is not known. */
  readonly keepDays: () => Promise<number>;
  /** What tells this machine from others, in at most 16 letters and figures. */
  readonly machine: () => Promise<string>;
  /** Told in a sentence what is wrong with the folders, and of faults of ours. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const NOBODY = 'somebody';
/** What settings there are for good is only known after a while. */
const EXPIRES_EVERY_MS = 2 * 3_600_000;

/** The words of a search are only kept where the team wants it. */
function withoutUnwantedWords({ words, ...use }: Recorded, { queries }: JournalSettings): Recorded {
  return queries && words !== undefined ? { ...use, words } : use;
}

/** What is written of a use, with its id and its time. */
function entryOf(use: Recorded, settings: JournalSettings, at: number): Entry {
  const id = randomBytes(12).toString('base64url');
  const member = use.member.trim() === '' ? NOBODY : use.member;
  return bounded({ ...withoutUnwantedWords(use, settings), member, id, at });
}

export function placeFor(places: Places, { where }: JournalSettings): Place | undefined {
  return where === 'off' ? undefined : places[where];
}

export function openJournal(options: JournalOptions): Journal {
  const { places, settings, machine, now = Date.now } = options;
  const listeners = new Set<(entry: Entry) => void>();
  let again: NodeJS.Timeout | undefined;
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

  const removeOldIn = async ({ writes }: Place): Promise<void> => {
    if (writes === undefined) return;
    const isShared = writes !== places.local.writes;
    const retention = { now: now(), keepDays: await options.keepDays() };
    await removeExpired(writes, isShared ? { ...retention, machine } : retention);
  };
  const removeOld = async (): Promise<void> => {
    for (const place of new Set([places.local, places.shared]))
      await removeOldIn(place).catch((fault: unknown) => onFault(unreadable(fault)));
  };
  return {
    record(use) {
      try {
        if (isClosed || place()?.writes === undefined) return;
        const entry = entryOf(use, settings(), now());
        outbox.add({ series: seriesOf(entry), bytes: Buffer.from(lineOf(entry)) });
        for (const listener of listeners) listener(entry);
      } catch (fault) {
        onFault(fault);
      }
    },
    entries(since, marks) {
      const { keepDays, queries: keepsWords } = settings();
      return keptEntries(place()?.reads ?? [], { since, now: now(), keepDays, keepsWords, marks, onFault });
    },
    where: () => place()?.writes?.path,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async expire() {
      again ??= setInterval(() => void removeOld(), EXPIRES_EVERY_MS).unref();
      await removeOld();
    },
    async close() {
      isClosed = true;
      clearInterval(again);
      await outbox.close();
    },
  };
}
