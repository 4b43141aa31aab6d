import type { Kind } from './document.ts';
import { kindNamed } from './fields.ts';
import { fileNameOf } from './path-parts.ts';

/** Folders under `context/` whose names are not their kind's name. */
const KIND_OF_FOLDER = new Map<string, Kind>([
  ['brand', 'guideline'],
  ['brands', 'guideline'],
  ['message', 'messaging'],
  ['messages', 'messaging'],
  ['campaign', 'learning'],
  ['campaigns', 'learning'],
]);

/** Parts of prompts: under `prompts/parts/`. Their text is a template too, but nobody runs them. */
export function isPart(id: string): boolean {
  return /^prompts\/parts\//i.test(id);
}

/** The file's name without its ending, and without the `.prompt` before it. */
export function stemOf(id: string): string {
  return fileNameOf(id).replace(/(\.prompt)?\.[^.]+$/i, '');
}

/** The kind that a file's place gives it. */
export function kindOfPlace(id: string): Kind {
  const [first = '', second = '', ...rest] = id.toLowerCase().split('/');
  const name = fileNameOf(id);
  if (/\.prompt\.md$/i.test(name)) return 'prompt';
  if (/^readme\./i.test(name)) return 'reference';
  if (first === 'prompts' && second !== '') return isPart(id) ? 'reference' : 'prompt';
  if (first !== 'context' || rest.length === 0) return 'reference';
  return kindNamed(second) ?? KIND_OF_FOLDER.get(second) ?? 'reference';
}
