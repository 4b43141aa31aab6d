import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { codeOf, isOfSystem } from '../../library/disk/scan-rules.ts';
import type { Entry } from '../entry.ts';
import { oldestKept } from './file-name.ts';
import { type Marks, readEntries } from './reading.ts';

export interface Kept {
  /** Those before are left out: milliseconds since 1970. */
  readonly since: number;
  readonly now: number;
  /** For how many days entries are kept. */
  readonly keepDays: number;
  /** Whether the words of searches are wanted; else they are left out, also those that were recorded when they were. */
  readonly keepsWords: boolean;
  /** Begin in each file behind its mark, and move it. */
  readonly marks?: Marks | undefined;
  /** Told in a sentence what cannot be read, and of faults of ours. */
  readonly onFault: (fault: unknown) => void;
}

/** What is wrong with the folder, in a sentence; what is wrong with us, as it is. */
export function unreadable(fault: unknown): unknown {
  if (!isOfSystem(fault)) return fault;
  return `A part of the journal cannot be read or removed at the moment (${codeOf(fault)}).`;
}

function withoutWords({ words: _, ...entry }: Entry): Entry {
  return entry;
}

/** What was recorded in some folders and is still kept, a few entries at a time: in no order, and some of it more than once. */
export async function* keptEntries(
  folders: readonly OwnFolder[],
  { since, now, keepDays, keepsWords, marks, onFault }: Kept,
): AsyncGenerator<readonly Entry[]> {
  const from = Math.max(since, oldestKept(now, keepDays));
  const reading = { since: from, now, marks, onFault: (fault: unknown) => onFault(unreadable(fault)) };
  for (const folder of folders) {
    for await (const entries of readEntries(folder, reading)) yield keepsWords ? entries : entries.map(withoutWords);
  }
}
