import { CONTROL } from '../library/text/invisible-characters.ts';

const UNWRITABLE = new RegExp(`[${CONTROL}\\f]`, 'gu');

/** What somebody gave, as a file can hold it: lines end with LF, and what no editor writes is left out. */
export function givenText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '')
    .replace(/\p{Cs}/gu, '\uFFFD');
}

/** The same on one line, at most so long. */
export function givenLine(text: string, longest: number): string {
  const line = givenText(text).replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
