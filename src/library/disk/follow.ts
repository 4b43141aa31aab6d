import { collectFindings, type Findings } from './findings.ts';
import type { HintBox } from './hint-box.ts';
import type { Pass } from './ledger.ts';
import type { Mount } from './mount.ts';
import { BETWEEN_PASSES_MS, mustPublish, nextTurn, type Pulse, type Turn } from './pace.ts';
import type { Reconciler } from './reconcile.ts';
import { takeTurns } from './turns.ts';

export interface FollowOptions {
  readonly reconciler: Reconciler;
  readonly hints: HintBox;
  readonly place: Mount;
  readonly now: () => number;
  readonly isPolling: () => boolean;
  /** Called after every turn, when what is to be watched may have become another. */
  readonly aim: () => Promise<void>;
  /** Hints cannot be relied on. */
  readonly onBlind: () => void;
  readonly onFindings: (findings: Findings) => void;
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

/** A rescan ends after this time even when somebody is still writing. */
const PATIENCE_MS = 3_000;

/** Somebody who waits for the end of the scan with this number. */
interface Waiter {
  readonly scan: number;
  readonly since: number;
  readonly settle: () => void;
}

interface Course {
  wanted: number | undefined;
  newsSince: number | undefined;
  lastPass: number;
  lastScan: number;
  lastRoot: number;
  completeScan: number | undefined;
  cost: Pulse['cost'];
  scansBegun: number;
  isStopped: boolean;
}

export function follow(options: FollowOptions): Follower {
  const { reconciler, hints, place, now, isPolling } = options;
  const findings = collectFindings();
  const opened = now();
  const course: Course = {
    wanted: opened,
    newsSince: undefined,
    lastPass: opened,
    lastScan: opened,
    lastRoot: opened,
    completeScan: undefined,
    cost: { ms: 0, cpuMs: 0 },
    scansBegun: 0,
    isStopped: false,
  };
  let waiters: readonly Waiter[] = [];

  const pulse = (): Pulse => ({
    ...course,
    unpublishedSince: course.newsSince,
    hints: hints.span(),
    heard: hints.heard(),
    due: reconciler.due(),
    isPolling: isPolling(),
    isReachable: reconciler.isReachable(),
  });

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
    course.scansBegun++;
    hints.beginScan();
    const began = now();
    const cpuBefore = process.cpuUsage();
    const pass = await reconciler.scan();
    const cpu = process.cpuUsage(cpuBefore);
    course.lastScan = now();
    if (reconciler.isReachable()) course.completeScan = course.lastScan;
    if (pass.reads <= reconciler.index.size * USUAL_READS) {
      course.cost = { ms: course.lastScan - began, cpuMs: (cpu.user + cpu.system) / 1_000 };
    }
    if (isByTimer && !isPolling()) hints.missed(pass.noticed);
    finish(pass);
  };

  /** Lets go of who waits for a scan, once what it found is believed and published, or that takes too long. */
  const settleWaiting = (): void => {
    const isOver = ({ scan, since }: Waiter): boolean =>
      scan <= course.scansBegun && course.newsSince === undefined && (!isPending() || now() - since > PATIENCE_MS);
    const over = waiters.filter(isOver);
    waiters = waiters.filter((waiter) => !over.includes(waiter));
    for (const { settle } of over) settle();
  };

  const act = async ({ kind, isByTimer }: Turn): Promise<void> => {
    if (await place.refresh()) course.wanted = now();
    course.lastRoot = now();
    if (kind === 'scan' || (kind === 'look' && hints.size() > MOST_HINTS)) await scan(isByTimer);
    else if (kind === 'look') finish(await reconciler.look([...hints.take(), ...reconciler.ripe()]));
    if (course.isStopped) return;
    publish();
    if (hints.isBlind()) options.onBlind();
    await options.aim();
    settleWaiting();
  };

  const turns = takeTurns({ now, next: () => nextTurn(pulse()), act });
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
      if (course.isStopped) return Promise.resolve();
      const since = now();
      course.wanted = since;
      const settled = new Promise<void>((settle) => {
        waiters = [...waiters, { scan: course.scansBegun + 1, since, settle }];
      });
      turns.plan();
      return settled;
    },
    hasPublished: findings.hasPublished,
    lastScan: () => course.completeScan,
    stop() {
      course.isStopped = true;
      turns.stop();
      for (const { settle } of waiters) settle();
      waiters = [];
    },
  };
}
