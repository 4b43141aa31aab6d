import { authorOf } from '../../library/credit.ts';
import type { Document, Kind } from '../../library/document.ts';
import { byCodeUnit } from '../../library/order.ts';
import { countMemberDays, daysOfColleagues, usersOf } from '../usage/document-uses.ts';
import type { Usage } from '../usage/usage.ts';

/** How many members other than its author have used a document so far. */
export interface Spread {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** Author, else owner; absent where nobody is named, or no names are wanted. */
  readonly author?: string;
  /** Before the window. */
  readonly before: number;
  /** At the end of each week. */
  readonly byWeek: readonly number[];
  readonly now: number;
  /** Its days of use in the window, those of its author too. */
  readonly memberDays: number;
}

const DAYS_A_WEEK = 7;

function spreadOfOne(document: Document, usage: Usage): Spread {
  const { window } = usage;
  const users = usersOf(document, usage);
  const firsts = daysOfColleagues(document, users).map(({ first }) => first);
  const countUntil = (day: number): number => firsts.filter((first) => first <= day).length;
  const byWeek: number[] = [];
  for (let monday = window.from; monday <= window.to; monday += DAYS_A_WEEK) {
    byWeek.push(countUntil(monday + DAYS_A_WEEK - 1));
  }
  const author = authorOf(document);
  return {
    id: document.id,
    title: document.title,
    kind: document.kind,
    ...(author === undefined ? {} : { author }),
    before: countUntil(window.from - 1),
    byWeek,
    now: firsts.length,
    memberDays: countMemberDays(users),
  };
}

function compareSpread(a: Spread, b: Spread): number {
  return (
    b.now - b.before - (a.now - a.before) || b.now - a.now || b.memberDays - a.memberDays || byCodeUnit(a.id, b.id)
  );
}

/** Of every document that does not wait in the inbox; those that spread most in the window first. */
export function spreadOf(documents: Iterable<Document>, usage: Usage): readonly Spread[] {
  return [...documents]
    .filter(({ isInInbox }) => !isInInbox)
    .map((document) => spreadOfOne(document, usage))
    .sort(compareSpread);
}
