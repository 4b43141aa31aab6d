/** What the file system tells of one state of a file: while it is the same, so is the file. */
export interface Signature {
  readonly size: number;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly ino: bigint;
  readonly dev: bigint;
}

/** The same for two names of one file. */
export function inodeOf({ dev, ino }: Signature): string {
  return `${dev}:${ino}`;
}

/** What was read through one handle, with the signatures that the handle had before and after. */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly before: Signature;
  readonly after: Signature;
}

/** A file whose contents are known. */
export interface Version {
  readonly signature: Signature;
  readonly hash: string;
}

/** When evidence from a disk that may fail, lie and be written to is believed. Times in milliseconds. */
export interface ScanRules {
  isSame(a: Signature, b: Signature): boolean;
  /** How long a changed file must stay as it is before it is read; `sizeBefore` of the version that it would replace. */
  stillness(signature: Signature, sizeBefore: number): number;
  /** Whether all of the file was read while nobody wrote to it, and it is the file that was looked at. */
  isWhole(reading: Reading, looked: Signature): boolean;
  /** Whether an error says that there is nothing. All others say only that nothing is known. */
  meansAbsent(code: string, isRoot: boolean): boolean;
  /** Whether a file that is gone and one that came are one file under two names. */
  isMoved(gone: Version, came: Version): boolean;
  /** Whether a file that looked so at a time (milliseconds since 1970) can have changed later without its times telling. */
  isFirm(signature: Signature, at: number): boolean;
  /** Whether a file that was firm when the library was saved is the same when it is opened again. */
  isStillSo(saved: Signature, seen: Signature, at: { readonly saved: number; readonly now: number }): boolean;
  /** Whether so many of the known files are gone that a fault is likelier than a person. */
  isMass(gone: number, known: number): boolean;
  /** How far apart two looks must be that agree on an absence. */
  readonly absenceMs: number;
  /** How long a mass deletion is held back. */
  readonly massMs: number;
  /** Within this time every file's contents are read again, for edits that keep size and times. */
  readonly verifyMs: number;
  /** Files last touched longer ago than this are at rest when a library is opened. */
  readonly restMs: number;
}

const STILL_MS = 300;
/** Longer than the coarsest tick of time stamps (two seconds, on FAT): two writes within one tick look like one. */
const COARSE_STILL_MS = 2_100;
/** An emptied file is more often a save on its way than what somebody wants. */
const EMPTIED_STILL_MS = 5_000;

/** The file system tells whole seconds, or longer. */
function isCoarse(ns: bigint): boolean {
  return ns % 1_000_000_000n === 0n;
}

export const SCAN_RULES: ScanRules = {
  isSame: (a, b) =>
    a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs && a.ino === b.ino && a.dev === b.dev,
  stillness(signature, sizeBefore) {
    if (signature.size === 0 && sizeBefore > 0) return EMPTIED_STILL_MS;
    return isCoarse(signature.ctimeNs) ? COARSE_STILL_MS : STILL_MS;
  },
  isWhole({ bytes, before, after }, looked) {
    return bytes.length === before.size && SCAN_RULES.isSame(before, after) && SCAN_RULES.isSame(before, looked);
  },
  meansAbsent: (code, isRoot) => !isRoot && (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP'),
  isMoved: (gone, came) =>
    gone.signature.ino === came.signature.ino && gone.signature.dev === came.signature.dev && gone.hash === came.hash,
  isFirm: ({ mtimeNs, ctimeNs }, at) =>
    !isCoarse(ctimeNs) && [mtimeNs, ctimeNs].every((ns) => at - Number(ns / 1_000_000n) > SCAN_RULES.restMs),
  // the number of a device may be another one after every start of the machine
  isStillSo: (saved, seen, at) => SCAN_RULES.isSame({ ...saved, dev: seen.dev }, seen) && at.saved <= at.now,
  isMass: (gone, known) => gone >= 5 && gone * 2 >= known,
  absenceMs: 1_000,
  massMs: 60_000,
  verifyMs: 600_000,
  restMs: 2_000,
};

/** The error's code, as Node's file system gives it; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the system failed, or refused, and not this program. */
export function isOfSystem(error: unknown): boolean {
  return /^E[A-Z0-9]+$/.test(codeOf(error));
}
