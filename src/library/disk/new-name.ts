import { randomBytes } from 'node:crypto';
import { dateAt } from '../day.ts';

/** Longer titles are cut here: a name is at most 120 bytes long. */
const LONGEST_SLUG = 80;
/** The name of what has no letter that every system knows. */
export const UNTITLED = 'untitled';

/** Letters that are not taken apart into a plain one and an accent. */
const PLAIN = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** Names of devices on Windows, with whatever ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** 32 characters, none of which looks like another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A title in `a-z`, `0-9` and single dashes, at most so long; never empty, and no name that a system keeps for itself. */
export function plainSlug(title: string, longest = LONGEST_SLUG): string {
  const letters = title
    // a letter becomes at most a few, and a title is short
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN.get(letter) ?? '')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '');
  const slug = letters
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
  if (slug === '') return UNTITLED;
  return RESERVED.test(slug) ? `${slug}-file` : slug;
}

/** 40 bits: two of them are the same only where nobody will see it. */
function randomPart(): string {
  return Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** `2026-11-22-slug-of-title-7k2m9x0a.md`: another one each time, and the name of a file on every system. */
export function newName(title: string, at: number): string {
  return `${dateAt(at)}-${plainSlug(title)}-${randomPart()}.md`;
}

/** A name with something behind what stands before its ending. */
function nameWith(name: string, more: string): string {
  const [, stem = name, ending = ''] = /^(.+?)((?:\.prompt)?\.[^.]+)$/i.exec(name) ?? [];
  return `${stem}-${more}${ending}`;
}

/** What a draft may be called where it is settled: its own name, or one that its contents alone decide where that is taken. */
export function settledNames(name: string, hash: string): readonly string[] {
  return [name, nameWith(name, hash.slice(0, 8))];
}

/** Another name each time, beside one that is taken. */
export function nameBeside(name: string): string {
  return nameWith(name, randomPart());
}

/** The name of a file that is being written: nobody serves it, and most sync clients leave it alone. */
export function temporaryName(): string {
  return `.~team-context-${randomBytes(8).toString('hex')}.tmp`;
}

/** Whether a file was being written by this program. */
export function isTemporaryName(name: string): boolean {
  return /^\.~team-context-[0-9a-f]{16}\.tmp$/.test(name);
}

/** Whether a file's name is one that `newName` makes, also where it was settled beside another: nobody gives it by hand. */
export function isGeneratedName(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-[a-z0-9-]+-[0-9a-hjkmnp-tv-z]{8}(?:\.prompt)?\.md$/.test(name);
}
