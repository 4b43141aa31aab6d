import type { Disk } from './disk.ts';
import { examine } from './examine.ts';
import { identityOf } from './identity.ts';
import { inParallel } from './in-parallel.ts';
import { bringsFolder, dropMoved, emptyPass, hasUsualFolder, type Ledger, type Pass } from './ledger.ts';
import { NO_MEMORY } from './memory.ts';
import { type Candidate, type Listing, pathIn, WIDTH, walkFrom } from './walk.ts';

/** What lies at the paths at which something may have happened. */
interface Hinted {
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
async function listHinted(disk: Disk, paths: Iterable<string>, folders: ReadonlySet<string>): Promise<Hinted> {
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

/** A file, or folder of files, was not found where it was: a full scan has to agree. */
function noteAbsent({ index, waits, absences, folders, now }: Ledger, path: string): void {
  const single = index.get(identityOf(path));
  const gone = single?.path === path ? [single] : [];
  if (folders.has(path)) gone.push(...[...index.values()].filter((known) => known.path.startsWith(`${path}/`)));
  for (const { identity } of gone) {
    waits.end(identity);
    absences.note(identity, now());
  }
}

/** Two spellings of one name, or more files than are served: to be sorted out by a scan of all names. */
function needsAllNames({ index, waits, limits }: Ledger, { identity, path }: Candidate): boolean {
  const known = index.get(identity)?.path ?? waits.pathOf(identity);
  return known === undefined ? index.size >= limits.maxFiles : known !== path;
}

/** Whether one of the usual folders has come to a root that had none. */
function narrowsAnew({ isNarrowed }: Ledger, { listings }: Hinted): boolean {
  return !isNarrowed && listings.some(({ folder, entries }) => folder === '' && hasUsualFolder(entries));
}

/** Looks at what is at these paths on disk, and at nothing else. Never throws. */
export async function look(ledger: Ledger, paths: Iterable<string>): Promise<Pass> {
  const { disk, isInScope, limits, notes, absences } = ledger;
  const pass = emptyPass();
  const wanted = new Set(paths);
  const hinted = await listHinted(disk, wanted, ledger.folders);
  const found = await walkFrom(disk, hinted.listings, { isInScope, maxFiles: limits.maxFiles });
  for (const path of wanted) notes.delete(path);
  for (const [path, note] of found.notes) notes.set(path, note);
  for (const path of hinted.absent) noteAbsent(ledger, path);
  const hasNewFolder = bringsFolder(ledger, found.folders);
  ledger.folders = new Set([...ledger.folders, ...found.folders]);
  const candidates = [...found.files.values()].filter((candidate) => !needsAllNames(ledger, candidate));
  for (const { identity } of candidates) absences.end(identity);
  const vanished = await examine(ledger, {
    candidates,
    verify: new Set([...wanted].map(identityOf)),
    memory: Promise.resolve(NO_MEMORY),
    pass,
  });
  for (const { identity, path } of candidates) if (vanished.has(identity)) noteAbsent(ledger, path);
  dropMoved(ledger, pass, (identity) => found.files.has(identity) && !vanished.has(identity));
  const isPartial = hinted.isPartial || found.failed.size > 0 || candidates.length < found.files.size;
  pass.needsScan = isPartial || hasNewFolder || narrowsAnew(ledger, hinted);
  return pass;
}
