import { type Due, dueIn } from '../../library/dates.ts';
import { daysWaiting, draftsOf } from '../../library/inbox.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { memberKey } from '../member-key.ts';
import { type Credited, creditedFor } from '../pages/credited.ts';
import { dateOf } from '../usage/calendar.ts';

/** A draft in the inbox. */
export interface WaitingDraft extends Credited {
  readonly id: string;
  readonly title: string;
  /** How many days it has waited. */
  readonly days: number;
}

/** A document that somebody should look at again. */
export interface DueDocument {
  readonly id: string;
  readonly title: string;
  readonly reviewBy?: string;
  readonly validUntil?: string;
}

/** What one person is in charge of and should look at; the most urgent first. */
export interface DueReviews {
  /** Absent where nobody is in charge. */
  readonly owner?: string;
  readonly documents: readonly DueDocument[];
}

/** The drafts in the inbox, the oldest first. */
export function waitingDrafts(snapshot: Snapshot, today: number): readonly WaitingDraft[] {
  return draftsOf(snapshot).map((draft) => {
    const days = daysWaiting(draft, dateOf(today));
    return { id: draft.id, title: draft.title, ...creditedFor(draft), days };
  });
}

/** The earliest of a document's dates. */
function earliestOf({ reviewBy, validUntil }: Due): string {
  return [reviewBy, validUntil].flatMap((date) => date ?? []).sort(byCodeUnit)[0] ?? '';
}

/** What is due or soon will be, by who is in charge; who has the most urgent one comes first, nobody last. */
export function dueReviews(snapshot: Snapshot, today: number): readonly DueReviews[] {
  const all = dueIn(snapshot, dateOf(today)).toSorted(
    (a, b) => byCodeUnit(earliestOf(a), earliestOf(b)) || byCodeUnit(a.document.id, b.document.id),
  );
  const byOwner = new Map<string, { owner?: string; documents: DueDocument[] }>();
  for (const { document, ...dates } of all) {
    const { id, title } = document;
    const owner = document.owner?.trim() ?? '';
    const key = owner === '' ? '' : memberKey(owner);
    const group = byOwner.get(key) ?? { ...(owner === '' ? {} : { owner }), documents: [] };
    group.documents.push({ id, title, ...dates });
    byOwner.set(key, group);
  }
  const groups = [...byOwner.values()];
  return [...groups.filter(({ owner }) => owner !== undefined), ...groups.filter(({ owner }) => owner === undefined)];
}
