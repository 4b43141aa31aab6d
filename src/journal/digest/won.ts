import { winnerOf } from '../../library/credit.ts';
import { textsNamed } from '../../library/fields.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { minutesOfWin } from '../pages/stated-minutes.ts';
import { dayOfWin, winsIn } from '../report/minutes.ts';
import type { Span } from '../usage/days-of-use.ts';

export interface Won {
  readonly id: string;
  readonly title: string;
  readonly by?: string;
  readonly day: number;
  readonly minutes?: number;
  /** How many documents and prompts it names that helped. */
  readonly used: number;
  readonly isInInbox: boolean;
}

function compareWon(a: Won, b: Won): number {
  return (
    Number(b.used > 0) - Number(a.used > 0) ||
    (b.minutes ?? -1) - (a.minutes ?? -1) ||
    b.day - a.day ||
    byCodeUnit(a.id, b.id)
  );
}

/** The wins of a span; the first is the one proposed for the week: see `WIN_RULE`. */
export function wonIn({ documents }: Snapshot, span: Span): readonly Won[] {
  const wins = winsIn(documents.values(), span).map((win): Won => {
    const by = winnerOf(win);
    const minutes = minutesOfWin(win);
    return {
      id: win.id,
      title: win.title,
      ...(by === undefined ? {} : { by }),
      day: dayOfWin(win),
      ...(minutes === undefined ? {} : { minutes }),
      used: textsNamed(win.fields, 'used').length,
      isInInbox: win.isInInbox,
    };
  });
  return wins.sort(compareWon);
}

export const WIN_RULE =
  'Proposed is a win that names what it used, so that others can repeat it; of these the one with most minutes saved, then the newest.';
