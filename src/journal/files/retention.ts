import { DAY_MS } from '../../library/day.ts';
import type { OwnFile, OwnFolder } from '../../library/disk/own-folder.ts';
import { endOfMonth, isOfMachine, oldestKept } from './file-name.ts';

export interface Retention {
  readonly now: number;
  /** Infinite where nothing is to go. */
  readonly keepDays: number;
  /** In a folder that others write into as well: what tells this machine from them. Only its own files go. */
  readonly machine?: () => Promise<string>;
}

/** With a few days to keep, nothing may be left of last month. */
const LEAST_DAYS_OF_USE = 62;

/** The clock is wrong, or nobody used the library for long, when the last month that is over lies far back. The running month does not tell: it is ours. */
function isClockDoubtful(files: readonly OwnFile[], { now, keepDays }: Retention): boolean {
  const ends = files.flatMap(({ name }) => endOfMonth(name) ?? []).filter((end) => end <= now);
  return Math.max(...ends) < now - DAY_MS * Math.max(keepDays, LEAST_DAYS_OF_USE);
}

/** Removes the files whose month was over long enough ago, by their names alone. Throws errors of the system. */
export async function removeExpired(folder: OwnFolder, retention: Retention): Promise<void> {
  const { now, keepDays, machine } = retention;
  if (keepDays === Number.POSITIVE_INFINITY) return;
  const files = await folder.list();
  if (isClockDoubtful(files, retention)) return;
  const expired = files.filter(({ name }) => (endOfMonth(name) ?? now) < oldestKept(now, keepDays));
  if (expired.length === 0) return;
  const ours = await machine?.();
  for (const { name } of expired) {
    if (ours === undefined || isOfMachine(name, ours)) await folder.remove(name);
  }
}
