import { createHash } from 'node:crypto';
import { openSlices } from '../slices.ts';
import { believe, type Contents } from './believe.ts';
import type { Ledger, Pass } from './ledger.ts';
import type { Memory } from './memory.ts';
import type { Reading } from './scan-rules.ts';
import type { Sight } from './waits.ts';

/** What a reader has beside the ledger: what it may know already, and where its findings go. */
export interface Reader {
  readonly memory: Memory;
  readonly pass: Pass;
}

/** Takes a file that was not seen before for what it was when the library was saved, if that is beyond doubt. */
function recall(ledger: Ledger, sight: Sight, { memory, pass }: Reader): boolean {
  const { index, rules, wallNow } = ledger;
  const { path, identity } = sight.candidate;
  const saved = memory.recall(path);
  if (saved?.isFirm !== true || index.has(identity)) return false;
  if (!rules.isStillSo(saved.signature, sight.signature, { saved: memory.savedAt, now: wallNow() })) return false;
  const parsed = saved.parsed();
  if (parsed === undefined) return false;
  believe(ledger, { sight, contents: { hash: saved.hash, parsed } }, pass);
  return true;
}

/** Takes from memory what it can tell; answers with the files that are to be read. Gives way to others. */
export async function recallAll(ledger: Ledger, due: readonly Sight[], reader: Reader): Promise<readonly Sight[]> {
  const slices = openSlices();
  const unknown: Sight[] = [];
  for (const sight of due) {
    if (!recall(ledger, sight, reader)) unknown.push(sight);
    if (slices.isOver()) await slices.giveWay();
  }
  return unknown;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What was read, with what it is if the same was read before. */
export function contentsOf({ bytes }: Reading, path: string, memory: Memory): Contents {
  const hash = hashOf(bytes);
  const saved = memory.recall(path);
  const parsed = saved?.hash === hash ? saved.parsed() : undefined;
  return parsed === undefined ? { hash, bytes } : { hash, parsed };
}
