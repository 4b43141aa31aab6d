import type { Place } from './diagnostic.ts';

/** A pointer from one document to another, as it was written. */
export interface Reference {
  /** The path as written, up to the first `#`. */
  readonly path: string;
  /** What stands behind the `#`, or empty; `lookUp` knows file names that hold one. */
  readonly anchor: string;
  readonly place: Place;
}

/** `path#anchor`, as written in front matter or in a placeholder. */
export function readReference(written: string, place: Place): Reference {
  const whole = written.trim();
  const cut = whole.indexOf('#');
  return cut < 0
    ? { path: whole, anchor: '', place }
    : { path: whole.slice(0, cut), anchor: whole.slice(cut + 1), place };
}
