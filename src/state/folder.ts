import { mkdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { Refusal } from '../refusal.ts';
import { SETTINGS_FILE } from '../settings.ts';

const NAME = 'team-context';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where this program keeps things of its own on this machine: `TEAM_CONTEXT_STATE`, else where the system wants such things.
 * Nothing is made or looked at.
 */
export function stateFolder(environment: Environment = process.env): string {
  const named = (name: string): string => environment[name] ?? '';
  if (named('TEAM_CONTEXT_STATE') !== '') return resolve(named('TEAM_CONTEXT_STATE'));
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', NAME);
    case 'win32':
      return join(named('LOCALAPPDATA') === '' ? join(homedir(), 'AppData', 'Local') : named('LOCALAPPDATA'), NAME);
    default: {
      // a relative path there means nothing, by the rules of freedesktop.org
      const base = isAbsolute(named('XDG_STATE_HOME')) ? named('XDG_STATE_HOME') : join(homedir(), '.local', 'state');
      return join(base, NAME);
    }
  }
}

/** The folder as the system names it, or the nearest folder above it that is there. */
async function nearestExisting(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    const above = dirname(folder);
    if (above === folder) throw error;
    return nearestExisting(above);
  }
}

/** Whether the folder, or one of those that it lies in, is the one that is looked for. */
async function isOrLiesIn(folder: string, isWanted: (path: string) => Promise<boolean>): Promise<boolean> {
  let path = await nearestExisting(folder);
  for (;;) {
    if (await isWanted(path)) return true;
    const above = dirname(path);
    if (above === path) return false;
    path = above;
  }
}

/** Whether a folder, which need not be there, is the other one or lies in it, however the two are spelt. */
async function liesIn(folder: string, other: string): Promise<boolean> {
  const outer = await stat(other, { bigint: true }).catch(() => undefined);
  if (outer === undefined) return false;
  return isOrLiesIn(folder, async (path) => {
    const { dev, ino } = await stat(path, { bigint: true });
    return dev === outer.dev && ino === outer.ino;
  });
}

/** Whether a folder, which need not be there, lies in one that has a library's settings. */
function liesInSomeLibrary(folder: string): Promise<boolean> {
  return isOrLiesIn(folder, (path) =>
    stat(join(path, SETTINGS_FILE)).then(
      (found) => found.isFile(),
      () => false,
    ),
  );
}

/** Throws a Refusal when nothing of ours may lie in this folder, be it there or not. */
export async function refuseUnfit(folder: string, library: string | undefined): Promise<void> {
  if (library === undefined ? await liesInSomeLibrary(folder) : await liesIn(folder, library))
    throw new Refusal(
      `The folder for this program's own files, ${folder}, lies inside ${library === undefined ? 'a' : 'the'} library.`,
    );
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() === false)
    throw new Refusal(`${folder}, the place for this program's own files, is not a folder.`);
  const user = process.getuid?.();
  if (found !== undefined && user !== undefined && found.uid !== user)
    throw new Refusal(`The folder for this program's own files, ${folder}, belongs to another user.`);
}

/** Makes the folder, for this user alone, if it is not there. */
export async function makeFolder(folder: string): Promise<void> {
  // one at a time: where a folder says that it is there and has no room for another, the recursive call never ends
  const missing: string[] = [];
  for (let path = folder; (await stat(path).catch(() => undefined)) === undefined; path = dirname(path)) {
    missing.unshift(path);
    if (dirname(path) === path) break;
  }
  for (const path of missing) {
    await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}
