import { SETTINGS_FILE } from '../../settings.ts';
import { DECLINED, INBOX } from '../inbox.ts';
import { matcherOf } from './glob.ts';
import { identityOf } from './identity.ts';

/** What the team's settings say about which part of the library is served. */
export interface Scope {
  /** Folders to serve instead of the usual ones. */
  readonly include?: readonly string[];
  /** Globs of what is not served. */
  readonly ignore?: readonly string[];
}

/** Whether something at this path, from the library's root, is served; a folder when something inside it may be. */
export type IsInScope = (path: string, kind: 'file' | 'folder') => boolean;

/** A library that has one of these at its root is served from these alone. */
const USUAL_FOLDERS = ['context', 'prompts'];

/** Whether a library that has this path is served from its usual folders alone. */
export function narrowsScope(path: string): boolean {
  return USUAL_FOLDERS.includes(identityOf(path.split('/', 1)[0] ?? ''));
}

/** A folder of `include:` as it is compared: `./Context/**` is `context`. */
export function folderOf(written: string): string {
  return identityOf(written.trim()).replace(/^(?:\.?\/)+|(?:\/+\**)+$/g, '');
}

function foldersOf(scope: Scope, isNarrowed: boolean): readonly string[] | undefined {
  if (scope.include === undefined) return isNarrowed ? [...USUAL_FOLDERS, INBOX] : undefined;
  const named = scope.include.map(folderOf);
  return named.includes('') || named.includes('.') ? undefined : [...named, INBOX];
}

function isAtOrBelow(identity: string, folder: string): boolean {
  return identity === folder || identity.startsWith(`${folder}/`);
}

/** Turns settings into the question whether a path is served; `isNarrowed` tells that the root has one of the usual folders. */
export function scopeOf(scope: Scope, isNarrowed: boolean): IsInScope {
  const folders = foldersOf(scope, isNarrowed);
  const isIgnored = matcherOf(scope.ignore ?? []);
  return (path, kind) => {
    const identity = identityOf(path);
    if (kind === 'file' && identity === SETTINGS_FILE) return true;
    // what a person declined, and keeps, is never served, whatever the settings say
    if (isAtOrBelow(identity, DECLINED) || isIgnored(path)) return false;
    if (folders === undefined) return true;
    return folders.some(
      (folder) => isAtOrBelow(identity, folder) || (kind === 'folder' && folder.startsWith(`${identity}/`)),
    );
  };
}
