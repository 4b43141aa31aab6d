import { type Change, compareSnapshots, EMPTY_SNAPSHOT, type Snapshot } from '../../src/library/snapshot.ts';
import { libraryOf } from '../library-of.ts';

/** A library with these files and this glossary. */
export function snapshotOf(
  files: Readonly<Record<string, string>>,
  glossary: readonly (readonly string[])[] = [],
): Snapshot {
  const snapshot = libraryOf(files);
  return { ...snapshot, settings: { ...snapshot.settings, glossary } };
}

/** The change that fills an empty library with these files. */
export function filled(files: Readonly<Record<string, string>>, glossary?: readonly (readonly string[])[]): Change {
  return compareSnapshots(EMPTY_SNAPSHOT, snapshotOf(files, glossary));
}
