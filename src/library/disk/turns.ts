import type { Turn } from './pace.ts';

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
}

export function takeTurns({ now, next, act }: TurnsOptions): Turns {
  let timer: NodeJS.Timeout | undefined;
  let isActing = false;
  let isStopped = false;

  const tick = async (): Promise<void> => {
    timer = undefined;
    const turn = next();
    if (turn.at > now()) return plan();
    isActing = true;
    try {
      await act(turn);
    } finally {
      isActing = false;
      plan();
    }
  };
  const plan = (): void => {
    if (isActing || isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(0, Math.ceil(next().at - now())));
  };
  return {
    plan,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
