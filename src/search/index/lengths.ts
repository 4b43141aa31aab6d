import { normOf } from './bm25.ts';
import { withRoom } from './growing.ts';

/** How many terms one field has in each text. */
export interface FieldLengths {
  set(slot: number, length: number): void;
  /** What the lengths do to scores when there are so many texts. They hold until a length is set. */
  norms(texts: number): Norms;
}

/** For BM25: what is added to a count below the line. */
export interface Norms {
  /** The length of the field by slot. */
  readonly bySlot: Uint32Array;
  /** The norm of each length that is usual; for another one it has to be reckoned from the average. */
  readonly byLength: Float64Array;
  readonly average: number;
}

/** A text with more terms is so rare that its norm is not kept. */
const MOST_USUAL = 4096;

export function createFieldLengths(): FieldLengths {
  let bySlot = new Uint32Array(0);
  let total = 0;
  let longest = 0;
  let byLength = new Float64Array(0);
  let average = -1;
  return {
    set(slot, length) {
      if (slot >= bySlot.length) bySlot = withRoom(bySlot, slot, (room) => new Uint32Array(room));
      total += length - (bySlot[slot] ?? 0);
      bySlot[slot] = length;
      longest = Math.max(longest, length);
    },
    norms(texts) {
      const size = Math.min(longest, MOST_USUAL) + 1;
      if (average !== total / texts || byLength.length < size) {
        average = total / texts;
        byLength = withRoom(byLength, size - 1, (room) => new Float64Array(room));
        for (let length = 0; length < byLength.length; length++) byLength[length] = normOf(length / average);
      }
      return { bySlot, byLength, average };
    },
  };
}
