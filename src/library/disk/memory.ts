import type { Parsed } from '../parse.ts';
import type { Signature, Version } from './scan-rules.ts';

/** A file as it was when the library was saved. */
export interface Remembered extends Version {
  /** Its times tell of every later change. */
  readonly isFirm: boolean;
  /** What its contents were read as; undefined when that cannot be had after all. */
  parsed(): Parsed | undefined;
}

/**
 * What an earlier start knew of the files. It only answers questions: nothing is served for being remembered, and nothing
 * is missed that is.
 */
export interface Memory {
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** The file at this path on disk. */
  recall(path: string): Remembered | undefined;
  /** There will be no more questions. */
  forget(): void;
}

export const NO_MEMORY: Memory = { savedAt: 0, recall: () => undefined, forget: () => undefined };

/** A file that is known, with what it was read as. */
export interface Kept {
  /** On disk, from the root. */
  readonly path: string;
  readonly id: string;
  readonly signature: Signature;
  readonly hash: string;
  readonly parsed: Parsed;
}
