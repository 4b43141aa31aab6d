import type { FindNearest } from '../journal/pages/open-gaps.ts';
import { gatherUsage, type Usage, type UsageOptions } from '../journal/usage/usage.ts';
import type { Snapshot } from '../library/snapshot.ts';
import { nearestIn } from '../mcp/digest.ts';
import type { Typed } from './command.ts';
import { readJournal } from './open-journal.ts';
import { openSurface } from './open-surface.ts';
import { isCacheOff } from './warm-start.ts';
import { describeChoice, existingLibrary } from './which-library.ts';

/** What a page is written from. */
export interface Sources {
  readonly snapshot: Snapshot;
  /** Undefined when the journal is off. */
  readonly usage: Usage | undefined;
  readonly nearest: FindNearest;
}

export interface Wanted {
  readonly usage: UsageOptions;
  /** Entries before this moment are not read: milliseconds since 1970. */
  readonly since: number;
}

/** Opens the library that was named, reads its journal, and hands both to whoever writes a page. */
export async function withJournal<T>(
  { words, flags }: Typed,
  wanted: Wanted,
  write: (sources: Sources) => Promise<T>,
): Promise<T> {
  const chosen = existingLibrary(words[0]);
  if (chosen.by !== 'argument') console.error(describeChoice(chosen));
  const surface = await openSurface({
    root: chosen.root,
    poll: true,
    usesCache: !isCacheOff(flags),
    isReadOnly: true,
  });
  try {
    await surface.library.ready;
    const journal = await readJournal(surface.library);
    const isOff = journal.where === undefined;
    const usage = isOff ? undefined : await gatherUsage(journal.entries(wanted.since), wanted.usage);
    return await write({ snapshot: surface.library.current(), usage, nearest: nearestIn(surface.engine) });
  } finally {
    await surface.close();
  }
}
