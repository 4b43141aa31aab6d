import { randomBytes } from 'node:crypto';
import { link, lstat, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, syncFolder } from '../state/whole-file.ts';

const TEMPORARY = /^\.team-context-\d+-[0-9a-f]{12}\.tmp$/;
/** Whoever wrote it has been dead for long. */
const LEFT_OVER_MS = 3_600_000;

/** A file system without hard links says one of these. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EXDEV']);

async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its name. False when the name is taken. */
async function name(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(code)) throw error;
  }
  // without links, an empty file keeps the name until the whole one takes its place
  const handle = await open(path, 'wx').catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  });
  if (handle === undefined) return false;
  await handle.close();
  await rename(temporary, path);
  return true;
}

/**
 * Writes a new file, whole or not at all, and never over another one. False when something has this name already. The
 * temporary name begins with a dot, so that a library passes over it.
 */
export async function writeNew(folder: string, file: string, text: string): Promise<boolean> {
  const temporary = join(folder, `.team-context-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeWhole(temporary, text);
    const isWritten = await name(temporary, join(folder, file));
    if (isWritten) await syncFolder(folder);
    return isWritten;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes what processes left behind that died while they wrote. */
export async function removeLeftOvers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => TEMPORARY.test(each))) {
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isFile() && Date.now() - stats.mtimeMs > LEFT_OVER_MS) await rm(path, { force: true });
  }
}
