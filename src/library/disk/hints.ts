import type { Disk } from './disk.ts';
import { identityOf } from './file-names.ts';
import { inParallel } from './in-parallel.ts';
import { type Listing, pathIn, WIDTH } from './walk.ts';

/** What lies at the paths at which something may have happened. */
export interface Hinted {
  /** The folders in which the paths lie; of their names only the hinted ones matter. */
  readonly listings: readonly Listing[];
  /** Hinted paths at which there is nothing. */
  readonly absent: readonly string[];
  /** Some of the paths could not be looked at. */
  readonly isPartial: boolean;
}

/** Sorts paths by the nearest folder that is known; the name is that of the first part below it. */
function groupByFolder(paths: Iterable<string>, folders: ReadonlySet<string>): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    const segments = path.split('/');
    let depth = segments.length - 1;
    while (depth > 0 && !folders.has(segments.slice(0, depth).join('/'))) depth--;
    const folder = segments.slice(0, depth).join('/');
    const names = groups.get(folder) ?? new Set();
    groups.set(folder, names.add(segments[depth] ?? ''));
  }
  return groups;
}

/** Lists what the hinted paths need, given the folders that are known. Never throws. */
export async function listHinted(disk: Disk, paths: Iterable<string>, folders: ReadonlySet<string>): Promise<Hinted> {
  const listings: Listing[] = [];
  const absent: string[] = [];
  let isPartial = false;
  await inParallel([...groupByFolder(paths, folders)], WIDTH, async ([folder, names]) => {
    try {
      const entries = await disk.list(folder);
      const present = new Set(entries.map(({ name }) => identityOf(name)));
      listings.push({ folder, entries, only: new Set([...names].map(identityOf)) });
      for (const name of names) if (!present.has(identityOf(name))) absent.push(pathIn(folder, name));
    } catch {
      isPartial = true;
    }
  });
  // the root itself was hinted
  if (absent.includes('')) isPartial = true;
  return { listings, absent, isPartial };
}
