import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { makeFolder, refuseUnfit, stateFolder } from './folder.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Chunks, codeOf, type Look, lookAt, readOwn, removeFile, sweep, writeWhole } from './whole-file.ts';

/** What this program keeps for itself on this machine: files of this user alone, each written whole or not at all. */
export interface State {
  readonly folder: string;
  /** Undefined when there is nothing of that name. Never fails. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** When it was last written: milliseconds since 1970. */
  writtenAt(name: string): Promise<number | undefined>;
  /** How it lies there now; undefined when nothing has that name. Throws a Refusal when that cannot be seen. */
  look(name: string): Promise<Look | undefined>;
  /** Makes the folder on first use. Throws a Refusal when it cannot be done; then nothing has changed. */
  write(name: string, chunks: Chunks): Promise<void>;
  /** Throws a Refusal when it cannot be done. */
  remove(name: string): Promise<void>;
  /**
   * Does the work while no other work of that name is done, in this process or another. Whoever changes what they have read
   * calls `confirm` just before they write: it throws a Refusal when the work took so long that others went on without it.
   * Throws a Refusal when the others do not end within 10 s.
   */
  exclusively<T>(name: string, work: (confirm: Lock['confirm']) => Promise<T>): Promise<T>;
}

/** What ends so can be made again, and goes when nobody has used it for long. */
export const CACHE_ENDING = '.cache';
const CACHE_MS = 90 * 24 * 3_600_000;

/** The name that a cache of ours has: nothing else in the folder is ours to remove. */
const CACHE_NAME = /^[a-z]+-[0-9a-f]{32}\.cache$/;
const NAME = /^[a-z0-9][a-z0-9-]{0,79}(?:\.[a-z0-9]{1,10})?$/;

function isStale(name: string, used: number): boolean {
  return CACHE_NAME.test(name) && Date.now() - used > CACHE_MS;
}

/** What the system does not allow is refused in a sentence; all else stays what it is. */
function refusalOf(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new Refusal(`The folder for this program's own files, ${folder}, cannot be used (${code}).`);
}

/**
 * Opens the folder of `stateFolder`, which need not be there. Throws a Refusal when nothing of ours may lie in it, as in
 * the library; where none is named, in any folder with a library's settings.
 */
export async function openState({ library }: { readonly library?: string }): Promise<State> {
  const folder = stateFolder();
  const refused = (error: unknown): never => {
    throw refusalOf(error, folder);
  };
  await refuseUnfit(folder, library).catch(refused);
  let isSwept = false;

  const fileOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`"${name}" cannot be the name of a file of ours.`);
    return join(folder, name);
  };
  const prepare = async (): Promise<void> => {
    await makeFolder(folder);
    await refuseUnfit(folder, library);
    if (!isSwept) await sweep(folder, isStale);
    isSwept = true;
  };
  return {
    folder,
    read: (name) => readOwn(fileOf(name), name.endsWith(CACHE_ENDING)),
    look: (name) => lookAt(fileOf(name)).catch(refused),
    writtenAt: (name) =>
      stat(fileOf(name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      ),
    async write(name, chunks) {
      fileOf(name);
      await prepare()
        .then(() => writeWhole(folder, name, chunks))
        .catch(refused);
    },
    async remove(name) {
      await removeFile(fileOf(name)).catch(refused);
    },
    async exclusively(name, work) {
      const path = fileOf(`${name}.lock`);
      const lock = await prepare()
        .then(() => takeLock(path))
        .catch(refused);
      try {
        return await work(lock.confirm);
      } finally {
        await lock.release();
      }
    },
  };
}
