import { createHash } from 'node:crypto';
import { DAY_MS } from '../../library/day.ts';
import { plainSlug } from '../../library/disk/new-name.ts';
import { memberKey } from '../member-key.ts';

const LONGEST_SLUG = 40;
const KEY_LENGTH = 8;

/** Also what sync clients make of such a name when they keep two versions of a file. */
const OF_JOURNAL = /^(\d{4})-(0[1-9]|1[0-2])\.[^/\\]*\.jsonl$/;

/** Short, and the same for the same text. */
export function shortKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, KEY_LENGTH);
}

/** What the names of all files begin with that hold a month of one member; the same on every system. */
export function seriesOf({ at, member }: { readonly at: number; readonly member: string }): string {
  const key = memberKey(member);
  return `${new Date(at).toISOString().slice(0, 7)}.${plainSlug(key, LONGEST_SLUG)}-${shortKey(key)}`;
}

/** The name of a file, which one machine writes; `part` counts from 1. */
export function fileNameOf(series: string, machine: string, part: number): string {
  return `${series}.${machine}${part === 1 ? '' : `.${part}`}.jsonl`;
}

/** Whether a machine wrote a file, by its name; a copy that a sync client made is nobody's. */
export function isOfMachine(name: string, machine: string): boolean {
  const [, , written] = /^(.+-[0-9a-f]{8})\.([^.]+)(?:\.\d+)?\.jsonl$/.exec(name) ?? [];
  return written === machine;
}

/** When the month of a file is over, by its name: milliseconds since 1970. Undefined when it is no file of a journal. */
export function endOfMonth(name: string): number | undefined {
  const [, year, month] = OF_JOURNAL.exec(name) ?? [];
  if (year === undefined || month === undefined) return undefined;
  return Date.UTC(Number(year), Number(month), 1);
}

/** Entries before this moment are no longer kept. */
export function oldestKept(now: number, keepDays: number): number {
  return now - keepDays * DAY_MS;
}
