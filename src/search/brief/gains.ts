import type { Part } from './part.ts';

/** What a unit gains by each of these, at most, on its way into a part. */
export interface Gains {
  /** By how surely it belongs to the part. */
  readonly fit: number;
  /** By what the task and the reader's persona speak of. */
  readonly interest: number;
  /** By the headings above it. */
  readonly cue: number;
  /** By who refers to it. */
  readonly wanted: number;
  /** By being found with the words of the task. */
  readonly hit: number;
  /** By speaking of the channel. */
  readonly channel: number;
  /** What a block of it gains at most by what it speaks of; its place in the unit gives it the rest. */
  readonly block: number;
  /** What each further unit of the same document keeps of its worth. */
  readonly further: number;
}

/** Rules hold whatever the task is; messages, proof and what was learned are chosen for it. */
export const GAINS: Readonly<Record<Part, Gains>> = {
  voice: {
    fit: 0.7,
    interest: 0.25,
    cue: 0.3,
    wanted: 0.3,
    hit: 0.1,
    channel: 0.35,
    block: 0.3,
    further: 1,
  },
  words: {
    fit: 0.5,
    interest: 0.3,
    cue: 0.6,
    wanted: 0.35,
    hit: 0.1,
    channel: 0.2,
    block: 0.3,
    further: 1,
  },
  reader: {
    fit: 0.3,
    interest: 0.45,
    cue: 0.4,
    wanted: 0,
    hit: 0.1,
    channel: 0.15,
    block: 0.55,
    further: 1,
  },
  messaging: {
    fit: 0.3,
    interest: 0.55,
    cue: 0.25,
    wanted: 0.4,
    hit: 0.2,
    channel: 0,
    block: 0.55,
    further: 1,
  },
  proof: {
    fit: 0.3,
    interest: 0.5,
    cue: 0.3,
    wanted: 0.3,
    hit: 0.1,
    channel: 0,
    block: 0.7,
    further: 1,
  },
  learned: {
    fit: 0.8,
    interest: 0.3,
    cue: 0.5,
    wanted: 0.2,
    hit: 0.1,
    channel: 0,
    block: 0.4,
    further: 0.75,
  },
  rules: {
    fit: 0.3,
    interest: 0.45,
    cue: 0.3,
    wanted: 0.35,
    hit: 0.15,
    channel: 0.3,
    block: 0.4,
    further: 1,
  },
  more: {
    fit: 0.4,
    interest: 0.6,
    cue: 0.3,
    wanted: 0.6,
    hit: 0.3,
    channel: 0.3,
    block: 0.6,
    further: 0.9,
  },
};
