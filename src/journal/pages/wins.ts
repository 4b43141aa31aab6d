import type { Document } from '../../library/document.ts';
import { dayNamed } from '../../library/fields.ts';
import { dayOf } from '../usage/calendar.ts';
import type { Span } from '../usage/days-of-use.ts';

/** One that waits in the inbox, or was withdrawn, is none yet or no more. */
function isWin({ kind, status, isInInbox }: Document): boolean {
  return kind === 'win' && status === 'approved' && !isInInbox;
}

/** The day that a win bears; NaN when it bears none. */
export function dayOfWin({ fields }: Document): number {
  return dayOf(dayNamed(fields, 'date') ?? '');
}

/** The wins whose day lies in a span. */
export function winsIn(documents: Iterable<Document>, { from, to }: Span): readonly Document[] {
  return [...documents].filter((document) => {
    const day = dayOfWin(document);
    return isWin(document) && day >= from && day <= to;
  });
}
