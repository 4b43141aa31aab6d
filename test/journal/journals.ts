import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Entry } from '../../src/journal/entry.ts';
import { entryIn } from '../../src/journal/files/lines.ts';
import {
  type Journal,
  type JournalOptions,
  openJournal,
  type Place,
  type Recorded,
} from '../../src/journal/journal.ts';
import { type OwnCalls, PRIVATE_CALLS } from '../../src/library/disk/own-calls.ts';
import { type OwnFolder, openOwnFolder } from '../../src/library/disk/own-folder.ts';
import { DEFAULT_SETTINGS, type JournalSettings } from '../../src/settings.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { ledThrough } from '../library/disk/faults.mjs';

export const USE: Recorded = {
  member: 'Ana Sousa',
  client: 'claude-ai',
  use: 'document',
  ids: ['context/brand/voice.md'],
  outcome: 'done',
};
export const SEARCH: Recorded = {
  ...USE,
  use: 'search',
  ids: [],
  outcome: 'nothing',
  hits: 0,
  words: 'tone for layoffs',
};

export const SETTINGS: JournalSettings = DEFAULT_SETTINGS.journal;

export async function emptyFolder(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  onTestFinished(folder.remove);
  return folder;
}

/** A journal's folder inside a folder. */
export function ownFolder(folder: TemporaryFolder, calls: OwnCalls = PRIVATE_CALLS): OwnFolder {
  return openOwnFolder({ path: folder.at('journal'), inside: 'journal', calls, root: async () => folder.path });
}

export function placeOf(...folders: readonly OwnFolder[]): Place {
  return { writes: folders[0], reads: folders };
}

export interface Opened {
  readonly journal: Journal;
  readonly faults: unknown[];
}

/** A journal that is closed after the test; both places are the same unless they are given. */
export function opened(place: Place, options: Partial<JournalOptions> = {}): Opened {
  const faults: unknown[] = [];
  const journal = openJournal({
    places: { local: place, shared: place },
    settings: () => SETTINGS,
    keepDays: async () => SETTINGS.keepDays,
    machine: async () => '0123abcd',
    onFault: (fault) => faults.push(fault),
    ...options,
  });
  onTestFinished(journal.close);
  return { journal, faults };
}

export async function allOf(journal: Journal, since = 0): Promise<Entry[]> {
  const all: Entry[] = [];
  for await (const entries of journal.entries(since)) all.push(...entries);
  return all;
}

export function namesIn(folder: TemporaryFolder, path = 'journal'): string[] {
  return existsSync(folder.at(path)) ? readdirSync(folder.at(path)).sort() : [];
}

/** All that the files hold, whatever it is. */
export function textIn(folder: TemporaryFolder, path = 'journal'): string {
  return namesIn(folder, path)
    .map((name) => readFileSync(join(folder.at(path), name), 'utf8'))
    .join('');
}

/** How many lines of the files are no entries. */
export function linesOfNobody(folder: TemporaryFolder, now = Date.now()): number {
  const lines = namesIn(folder).flatMap((name) => readFileSync(join(folder.at('journal'), name), 'utf8').split('\n'));
  return lines.filter((line) => line !== '' && entryIn(Buffer.from(line), now) === undefined).length;
}

/** A call of the system that is under way. */
export interface Step {
  readonly number: number;
  readonly name: string;
}
type Act = (step: Step, run: () => Promise<unknown>, half: () => Promise<unknown>) => Promise<unknown>;

/** The calls as `act` has them done. */
export function led(act: Act): OwnCalls {
  return Object.assign({ ...PRIVATE_CALLS }, ledThrough(PRIVATE_CALLS, act));
}

export function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
