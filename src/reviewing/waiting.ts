import { DECLINED } from '../library/disk/writer.ts';
import type { Document } from '../library/document.ts';
import { nearest } from '../library/nearest.ts';
import { byCodeUnit } from '../library/order.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';

const LONGEST_SHOWN = 120;
const MOST_NEAR = 3;

/** The last part of a path. */
export const fileNameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The day since which a draft waits, `2026-11-22`: that in its file's name, else that of its last change. */
export function waitingSince({ id, modified }: Document): string {
  const [, named] = /^(\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01]))-/.exec(fileNameOf(id)) ?? [];
  return named ?? modified.slice(0, 10);
}

/** How many whole days a draft has waited; never below 0. */
export function daysWaiting(draft: Document, today: string): number {
  const days = Math.round((Date.parse(today) - Date.parse(waitingSince(draft))) / 86_400_000);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** The drafts that wait for a person, oldest first. */
export function draftsOf({ documents }: Pick<Snapshot, 'documents'>): readonly Document[] {
  return [...documents.values()]
    .filter(({ id, isInInbox }) => isInInbox && !id.toLowerCase().startsWith(`${DECLINED}/`))
    .sort(
      (a, b) =>
        byCodeUnit(waitingSince(a), waitingSince(b)) || byCodeUnit(a.modified, b.modified) || byCodeUnit(a.id, b.id),
    );
}

/** The draft that somebody means by its path, its file's name or the beginning of one of them. Throws a Refusal. */
export function draftNamed(drafts: readonly Document[], typed: string): Document {
  const wanted = typed
    .trim()
    .normalize('NFC')
    .replace(/^\.?\//, '');
  const exact = drafts.find(({ id }) => id === wanted) ?? drafts.find(({ id }) => fileNameOf(id) === wanted);
  if (exact !== undefined) return exact;
  const begun =
    wanted === '' ? [] : drafts.filter(({ id }) => id.startsWith(wanted) || fileNameOf(id).startsWith(wanted));
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return only;
  const shown = oneLine(wanted, LONGEST_SHOWN);
  const list = (ids: readonly string[]): string => ids.map((id) => oneLine(id, LONGEST_SHOWN)).join(', ');
  if (only !== undefined) {
    const ids = begun.slice(0, MOST_NEAR).map(({ id }) => id);
    throw new Refusal(`Several drafts begin with "${shown}": ${list(ids)}. Type more of the name.`, ids);
  }
  const names = new Map(drafts.map(({ id }) => [fileNameOf(id), id]));
  const near = nearest(fileNameOf(wanted), names.keys(), MOST_NEAR);
  const hint = near.length === 0 ? '"team-context review --list" shows what waits.' : `Did you mean ${list(near)}?`;
  throw new Refusal(`No draft in the inbox is called "${shown}". ${hint}`, near);
}
