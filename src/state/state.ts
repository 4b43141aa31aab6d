import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { makeFolder, refuseUnfit, stateFolder } from './folder.ts';
import { type Chunks, readOwn, sweep, writeWhole } from './whole-file.ts';

/** What this program keeps for itself on this machine: files of this user alone, each written whole or not at all. */
export interface State {
  readonly folder: string;
  /** Undefined when there is nothing of that name. Never fails. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** When it was last written: milliseconds since 1970. */
  writtenAt(name: string): Promise<number | undefined>;
  /** Makes the folder on first use. Throws a Refusal when it cannot be done; then nothing has changed. */
  write(name: string, chunks: Chunks): Promise<void>;
  /** Throws a Refusal when it cannot be done. */
  remove(name: string): Promise<void>;
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

/** The code of an error of the system; undefined for all others. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/** What the system does not allow is refused in a sentence; all else stays what it is. */
function refusalOf(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  return new Refusal(`The folder for this program's own files, ${folder}, cannot be used (${code}).`);
}

/** Opens the folder of `stateFolder`, which need not be there. Throws a Refusal when nothing of ours may lie in it. */
export async function openState({ library }: { readonly library: string }): Promise<State> {
  const folder = stateFolder();
  await refuseUnfit(folder, library).catch((error: unknown) => {
    throw refusalOf(error, folder);
  });
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
    read: (name) => readOwn(fileOf(name)),
    writtenAt: (name) =>
      stat(fileOf(name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => undefined,
      ),
    async write(name, chunks) {
      fileOf(name);
      try {
        await prepare();
        await writeWhole(folder, name, chunks);
      } catch (error) {
        throw refusalOf(error, folder);
      }
    },
    async remove(name) {
      const file = fileOf(name);
      await rm(file, { force: true }).catch((error: unknown) => {
        throw refusalOf(error, folder);
      });
    },
  };
}
