/** Counts what runs at the same time, for each member and in all. */
export interface InFlight {
  /** What to call when it has ended, once or more often. Undefined when there is no room. */
  enter(key: string): (() => void) | undefined;
  /** What runs now. */
  readonly size: number;
  /** Whether there is room for nobody, however little they have running themselves. */
  readonly isFull: boolean;
}

export interface InFlightOptions {
  readonly perMember: number;
  readonly all: number;
}

export function createInFlight({ perMember, all }: InFlightOptions): InFlight {
  /** Only those who have something running. */
  const running = new Map<string, number>();
  let size = 0;

  const change = (key: string, by: 1 | -1): void => {
    const theirs = (running.get(key) ?? 0) + by;
    if (theirs === 0) running.delete(key);
    else running.set(key, theirs);
    size += by;
  };

  return {
    get size() {
      return size;
    },
    get isFull() {
      return size >= all;
    },
    enter(key) {
      if (size >= all || (running.get(key) ?? 0) >= perMember) return undefined;
      change(key, 1);
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        change(key, -1);
      };
    },
  };
}
