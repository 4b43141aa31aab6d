import type { Colleagues } from '../journal/colleagues.ts';
import type { Journal } from '../journal/journal.ts';
import type { Library } from '../library/library.ts';
import type { Snapshot } from '../library/snapshot.ts';
import type { Engine } from '../search/engine.ts';
import type { Sharer, Sharing } from '../sharing/sharing.ts';

/** What the protocol is answered from. One for all connections. */
export interface Surface {
  readonly library: Library;
  readonly engine: Engine;
  /** Undefined where nothing may be written. */
  readonly sharing?: Sharing;
  /** Where use is recorded; undefined where none is. */
  readonly journal?: Pick<Journal, 'record' | 'entries' | 'where'>;
  /** How many members use what; undefined where no use is recorded. */
  readonly colleagues?: Pick<Colleagues, 'usedBy' | 'membersByDocument'>;
  /** Whoever runs this program: who calls, where no member is recognised. */
  readonly owner: Sharer;
  /** The version of this package. */
  readonly version: string;
  /** Told of what is wrong with us; the client hears only "Internal error". */
  readonly onFault: (fault: unknown) => void;
  /** Told of every request whose answer says why it cannot be had. */
  readonly onRefusal?: () => void;
}

/** The library as it is now; the first caller waits until it has been read. */
export async function snapshotOf(surface: Surface): Promise<Snapshot> {
  await surface.library.ready;
  return surface.library.current();
}

/** The way to share, unless the team or whoever runs this program has switched it off. */
export function sharingOf({ library, sharing }: Surface): Sharing | undefined {
  return library.current().settings.sharing === 'off' ? undefined : sharing;
}

/** A sentence for every answer that may be older than its reader thinks; nothing when all is well. */
export function freshnessNotice(library: Library): string | undefined {
  if (library.status().isReachable) return undefined;
  return 'The library folder cannot be reached at the moment; this is what it held when it was last seen.';
}
