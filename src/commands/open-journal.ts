import { createHash, randomBytes } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../journal/entry.ts';
import { shortKey } from '../journal/files/file-name.ts';
import { keptEntries } from '../journal/files/kept-entries.ts';
import { type Journal, openJournal, type Place, type Places, placeFor } from '../journal/journal.ts';
import { PRIVATE_CALLS } from '../library/disk/own-calls.ts';
import { type OwnFolder, openOwnFolder } from '../library/disk/own-folder.ts';
import type { Library } from '../library/library.ts';
import { Refusal } from '../refusal.ts';
import type { JournalSettings } from '../settings.ts';
import { makeFolder, refuseUnfit, stateFolder } from '../state/folder.ts';
import { openState } from '../state/state.ts';
import { openDaysToKeep } from './days-to-keep.ts';
import { reportFault } from './report-fault.ts';

export interface JournalFor {
  readonly library: Library;
  /** Nothing is ever written into the library: what would be shared stays on this machine. */
  readonly isReadOnly: boolean;
  readonly onFault?: (fault: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const MACHINE = 'machine';
const MACHINE_ID = /^[0-9a-f]{32}$/;

/** The folder on this machine for what is recorded of a library; undefined where nothing of ours may lie. */
async function localFolder(root: string): Promise<OwnFolder | undefined> {
  const folder = stateFolder();
  try {
    await refuseUnfit(folder, root);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  const inside = `journal-${createHash('sha256').update(root).digest('hex').slice(0, 32)}`;
  return openOwnFolder({
    path: join(folder, inside),
    inside,
    calls: PRIVATE_CALLS,
    async root(isWanted) {
      if (isWanted) await makeFolder(folder);
      await refuseUnfit(folder, root);
      return realpath(folder).catch((error: unknown) => {
        if (isWanted) throw error;
        return undefined;
      });
    },
  });
}

async function placesOf(library: Library, isReadOnly: boolean): Promise<Places> {
  const folder = await localFolder(library.root);
  const local: Place = { writes: folder, reads: folder === undefined ? [] : [folder] };
  const { journalFolder } = library;
  const shared: Place = isReadOnly
    ? { writes: folder, reads: [journalFolder, ...local.reads] }
    : { writes: journalFolder, reads: [journalFolder] };
  return { local, shared };
}

/** Settings that cannot be read must not shorten for how long things are kept. */
function settingsOf({ current }: Library): JournalSettings {
  const { settings, diagnostics } = current();
  const isBroken = diagnostics.some(({ code }) => code === 'settings-broken');
  return isBroken ? { ...settings.journal, keepDays: Number.POSITIVE_INFINITY } : settings.journal;
}

/** A random name for this machine, made once and kept. */
async function savedMachine(root: string): Promise<string> {
  const state = await openState({ library: root });
  const read = async (): Promise<string | undefined> => {
    const text = new TextDecoder().decode((await state.read(MACHINE)) ?? new Uint8Array());
    return MACHINE_ID.test(text) ? text : undefined;
  };
  const make = async (): Promise<string> => {
    const theirs = await read();
    if (theirs !== undefined) return theirs;
    const ours = randomBytes(16).toString('hex');
    await state.write(MACHINE, [new TextEncoder().encode(ours)]);
    return ours;
  };
  return (await read()) ?? state.exclusively(MACHINE, make);
}

/** What tells this machine from others, also where two have one home folder. Where nothing can be kept, it is another one each time. */
function machineOf(root: string): () => Promise<string> {
  let machine: Promise<string> | undefined;
  return () => {
    machine ??= savedMachine(root)
      .catch(() => randomBytes(16).toString('hex'))
      .then((id) => shortKey(`${id}\n${hostname()}`));
    return machine;
  };
}

/** The journal of a library, where its settings of the moment want it. */
export async function openJournalFor({
  library,
  isReadOnly,
  onFault = reportFault,
  now,
}: JournalFor): Promise<Journal> {
  const daysToKeep = openDaysToKeep(library, now ?? Date.now);
  const journal = openJournal({
    places: await placesOf(library, isReadOnly),
    settings: () => settingsOf(library),
    keepDays: daysToKeep.now,
    machine: machineOf(library.root),
    onFault,
    ...(now === undefined ? {} : { now }),
  });
  // only then is it known what the settings say
  void library.ready.then(() => journal.expire());
  return journal;
}

/** What was recorded, for commands that only read: nothing is made or written. */
export interface ReadableJournal {
  /** As the journal's: in no order, and some of it more than once, with the same id. */
  entries(since: number): AsyncIterable<readonly Entry[]>;
  /** The folder that the settings name; undefined when nothing is recorded. */
  readonly where: string | undefined;
  /** Only what was recorded on this computer is to be found. */
  readonly isLocal: boolean;
}

/** Opens what was recorded where the settings of the library want it now; of a shared journal also what a server that may not write there kept here. */
export async function readJournal(library: Library): Promise<ReadableJournal> {
  await library.ready;
  const settings = settingsOf(library);
  const { keepDays, queries: keepsWords } = settings;
  const reads = placeFor(await placesOf(library, true), settings)?.reads ?? [];
  return {
    entries: (since) => keptEntries(reads, { since, now: Date.now(), keepDays, keepsWords, onFault: reportFault }),
    where: reads[0]?.path,
    isLocal: settings.where === 'local',
  };
}
