import type { Document } from '../../library/document.ts';
import { forceOf } from '../../library/force.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type Credited, creditedFor } from '../pages/credited.ts';
import { minutesEachTime } from '../pages/stated-minutes.ts';
import { dateOf } from '../usage/calendar.ts';
import { hasDayIn, type Span } from '../usage/days-of-use.ts';
import { daysOfColleagues, usersOf } from '../usage/document-uses.ts';
import type { Usage } from '../usage/usage.ts';

/** A workflow that more of the team should know. */
export interface Deserving extends Credited {
  readonly id: string;
  readonly title: string;
  readonly minutes?: number;
  /** How many other than its author used it in the last 90 days; absent when the journal does not know. */
  readonly colleagues?: number;
}

const DAYS_LOOKED_BACK = 90;

export const DESERVING_RULE = 'Saves the most minutes among the workflows that fewest colleagues used in 90 days.';
export const DESERVING_RULE_UNKNOWN = 'Saves the most minutes among the workflows.';

function compareDeserving(a: Deserving, b: Deserving): number {
  return (a.colleagues ?? 0) - (b.colleagues ?? 0) || (b.minutes ?? 0) - (a.minutes ?? 0) || byCodeUnit(a.id, b.id);
}

/** The last 90 days, today included. */
export function lookedBack(today: number): Span {
  return { from: today - DAYS_LOOKED_BACK + 1, to: today };
}

/** The workflow that deserves to spread, by `DESERVING_RULE`; where nothing is known of use, by the other one. */
export function deservingIn(snapshot: Snapshot, usage: Usage | undefined, today: number): Deserving | undefined {
  const countColleagues = (document: Document): number | undefined => {
    if (usage === undefined) return undefined;
    const all = daysOfColleagues(document, usersOf(document, usage));
    return all.filter((days) => hasDayIn(days, lookedBack(today), usage.window)).length;
  };
  const candidates = [...snapshot.documents.values()].filter(
    (document) => document.kind === 'workflow' && forceOf(snapshot, document, dateOf(today)).isInForce,
  );
  const [first] = candidates
    .map((document): Deserving => {
      const minutes = minutesEachTime(document);
      const count = countColleagues(document);
      return {
        id: document.id,
        title: document.title,
        ...creditedFor(document),
        ...(minutes === undefined ? {} : { minutes }),
        ...(count === undefined ? {} : { colleagues: count }),
      };
    })
    .sort(compareDeserving);
  return first;
}
