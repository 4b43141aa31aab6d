import { sep } from 'node:path';
import { byCodeUnit } from '../order.ts';
import { type HeldFolder, holdFolder } from './held-folder.ts';
import { codeOf } from './scan-rules.ts';
import type { WriteCalls } from './write-calls.ts';

/** The only folder into which this program writes. */
const INBOX = 'inbox';

/** The inbox of a library, held while something is written. */
export interface Inbox {
  /** As its folder is spelt on disk. */
  readonly name: string;
  readonly folder: HeldFolder;
}

/** People may have spelt it `Inbox`; where several are, the usual spelling comes first. */
function spelt(names: readonly string[]): string | undefined {
  if (names.includes(INBOX)) return INBOX;
  return names.filter((name) => name.toLowerCase() === INBOX).sort(byCodeUnit)[0];
}

async function makeInbox(calls: WriteCalls, root: HeldFolder): Promise<string> {
  try {
    await calls.mkdir(root.at(INBOX));
    await root.sync().catch(() => undefined);
  } catch (error) {
    // somebody else was quicker
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return INBOX;
}

/** Does something with the inbox of the library at a real path; makes it when it `isWanted`. Throws errors with codes. */
export async function withInbox<T>(
  calls: WriteCalls,
  { root, isWanted }: { readonly root: string; readonly isWanted: boolean },
  work: (inbox: Inbox) => Promise<T>,
): Promise<T | undefined> {
  const rootFolder = await holdFolder(calls, { through: root, real: root });
  try {
    const found = spelt(await calls.list(rootFolder.at('.')));
    if (found === undefined && !isWanted) return undefined;
    const name = found ?? (await makeInbox(calls, rootFolder));
    const real = (root.endsWith(sep) ? root : root + sep) + name;
    const folder = await holdFolder(calls, { through: rootFolder.at(name), real });
    try {
      return await work({ name, folder });
    } finally {
      await folder.release().catch(() => undefined);
    }
  } finally {
    await rootFolder.release().catch(() => undefined);
  }
}
