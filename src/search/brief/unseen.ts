import { CONTROL, DIRECTION } from '../../library/text/invisible-characters.ts';
import { withoutTagCharacters } from '../../library/text/tag-characters.ts';

/** What some reader or other takes for the end of a line. */
const LINE_ENDS = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const UNSEEN = new RegExp(`[${CONTROL}${DIRECTION}]`, 'gu');

/**
 * A piece of the library's text as a brief may hold it: one line for every reader, without control characters, without marks
 * that turn the direction of writing, and without tag characters. A tab stays.
 */
export function withoutUnseen(text: string): string {
  return withoutTagCharacters(text.replace(LINE_ENDS, ' ').replace(UNSEEN, ''));
}
