import { CONTROL } from '../library/text/invisible-characters.ts';

const UNPRINTABLE = new RegExp(`[${CONTROL}\\p{Cf}\\u2028\\u2029]`, 'gu');

const spelt = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

/** Prints a value as JSON that no terminal is steered by: it says the same, with what nobody would see spelt out. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2).replace(UNPRINTABLE, spelt));
}
