/** Edits (insert, delete, replace, swap of neighbours) from `a` to `b`, or `limit + 1` when there are more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [two, one] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((one[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (one[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (two[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [two, one] = [one, row];
  }
  return one[b.length] ?? limit + 1;
}

/** Whether one letter more, less or other, or two swapped, makes one word of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  return distance(a.toLowerCase(), b.toLowerCase(), 1) === 1;
}

/** Words are compared up to this length, so that a long text costs no more than a long word. */
const LONGEST = 80;

/**
 * The candidates that a person may have meant by `wanted`, nearest first, at most `count`: those that contain it, or are
 * within a third of its length in edits. Case does not matter.
 */
export function nearest(wanted: string, candidates: Iterable<string>, count = 3): string[] {
  const word = wanted.trim().toLowerCase().slice(0, LONGEST);
  if (word === '') return [];
  const limit = Math.max(1, Math.floor(word.length / 3));
  const found: { candidate: string; edits: number }[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase().slice(0, LONGEST);
    const edits = other === word ? 0 : other.includes(word) ? 0.5 : distance(word, other, limit);
    if (edits <= limit) found.push({ candidate, edits });
  }
  found.sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, count).map(({ candidate }) => candidate);
}

/** The last part of a path without its ending, and the folder that it lies in. */
function partsOf(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, cut)), name: path.slice(cut + 1).replace(/\.[^.]*$/, '') };
}

/** The paths that a person may have meant, nearest first: by the file's name before its folder, a shared beginning before letters. */
export function nearestPaths(wanted: string, paths: Iterable<string>, count = 3): string[] {
  const meant = partsOf(
    wanted
      .trim()
      .toLowerCase()
      .slice(0, 2 * LONGEST),
  );
  const limit = Math.max(1, Math.floor(meant.name.length / 3));
  const found: { path: string; cost: number }[] = [];
  for (const path of paths) {
    const { folder, name } = partsOf(path.toLowerCase());
    const begins = meant.name !== '' && (name.startsWith(meant.name) || (name !== '' && meant.name.startsWith(name)));
    const edits = begins ? 0 : distance(meant.name.slice(0, LONGEST), name.slice(0, LONGEST), limit);
    if (edits <= limit)
      found.push({ path, cost: edits + (name === meant.name ? 0 : 0.25) + (folder === meant.folder ? 0 : 0.5) });
  }
  found.sort((a, b) => a.cost - b.cost || (a.path < b.path ? -1 : 1));
  return found.slice(0, count).map(({ path }) => path);
}
