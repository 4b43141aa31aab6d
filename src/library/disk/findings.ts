import { type Diagnostic, sameDiagnostics } from '../diagnostic.ts';
import { byCodeUnit } from '../order.ts';
import type { FoundFile } from '../parse.ts';
import type { Pass } from './ledger.ts';

/** What is new in a folder since the findings before, and all that is wrong there now. */
export interface Findings {
  /** By id. */
  readonly changed: readonly FoundFile[];
  /** Ids. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects what passes find until it is published as one. */
export function collectFindings() {
  const published = new Set<string>();
  const changed = new Map<string, FoundFile>();
  const removed = new Set<string>();
  let shown: readonly Diagnostic[] | undefined;
  let current: readonly Diagnostic[] = [];
  return {
    add(pass: Pass, diagnostics: readonly Diagnostic[]): void {
      for (const id of pass.removed) {
        changed.delete(id);
        if (published.has(id)) removed.add(id);
      }
      for (const file of pass.changed) {
        removed.delete(file.id);
        changed.set(file.id, file);
      }
      current = diagnostics;
    },
    /** True also when nothing was ever published. */
    hasNews: (): boolean =>
      changed.size > 0 || removed.size > 0 || shown === undefined || !sameDiagnostics(current, shown),
    hasPublished: (): boolean => shown !== undefined,
    take(): Findings {
      const findings: Findings = {
        changed: [...changed.values()].sort((a, b) => byCodeUnit(a.id, b.id)),
        removed: [...removed].sort(),
        diagnostics: current,
      };
      for (const id of removed) published.delete(id);
      for (const id of changed.keys()) published.add(id);
      changed.clear();
      removed.clear();
      shown = current;
      return findings;
    },
  };
}
