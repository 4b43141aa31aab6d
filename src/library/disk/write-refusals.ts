import { Refusal } from '../../refusal.ts';
import { UNSURE } from './create-file.ts';
import { codeOf, isOfSystem } from './scan-rules.ts';

/** What was to be done, in the words of who is told that it was not. */
export interface Attempt {
  /** The folder that is meant, from the library on, with `/`. */
  readonly folder: string;
  /** How the sentence begins: `Nothing was saved`. */
  readonly outcome: string;
  /** What to do when the system does not say whether it was done. */
  readonly ifUnsure: string;
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const FORBIDDEN: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENODEV', 'ESTALE', 'ENOTCONN', 'EHOSTDOWN', 'ETIMEDOUT']);
const NO_FOLDER: ReadonlySet<string> = new Set(['ELOOP', 'ENOTDIR']);

/** Why the system did not allow something in a folder of the library, and what to do about it. */
export function reasonOf(code: string, folder: string): string {
  if (FULL.has(code)) return 'there is no room left where the library folder lies. Make room there, and try again.';
  if (FORBIDDEN.has(code))
    return `this program may not write into the folder "${folder}" of the library. Ask whoever looks after the folder to allow it.`;
  if (GONE.has(code)) return 'the library folder cannot be reached at the moment. Try again when it is back.';
  if (NO_FOLDER.has(code))
    return `"${folder}" in the library is a link or a file, or was moved just now. Make it an ordinary folder, and try again.`;
  return `the system reported ${code}. Try again; if it goes on, check the disk or the share on which the library lies.`;
}

/** What the system does not allow is refused in a sentence; all else, refusals included, stays what it is. */
export function refusalOf(error: unknown, { folder, outcome, ifUnsure }: Attempt): unknown {
  const code = codeOf(error);
  if (code === UNSURE)
    return new Refusal(`The disk or the share does not say whether this was saved in "${folder}". ${ifUnsure}`);
  return isOfSystem(error) ? new Refusal(`${outcome}: ${reasonOf(code, folder)}`) : error;
}
