import { byCodeUnit } from './order.ts';

/**
 * Counts the edits (insert, delete, replace, swap of neighbours: optimal string alignment) from one text to another, up
 * to `limit`; `limit + 1` stands for all that are more. Only cells within `limit` of the diagonal can hold as few.
 */
export function editsWithin(limit: number): (a: string, b: string) => number {
  const more = limit + 1;
  const width = 2 * limit + 1;
  // a row holds a band: its cell `k` compares the first `i` letters of `a` with the first `i + k - limit` of `b`
  let twoAbove = new Array<number>(width);
  let above = new Array<number>(width);
  let row = new Array<number>(width);

  const fillRow = (a: string, b: string, i: number): number => {
    let least = more;
    for (let k = 0; k < width; k++) {
      const j = i + k - limit;
      let edits = more;
      if (j === 0) edits = i;
      else if (j > 0 && j <= b.length) {
        const replaced = (above[k] ?? more) + (a[i - 1] === b[j - 1] ? 0 : 1);
        edits = Math.min(replaced, (above[k + 1] ?? more) + 1, (row[k - 1] ?? more) + 1);
        const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (isSwap) edits = Math.min(edits, (twoAbove[k] ?? more) + 1);
      }
      row[k] = Math.min(edits, more);
      least = Math.min(least, edits);
    }
    return least;
  };

  return (a, b) => {
    if (Math.abs(a.length - b.length) > limit) return more;
    for (let k = 0; k < width; k++) row[k] = k < limit ? more : k - limit;
    for (let i = 1; i <= a.length; i++) {
      [twoAbove, above, row] = [above, row, twoAbove];
      if (fillRow(a, b, i) > limit) return more;
    }
    return row[b.length - a.length + limit] ?? more;
  };
}

const editsWithinOne = editsWithin(1);

/** Whether one letter more, less or other, or two swapped, makes one word of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  return editsWithinOne(a.toLowerCase(), b.toLowerCase()) === 1;
}

/** Words are compared up to this length, so that a long text costs no more than a long word. */
const LONGEST = 80;
/** Nobody makes more mistakes in one word, however long it is. */
const MOST_EDITS = 3;

function limitFor(word: string): number {
  return Math.min(MOST_EDITS, Math.max(1, Math.floor(word.length / 3)));
}

interface Near {
  readonly candidate: string;
  readonly cost: number;
}

function cheapest(found: Near[], count: number): string[] {
  found.sort((a, b) => a.cost - b.cost || byCodeUnit(a.candidate, b.candidate));
  return found.slice(0, count).map(({ candidate }) => candidate);
}

/**
 * The candidates that a person may have meant by `wanted`, nearest first, at most `count`: those that contain it, or are
 * within a third of its length in edits, and three at most. Case does not matter.
 */
export function nearest(wanted: string, candidates: Iterable<string>, count = 3): string[] {
  const word = wanted.trim().toLowerCase().slice(0, LONGEST);
  if (word === '') return [];
  const limit = limitFor(word);
  const editsTo = editsWithin(limit);
  const found: Near[] = [];
  for (const candidate of candidates) {
    const other = candidate.toLowerCase().slice(0, LONGEST);
    const cost = other === word ? 0 : other.includes(word) ? 0.5 : editsTo(word, other);
    if (cost <= limit) found.push({ candidate, cost });
  }
  return cheapest(found, count);
}

interface PathParts {
  readonly folder: string;
  /** The last part of the path without its ending. */
  readonly name: string;
}

function partsOf(path: string): PathParts {
  const cut = path.lastIndexOf('/');
  const name = path.slice(cut + 1).replace(/\.[^.]*$/, '');
  return { folder: path.slice(0, Math.max(0, cut)), name: name.slice(0, LONGEST) };
}

/** Says which paths a person may have meant, nearest first, at most `count`. */
export type FindNearPaths = (wanted: string, count?: number) => string[];

/**
 * Makes paths ready to be searched many times for what a person may have meant: by the file's name before its folder, a
 * shared beginning before letters.
 */
export function nearPathFinder(paths: Iterable<string>): FindNearPaths {
  const candidates = Array.from(paths, (path) => ({ path, ...partsOf(path.toLowerCase()) }));
  return (wanted, count = 3) => {
    const begin = wanted.trim().slice(0, 2 * LONGEST);
    const meant = partsOf(begin.toLowerCase());
    const limit = limitFor(meant.name);
    const editsTo = editsWithin(limit);
    const found: Near[] = [];
    for (const { path, folder, name } of candidates) {
      const edits = isBeginning(meant.name, name) ? 0 : editsTo(meant.name, name);
      if (edits > limit) continue;
      const cost = edits + (name === meant.name ? 0 : 0.25) + (folder === meant.folder ? 0 : 0.5);
      found.push({ candidate: path, cost });
    }
    return cheapest(found, count);
  };
}

function isBeginning(one: string, other: string): boolean {
  return one !== '' && other !== '' && (other.startsWith(one) || one.startsWith(other));
}

/** What `nearPathFinder` finds, for who asks once. */
export function nearestPaths(wanted: string, paths: Iterable<string>, count = 3): string[] {
  return nearPathFinder(paths)(wanted, count);
}
