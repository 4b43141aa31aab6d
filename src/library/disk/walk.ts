import { SETTINGS_FILE } from '../../settings.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { byCodeUnit } from '../order.ts';
import type { Disk, Entry } from './disk.ts';
import { classifyName, isLitterFolder, looksServable, type NameClass } from './file-names.ts';
import {
  diagnoseConflict,
  diagnoseCopy,
  diagnoseLink,
  diagnoseNotDownloaded,
  diagnosePointer,
  diagnoseSameName,
} from './folder-diagnostics.ts';
import { identityOf } from './identity.ts';
import { inParallel } from './in-parallel.ts';
import { codeOf } from './scan-rules.ts';
import type { IsInScope } from './scope.ts';

/** How many calls of the file system are under way at once. */
export const WIDTH = 16;

/** A file that is served, as far as its name can tell. */
export interface Candidate {
  /** As the disk spells it, from the root, with `/`. */
  readonly path: string;
  readonly id: string;
  readonly identity: string;
}

/** What a folder holds; of the names, only those whose identity is among `only` matter. */
export interface Listing {
  readonly folder: string;
  readonly entries: readonly Entry[];
  readonly only?: ReadonlySet<string>;
}

/** What the names in some folders say. */
export interface Walk {
  /** By identity. Of two files with one identity the first by code units. */
  readonly files: Map<string, Candidate>;
  readonly folders: Set<string>;
  /** By path on disk. */
  readonly notes: Map<string, Diagnostic>;
  /** Identities of files that a sync client has not fetched. */
  readonly placeholders: Set<string>;
  /** Files of types that are not served, by extension. */
  readonly passedOver: Map<string, number>;
  /** The folders that could not be listed, with the error's code. */
  readonly failed: Map<string, string>;
  /** There were more files than `maxFiles`. */
  isCut: boolean;
}

export interface WalkOptions {
  readonly isInScope: IsInScope;
  readonly maxFiles: number;
}

const byName = (a: Entry, b: Entry): number => byCodeUnit(a.name, b.name);

/** The id under which the file at a path is served. */
function idOf(path: string): string {
  return identityOf(path) === SETTINGS_FILE ? SETTINGS_FILE : path.normalize('NFC');
}

/** The path of something in a folder; the root is the empty path. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function add(walk: Walk, path: string, maxFiles: number): void {
  const candidate: Candidate = { path, id: idOf(path), identity: identityOf(path) };
  const other = walk.files.get(candidate.identity);
  if (other === undefined) {
    if (walk.files.size >= maxFiles) walk.isCut = true;
    else walk.files.set(candidate.identity, candidate);
    return;
  }
  const [served, hidden] = other.path < path ? [other, candidate] : [candidate, other];
  walk.files.set(candidate.identity, served);
  walk.notes.set(hidden.path, diagnoseSameName(hidden.path, served.path));
}

/** What an editor should know about a file because of its name. */
function noteOf(is: NameClass, folder: string, path: string): Diagnostic | undefined {
  switch (is.kind) {
    case 'suspected-copy':
      return diagnoseCopy(path, is.of);
    case 'conflicted-copy':
      return diagnoseConflict(path, is.of, is.by);
    case 'pointer':
      return diagnosePointer(path, is.to);
    case 'not-downloaded':
      return diagnoseNotDownloaded(pathIn(folder, is.name));
    default:
      return undefined;
  }
}

/** Files one file of a folder under what its name says. */
function sortOutFile(walk: Walk, place: { folder: string; name: string; maxFiles: number }, is: NameClass): void {
  const { folder, name, maxFiles } = place;
  const path = pathIn(folder, name);
  const note = noteOf(is, folder, path);
  if (note !== undefined) walk.notes.set(path, note);
  const isSettings = is.kind === 'settings' && folder === '';
  if (isSettings || is.kind === 'document' || is.kind === 'suspected-copy') add(walk, path, maxFiles);
  if (is.kind === 'not-downloaded') walk.placeholders.add(identityOf(pathIn(folder, is.name)));
  if (is.kind === 'other') walk.passedOver.set(is.extension, (walk.passedOver.get(is.extension) ?? 0) + 1);
}

/** Sorts out what a folder holds; answers with the folders in it that are to be listed next. */
function sortOut(walk: Walk, listing: Listing, { isInScope, maxFiles }: WalkOptions): string[] {
  const siblings = new Set(listing.entries.map(({ name }) => identityOf(name)));
  const folders: string[] = [];
  walk.folders.add(listing.folder);
  for (const { name, kind } of [...listing.entries].sort(byName)) {
    if (listing.only?.has(identityOf(name)) === false) continue;
    const path = pathIn(listing.folder, name);
    if (kind === 'folder') {
      if (!isLitterFolder(name) && isInScope(path, 'folder')) folders.push(path);
    } else if (isInScope(path, 'file')) {
      if (kind === 'file') sortOutFile(walk, { folder: listing.folder, name, maxFiles }, classifyName(name, siblings));
      if (kind === 'link' && looksServable(name)) walk.notes.set(path, diagnoseLink(path));
    }
  }
  return folders;
}

async function listAll(disk: Disk, folders: readonly string[], walk: Walk): Promise<Listing[]> {
  const listings: (Listing | undefined)[] = folders.map(() => undefined);
  await inParallel([...folders.entries()], WIDTH, async ([place, folder]) => {
    try {
      listings[place] = { folder, entries: await disk.list(folder) };
    } catch (error) {
      walk.failed.set(folder, codeOf(error));
    }
  });
  return listings.filter((listing) => listing !== undefined);
}

/** Goes through these folders and all below them, by names alone. Never throws. */
export async function walkFrom(disk: Disk, starts: readonly Listing[], options: WalkOptions): Promise<Walk> {
  const walk: Walk = {
    files: new Map(),
    folders: new Set(),
    notes: new Map(),
    placeholders: new Set(),
    passedOver: new Map(),
    failed: new Map(),
    isCut: false,
  };
  let level = starts;
  while (level.length > 0) {
    const below = level.flatMap((listing) => sortOut(walk, listing, options));
    level = await listAll(disk, below, walk);
  }
  return walk;
}
