import { inodeOf, type ScanRules, type Version } from './scan-rules.ts';

type Arrival = Version & { readonly identity: string };

/** A mass deletion that is held back: how many files are gone, of how many. */
export interface Held {
  readonly gone: number;
  readonly known: number;
}

/** Decides when a known file that is not there any more was really deleted. Keyed by identity. */
export function openAbsences(rules: ScanRules) {
  const since = new Map<string, number>();
  let massSince: number | undefined;
  let held: Held | undefined;
  let isElsewhere = false;
  let arrivals = new Map<string, Arrival>();
  let earlier = new Map<string, Arrival>();

  return {
    /** Whether the file was read under another name since the scan before the last one, and is still there. */
    isMoved: (gone: Arrival, isThere: (identity: string) => boolean): boolean =>
      [arrivals, earlier].some((generation) => {
        const came = generation.get(inodeOf(gone.signature));
        const hasMoved = came !== undefined && came.identity !== gone.identity && isThere(came.identity);
        return hasMoved && rules.isMoved(gone, came);
      }),
    /** The file was not found at this time; answers whether that is new. */
    note(identity: string, at: number): boolean {
      if (since.has(identity)) return false;
      since.set(identity, at);
      return true;
    },
    end: (identity: string): void => {
      since.delete(identity);
    },
    /** Nothing is known of any file. */
    clear(): void {
      since.clear();
      massSince = undefined;
    },
    /** A file was read that was not known, or changed. */
    arrive: (arrival: Arrival): void => {
      arrivals.set(inodeOf(arrival.signature), arrival);
    },
    /** A full scan begins: a move is recognised by what came since the scan before. */
    beginScan(): void {
      earlier = arrivals;
      arrivals = new Map();
    },
    /** The root is another folder now, so that many files may well be gone. */
    relocate(): void {
      isElsewhere = true;
    },
    /** Which of the files that are gone, of all that are known, to drop: `at` is when the scan began. */
    believe(gone: readonly string[], known: number, at: number): string[] {
      isElsewhere &&= gone.length > 0;
      if (rules.isMass(gone.length, known) && !isElsewhere) massSince ??= at;
      else massSince = undefined;
      held = massSince !== undefined && at - massSince < rules.massMs ? { gone: gone.length, known } : undefined;
      if (held !== undefined) return [];
      return gone.filter((identity) => at - (since.get(identity) ?? at) >= rules.absenceMs);
    },
    held: (): Held | undefined => held,
    identities: (): string[] => [...since.keys()],
    has: (identity: string): boolean => since.has(identity),
    isPending: (): boolean => held === undefined && since.size > 0,
    /** When the next scan can tell more. */
    next(): number | undefined {
      if (held !== undefined && massSince !== undefined) return massSince + rules.massMs;
      const first = [...since.values()].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
      return Number.isFinite(first) ? first + rules.absenceMs : undefined;
    },
  };
}

export type Absences = ReturnType<typeof openAbsences>;
