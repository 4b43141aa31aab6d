import type { Diagnostic } from '../diagnostic.ts';
import type { FoundFile } from '../parse.ts';
import { type Absences, openAbsences } from './absences.ts';
import type { Disk, Entry } from './disk.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import { openReadFailures, type ReadFailures } from './read-failures.ts';
import { SCAN_RULES, type ScanRules, type Version } from './scan-rules.ts';
import { type IsInScope, narrowsScope, type Scope, scopeOf } from './scope.ts';
import { openWaits, type Waits } from './waits.ts';
import type { Candidate } from './walk.ts';

export interface Limits {
  /** Larger files are not read. */
  readonly maxBytes: number;
  /** More files are not served. */
  readonly maxFiles: number;
}

export const LIMITS: Limits = { maxBytes: 2 ** 20, maxFiles: 50_000 };

/** A file that is served. */
export type Known = Version & Candidate;

/** What one look at the disk found. */
export interface Pass {
  readonly changed: FoundFile[];
  /** Ids. */
  readonly removed: string[];
  /** The paths at which something was seen for the first time, whether or not it is believed yet. */
  readonly noticed: string[];
  /** How many files were read. */
  reads: number;
  /** Only a full scan can tell what is the case. */
  needsScan: boolean;
}

export interface LedgerOptions {
  readonly disk: Disk;
  /** Milliseconds of a clock that never jumps. */
  readonly now: () => number;
  /** Milliseconds since 1970: only to tell, when a library is opened, which files are at rest. */
  readonly wallNow: () => number;
  /** While files are read. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly rules?: ScanRules;
  readonly limits?: Limits;
  readonly scope?: Scope;
  /** What an earlier start knew; the first scan waits for it. */
  readonly memory?: Promise<Memory>;
}

/** All that is remembered of a folder from one look at its disk to the next. Holds no contents. */
export interface Ledger extends Required<Omit<LedgerOptions, 'scope' | 'memory'>> {
  /** What is served, by identity; the file whose contents were read longest ago comes first. */
  readonly index: Map<string, Known>;
  readonly waits: Waits;
  readonly absences: Absences;
  readonly failures: ReadFailures;
  /** What names and sizes tell, by path on disk. */
  readonly notes: Map<string, Diagnostic>;
  scope: Scope;
  /** Until the whole folder was seen. */
  memory: Promise<Memory>;
  /** The root has one of the usual folders. */
  isNarrowed: boolean;
  isInScope: IsInScope;
  /** The folders that were listed, as paths on disk. */
  folders: ReadonlySet<string>;
  passedOver: ReadonlyMap<string, number>;
  isReachable: boolean;
  /** There are more files than are served. */
  isCut: boolean;
  /** The whole folder was seen at least once. */
  hasScanned: boolean;
  /** When it was last reckoned how many files to verify, and the part of a file that was left over. */
  verified: { readonly at: number; readonly credit: number };
}

export function openLedger(options: LedgerOptions): Ledger {
  const { disk, now, wallNow, memory = Promise.resolve(NO_MEMORY) } = options;
  const { rules = SCAN_RULES, limits = LIMITS, scope = {}, onProgress = () => undefined } = options;
  return {
    disk,
    now,
    wallNow,
    rules,
    limits,
    onProgress,
    memory,
    index: new Map(),
    waits: openWaits(rules),
    absences: openAbsences(rules),
    failures: openReadFailures(),
    notes: new Map(),
    scope,
    isNarrowed: false,
    isInScope: scopeOf(scope, false),
    folders: new Set(),
    passedOver: new Map(),
    isReachable: true,
    isCut: false,
    hasScanned: false,
    verified: { at: now(), credit: 0 },
  };
}

export function emptyPass(): Pass {
  return { changed: [], removed: [], noticed: [], reads: 0, needsScan: false };
}

/** A file that is not served any more leaves at once. */
export function drop({ index, waits, absences }: Ledger, known: Known, pass: Pass): void {
  index.delete(known.identity);
  waits.end(known.identity);
  absences.end(known.identity);
  pass.removed.push(known.id);
}

/** Drops what is gone from its old name and was read under a new one, if the new one was seen just now. */
export function dropMoved(ledger: Ledger, pass: Pass, isSeen: (identity: string) => boolean): void {
  const { index, absences } = ledger;
  const isThere = (identity: string): boolean => index.has(identity) && isSeen(identity) && !absences.has(identity);
  for (const identity of absences.identities()) {
    const known = index.get(identity);
    if (known !== undefined && absences.isMoved(known, isThere)) drop(ledger, known, pass);
  }
}

/** Whether one of the usual folders is among a root's entries. */
export function hasUsualFolder(entries: readonly Entry[]): boolean {
  return entries.some(({ name, kind }) => kind === 'folder' && narrowsScope(name));
}

/** Whether something from one of the usual folders is served. */
export function servesUsualFolder({ index }: Ledger): boolean {
  for (const { id } of index.values()) if (id.includes('/') && narrowsScope(id)) return true;
  return false;
}

/** Whether a folder has come that was not there before: files may have come into it before it was watched. */
export function bringsFolder({ hasScanned, folders }: Ledger, found: ReadonlySet<string>): boolean {
  return hasScanned && [...found].some((folder) => !folders.has(folder));
}
