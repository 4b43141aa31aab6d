import { dateOf, mondayOf, weekName } from '../usage/calendar.ts';
import type { Usage } from '../usage/usage.ts';

/** One week, Monday to Sunday in UTC. */
export interface Week {
  /** `2026-W47`. */
  readonly week: string;
  /** `2026-11-16`. */
  readonly monday: string;
  readonly isOver: boolean;
  /** How many members used the library, for whatever. */
  readonly members: number;
  /** Entries of the journal. */
  readonly uses: number;
  /** The part of the uses that the week's most active members made, `topMembersOf` of them, from 0 to 1; absent in a week without use. */
  readonly topShare?: number;
}

/** Whether the many come nearer to the few. */
export interface Trend {
  /** Of the most active tenth from all others. */
  readonly distance: 'shrinks' | 'grows' | 'stays' | 'unknown';
  /** How many weeks each of the means below is taken over. */
  readonly weeks: number;
  /** The mean of their share in the first and in the last third of the weeks that are over and have any use. */
  readonly first?: number;
  readonly last?: number;
}

const DAYS_A_WEEK = 7;
const FEWEST_WEEKS = 6;
/** A tenth of fewer would be less than one, and the share that of one person among a few. */
export const FEWEST_MEMBERS = 10;
/** Means that differ by less are the same. */
const LEAST_DIFFERENCE = 0.05;

/** How many members are a tenth of all that the period knows: as many in each week, so that shares compare. Undefined for a team that is too small. */
export function topMembersOf({ members }: Pick<Usage, 'members'>): number | undefined {
  return members.size < FEWEST_MEMBERS ? undefined : Math.ceil(members.size / 10);
}

/** The first day of a window of so many weeks, the running one included. */
export function firstDayOfWeeks(weeks: number, today: number): number {
  return mondayOf(today) - DAYS_A_WEEK * (weeks - 1);
}

/** The uses of each member in a week, most first; members without any are left out. */
function usesInWeek(usage: Usage, monday: number): number[] {
  const begin = monday - usage.window.from;
  const uses: number[] = [];
  for (const byDay of usage.members.values()) {
    let sum = 0;
    for (let at = begin; at < begin + DAYS_A_WEEK; at++) sum += byDay[at] ?? 0;
    if (sum > 0) uses.push(sum);
  }
  return uses.sort((a, b) => b - a);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The weeks of a window that begins on a Monday, in their order. */
export function weeksOf(usage: Usage): readonly Week[] {
  const { from, to } = usage.window;
  const topMembers = topMembersOf(usage);
  const weeks: Week[] = [];
  for (let monday = from; monday <= to; monday += DAYS_A_WEEK) {
    const uses = usesInWeek(usage, monday);
    const all = sumOf(uses);
    weeks.push({
      week: weekName(monday),
      monday: dateOf(monday),
      isOver: monday + DAYS_A_WEEK <= to,
      members: uses.length,
      uses: all,
      ...(all === 0 || topMembers === undefined ? {} : { topShare: sumOf(uses.slice(0, topMembers)) / all }),
    });
  }
  return weeks;
}

function meanOf(numbers: readonly number[]): number {
  return sumOf(numbers) / numbers.length;
}

export function trendOf(weeks: readonly Week[]): Trend {
  const shares = weeks.flatMap(({ isOver, topShare }) => (isOver && topShare !== undefined ? [topShare] : []));
  if (shares.length < FEWEST_WEEKS) return { distance: 'unknown', weeks: 0 };
  const third = Math.floor(shares.length / 3);
  const first = meanOf(shares.slice(0, third));
  const last = meanOf(shares.slice(-third));
  const isSame = Math.abs(first - last) < LEAST_DIFFERENCE;
  return { distance: isSame ? 'stays' : last < first ? 'shrinks' : 'grows', weeks: third, first, last };
}
