const ASCII = /^[\0-\x7f]*$/;
/** Letters whose accents are left out by one person and written by the next, with those accents. */
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}]\p{Mn}*/gu;
const ACCENTS = /[\u0300-\u036f]/g;
/** Vowel points of Hebrew; vowel signs and the stretching stroke of Arabic. Readers do without them, and so do writers. */
const POINTS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]/g;

/** Letters that stay when their accents are gone, and letters that two keyboards give for the same sound. */
const SAME_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ς', 'σ'],
  ['ё', 'е'],
  ['آ', 'ا'],
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ئ', 'ي'],
  ['ؤ', 'و'],
  ['ة', 'ه'],
  ['ک', 'ك'],
]);
const LETTER_PAIRS = new RegExp(`[${[...SAME_LETTERS.keys()].join('')}]`, 'g');
/** The digits of Arabic, Persian and Thai. Each ten begins at a multiple of 16. */
const FOREIGN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g;

/**
 * A word of NFKC and lower case without what people leave out or write in two ways: the accents of Latin and Greek letters,
 * the vowel points of Hebrew and Arabic, variants of a letter. Marks that make another letter stay: й, हि, กำ.
 */
export function fold(word: string): string {
  if (ASCII.test(word)) return word;
  return word
    .replace(ACCENTED, (letter) => letter.normalize('NFD').replace(ACCENTS, ''))
    .replace(POINTS, '')
    .replace(LETTER_PAIRS, (letter) => SAME_LETTERS.get(letter) ?? letter)
    .replace(FOREIGN_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
}
