import type { Document } from '../../library/document.ts';
import { textNamed } from '../../library/fields.ts';

/** Who is named for a document: who made it, else who owns it, which is no credit. */
export interface Credited {
  readonly by?: string;
  readonly owner?: string;
}

export function creditedFor({ kind, fields, owner = '' }: Document): Credited {
  const names = [kind === 'win' ? textNamed(fields, 'who') : undefined, textNamed(fields, 'author')];
  const by = names.find((name) => name !== undefined && name.trim() !== '');
  if (by !== undefined) return { by: by.trim() };
  return owner.trim() === '' ? {} : { owner: owner.trim() };
}
