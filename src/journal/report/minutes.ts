import type { Document } from '../../library/document.ts';
import { byCodeUnit } from '../../library/order.ts';
import { minutesEachTime, minutesOfWin } from '../pages/stated-minutes.ts';
import { winsIn } from '../pages/wins.ts';
import type { Span } from '../usage/days-of-use.ts';
import { countMemberDays, usersOf } from '../usage/document-uses.ts';
import type { Usage } from '../usage/usage.ts';

/** What a workflow saved, estimated. */
export interface SavedByWorkflow {
  readonly id: string;
  readonly title: string;
  /** The minutes that its author stated. */
  readonly minutesEachTime: number;
  /** Its days of use: a member counts once a day. */
  readonly memberDays: number;
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
export function savedByWorkflows(documents: Iterable<Document>, usage: Usage): readonly SavedByWorkflow[] {
  const saved: SavedByWorkflow[] = [];
  for (const document of documents) {
    const each = document.kind === 'workflow' ? minutesEachTime(document) : undefined;
    const memberDays = countMemberDays(usersOf(document, usage));
    if (each === undefined || memberDays === 0) continue;
    const { id, title } = document;
    saved.push({ id, title, minutesEachTime: each, memberDays, minutes: each * memberDays });
  }
  return saved.sort((a, b) => b.minutes - a.minutes || byCodeUnit(a.id, b.id));
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
