/** A change that a scan found by itself should have been announced by then. */
const ANNOUNCEMENT_MS = 1_000;

const covers = (hint: string, path: string): boolean => hint === path || hint === '' || path.startsWith(`${hint}/`);

/** Collects the paths at which something may have happened, until somebody looks. Times of the monotonic clock. */
export function collectHints(now: () => number) {
  let paths = new Set<string>();
  let span: { readonly first: number; readonly last: number } | undefined;
  let heard: number | undefined;
  let unannounced = new Set<string>();
  let unannouncedSince = 0;
  return {
    add(path: string): void {
      const at = now();
      paths.add(path);
      span = { first: span?.first ?? at, last: at };
      heard = at;
      for (const it of unannounced) if (covers(path, it)) unannounced.delete(it);
    },
    /** When those that wait for a look began, and when the last one came. */
    span: () => span,
    /** When the last hint since the last scan came. */
    heard: () => heard,
    size: (): number => paths.size,
    take(): ReadonlySet<string> {
      const taken = paths;
      paths = new Set();
      span = undefined;
      return taken;
    },
    /** A scan begins: it answers all hints. */
    beginScan(): void {
      paths = new Set();
      span = undefined;
      heard = undefined;
    },
    /** A scan found something here that no hint had announced. */
    missed(found: readonly string[]): void {
      unannounced = new Set(found.filter((path) => ![...paths].some((hint) => covers(hint, path))));
      unannouncedSince = now();
    },
    /** Whether changes happened of which no hint came, not even late. */
    isBlind: (): boolean => unannounced.size > 0 && now() - unannouncedSince >= ANNOUNCEMENT_MS,
    /** The hints come from elsewhere now. */
    reset(): void {
      unannounced = new Set();
    },
  };
}

export type Hints = ReturnType<typeof collectHints>;
