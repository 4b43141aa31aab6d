import type { Document } from '../../library/document.ts';
import { dayNamed } from '../../library/fields.ts';
import { byCodeUnit } from '../../library/order.ts';
import { minutesEachTime, minutesOfWin } from '../pages/stated-minutes.ts';
import { dayOf } from '../usage/calendar.ts';
import type { Span } from '../usage/days-of-use.ts';
import { countUses, type DocumentUses } from '../usage/document-uses.ts';

/** What a workflow saved, estimated. */
export interface SavedByWorkflow {
  readonly id: string;
  readonly title: string;
  /** The minutes that its author stated. */
  readonly minutesEachTime: number;
  /** Days on which members used it; a member counts once a day. */
  readonly uses: number;
  readonly minutes: number;
}

/** What members said that they saved. */
export interface LoggedWins {
  readonly wins: number;
  /** How many of them say how much they saved. */
  readonly withMinutes: number;
  readonly minutes: number;
}

/** Of the workflows that state a gain and were used; most minutes first. */
export function savedByWorkflows(documents: Iterable<Document>, uses: DocumentUses): readonly SavedByWorkflow[] {
  const saved: SavedByWorkflow[] = [];
  for (const document of documents) {
    const each = document.kind === 'workflow' ? minutesEachTime(document) : undefined;
    const count = countUses(uses.of(document));
    if (each === undefined || count === 0) continue;
    const { id, title } = document;
    saved.push({ id, title, minutesEachTime: each, uses: count, minutes: each * count });
  }
  return saved.sort((a, b) => b.minutes - a.minutes || byCodeUnit(a.id, b.id));
}

/** One in the inbox is a win as well; one that was withdrawn is none. */
function isWin({ kind, status }: Document): boolean {
  return kind === 'win' && status !== 'deprecated';
}

/** The day that a win bears; NaN when it bears none. */
export function dayOfWin({ fields }: Document): number {
  return dayOf(dayNamed(fields, 'date') ?? '');
}

export function winsIn(documents: Iterable<Document>, { from, to }: Span): readonly Document[] {
  return [...documents].filter((document) => {
    const day = dayOfWin(document);
    return isWin(document) && day >= from && day <= to;
  });
}

export function loggedWins(documents: Iterable<Document>, span: Span): LoggedWins {
  const wins = winsIn(documents, span);
  const minutes = wins.flatMap((win) => minutesOfWin(win) ?? []);
  return {
    wins: wins.length,
    withMinutes: minutes.length,
    minutes: minutes.reduce((sum, one) => sum + one, 0),
  };
}
