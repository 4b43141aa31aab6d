/** The first `most` in the order of `compare`, without sorting the rest. */
export function topOf<T>(list: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  const top: T[] = [];
  for (const candidate of list) {
    const last = top.at(-1);
    if (top.length >= most && (last === undefined || compare(candidate, last) >= 0)) continue;
    top.splice(placeFor(candidate, top, compare), 0, candidate);
    if (top.length > most) top.pop();
  }
  return top;
}

/** Behind everything that is not greater. */
function placeFor<T>(candidate: T, sorted: readonly T[], compare: (a: T, b: T) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there !== undefined && compare(there, candidate) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the `most` highest scores stand, highest first; of two that are the same the earlier. */
export function bestOf(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    if (best.length >= most && score <= least) continue;
    best.splice(
      placeFor(at, best, (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)),
      0,
      at,
    );
    if (best.length > most) best.pop();
    if (best.length === most) least = scores[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
