/** The different keys of a list, ascending, and how often each stands in it. */
export interface Runs {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
}

/** Counts the keys of a list; sorts the list itself. */
export function countRuns(list: Uint32Array): Runs {
  list.sort();
  const keys = new Uint32Array(list.length);
  const counts = new Uint32Array(list.length);
  let runs = 0;
  let start = 0;
  while (start < list.length) {
    const key = list[start] ?? 0;
    let end = start + 1;
    while (end < list.length && list[end] === key) end++;
    keys[runs] = key;
    counts[runs] = end - start;
    runs++;
    start = end;
  }
  return { keys: keys.slice(0, runs), counts: counts.slice(0, runs) };
}

/** What the first ascending list has and the second has not. */
export function missingFrom(kept: Uint32Array, list: Uint32Array): number[] {
  const missing: number[] = [];
  let at = 0;
  for (const key of list) {
    while (at < kept.length && (kept[at] ?? 0) < key) at++;
    if (kept[at] !== key) missing.push(key);
  }
  return missing;
}
