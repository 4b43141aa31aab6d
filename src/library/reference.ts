import type { Place } from './diagnostic.ts';

/** A pointer from one document to another, as it was written. */
export interface Reference {
  /** The path as written, without the anchor. */
  readonly path: string;
  /** The anchor after `#`, or empty. */
  readonly anchor: string;
  readonly place: Place;
}

/** `path#anchor`, as written in front matter or in a placeholder. */
export function readReference(written: string, place: Place): Reference {
  const cut = written.lastIndexOf('#');
  const path = cut < 0 ? written : written.slice(0, cut);
  const anchor = cut < 0 ? '' : written.slice(cut + 1);
  return { path: path.trim(), anchor: anchor.trim(), place };
}
