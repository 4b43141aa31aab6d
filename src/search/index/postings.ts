/** Where one term stands in one field: a number for each text, ascending by slot. */
export type Postings = number[];

const COUNT_BITS = 10;
/** A term that stands more often than this in one field counts as if it stood so often. */
export const MOST_COUNTED = (1 << COUNT_BITS) - 1;
/** How many slots there can be: slot and count share an integer that the engine of JavaScript keeps unboxed. */
export const MOST_SLOTS = 1 << (30 - COUNT_BITS);

export function slotOf(posting: number): number {
  return posting >>> COUNT_BITS;
}

export function countOf(posting: number): number {
  return posting & MOST_COUNTED;
}

/** Writes how often the term stands in a slot, in place of what was written for it before. */
export function setPosting(postings: Postings, slot: number, count: number): void {
  const posting = (slot << COUNT_BITS) | Math.min(count, MOST_COUNTED);
  const at = placeOf(postings, slot);
  const there = postings[at];
  if (there === undefined) postings.push(posting);
  else if (slotOf(there) === slot) postings[at] = posting;
  else postings.splice(at, 0, posting);
}

export function dropPosting(postings: Postings, slot: number): void {
  if (hasPosting(postings, slot)) postings.splice(placeOf(postings, slot), 1);
}

export function hasPosting(postings: Postings, slot: number): boolean {
  const there = postings[placeOf(postings, slot)];
  return there !== undefined && slotOf(there) === slot;
}

/** The index of the first posting whose slot is not below the given one. */
function placeOf(postings: Postings, slot: number): number {
  const last = postings.at(-1);
  if (last === undefined || slotOf(last) < slot) return postings.length;
  let low = 0;
  let high = postings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slotOf(postings[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}
