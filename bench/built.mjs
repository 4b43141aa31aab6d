// What was built of our own: from dist/, or from the folder that the environment variable DIST names.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const DIST = resolve(process.env.DIST ?? join(import.meta.dirname, '..', 'dist'));

/** A module of ours by its path below src/, without the extension. */
export function built(path) {
  return import(pathToFileURL(join(DIST, `${path}.js`)).href);
}
