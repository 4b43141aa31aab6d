import type { Document } from '../../library/document.ts';
import { textsNamed } from '../../library/fields.ts';
import { findDocument } from '../../library/find.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type Credited, creditedFor } from '../pages/credited.ts';
import { minutesOfWin } from '../pages/stated-minutes.ts';
import { dayOfWin, winsIn } from '../pages/wins.ts';
import type { Span } from '../usage/days-of-use.ts';

export interface Won extends Credited {
  readonly id: string;
  readonly title: string;
  readonly day: number;
  readonly minutes?: number;
  /** How many documents and prompts of the library it names that helped. */
  readonly used: number;
}

function compareWon(a: Won, b: Won): number {
  return (
    Number(b.used > 0) - Number(a.used > 0) ||
    (b.minutes ?? -1) - (a.minutes ?? -1) ||
    b.day - a.day ||
    byCodeUnit(a.id, b.id)
  );
}

/** Only what is there can be repeated by others. */
function countUsed(snapshot: Snapshot, { fields }: Document): number {
  const used = textsNamed(fields, 'used').flatMap(
    (name) => (findDocument(snapshot, name) ?? snapshot.prompts.get(name))?.id ?? [],
  );
  return new Set(used).size;
}

/** The wins of a span; the first is the one proposed for the week: see `WIN_RULE`. */
export function wonIn(snapshot: Snapshot, span: Span): readonly Won[] {
  const wins = winsIn(snapshot.documents.values(), span).map((win): Won => {
    const minutes = minutesOfWin(win);
    return {
      id: win.id,
      title: win.title,
      ...creditedFor(win),
      day: dayOfWin(win),
      ...(minutes === undefined ? {} : { minutes }),
      used: countUsed(snapshot, win),
    };
  });
  return wins.sort(compareWon);
}

export const WIN_RULE =
  'Proposed is a win that names what it used, so that others can repeat it; of these the one with most minutes saved, then the newest.';
