import type { Document } from './document.ts';
import { textNamed } from './fields.ts';

function named(name: string | undefined): string | undefined {
  return name === undefined || name.trim() === '' ? undefined : name.trim();
}

/** Who made a document: its author, else its owner. */
export function authorOf({ fields, owner }: Document): string | undefined {
  return named(textNamed(fields, 'author')) ?? named(owner);
}
