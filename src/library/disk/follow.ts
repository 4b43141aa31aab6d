import { collectFindings, type Findings } from './findings.ts';
import type { Hints } from './hints.ts';
import type { Pass } from './ledger.ts';
import type { Mount } from './mount.ts';
import { BETWEEN_PASSES_MS, type Course, mustPublish, nextTurn } from './pace.ts';
import type { Reconciler } from './reconcile.ts';
import { type Turn, takeTurns } from './turns.ts';
import { openWaiters } from './waiters.ts';

export interface FollowOptions {
  readonly reconciler: Reconciler;
  readonly hints: Hints;
  readonly place: Mount;
  readonly now: () => number;
  readonly isPolling: () => boolean;
  /** Called after every turn, when what is to be watched may have become another. */
  readonly aim: () => Promise<void>;
  /** Hints cannot be relied on. */
  readonly onBlind: () => void;
  readonly onFindings: (findings: Findings) => void;
  /** Told of what was thrown in a turn; following goes on. */
  readonly onFault: (fault: unknown) => void;
}

/** Follows a folder: looks when it is time to, and publishes what was found. */
export interface Follower {
  hint(path: string): void;
  /** A scan is wanted now. */
  want(): void;
  /** Settles when a scan that began after the call has ended and its findings are published. */
  rescan(): Promise<void>;
  hasPublished(): boolean;
  /** When the last complete scan ended. */
  lastScan(): number | undefined;
  stop(): void;
}

/** More hinted paths than this are a reason to scan everything. */
const MOST_HINTS = 200;

/** A scan that read more than this part of the files does not tell what the next one costs. */
const USUAL_READS = 0.1;

/** Does something; answers also with how long it took, and how much of a core. */
async function measure<T>(now: () => number, work: () => Promise<T>): Promise<{ result: T; cost: Course['cost'] }> {
  const began = now();
  const cpuBefore = process.cpuUsage();
  const result = await work();
  const cpu = process.cpuUsage(cpuBefore);
  return { result, cost: { ms: now() - began, cpuMs: (cpu.user + cpu.system) / 1_000 } };
}

function beginCourse({ reconciler, hints, now, isPolling }: FollowOptions): Course {
  const opened = now();
  return {
    get hints() {
      return hints.span();
    },
    get heard() {
      return hints.heard();
    },
    get due() {
      return reconciler.due();
    },
    get isPolling() {
      return isPolling();
    },
    get isReachable() {
      return reconciler.isReachable();
    },
    wanted: opened,
    newsSince: undefined,
    lastPass: opened,
    lastScan: opened,
    lastRoot: opened,
    cost: { ms: 0, cpuMs: 0 },
  };
}

export function follow(options: FollowOptions): Follower {
  const { reconciler, hints, place, now } = options;
  const findings = collectFindings();
  const waiters = openWaiters(now);
  const course = beginCourse(options);
  let scansBegun = 0;
  let completeScan: number | undefined;
  let isStopped = false;
  let lastPath = place.root()?.path;

  const isPending = (): boolean => reconciler.isPending() || hints.size() > 0 || course.wanted !== undefined;

  const publish = (): void => {
    if (course.newsSince === undefined || (isPending() && !mustPublish(course.newsSince, now()))) return;
    course.newsSince = undefined;
    options.onFindings(findings.take());
  };

  const finish = (pass: Pass): void => {
    findings.add(pass, reconciler.diagnostics());
    course.lastPass = now();
    course.newsSince = findings.hasNews() ? (course.newsSince ?? now()) : undefined;
    if (pass.needsScan) course.wanted ??= now() + BETWEEN_PASSES_MS;
  };

  const scan = async (isByTimer: boolean): Promise<void> => {
    course.wanted = undefined;
    scansBegun++;
    hints.beginScan();
    const { result: pass, cost } = await measure(now, reconciler.scan);
    course.lastScan = now();
    if (course.isReachable) completeScan = course.lastScan;
    if (pass.reads <= reconciler.index.size * USUAL_READS) course.cost = cost;
    if (isByTimer && !course.isPolling) hints.missed(pass.noticed);
    finish(pass);
  };

  const act = async ({ kind, isByTimer }: Turn): Promise<void> => {
    if (await place.refresh()) course.wanted = now();
    const path = place.root()?.path;
    if (lastPath !== undefined && path !== undefined && path !== lastPath) reconciler.relocate();
    lastPath = path ?? lastPath;
    course.lastRoot = now();
    if (kind === 'scan' || (kind === 'look' && hints.size() > MOST_HINTS)) await scan(isByTimer);
    else if (kind === 'look') finish(await reconciler.look([...hints.take(), ...reconciler.ripe()]));
    if (isStopped) return;
    publish();
    if (hints.isBlind()) options.onBlind();
    await options.aim();
    if (course.newsSince === undefined) waiters.settle(scansBegun, isPending());
  };

  const turns = takeTurns({ now, next: () => nextTurn(course), act, onFault: options.onFault });
  turns.plan();
  return {
    hint(path) {
      const isFirst = hints.size() === 0;
      hints.add(path);
      if (isFirst) turns.plan();
    },
    want() {
      course.wanted = now();
      turns.plan();
    },
    rescan() {
      if (isStopped) return Promise.resolve();
      course.wanted = now();
      turns.plan();
      return waiters.join(scansBegun + 1);
    },
    hasPublished: findings.hasPublished,
    lastScan: () => completeScan,
    stop() {
      isStopped = true;
      turns.stop();
      waiters.close();
    },
  };
}
