import { inodeOf, type ScanRules, type Signature } from './scan-rules.ts';
import type { Candidate } from './walk.ts';

/** A file that changed and must hold still before it is believed. */
interface Wait {
  readonly path: string;
  readonly signature: Signature;
  readonly until: number;
  /** What its contents were, when they changed although the signature did not. */
  readonly hash?: string;
  /** It held still and could not be read: only the next scan tries again. */
  readonly hasFailed: boolean;
}

/** One sight of a file. */
export interface Sight {
  readonly candidate: Candidate;
  readonly signature: Signature;
  /** Of the version that is known; zero when none is. */
  readonly sizeBefore: number;
  /** When it was seen: milliseconds of the monotonic clock. */
  readonly at: number;
}

/** The files that have to hold still, by identity. */
export function openWaits(rules: ScanRules) {
  const waits = new Map<string, Wait>();
  const pending = (): Wait[] => [...waits.values()].filter(({ hasFailed }) => !hasFailed);
  const find = ({ candidate, signature }: Sight): Wait | undefined => {
    const wait = waits.get(candidate.identity);
    return wait?.path === candidate.path && rules.isSame(wait.signature, signature) ? wait : undefined;
  };

  /** The wait begins anew; `hash` when only the contents tell that the file changed. */
  const restart = (sight: Sight, hash?: string): void => {
    const { candidate, signature, sizeBefore, at } = sight;
    const until = at + rules.stillness(signature, sizeBefore);
    const ofContents = hash === undefined ? {} : { hash };
    waits.set(candidate.identity, { path: candidate.path, signature, until, ...ofContents, hasFailed: false });
  };

  return {
    restart,
    /** Whether this very state of the file has been seen before. */
    knows: (sight: Sight): boolean => find(sight) !== undefined,
    /** Whether the file has held still for long enough. The first sight of a state begins the wait. */
    isStill(sight: Sight): boolean {
      if (find(sight) === undefined) restart(sight);
      const wait = find(sight);
      return wait !== undefined && sight.at >= wait.until;
    },
    /** The contents that are waited for, when they changed although the signature did not. */
    hashOf: (identity: string): string | undefined => waits.get(identity)?.hash,
    pathOf: (identity: string): string | undefined => waits.get(identity)?.path,
    fail({ candidate, signature, at }: Sight): void {
      waits.set(candidate.identity, { path: candidate.path, signature, until: at, hasFailed: true });
    },
    end(identity: string): void {
      waits.delete(identity);
    },
    /** Ends every wait for a file that is not among these. */
    keepOnly(files: ReadonlyMap<string, unknown>): void {
      for (const identity of waits.keys()) if (!files.has(identity)) waits.delete(identity);
    },
    isPending: (): boolean => pending().length > 0,
    /** The inodes of the files that are about to be read. */
    inodes: (): ReadonlySet<string> => new Set(pending().map(({ signature }) => inodeOf(signature))),
    /** When the next wait is over. */
    next(): number | undefined {
      const first = pending().reduce((least, { until }) => Math.min(least, until), Number.POSITIVE_INFINITY);
      return Number.isFinite(first) ? first : undefined;
    },
    /** The paths whose wait is over. */
    over: (now: number): string[] => pending().flatMap(({ path, until }) => (until <= now ? [path] : [])),
  };
}

export type Waits = ReturnType<typeof openWaits>;
