import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { PROJECT } from './processes.ts';

/** Other people's files, which lie beside the project and are not part of it. */
export const CORPORA = resolve(PROJECT, '..', 'shared', 'corpora', 'open');

/** Why tests over the corpora are skipped; undefined when they run. */
export const NO_CORPORA = existsSync(CORPORA)
  ? undefined
  : `The corpora are not at ${CORPORA}: the tests over them are skipped.`;

/** The folders of the collection, each of which is opened as a library. */
export const COLLECTIONS: readonly string[] =
  NO_CORPORA === undefined
    ? readdirSync(CORPORA, { withFileTypes: true })
        .filter((it) => it.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Every file below a folder, by its path with `/`. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Whether a file can be a document by the rules that the README gives to editors. */
export function isDocumentName(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  const name = basename(path);
  return (
    /\.(md|markdown|mdx|txt)$/i.test(name) &&
    !/^(\.|~\$|#)/.test(name) &&
    !folders.some((it) => it.startsWith('.') || it === 'node_modules')
  );
}
