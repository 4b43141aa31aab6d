import { authorOf } from '../../library/credit.ts';
import type { Document, Kind } from '../../library/document.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Span } from '../usage/days-of-use.ts';
import { colleagues, countUses, type DocumentUses } from '../usage/document-uses.ts';

/** How many members other than its author have used a document so far. */
export interface Spread {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  /** Author, else owner; absent where nobody is named, or no names are wanted. */
  readonly author?: string;
  /** It still waits in the inbox. */
  readonly isInInbox: boolean;
  /** Before the window. */
  readonly before: number;
  /** At the end of each week. */
  readonly byWeek: readonly number[];
  readonly now: number;
  /** In the window: days on which members used it, each member's days by themselves, the author's too. */
  readonly uses: number;
}

/** Uses of documents that the library has no more. */
export interface Gone {
  readonly documents: number;
  readonly uses: number;
}

const DAYS_A_WEEK = 7;

function spreadOfOne(document: Document, uses: DocumentUses, window: Span): Spread {
  const users = uses.of(document);
  const firsts = colleagues(document, users).map(({ first }) => first);
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
    isInInbox: document.isInInbox,
    before: countUntil(window.from - 1),
    byWeek,
    now: firsts.length,
    uses: countUses(users),
  };
}

function compareSpread(a: Spread, b: Spread): number {
  return b.now - b.before - (a.now - a.before) || b.now - a.now || b.uses - a.uses || byCodeUnit(a.id, b.id);
}

/** Of every document; those that spread most in the window first. */
export function spreadOf(documents: Iterable<Document>, uses: DocumentUses, window: Span): readonly Spread[] {
  return [...documents].map((document) => spreadOfOne(document, uses, window)).sort(compareSpread);
}

export function goneOf({ gone }: DocumentUses): Gone {
  let uses = 0;
  for (const users of gone.values()) uses += countUses(users);
  return { documents: gone.size, uses };
}
