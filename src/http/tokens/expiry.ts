import { oneLine } from '../../library/text/one-line.ts';
import { Refusal } from '../../refusal.ts';

const HOUR_MS = 3_600_000;
const UNITS_MS: Readonly<Record<string, number>> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };
const SPAN = /^([1-9]\d{0,3})([hdw])$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The last moment of a day in UTC; undefined for a day that no calendar has. */
function endOfDay(date: string): Date | undefined {
  const end = new Date(`${date}T23:59:59.999Z`);
  // 30 February would become 2 March
  return !Number.isNaN(end.getTime()) && end.toISOString().startsWith(date) ? end : undefined;
}

/**
 * When a token expires, by what somebody typed: `12h`, `90d`, `8w`, a date (the end of that day, UTC), or `never`, for
 * which it is undefined. `now` is in milliseconds since 1970. Throws a Refusal for all else and for what is over.
 */
export function readExpiry(typed: string, now: number): Date | undefined {
  const text = typed.trim().toLowerCase();
  if (text === 'never') return undefined;
  const [, amount = '', unit = ''] = SPAN.exec(text) ?? [];
  const unitMs = UNITS_MS[unit];
  if (unitMs !== undefined) return new Date(now + Number(amount) * unitMs);
  const end = DATE.test(text) ? endOfDay(text) : undefined;
  if (end === undefined) {
    const example = `${new Date(now).getUTCFullYear() + 1}-12-31`;
    throw new Refusal(
      `${oneLine(JSON.stringify(typed))} says no time. --expires takes 12h, 90d or 8w, a date such as ${example}, or never.`,
    );
  }
  if (end.getTime() <= now)
    throw new Refusal(`${text} is over. --expires takes a day to come, or 12h, 90d, 8w or never.`);
  return end;
}
