/** What may be done next: look at single paths, scan the whole folder, check that the root is still the same, publish. */
export interface Turn {
  readonly kind: 'look' | 'scan' | 'root' | 'publish';
  /** Milliseconds of the monotonic clock. */
  readonly at: number;
  /** Nothing but the time that went by asks for it. */
  readonly isByTimer: boolean;
}

/** Does one thing after the other, each when it is due. */
export interface Turns {
  /** What is due may have changed. */
  plan(): void;
  stop(): void;
}

interface TurnsOptions {
  readonly now: () => number;
  /** What is due first, and when. */
  readonly next: () => Turn;
  readonly act: (turn: Turn) => Promise<void>;
  /** Told of what `act` threw; the next turn is taken all the same. */
  readonly onFault: (fault: unknown) => void;
}

/** A turn that failed may be due again at once. */
const AFTER_FAULT_MS = 1_000;

export function takeTurns({ now, next, act, onFault }: TurnsOptions): Turns {
  let timer: NodeJS.Timeout | undefined;
  let isActing = false;
  let isStopped = false;
  let restsUntil = Number.NEGATIVE_INFINITY;

  const tick = async (): Promise<void> => {
    timer = undefined;
    const turn = next();
    if (Math.max(turn.at, restsUntil) > now()) return plan();
    isActing = true;
    try {
      await act(turn);
    } catch (fault) {
      restsUntil = now() + AFTER_FAULT_MS;
      onFault(fault);
    } finally {
      isActing = false;
      plan();
    }
  };
  const plan = (): void => {
    if (isActing || isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, Math.ceil(Math.max(next().at, restsUntil) - now())));
  };
  return {
    plan,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
