import { isDeepStrictEqual } from 'node:util';
import { byCodeUnit } from './order.ts';
import { oneLine } from './text/one-line.ts';

/** How much a diagnostic matters: an error loses something the editor wrote, a warning may surprise them, info is good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Every code that a diagnostic can have, with its severity. Codes are permanent: each has its own heading in the README. */
export const CODES = {
  'file-too-large': 'error',
  'file-not-text': 'error',
  'file-unreadable': 'error',
  'file-encoding': 'warning',
  'file-empty': 'warning',
  'file-not-downloaded': 'warning',
  'file-pointer': 'warning',
  'file-link': 'info',
  'file-copy': 'info',
  'conflicted-copy': 'warning',
  'same-name': 'error',
  'too-many-files': 'error',
  'folder-unreachable': 'error',
  'folder-unreadable': 'error',
  'deletions-held-back': 'warning',
  'last-good-version': 'warning',
  'front-matter-unclosed': 'error',
  'front-matter-not-settings': 'warning',
  'front-matter-language': 'error',
  'front-matter-broken': 'error',
  'front-matter-limit': 'error',
  'duplicate-field': 'error',
  'forbidden-field': 'error',
  'unknown-field': 'info',
  'missing-field': 'warning',
  'wrong-value': 'warning',
  'settings-broken': 'error',
  'prompt-block-unclosed': 'error',
  'prompt-block-unopened': 'error',
  'prompt-limit': 'error',
  'prompt-unknown-placeholder': 'info',
  'prompt-same-name': 'warning',
  'prompt-same-argument': 'error',
  'reference-not-found': 'error',
  'section-not-found': 'warning',
  'include-circle': 'error',
  'include-too-deep': 'error',
  'invisible-text': 'warning',
  'possible-secret': 'warning',
  'too-many-headings': 'info',
  'review-due': 'warning',
  'review-soon': 'warning',
  'validity-over': 'warning',
  'validity-soon': 'warning',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof CODES;

/** A place in a file: both count from 1; the column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at one place of one file, in the words of the person who edits it. A value: collected, never thrown. */
export interface Diagnostic extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** The path inside the library; `.` for the library folder itself. */
  readonly path: string;
  /** One full sentence: what is wrong, and where. */
  readonly message: string;
  /** One imperative sentence: what to type or do. */
  readonly hint: string;
}

/** The beginning of a file, for faults that concern it as a whole. */
export const TOP: Place = { line: 1, column: 1 };

/** Makes a diagnostic; its severity follows from its code. */
export function diagnose(
  code: Code,
  where: { path: string; place?: Place },
  text: { message: string; hint: string },
): Diagnostic {
  const { line, column } = where.place ?? TOP;
  return { code, severity: CODES[code], path: where.path, line, column, message: text.message, hint: text.hint };
}

/** By path, then place, then code: the order in which diagnostics are always shown. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return byCodeUnit(a.path, b.path) || a.line - b.line || a.column - b.column || byCodeUnit(a.code, b.code);
}

/** Whether two lists say the same. Quick where they share their diagnostics, as the lists of two snapshots mostly do. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i] || isDeepStrictEqual(one, b[i]));
}

/** Longer than any path that a system allows. */
const LONGEST_PATH = 4_096;
const LONGEST_SENTENCE = 1_000;

/**
 * `path:line:column severity message [code]`, the hint indented below: the form that terminals and editors annotate. Always
 * two lines without control or invisible characters, whatever the path and the file hold.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { line, column, severity, code } = diagnostic;
  const place = `${oneLine(diagnostic.path, LONGEST_PATH)}:${line}:${column}`;
  const message = oneLine(diagnostic.message, LONGEST_SENTENCE);
  const hint = oneLine(diagnostic.hint, LONGEST_SENTENCE);
  return `${place} ${severity} ${message} [${code}]\n    ${hint}`;
}
