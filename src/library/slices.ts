import { setImmediate as nextTurn } from 'node:timers/promises';

/** Long work gives way to requests after this many milliseconds. */
const SLICE_MS = 10;

/** The clock of a long work. */
export interface Slices {
  /** Whether others should have their turn. */
  isOver(): boolean;
  /** Gives them one; afterwards the next slice begins. */
  giveWay(): Promise<void>;
}

export function openSlices(): Slices {
  let end = performance.now() + SLICE_MS;
  return {
    isOver: () => performance.now() >= end,
    async giveWay() {
      await nextTurn();
      end = performance.now() + SLICE_MS;
    },
  };
}

/** Does work step by step and lets the event loop turn between slices of it. Stops early when `isOver` says so. */
export async function runInSlices(steps: Iterator<unknown>, isOver: () => boolean): Promise<void> {
  const slices = openSlices();
  while (!isOver() && !steps.next().done) if (slices.isOver()) await slices.giveWay();
}

/** Does all steps at once. */
export function runThrough<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
