import { withRoom } from './growing.ts';

/**
 * What a query found: two lists in step, the texts in the order in which they were come upon. It is lunr's, if lunr was given
 * the texts in the order of their slots and no clause is a pattern.
 */
export interface Matches {
  readonly slots: Uint32Array;
  readonly scores: Float64Array;
}

/** Sums by place: those of a query, place being a slot or the index of one. A sum is cleared where it was touched only. */
export interface Tally {
  sums: Float64Array;
  /** 1 for a place that was touched. */
  isSeen: Uint8Array;
  /** The places that were touched, as they were. */
  seen: Uint32Array;
  size: number;
}

export function createTally(): Tally {
  return { sums: new Float64Array(0), isSeen: new Uint8Array(0), seen: new Uint32Array(0), size: 0 };
}

/** Makes room for the places below `room`. */
export function makeRoom(tally: Tally, room: number): void {
  // One more: where the next place would be noted is written to even when it is known.
  const last = room;
  tally.sums = withRoom(tally.sums, last, (length) => new Float64Array(length));
  tally.isSeen = withRoom(tally.isSeen, last, (length) => new Uint8Array(length));
  tally.seen = withRoom(tally.seen, last, (length) => new Uint32Array(length));
}

/** Counts a place in, with nothing if it was not there. */
export function touch(tally: Tally, place: number): void {
  if (tally.isSeen[place] !== 0) return;
  tally.isSeen[place] = 1;
  tally.seen[tally.size++] = place;
}

/** Adds what one tally has to another and clears it. */
export function addTo(target: Tally, tally: Tally): void {
  drain(tally, (place, sum) => {
    touch(target, place);
    target.sums[place] = (target.sums[place] ?? 0) + sum;
  });
}

/** Raises the sums of one tally to those of another where they are less, and clears the other. */
export function raiseTo(target: Tally, tally: Tally): void {
  drain(tally, (place, sum) => {
    touch(target, place);
    target.sums[place] = Math.max(target.sums[place] ?? 0, sum);
  });
}

/** What was added up, and clears it. `slotAt` says whose place it is. */
export function takeMatches(tally: Tally, slotAt: (place: number) => number): Matches {
  const slots = new Uint32Array(tally.size);
  const scores = new Float64Array(tally.size);
  let at = 0;
  drain(tally, (place, sum) => {
    slots[at] = slotAt(place);
    scores[at] = sum;
    at++;
  });
  return { slots, scores };
}

function drain(tally: Tally, each: (place: number, sum: number) => void): void {
  const { seen, sums, isSeen, size } = tally;
  for (let at = 0; at < size; at++) {
    const place = seen[at] ?? 0;
    each(place, sums[place] ?? 0);
    sums[place] = 0;
    isSeen[place] = 0;
  }
  tally.size = 0;
}
