import { Refusal } from '../../refusal.ts';
import { DECLINED, INBOX, isInInbox } from '../inbox.ts';
import { createFile, removeLeftBehind } from './create-file.ts';
import { findRoot } from './disk.ts';
import { type InnerFolder, withInnerFolder } from './inner-folder.ts';
import { newName } from './new-name.ts';
import { codeOf } from './scan-rules.ts';
import { type Settled, type Settling, settle } from './settle.ts';
import { WRITE_CALLS, type WriteCalls } from './write-calls.ts';
import { type Attempt, reasonOf, refusalOf } from './write-refusals.ts';

/** What is to become a file of the library. */
export interface Draft {
  /** What its name is made of. */
  readonly title: string;
  /** The whole file. */
  readonly text: string;
  /** Where it is to lie, from the library on, with `/`; the inbox, unless the team has decided otherwise. */
  readonly folder?: string;
}

/** The only way in which this program changes a library: files that were not there before, and drafts that are settled. */
export interface Writer {
  /**
   * Writes a new file, whole or not at all, and never over another; answers with its path in the library. Throws a Refusal
   * when that cannot be done.
   */
  create(draft: Draft): Promise<string>;
  /**
   * Moves a draft out of the inbox, as it is or revised; never over another file. Undefined when there was nothing to
   * finish. Throws a Refusal when that cannot be done.
   */
  settle(settling: Settling): Promise<Settled | undefined>;
  /** Removes what processes left behind that died while they wrote into the inbox or these folders. Never fails. */
  tidy(folders?: readonly string[]): Promise<void>;
}

export interface WriterOptions {
  /** The library's folder, by the name under which people know it. */
  readonly root: string;
  /** What tells the folder that is served from others under its name; undefined while none is. */
  readonly servedKey: () => string | undefined;
  readonly calls?: WriteCalls;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const MOST_BYTES = 256 * 1_024;
/** So many random names are not all taken. */
const ATTEMPTS = 5;

function attemptIn(folder: string): Attempt {
  return {
    folder,
    outcome: 'Nothing was saved',
    ifUnsure: `Look into the folder "${folder}" of the library before you try again.`,
  };
}

function bytesOf({ text }: Draft): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= MOST_BYTES) return bytes;
  const size = Math.ceil(bytes.length / 1_024);
  throw new Refusal(
    `Nothing was saved: this comes to ${size} KiB, and one file has at most ${MOST_BYTES / 1_024}. Share the part that others need.`,
  );
}

export function openWriter(options: WriterOptions): Writer {
  const { calls = WRITE_CALLS, now = Date.now } = options;

  const reachableRoot = async (outcome: string): Promise<string> => {
    const root = await findRoot(options.root);
    if (root === undefined) throw new Refusal(`${outcome}: ${reasonOf('ENOENT', INBOX)}`);
    if (root.key === options.servedKey()) return root.path;
    // a drive that is not connected leaves an empty folder in its place
    throw new Refusal(
      `${outcome}: another folder lies in the place of the library. If that is as it should be, try again in a minute.`,
    );
  };
  const createIn = async ({ path, folder }: InnerFolder, draft: Draft, bytes: Uint8Array): Promise<string> => {
    await removeLeftBehind(calls, folder, now());
    for (let attempt = 1; ; attempt++) {
      const name = newName(draft.title, now());
      try {
        await createFile(calls, folder, { name, bytes });
        return `${path}/${name}`;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST' || attempt === ATTEMPTS) throw error;
      }
    }
  };
  return {
    async create(draft) {
      const bytes = bytesOf(draft);
      const root = await reachableRoot('Nothing was saved');
      const folder = draft.folder ?? INBOX;
      try {
        const where = { root, path: folder, isWanted: true };
        const id = await withInnerFolder(calls, where, (inner) => createIn(inner, draft, bytes));
        if (id === undefined) throw new Error('A folder was wanted and not made.');
        return id;
      } catch (error) {
        throw refusalOf(error, attemptIn(folder));
      }
    },
    async settle(settling) {
      if (!isInInbox(settling.id)) throw new Refusal(`"${settling.id}" is no draft: it does not lie in the inbox.`);
      const root = await reachableRoot('Nothing was changed');
      return settle(calls, { ...settling, root });
    },
    async tidy(folders = []) {
      const root = await findRoot(options.root).catch(() => undefined);
      if (root === undefined) return;
      for (const path of new Set([INBOX, DECLINED, ...folders])) {
        const where = { root: root.path, path, isWanted: false };
        // what lies there does no harm, and the next write tries again
        await withInnerFolder(calls, where, ({ folder }) => removeLeftBehind(calls, folder, now())).catch(
          () => undefined,
        );
      }
    },
  };
}
