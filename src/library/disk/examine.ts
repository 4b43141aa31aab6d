import { believe } from './believe.ts';
import { TOO_LARGE } from './disk.ts';
import { diagnoseTooLarge } from './folder-diagnostics.ts';
import { inParallel } from './in-parallel.ts';
import type { Ledger, Pass } from './ledger.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import { contentsOf, type Reader, recallAll } from './recall.ts';
import { codeOf, type Reading, type Signature } from './scan-rules.ts';
import type { Sight } from './waits.ts';
import { type Candidate, WIDTH } from './walk.ts';

/** What to examine, and how. */
export interface Examination {
  readonly candidates: readonly Candidate[];
  /** Identities of the files whose contents are read even when they look unchanged. */
  readonly verify: ReadonlySet<string>;
  /** Waited for only when something is to be read. */
  readonly memory: Promise<Memory>;
  readonly pass: Pass;
}

function isAtRest({ rules, wallNow }: Ledger, { mtimeNs, ctimeNs }: Signature): boolean {
  return [mtimeNs, ctimeNs].every((ns) => Math.abs(wallNow() - Number(ns / 1_000_000n)) > rules.restMs);
}

function isChanged({ index, rules }: Ledger, { candidate, signature }: Sight): boolean {
  const known = index.get(candidate.identity);
  return known?.path !== candidate.path || !rules.isSame(known.signature, signature);
}

/** A file above the limit is not read; where a version before it is known, that one stays. */
function refuseSize({ index, waits, notes, limits }: Ledger, { candidate, signature }: Sight): void {
  const { identity, path } = candidate;
  const known = index.get(identity);
  if (known !== undefined) index.set(identity, { ...known, path, signature });
  waits.end(identity);
  notes.set(
    path,
    diagnoseTooLarge(path, { size: signature.size, limit: limits.maxBytes, isKnown: known !== undefined }),
  );
}

/** Whether a file is to be read now. */
function isDue(ledger: Ledger, sight: Sight, { verify, pass }: Examination): boolean {
  const { index, waits, limits } = ledger;
  const { identity, path } = sight.candidate;
  const isTooLarge = sight.signature.size > limits.maxBytes;
  if (isTooLarge && (!index.has(identity) || !isChanged(ledger, sight))) {
    refuseSize(ledger, sight);
    return false;
  }
  if (!isChanged(ledger, sight) && waits.hashOf(identity) === undefined) {
    waits.end(identity);
    return verify.has(identity);
  }
  if (!waits.knows(sight)) pass.noticed.push(path);
  const isStill = (!ledger.hasScanned && isAtRest(ledger, sight.signature)) || waits.isStill(sight);
  if (isStill && isTooLarge) refuseSize(ledger, sight);
  return isStill && !isTooLarge;
}

/** Believes what was read, or waits for better. */
function take(ledger: Ledger, { sight, reading }: { sight: Sight; reading: Reading }, { memory, pass }: Reader): void {
  const { index, waits, rules } = ledger;
  const { identity, path } = sight.candidate;
  const contents = contentsOf(reading, path, memory);
  const { hash } = contents;
  // other contents behind an unchanged signature may be half of a save: they must be found twice
  const isDoubtful = !isChanged(ledger, sight) && index.get(identity)?.hash !== hash && waits.hashOf(identity) !== hash;
  if (!rules.isWhole(reading, sight.signature)) waits.restart({ ...sight, signature: reading.after });
  else if (isDoubtful) waits.restart(sight, hash);
  else believe(ledger, { sight, contents }, pass);
}

function takeFailure(ledger: Ledger, sight: Sight, code: string): void {
  const { index, waits, failures, rules } = ledger;
  const known = index.get(sight.candidate.identity);
  if (known !== undefined && !isChanged(ledger, sight)) {
    // it was only to be verified: its turn is over
    index.delete(known.identity);
    index.set(known.identity, known);
  } else if (code === TOO_LARGE || rules.meansAbsent(code, false)) waits.restart(sight);
  else {
    waits.fail(sight);
    failures.note(sight.candidate.path, { kind: 'file', at: sight.at, isCertain: !ledger.hasScanned });
  }
}

async function read(ledger: Ledger, seen: Sight, reader: Reader): Promise<void> {
  reader.pass.reads++;
  try {
    const reading = await ledger.disk.read(seen.candidate.path);
    ledger.failures.end(seen.candidate.path);
    take(ledger, { sight: { ...seen, at: ledger.now() }, reading }, reader);
  } catch (error) {
    takeFailure(ledger, { ...seen, at: ledger.now() }, codeOf(error));
  }
}

async function see({ disk, index, now }: Ledger, candidate: Candidate): Promise<Sight> {
  const signature = await disk.signature(candidate.path);
  return { candidate, signature, sizeBefore: index.get(candidate.identity)?.signature.size ?? 0, at: now() };
}

/**
 * Looks at single files, and reads those that changed and hold still, unless memory tells what they are. Answers with the
 * identities of those that turned out not to be there. Never throws.
 */
export async function examine(ledger: Ledger, examination: Examination): Promise<ReadonlySet<string>> {
  const { candidates } = examination;
  const { rules, failures, now } = ledger;
  const vanished = new Set<string>();
  const due: Sight[] = [];
  await inParallel(candidates, WIDTH, async (candidate) => {
    try {
      const sight = await see(ledger, candidate);
      if (isDue(ledger, sight, examination)) due.push(sight);
    } catch (error) {
      const isAbsent = rules.meansAbsent(codeOf(error), false);
      if (isAbsent) vanished.add(candidate.identity);
      // a name that is not valid text is listed and cannot be opened
      if (!isAbsent || candidate.path.includes('\uFFFD'))
        failures.note(candidate.path, { kind: 'file', at: now(), isCertain: false });
    }
  });
  const reader = { memory: due.length > 0 ? await examination.memory : NO_MEMORY, pass: examination.pass };
  const unknown = await recallAll(ledger, due, reader);
  let done = 0;
  await inParallel(unknown, WIDTH, async (sight) => {
    await read(ledger, sight, reader);
    ledger.onProgress(++done, unknown.length);
  });
  return vanished;
}
