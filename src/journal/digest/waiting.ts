import { authorOf } from '../../library/credit.ts';
import type { Document } from '../../library/document.ts';
import { dayNamed } from '../../library/fields.ts';
import { forceOf } from '../../library/force.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { memberKey } from '../member-key.ts';
import { dateOf, dayOf } from '../usage/calendar.ts';

/** A draft in the inbox. */
export interface WaitingDraft {
  readonly id: string;
  readonly title: string;
  readonly by?: string;
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

const DAYS_AHEAD = 14;

function waitedSince({ fields, modified }: Document): number {
  return dayOf(dayNamed(fields, 'date') ?? modified);
}

/** The drafts in the inbox, the oldest first. */
export function waitingDrafts({ documents }: Snapshot, today: number): readonly WaitingDraft[] {
  const drafts = [...documents.values()].filter(({ isInInbox }) => isInInbox);
  return drafts
    .map((document): WaitingDraft => {
      const by = authorOf(document);
      const days = Math.max(0, today - waitedSince(document));
      return { id: document.id, title: document.title, ...(by === undefined ? {} : { by }), days };
    })
    .sort((a, b) => b.days - a.days || byCodeUnit(a.id, b.id));
}

interface Due extends DueDocument {
  readonly owner?: string;
  /** The earliest of its dates. */
  readonly at: string;
}

function dueOf(snapshot: Snapshot, document: Document, today: number): Due | undefined {
  const { id, title, reviewBy, validUntil, isInInbox, owner = '' } = document;
  const soon = dateOf(today + DAYS_AHEAD);
  const isSoon = (date: string | undefined): date is string => date !== undefined && date <= soon;
  if (isInInbox || (!isSoon(reviewBy) && !isSoon(validUntil))) return undefined;
  const { lapses } = forceOf(snapshot, document, dateOf(today));
  if (lapses.includes('deprecated') || lapses.includes('superseded')) return undefined;
  const dates = [reviewBy, validUntil].filter(isSoon).sort(byCodeUnit);
  return {
    id,
    title,
    ...(isSoon(reviewBy) ? { reviewBy } : {}),
    ...(isSoon(validUntil) ? { validUntil } : {}),
    ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
    at: dates[0] ?? '',
  };
}

/** What is due or will be within 14 days, by who is in charge; who has the most urgent one comes first, nobody last. */
export function dueReviews(snapshot: Snapshot, today: number): readonly DueReviews[] {
  const due = [...snapshot.documents.values()]
    .flatMap((document) => dueOf(snapshot, document, today) ?? [])
    .sort((a, b) => byCodeUnit(a.at, b.at) || byCodeUnit(a.id, b.id));
  const byOwner = new Map<string, { owner?: string; documents: DueDocument[] }>();
  for (const { owner, at: _, ...document } of due) {
    const key = owner === undefined ? '' : memberKey(owner);
    const known = byOwner.get(key);
    if (known !== undefined) known.documents.push(document);
    else byOwner.set(key, { ...(owner === undefined ? {} : { owner }), documents: [document] });
  }
  const groups = [...byOwner.values()];
  return [...groups.filter(({ owner }) => owner !== undefined), ...groups.filter(({ owner }) => owner === undefined)];
}
