import { TAG, VARIATION, ZERO_WIDTH } from './invisible-characters.ts';

const UNPRINTABLE = new RegExp(`[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}${ZERO_WIDTH}${VARIATION}${TAG}]`, 'gu');

/**
 * Any value as one line that an editor, a terminal or a log can show, at most `max` long: a line end or a tab becomes one
 * space with the white space around it, control and invisible characters are spelt out.
 */
export function oneLine(value: unknown, max = 200): string {
  const text = textOf(value);
  const line = text
    .slice(0, max + 1)
    // two spaces in a row are part of some file names
    .replace(/\s+/g, (gap) => (/^ +$/.test(gap) ? gap : ' '))
    .replace(UNPRINTABLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  if (text.length <= max && line.length <= max) return line;
  return `${line.slice(0, Math.max(0, max - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return 'a value without a text';
  }
}
