import { isAbsolute, relative, resolve, sep } from 'node:path';
import { INBOX } from '../library/inbox.ts';

/** What somebody typed for a draft: its path on disk, from wherever they are, becomes its path in the library. */
export function draftTyped(typed: string, roots: readonly string[]): string {
  for (const root of roots) {
    const inside = relative(root, resolve(typed));
    if (!isAbsolute(inside) && inside.startsWith(INBOX + sep)) return inside.split(sep).join('/');
  }
  return typed;
}
