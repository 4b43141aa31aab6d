import type { Entry } from '../journal/entry.ts';
import type { FindNearest } from '../journal/pages/open-gaps.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { nearestDocuments } from '../search/nearest-documents.ts';
import type { Typed } from './command.ts';
import { readJournal } from './open-journal.ts';
import { openSurface } from './open-surface.ts';
import { isCacheOff } from './warm-start.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

/** What a page is written from. */
export interface Sources {
  readonly snapshot: Snapshot;
  /** What was recorded since a moment (milliseconds since 1970); undefined when the journal is off. */
  readonly entries: ((since: number) => AsyncIterable<readonly Entry[]>) | undefined;
  readonly nearest: FindNearest;
  /** The entries are those of this computer alone. */
  readonly isLocal: boolean;
}

/** Opens the library that was named, and hands it and its journal to whoever writes a page. */
export async function withJournal<T>({ words, flags }: Typed, write: (sources: Sources) => Promise<T>): Promise<T> {
  const chosen = existingLibrary(words[0]);
  if (chosen.by !== 'argument') console.error(describeChoice(chosen));
  const surface = await openSurface({
    root: chosen.root,
    poll: true,
    usesCache: !isCacheOff(flags),
    isReadOnly: true,
  });
  const { library, engine } = surface;
  try {
    await library.ready;
    const journal = await readJournal(library);
    const entries = journal.where === undefined ? undefined : journal.entries;
    return await write({
      snapshot: library.current(),
      entries,
      isLocal: journal.isLocal,
      nearest: (words) => nearestDocuments(engine, words),
    });
  } finally {
    await surface.close();
  }
}
