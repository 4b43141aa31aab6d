import type { Part } from './part.ts';
import type { Unit } from './unit.ts';

/** A unit that a part of the brief may take. */
export interface Candidate {
  readonly unit: Unit;
  readonly part: Part;
  /** From 0 to 1: how surely it belongs to the part, whatever the task is. */
  readonly fit: number;
  /** Why nobody should rely on it, where that is so. */
  readonly mark?: string;
}

/** A candidate with what it is worth for the task. */
export interface Ranked extends Candidate {
  readonly worth: number;
  /** By block of the unit. */
  readonly worthOfBlocks: readonly number[];
  /** The places of blocks that come before all others. */
  readonly first?: ReadonlySet<number>;
}
