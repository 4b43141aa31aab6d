import type { Fields, Json } from '../library/document.ts';

/** A plain value as text; empty for lists, maps and nothing. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

export function isMap(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function mapOf(value: Json | undefined): Fields {
  return isMap(value) ? value : {};
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A list of texts, or a text with commas. */
export function textsOf(value: Json | undefined): string[] {
  const entries = isList(value) ? value.map(textOf) : textOf(value).split(',');
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

/** A value that may be filled in where a text is meant: lists and maps as JSON. */
export function filledIn(value: Json | undefined): string {
  return value !== undefined && value !== null && typeof value === 'object' ? JSON.stringify(value) : textOf(value);
}

/** A name such as `launch-email` as people read it. */
export function readable(name: string): string {
  const words = /\s/.test(name.trim()) ? name.trim() : name.replace(/[-_]+/g, ' ').trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The last step of a path, without its ending. */
export function nameOfFile(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/(?:\.prompt)?\.[^.]+$/i, '') || file;
}

/** The name of the folder that a file lies in; empty when the path has none. */
export function nameOfFolder(path: string): string {
  return path.split('/').at(-2) ?? '';
}
