/** What a query found: two lists in step, in no order. */
export interface Matches {
  readonly slots: Uint32Array;
  readonly scores: Float64Array;
}

/** Adds up the scores of slots, for one query after the other. */
export interface Tally {
  add(slot: number, score: number): void;
  /** What was added up since the last time, for slots below the tally's room. */
  take(): Matches;
}

/** A tally for the slots below `room`. */
export function createTally(room: number): Tally {
  const sums = new Float64Array(room);
  const isSeen = new Uint8Array(room);
  const seen = new Uint32Array(room);
  let count = 0;
  return {
    add(slot, score) {
      if (isSeen[slot] === 0) {
        isSeen[slot] = 1;
        seen[count++] = slot;
      }
      sums[slot] = (sums[slot] ?? 0) + score;
    },
    take() {
      const slots = seen.slice(0, count);
      const scores = Float64Array.from(slots, (slot) => sums[slot] ?? 0);
      sums.fill(0);
      isSeen.fill(0);
      count = 0;
      return { slots, scores };
    },
  };
}
