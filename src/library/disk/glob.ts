import { identityOf } from './identity.ts';

/** Whether `text` fits a pattern in which `*` stands for any run of characters and `?` for one. Never backtracks far. */
function fitsSegment(pattern: string, text: string): boolean {
  let [p, t] = [0, 0];
  let [star, resume] = [-1, 0];
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (pattern[p] === '?' || pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether the path, or a folder that it lies in, fits; `**` stands for any number of folders. Works through the pattern once. */
function fitsPath(pattern: readonly string[], path: readonly string[]): boolean {
  // reached[n]: what has been seen of the pattern fits the path's first n segments
  let reached = [true, ...path.map(() => false)];
  for (const part of pattern) {
    const before = reached;
    const first = before.indexOf(true);
    if (part === '**') reached = before.map((_, n) => first >= 0 && n >= first);
    else reached = [false, ...path.map((segment, n) => before[n] === true && fitsSegment(part, segment))];
  }
  return reached.slice(1).includes(true);
}

/**
 * Turns globs (`*`, `**` and `?`) into one question: is this path, or a folder that it lies in, meant? A pattern without
 * `/` is meant anywhere; any other counts from the library's root. Case does not matter.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => {
    const segments = identityOf(glob.trim())
      .replace(/^\.?\//, '')
      .split('/')
      .filter((it) => it !== '');
    if (segments.length === 0) return [];
    return [segments.length === 1 && !glob.trim().startsWith('/') ? ['**', ...segments] : segments];
  });
  if (patterns.length === 0) return () => false;
  return (path) => {
    const segments = identityOf(path).split('/');
    return patterns.some((pattern) => fitsPath(pattern, segments));
  };
}
