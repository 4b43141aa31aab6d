export const DAY_MS = 86_400_000;

/** The day of a time, which is milliseconds since 1970, in UTC: `2027-01-31`. */
export function dateAt(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Today in UTC, as an ISO date. */
export function today(): string {
  return dateAt(Date.now());
}

/** Whether a text is a day of the calendar as an ISO date. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The ISO date that lies so many days after another one. */
export function dayAfter(day: string, days: number): string {
  return dateAt(Date.parse(day) + days * DAY_MS);
}

/** How many days lie between two ISO dates; negative when the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
