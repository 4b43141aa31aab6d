import type { Diagnostic } from '../diagnostic.ts';
import { diagnoseUnreadable } from './folder-diagnostics.ts';

/** What cannot be read now and still cannot be read this much later is worth a word. */
const PERSISTS_MS = 1_000;

interface Failure {
  readonly kind: 'file' | 'folder';
  readonly since: number;
  readonly persists: boolean;
}

/** The files and folders that cannot be read, by path on disk. */
export function openReadFailures() {
  let failures = new Map<string, Failure>();
  let before: ReadonlyMap<string, Failure> = failures;
  return {
    /** A full scan begins: whatever it does not find failing again, is forgotten. */
    beginScan(): void {
      before = failures;
      failures = new Map();
    },
    /** `isCertain` when there is no doubt that it will go on failing. */
    note(path: string, failure: { kind: Failure['kind']; at: number; isCertain: boolean }): void {
      const earlier = failures.get(path) ?? before.get(path);
      const since = earlier?.since ?? failure.at;
      const persists = failure.isCertain || earlier?.persists === true || failure.at - since >= PERSISTS_MS;
      failures.set(path, { kind: failure.kind, since, persists });
    },
    end(path: string): void {
      failures.delete(path);
    },
    diagnostics: (): Diagnostic[] =>
      [...failures].flatMap(([path, { kind, persists }]) => (persists ? [diagnoseUnreadable(path, kind)] : [])),
    /** When the next scan can tell whether a failure persists. */
    next(): number | undefined {
      const fresh = [...failures.values()].filter(({ persists }) => !persists);
      return fresh.length === 0 ? undefined : Math.min(...fresh.map(({ since }) => since)) + PERSISTS_MS;
    },
  };
}

export type ReadFailures = ReturnType<typeof openReadFailures>;
