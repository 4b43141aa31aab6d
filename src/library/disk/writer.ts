import { Refusal } from '../../refusal.ts';
import { createFile, removeLeftBehind, UNSURE } from './create-file.ts';
import { findRoot } from './disk.ts';
import { type InnerFolder, withInnerFolder } from './inner-folder.ts';
import { newName } from './new-name.ts';
import { codeOf } from './scan-rules.ts';
import { WRITE_CALLS, type WriteCalls } from './write-calls.ts';

/** What tools write waits here for a person. */
export const INBOX = 'inbox';

/** What is to become a file of the library. */
export interface Draft {
  /** What its name is made of. */
  readonly title: string;
  /** The whole file. */
  readonly text: string;
  /** Where it is to lie, from the library on, with `/`; the inbox, unless the team has decided otherwise. */
  readonly folder?: string;
}

/** The only way in which this program changes a library: files that were not there before. */
export interface Writer {
  /**
   * Writes a new file, whole or not at all, and never over another; answers with its path in the library. Throws a Refusal
   * when that cannot be done.
   */
  create(draft: Draft): Promise<string>;
  /** Removes what processes left behind that died while they wrote. Never fails. */
  tidy(): Promise<void>;
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

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENODEV', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'ETIMEDOUT']);
const NO_FOLDER: ReadonlySet<string> = new Set(['ELOOP', 'ENOTDIR']);

function reasonOf(code: string): string {
  if (FULL.has(code)) return 'there is no room left where the library folder lies. Make room there, and try again.';
  if (FORBIDDEN.has(code))
    return 'this program may not write into the folder "inbox" of the library. Ask whoever looks after the folder to allow it.';
  if (GONE.has(code)) return 'the library folder cannot be reached at the moment. Try again when it is back.';
  if (NO_FOLDER.has(code))
    return '"inbox" in the library is a link or a file, or was moved just now. Make it an ordinary folder, and try again.';
  return `the system reported ${code}. Try again; if it goes on, check the disk or the share on which the library lies.`;
}

/** What the system does not allow is refused in a sentence; all else is a fault of ours. */
function refusalOf(error: unknown): unknown {
  const code = codeOf(error);
  if (code === UNSURE)
    return new Refusal(
      'The disk or the share does not say whether this was saved. Look into the folder "inbox" of the library before you try again.',
    );
  const isOfSystem = /^E[A-Z0-9]+$/.test(code);
  return isOfSystem ? new Refusal(`Nothing was saved: ${reasonOf(code)}`) : error;
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

  const reachableRoot = async (): Promise<string> => {
    const root = await findRoot(options.root);
    if (root === undefined) throw new Refusal(`Nothing was saved: ${reasonOf('ENOENT')}`);
    if (root.key === options.servedKey()) return root.path;
    // a drive that is not connected leaves an empty folder in its place
    throw new Refusal(
      'Nothing was saved: another folder lies in the place of the library. If that is as it should be, try again in a minute.',
    );
  };
  const createIn = async ({ path, folder }: InnerFolder, draft: Draft, bytes: Uint8Array): Promise<string> => {
    await removeLeftBehind(calls, folder, now());
    for (let attempt = 1; ; attempt++) {
      const name = newName(draft.title, new Date(now()));
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
      const root = await reachableRoot();
      try {
        const where = { root, path: draft.folder ?? INBOX, isWanted: true };
        const id = await withInnerFolder(calls, where, (inner) => createIn(inner, draft, bytes));
        if (id === undefined) throw new Error('A folder was wanted and not made.');
        return id;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    async tidy() {
      try {
        const root = await findRoot(options.root);
        if (root === undefined) return;
        const where = { root: root.path, path: INBOX, isWanted: false };
        await withInnerFolder(calls, where, ({ folder }) => removeLeftBehind(calls, folder, now()));
      } catch {
        // what lies there does no harm, and the next write tries again
      }
    },
  };
}
