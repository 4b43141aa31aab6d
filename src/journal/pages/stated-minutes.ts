import type { Document } from '../../library/document.ts';
import { minutesNamed } from '../../library/fields.ts';

/** What a workflow saves each time, by what its author stated; undefined when it states nothing, or no gain. */
export function minutesEachTime({ fields }: Document): number | undefined {
  const before = minutesNamed(fields, 'minutes_before');
  const after = minutesNamed(fields, 'minutes_after');
  if (before === undefined || after === undefined || after < 0 || before <= after) return undefined;
  return before - after;
}

/** More is a slip of the keyboard: a month's work. */
const MOST_MINUTES = 10_000;

/** What a win saved, as it was logged. */
export function minutesOfWin({ fields }: Document): number | undefined {
  const minutes = minutesNamed(fields, 'saved_minutes');
  return minutes === undefined || minutes < 0 || minutes > MOST_MINUTES ? undefined : minutes;
}

/** `1,250`, `7.5`. */
export function shownMinutes(minutes: number): string {
  return minutes.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** `1,250 minutes (20.8 hours)`; hours only where there is one. */
export function minutesAndHours(minutes: number): string {
  const hours = minutes < 60 ? '' : ` (${shownMinutes(minutes / 60)} hours)`;
  return `${shownMinutes(minutes)} minutes${hours}`;
}
