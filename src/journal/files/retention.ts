import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { endOfMonth } from './file-name.ts';

/** Removes the files whose month was over before a moment (milliseconds since 1970), by their names alone. Throws errors of the system. */
export async function removeExpired(folder: OwnFolder, before: number): Promise<void> {
  for (const { name } of await folder.list()) {
    const end = endOfMonth(name);
    if (end !== undefined && end < before) await folder.remove(name);
  }
}
