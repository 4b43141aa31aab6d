/** A wait ends after this time even when somebody is still writing. */
const PATIENCE_MS = 3_000;

interface Waiter {
  readonly scan: number;
  readonly since: number;
  readonly settle: () => void;
}

/** Those who wait for what a scan finds; scans are numbered in the order in which they begin. */
export function openWaiters(now: () => number) {
  let waiters: readonly Waiter[] = [];
  const letGo = (isOver: (waiter: Waiter) => boolean): void => {
    const over = waiters.filter(isOver);
    waiters = waiters.filter((waiter) => !over.includes(waiter));
    for (const { settle } of over) settle();
  };
  return {
    /** Settles with the scan of this number or a later one. */
    join(scan: number): Promise<void> {
      const since = now();
      return new Promise((settle) => {
        waiters = [...waiters, { scan, since, settle }];
      });
    },
    /** Everything that was found up to the scan `last` is published; while more `isPending`, the patient wait on. */
    settle(last: number, isPending: boolean): void {
      letGo(({ scan, since }) => scan <= last && (!isPending || now() - since > PATIENCE_MS));
    },
    /** Lets everybody go. */
    close: (): void => letGo(() => true),
  };
}
