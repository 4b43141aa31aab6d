import { DAY_MS, dateAt } from '../../library/day.ts';

const DAYS_A_WEEK = 7;
/** Day 0, 1970-01-01, was a Thursday. */
const MONDAY_TO_DAY_0 = 3;

/** Days are whole numbers here: days since 1970-01-01, in UTC. */
export function dayAt(milliseconds: number): number {
  return Math.floor(milliseconds / DAY_MS);
}

/** When a day begins: milliseconds since 1970. */
export function beginningOf(day: number): number {
  return day * DAY_MS;
}

/** The day of an ISO date or time; NaN when it is none. */
export function dayOf(date: string): number {
  return dayAt(Date.parse(date.slice(0, 10)));
}

/** `2026-11-22`. */
export function dateOf(day: number): string {
  return dateAt(beginningOf(day));
}

/** The Monday of the ISO week that a day belongs to. */
export function mondayOf(day: number): number {
  const sinceMonday = (day + MONDAY_TO_DAY_0) % DAYS_A_WEEK;
  return day - (sinceMonday < 0 ? sinceMonday + DAYS_A_WEEK : sinceMonday);
}

/** The name of the ISO week that begins on a Monday, `2026-W47`. A week belongs to the year of its Thursday. */
export function weekName(monday: number): string {
  const thursday = monday + 3;
  const year = dateOf(thursday).slice(0, 4);
  const number = Math.floor((thursday - dayOf(`${year}-01-01`)) / DAYS_A_WEEK) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}
