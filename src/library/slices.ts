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
