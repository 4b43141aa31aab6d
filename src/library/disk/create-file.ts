import { type HeldFolder, isElsewhere } from './held-folder.ts';
import { isTemporaryName, temporaryName } from './new-name.ts';
import { codeOf } from './scan-rules.ts';
import { type OpenFile, patiently, type WriteCalls } from './write-calls.ts';

/** What file systems say that have no second names for one file. */
const NO_LINKS: ReadonlySet<string> = new Set(
  'EPERM EACCES ENOTSUP EOPNOTSUPP ENOSYS EMLINK EXDEV EINVAL EISDIR UNKNOWN'.split(' '),
);
/** What file systems say that cannot be asked to write at once. A disk that fails says something else. */
const NO_SYNC: ReadonlySet<string> = new Set('EINVAL ENOTSUP EOPNOTSUPP ENOSYS EPERM EACCES EBADF'.split(' '));

/** A process that writes takes milliseconds; what is older was left behind by one that died. */
const LEFT_BEHIND_MS = 3_600_000;

/** The code of the error that says that a file may be there or not. */
export const UNSURE = 'ENOTSURE';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function writeAll(handle: OpenFile, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done);
    if (bytesWritten === 0) throw failure('EIO');
    done += bytesWritten;
  }
}

/** Reads one byte more than there should be, so that a longer file is noticed too. */
async function holdsExactly(handle: OpenFile, bytes: Uint8Array): Promise<boolean> {
  const found = Buffer.alloc(bytes.length + 1);
  let length = 0;
  while (length < found.length) {
    const { bytesRead } = await handle.read(found, length, found.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return found.subarray(0, length).equals(bytes);
}

/** Writes a file that was not there, and makes sure that it holds what it should. */
async function writeTemporary(calls: WriteCalls, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await calls.create(path);
  let isWritten = false;
  try {
    await writeAll(handle, bytes);
    await handle.sync().catch((error: unknown) => {
      if (!NO_SYNC.has(codeOf(error))) throw error;
    });
    isWritten = await holdsExactly(handle, bytes);
  } finally {
    // what a share could not keep, some say only now
    const closed = handle.close();
    await (isWritten ? closed : closed.catch(() => undefined));
  }
  if (!isWritten) throw failure('EIO');
}

/** What tells the file at a path from others; undefined when there is none. */
async function keyAt(calls: WriteCalls, path: string): Promise<string | undefined> {
  try {
    return (await calls.lstat(path)).key;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** What is to be made. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Nobody else gives this name at the same moment, as it has a random part; it has, unless it is said. */
  readonly isUnique?: boolean;
}

interface Naming {
  readonly temporary: string;
  readonly final: string;
  /** Of the file that is to get its name. */
  readonly key: string;
  readonly isUnique: boolean;
}

/** Whether the file has its name; undefined when that cannot be found out, as when the whole folder is out of sight. */
async function isNamed(calls: WriteCalls, { temporary, final, key }: Naming): Promise<boolean | undefined> {
  const found = await keyAt(calls, final);
  if (found !== undefined) return found === key;
  return (await keyAt(calls, temporary)) === key ? false : undefined;
}

/** The same, asked once more where it fails: what has just failed may need a moment. Never fails. */
async function isSurelyNamed(calls: WriteCalls, naming: Naming): Promise<boolean | undefined> {
  const ask = (): Promise<boolean | undefined> => isNamed(calls, naming);
  return ask()
    .catch(ask)
    .catch(() => undefined);
}

/** Gives the name by a call that may say no although it has done so: shares do that. Throws UNSURE when nobody knows. */
async function nameBy(calls: WriteCalls, naming: Naming, call: () => Promise<void>): Promise<void> {
  try {
    await patiently(calls, call);
  } catch (error) {
    const isDone = await isSurelyNamed(calls, naming);
    if (isDone === undefined) throw failure(UNSURE);
    if (!isDone) throw error;
  }
}

async function giveName(calls: WriteCalls, naming: Naming): Promise<void> {
  const { temporary, final, isUnique } = naming;
  try {
    await nameBy(calls, naming, () => calls.link(temporary, final));
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    // between the look and the renaming nothing but the random part of the name keeps two of them apart
    if (!isUnique || (await keyAt(calls, final)) !== undefined) throw failure('EEXIST');
    await nameBy(calls, naming, () => calls.rename(temporary, final));
  }
}

/** Makes sure that the file which has just got its name has it, in the folder that was meant. */
async function confirm(calls: WriteCalls, folder: HeldFolder, naming: Naming): Promise<void> {
  const { final, key } = naming;
  // the system said yes, and not to find out more is no reason to doubt it
  if ((await keyAt(calls, final).catch(() => key)) !== key) throw failure(UNSURE);
  const elsewhere = await folder.prove().catch((error: unknown) => (isElsewhere(error) ? error : undefined));
  if (elsewhere === undefined) return;
  if ((await isSurelyNamed(calls, naming)) === true) await remove(calls, final);
  throw elsewhere;
}

/** Never fails: what stays is removed later, or by somebody else. */
function remove(calls: WriteCalls, path: string): Promise<void> {
  return patiently(calls, () => calls.unlink(path)).catch(() => undefined);
}

/**
 * Makes a file with these bytes in a folder: whole under its name, or not at all. A temporary file may be left when it
 * cannot be removed. Throws an error with a code: EEXIST when something has the name, or could get it at the same moment;
 * UNSURE when the system does not say whether it was done; with every other code it was not done.
 */
export async function createFile(
  calls: WriteCalls,
  folder: HeldFolder,
  { name, bytes, isUnique = true }: NewFile,
): Promise<void> {
  const temporary = folder.at(temporaryName());
  try {
    await writeTemporary(calls, temporary, bytes);
    const { key } = await calls.lstat(temporary);
    await folder.prove();
    const naming: Naming = { temporary, final: folder.at(name), key, isUnique };
    await giveName(calls, naming);
    await confirm(calls, folder, naming);
  } finally {
    await remove(calls, temporary);
  }
  // it is there: an error now would only make somebody write it twice
  await folder.sync().catch(() => undefined);
}

/** Removes what processes left behind that died while they wrote. Never fails. */
export async function removeLeftBehind(calls: WriteCalls, folder: HeldFolder, now: number): Promise<void> {
  const names = await calls.list(folder.at('.')).catch((): readonly string[] => []);
  for (const name of names.filter(isTemporaryName)) {
    const path = folder.at(name);
    const found = await calls.lstat(path).catch(() => undefined);
    const isLeft = found?.kind === 'file' && now - found.writtenAt > LEFT_BEHIND_MS;
    if (isLeft) await calls.unlink(path).catch(() => undefined);
  }
}
