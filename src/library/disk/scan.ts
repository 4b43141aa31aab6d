import type { Entry } from './disk.ts';
import { examine } from './examine.ts';
import { bringsFolder, drop, emptyPass, hasUsualFolder, type Ledger, type Pass, servesUsualFolder } from './ledger.ts';
import { NO_MEMORY } from './memory.ts';
import { codeOf, inodeOf } from './scan-rules.ts';
import { scopeOf } from './scope.ts';
import { type Walk, walkFrom } from './walk.ts';

/** The root's entries; undefined when nothing can be known of it. */
async function listRoot({ disk, rules }: Ledger): Promise<readonly Entry[] | undefined> {
  try {
    return await disk.list('');
  } catch (error) {
    return rules.meansAbsent(codeOf(error), true) ? [] : undefined;
  }
}

/** The files whose turn it is to have their contents read again. */
function chooseToVerify(ledger: Ledger, at: number): ReadonlySet<string> {
  const { index, rules, verified } = ledger;
  const credit = verified.credit + (index.size * (at - verified.at)) / rules.verifyMs;
  const turns = Math.min(Math.floor(credit), index.size);
  ledger.verified = { at, credit: Math.min(credit - turns, 1) };
  return new Set([...index.keys()].slice(0, turns));
}

/** Remembers what the names told. */
function takeNames(ledger: Ledger, { notes, failed, folders, passedOver, isCut }: Walk): void {
  const { failures, rules, hasScanned, now } = ledger;
  failures.beginScan();
  ledger.notes.clear();
  for (const [path, note] of notes) ledger.notes.set(path, note);
  for (const [path, code] of failed) {
    if (!rules.meansAbsent(code, false)) failures.note(path, { kind: 'folder', at: now(), isCertain: !hasScanned });
  }
  ledger.folders = folders;
  ledger.passedOver = passedOver;
  ledger.isCut = isCut;
}

/** Decides about the known files that were not found by a scan that began at this time. */
function settleAbsences(ledger: Ledger, { found, began }: { found: Walk; began: number }, pass: Pass): void {
  const { index, absences, rules, isInScope, now } = ledger;
  const unknown = [...found.failed].flatMap(([folder, code]) => (rules.meansAbsent(code, false) ? [] : [`${folder}/`]));
  const moving = ledger.waits.inodes();
  const gone: string[] = [];
  const isThere = (identity: string): boolean => found.files.has(identity);
  for (const known of [...index.values()]) {
    const { identity, path } = known;
    const isUnknown = found.placeholders.has(identity) || unknown.some((folder) => path.startsWith(folder));
    if (isThere(identity)) absences.end(identity);
    else if (!isInScope(path, 'file') || absences.isMoved(known, isThere)) drop(ledger, known, pass);
    else if (isUnknown) absences.end(identity);
    else {
      if (absences.note(identity, now())) pass.noticed.push(path);
      if (!moving.has(inodeOf(known.signature))) gone.push(identity);
    }
  }
  for (const identity of absences.believe(gone, index.size, began)) {
    const known = index.get(identity);
    if (known !== undefined) drop(ledger, known, pass);
  }
}

/** Goes through the whole folder. Never throws. */
export async function scan(ledger: Ledger): Promise<Pass> {
  const { disk, absences, waits, limits } = ledger;
  const pass = emptyPass();
  const began = ledger.now();
  const entries = await listRoot(ledger);
  ledger.isReachable = entries !== undefined;
  if (entries === undefined) {
    absences.clear();
    return pass;
  }
  ledger.isNarrowed = hasUsualFolder(entries) || servesUsualFolder(ledger);
  ledger.isInScope = scopeOf(ledger.scope, ledger.isNarrowed);
  const found = await walkFrom(disk, [{ folder: '', entries }], {
    isInScope: ledger.isInScope,
    maxFiles: limits.maxFiles,
  });
  const hasNewFolder = bringsFolder(ledger, found.folders);
  takeNames(ledger, found);
  absences.beginScan();
  const verify = chooseToVerify(ledger, began);
  const { memory } = ledger;
  const vanished = await examine(ledger, { candidates: [...found.files.values()], verify, memory, pass });
  for (const identity of vanished) found.files.delete(identity);
  waits.keepOnly(found.files);
  settleAbsences(ledger, { found, began }, pass);
  ledger.hasScanned = true;
  (await memory).forget();
  ledger.memory = Promise.resolve(NO_MEMORY);
  pass.needsScan = hasNewFolder || (ledger.isNarrowed && !hasUsualFolder(entries) && !servesUsualFolder(ledger));
  return pass;
}
