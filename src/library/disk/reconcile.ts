import { SETTINGS_FILE } from '../../settings.ts';
import { compareDiagnostics, type Diagnostic } from '../diagnostic.ts';
import { diagnoseHeldBack, diagnoseTooMany, diagnoseUnreachable } from './folder-diagnostics.ts';
import {
  hasUsualFolder,
  type Known,
  type Ledger,
  type LedgerOptions,
  openLedger,
  type Pass,
  servesUsualFolder,
} from './ledger.ts';
import { look } from './look.ts';
import { scan } from './scan.ts';
import { type Scope, scopeOf } from './scope.ts';
import { walkFrom } from './walk.ts';

/**
 * What is known of a folder, made equal to its disk step by step. Whatever the disk does, nothing is thrown, nothing half
 * written is taken and nothing is dropped without proof. Only one scan or look may be under way at a time.
 */
export interface Reconciler {
  /** The files that are served, by identity. */
  readonly index: ReadonlyMap<string, Known>;
  /** Goes through the whole folder. */
  scan(): Promise<Pass>;
  /** Looks at what is at these paths on disk, and at nothing else. */
  look(paths: Iterable<string>): Promise<Pass>;
  /** The ids of all documents that are served, by their names alone. */
  listing(): Promise<readonly string[]>;
  /** What is wrong at the moment, in the order in which diagnostics are shown. */
  diagnostics(): readonly Diagnostic[];
  /** The root is another folder now: what is missing there is not waited for. */
  relocate(): void;
  /** Holds from the next scan on. */
  setScope(scope: Scope): void;
  isInScope(path: string, kind: 'file' | 'folder'): boolean;
  /** Whether only the usual folders are served, because the root has one. */
  isNarrowed(): boolean;
  isReachable(): boolean;
  /** Something was seen that is not believed yet. */
  isPending(): boolean;
  /** When looking again will tell more: at the paths that are `ripe` by then, or at the whole folder. */
  due(): { readonly look: number | undefined; readonly scan: number | undefined };
  /** The paths that have waited long enough to be looked at again. */
  ripe(): readonly string[];
  /** Files of types that are not served, by extension with its dot. */
  passedOver(): Readonly<Record<string, number>>;
}

function earliest(...times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function diagnosticsOf({ notes, failures, absences, isReachable, isCut, limits }: Ledger): readonly Diagnostic[] {
  const held = absences.held();
  return [
    ...(isReachable ? [] : [diagnoseUnreachable()]),
    ...(isCut ? [diagnoseTooMany(limits.maxFiles)] : []),
    ...(held === undefined ? [] : [diagnoseHeldBack(held.gone, held.known)]),
    ...failures.diagnostics(),
    ...notes.values(),
  ].sort(compareDiagnostics);
}

async function listingOf(ledger: Ledger): Promise<readonly string[]> {
  const { disk, scope, limits } = ledger;
  try {
    const entries = await disk.list('');
    const isInScope = scopeOf(scope, hasUsualFolder(entries) || servesUsualFolder(ledger));
    const { files } = await walkFrom(disk, [{ folder: '', entries }], { isInScope, maxFiles: limits.maxFiles });
    const ids = [...files.values()].map(({ id }) => id);
    return ids.filter((id) => id !== SETTINGS_FILE).sort();
  } catch {
    return [];
  }
}

export function openReconciler(options: LedgerOptions): Reconciler {
  const ledger = openLedger(options);
  const { index, waits, absences, failures } = ledger;
  return {
    index,
    scan: () => scan(ledger),
    look: (paths) => look(ledger, paths),
    listing: () => listingOf(ledger),
    diagnostics: () => diagnosticsOf(ledger),
    setScope(scope) {
      ledger.scope = scope;
    },
    relocate: absences.relocate,
    isInScope: (path, kind) => ledger.isInScope(path, kind),
    isNarrowed: () => ledger.isNarrowed,
    isReachable: () => ledger.isReachable,
    isPending: () => waits.isPending() || absences.isPending(),
    due: () => ({ look: waits.next(), scan: earliest(absences.next(), failures.next()) }),
    ripe: () => waits.over(ledger.now()),
    passedOver: () => Object.fromEntries(ledger.passedOver),
  };
}
