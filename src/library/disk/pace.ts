import type { Turn } from './turns.ts';

/** Where following a folder has come to: all that decides what is next. Times are milliseconds of the monotonic clock. */
export interface Course {
  /** When the hints that were not looked at yet began, and when the last of them came. */
  readonly hints: { readonly first: number; readonly last: number } | undefined;
  /** The last hint since the last scan. */
  readonly heard: number | undefined;
  /** When waiting files and absences can be decided. */
  readonly due: { readonly look: number | undefined; readonly scan: number | undefined };
  readonly isPolling: boolean;
  readonly isReachable: boolean;
  /** When somebody wants a scan. */
  wanted: number | undefined;
  /** Since when something waits to be published. */
  newsSince: number | undefined;
  /** When the last look or scan ended. */
  lastPass: number;
  /** When the last scan ended. */
  lastScan: number;
  /** When the root was last checked. */
  lastRoot: number;
  /** How long a scan takes, and how much of a core. */
  cost: { readonly ms: number; readonly cpuMs: number };
}

/** Looks are at least this far apart. */
export const BETWEEN_PASSES_MS = 250;

const PACE = {
  /** Files that were written together become ripe one just after the other, and are read together. */
  ripeMs: 20,
  hintMs: 100,
  quietMs: 1_200,
  scanMs: 30_000,
  pollLeastMs: 500,
  pollMostMs: 5_000,
  rootMs: 2_000,
  lostRootMs: 500,
  publishMs: 2_000,
  /** One part in so many of a core, at most, goes into scans that nobody asked for. */
  share: 20,
};

const clamp = (ms: number, least: number, most: number): number => Math.min(Math.max(ms, least), most);

/** Milliseconds between two scans that nothing but time asks for. */
function scanInterval({ isPolling, isReachable, cost }: Readonly<Course>): number {
  const interval =
    isPolling || !isReachable ? clamp(PACE.share * cost.ms, PACE.pollLeastMs, PACE.pollMostMs) : PACE.scanMs;
  return Math.max(interval, PACE.share * cost.cpuMs);
}

/** What is due first. */
export function nextTurn(course: Readonly<Course>): Turn {
  const { hints, heard, wanted, due, newsSince, lastPass, lastScan, cost } = course;
  const soon = lastPass + BETWEEN_PASSES_MS;
  const affordable = Math.max(soon, lastScan + PACE.share * cost.cpuMs);
  const turns: Turn[] = [
    { kind: 'scan', at: lastScan + scanInterval(course), isByTimer: true },
    { kind: 'root', at: course.lastRoot + (course.isReachable ? PACE.rootMs : PACE.lostRootMs), isByTimer: true },
  ];
  const add = (kind: Turn['kind'], at: number): void => {
    turns.push({ kind, at, isByTimer: false });
  };
  if (wanted !== undefined) add('scan', wanted);
  if (due.scan !== undefined) add('scan', Math.max(affordable, due.scan));
  if (heard !== undefined) add('scan', Math.max(affordable, heard + PACE.quietMs));
  if (hints !== undefined)
    add('look', Math.max(soon, Math.min(hints.last + PACE.hintMs, hints.first + BETWEEN_PASSES_MS)));
  if (due.look !== undefined) add('look', Math.max(soon, due.look + PACE.ripeMs));
  if (newsSince !== undefined) add('publish', newsSince + PACE.publishMs);
  return turns.reduce((first, turn) => (turn.at < first.at ? turn : first));
}

/** Findings wait for more of the same event, but no longer than this. */
export function mustPublish(newsSince: number, now: number): boolean {
  return now - newsSince >= PACE.publishMs;
}
