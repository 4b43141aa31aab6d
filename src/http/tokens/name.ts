import { oneLine } from '../../library/text/one-line.ts';
import { Refusal } from '../../refusal.ts';

const LONGEST = 60;
const ALLOWED = /^[\p{L}\p{M}\p{Nd} ._@-]+$/u;
/** Of an invisible letter nobody could say which name it belongs to. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** A hyphen at the beginning would be read as an option. */
const BEGINS_WELL = /^[^\p{M}-]/u;
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/u;

/** Two names with the same key are one name. */
export function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Whether this is a name as `readName` makes them. */
export function isName(text: string): boolean {
  return (
    text === text.normalize('NFC').trim() &&
    [...text].length <= LONGEST &&
    ALLOWED.test(text) &&
    !INVISIBLE.test(text) &&
    BEGINS_WELL.test(text) &&
    HAS_LETTER_OR_DIGIT.test(text)
  );
}

/** The name of a token as somebody typed it, in NFC. Throws a Refusal when it cannot be one. */
export function readName(typed: string): string {
  const name = typed.normalize('NFC').trim().replace(/ +/g, ' ');
  if (isName(name)) return name;
  throw new Refusal(
    `${oneLine(JSON.stringify(typed))} cannot be the name of a token. Type 1 to ${LONGEST} letters, digits, spaces and . _ - @, for example "maya" or "maya.lopez@example.com".`,
  );
}
