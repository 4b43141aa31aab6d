import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work before others may go on. */
const SLICE = 10;

/** Does work step by step and lets the event loop turn between slices of it. Stops early when `isOver` says so. */
export async function runInSlices(steps: Iterator<unknown>, isOver: () => boolean): Promise<void> {
  let began = performance.now();
  while (!isOver() && !steps.next().done) {
    if (performance.now() - began < SLICE) continue;
    await setImmediate();
    began = performance.now();
  }
}
