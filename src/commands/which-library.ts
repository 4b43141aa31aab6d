import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '../refusal.ts';
import { PACKAGE_FOLDER } from './package.ts';

/** The folder to work on, and who chose it. */
export interface Chosen {
  readonly root: string;
  readonly by: 'argument' | 'environment' | 'current folder' | 'starter';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The argument, else `TEAM_CONTEXT_LIBRARY`, else the current folder if it looks like a library, else the starter library. */
function whichLibrary(argument: string | undefined): Chosen {
  if (argument !== undefined && argument !== '') return { root: resolve(argument), by: 'argument' };
  const fromEnvironment = process.env['TEAM_CONTEXT_LIBRARY'];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return { root: resolve(fromEnvironment), by: 'environment' };
  const here = process.cwd();
  if (isFolder(join(here, 'context')) || isFolder(join(here, 'prompts'))) return { root: here, by: 'current folder' };
  return { root: PACKAGE_FOLDER, by: 'starter' };
}

/** The same for a server, which also waits for a folder that is not there yet, but never for a file. */
export function libraryToServe(argument: string | undefined): Chosen {
  const chosen = whichLibrary(argument);
  if (!existsSync(chosen.root) || isFolder(chosen.root)) return chosen;
  throw new Refusal(`${chosen.root} is a file. Name the folder that holds your team's files.`);
}

/** The same for commands that need the folder to be there now. */
export function existingLibrary(argument: string | undefined): Chosen {
  const chosen = libraryToServe(argument);
  if (isFolder(chosen.root)) return chosen;
  throw new Refusal(`${chosen.root} does not exist. Name the folder that holds your team's files.`);
}

/** Whether this is the library that comes with the program, and nobody has named it: what is shared would be lost in there. */
export function isStarter({ root, by }: Chosen): boolean {
  return root === PACKAGE_FOLDER && by !== 'argument' && by !== 'environment';
}

/** One sentence that says which library this is, for stderr. */
export function describeChoice({ root, by }: Chosen): string {
  switch (by) {
    case 'starter':
      return `Using the starter library of a made-up company (${root}). Name your own folder to use yours.`;
    case 'environment':
      return `Using ${root} (from TEAM_CONTEXT_LIBRARY).`;
    case 'current folder':
      return `Using this folder, ${root}.`;
    case 'argument':
      return `Using ${root}.`;
  }
}
