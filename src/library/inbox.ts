import { daysBetween, isDay } from './day.ts';
import type { Document, Fields } from './document.ts';
import type { Shelf } from './find.ts';
import { byCodeUnit } from './order.ts';
import { fileNameOf } from './path-parts.ts';

/** What tools write waits here for a person. */
export const INBOX = 'inbox';
/** What a person has looked at and did not want in the library. */
export const DECLINED = `${INBOX}/declined`;

const isIn = (id: string, folder: string): boolean => id.slice(0, folder.length + 1).toLowerCase() === `${folder}/`;

/** Whether a path leads to something that waits for a person, or was declined. */
export const isInInbox = (id: string): boolean => isIn(id, INBOX);

/** The day that a field `date` gives, with or without a time behind it. Read plainly: whoever only writes loads no schema. */
function dayIn(fields: Fields): string | undefined {
  const [, written] = Object.entries(fields).find(([key]) => key.trim().toLowerCase() === 'date') ?? [];
  const day = typeof written === 'string' ? /^\s*([\d-]{10})(?:[T ].*)?$/.exec(written)?.[1] : undefined;
  return day !== undefined && isDay(day) ? day : undefined;
}

function dayInName(id: string): string | undefined {
  const named = /^([\d-]{10})-/.exec(fileNameOf(id))?.[1];
  return named !== undefined && isDay(named) ? named : undefined;
}

/** The day since which a draft waits, `2026-11-22`: its field `date`, else that in its file's name, else that of its last change. */
export function waitingSince({ id, fields, modified }: Document): string {
  return dayIn(fields) ?? dayInName(id) ?? modified.slice(0, 10);
}

/** How many whole days a draft has waited on a day, which is an ISO date; never below 0. */
export function daysWaiting(draft: Document, today: string): number {
  return Math.max(0, daysBetween(waitingSince(draft), today));
}

/** The drafts that wait for a person, oldest first. */
export function draftsOf({ documents }: Pick<Shelf, 'documents'>): readonly Document[] {
  return [...documents.values()]
    .filter(({ id, isInInbox }) => isInInbox && !isIn(id, DECLINED))
    .map((draft) => ({ draft, since: waitingSince(draft) }))
    .sort(
      ({ draft: a, since: ofA }, { draft: b, since: ofB }) =>
        byCodeUnit(ofA, ofB) || byCodeUnit(a.modified, b.modified) || byCodeUnit(a.id, b.id),
    )
    .map(({ draft }) => draft);
}
