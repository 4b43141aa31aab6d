import { examine } from './examine.ts';
import { identityOf } from './file-names.ts';
import { type Hinted, listHinted } from './hints.ts';
import { dropMoved, emptyPass, hasUsualFolder, type Ledger, type Pass } from './ledger.ts';
import { type Candidate, walkFrom } from './walk.ts';

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
  ledger.folders = new Set([...ledger.folders, ...found.folders]);
  const candidates = [...found.files.values()].filter((candidate) => !needsAllNames(ledger, candidate));
  for (const { identity } of candidates) absences.end(identity);
  const vanished = await examine(ledger, { candidates, verify: new Set([...wanted].map(identityOf)), pass });
  for (const { identity, path } of candidates) if (vanished.has(identity)) noteAbsent(ledger, path);
  dropMoved(ledger, pass);
  const isPartial = hinted.isPartial || found.failed.size > 0 || candidates.length < found.files.size;
  pass.needsScan = isPartial || narrowsAnew(ledger, hinted);
  return pass;
}
