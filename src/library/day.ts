const A_DAY = 86_400_000;

/** Today in UTC, as an ISO date: `2027-01-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar as an ISO date. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The ISO date that lies so many days after another one. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * A_DAY).toISOString().slice(0, 10);
}

/** How many days lie between two ISO dates; negative when the second is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / A_DAY);
}
