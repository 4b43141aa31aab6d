/** What may be done next: look at single paths, scan the whole folder, check that the root is still the same, publish. */
export interface Turn {
  readonly kind: 'look' | 'scan' | 'root' | 'publish';
  /** Milliseconds of the monotonic clock, as all times here. */
  readonly at: number;
  /** Nothing but the time that went by asks for it. */
  readonly isByTimer: boolean;
}

/** All that decides what is next. */
export interface Pulse {
  /** When the hints that were not looked at yet began, and when the last of them came. */
  readonly hints?: { readonly first: number; readonly last: number };
  /** The last hint since the last scan. */
  readonly heard?: number;
  /** When somebody wants a scan. */
  readonly wanted?: number;
  /** When waiting files and absences can be decided. */
  readonly due: { readonly look: number | undefined; readonly scan: number | undefined };
  readonly unpublishedSince?: number;
  /** When the last look or scan ended. */
  readonly lastPass: number;
  /** When the last scan ended. */
  readonly lastScan: number;
  /** When the root was last checked. */
  readonly lastRoot: number;
  /** How long a scan takes, and how much of a core. */
  readonly cost: { readonly ms: number; readonly cpuMs: number };
  readonly isPolling: boolean;
  readonly isReachable: boolean;
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
function scanInterval({ isPolling, isReachable, cost }: Pulse): number {
  const interval =
    isPolling || !isReachable ? clamp(PACE.share * cost.ms, PACE.pollLeastMs, PACE.pollMostMs) : PACE.scanMs;
  return Math.max(interval, PACE.share * cost.cpuMs);
}

/** What is due first. */
export function nextTurn(pulse: Pulse): Turn {
  const { hints, heard, wanted, due, lastPass, lastScan, cost } = pulse;
  const soon = lastPass + BETWEEN_PASSES_MS;
  const affordable = Math.max(soon, lastScan + PACE.share * cost.cpuMs);
  const turns: Turn[] = [
    { kind: 'scan', at: lastScan + scanInterval(pulse), isByTimer: true },
    { kind: 'root', at: pulse.lastRoot + (pulse.isReachable ? PACE.rootMs : PACE.lostRootMs), isByTimer: true },
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
  if (pulse.unpublishedSince !== undefined) add('publish', pulse.unpublishedSince + PACE.publishMs);
  return turns.reduce((first, turn) => (turn.at < first.at ? turn : first));
}

/** Findings wait for more of the same event, but no longer than this. */
export function mustPublish(unpublishedSince: number, now: number): boolean {
  return now - unpublishedSince >= PACE.publishMs;
}
