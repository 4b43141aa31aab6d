/** What a text is taken for that says nothing else. */
export const ENGLISH = 'en';

/** A script and the languages that write it: the one that is taken when nothing says which, and the others. */
interface Script {
  readonly letters: RegExp;
  readonly usual: string;
  readonly others: readonly string[];
}

/** Of words that begin with a letter of none of these, the language of the text decides. */
const SCRIPTS: readonly Script[] = [
  { letters: /^\p{Script=Hangul}/u, usual: 'ko', others: [] },
  { letters: /^[\p{Script=Hiragana}\p{Script=Katakana}]/u, usual: 'ja', others: [] },
  { letters: /^\p{Script=Han}/u, usual: 'zh', others: ['ja', 'ko'] },
  { letters: /^\p{Script=Cyrillic}/u, usual: 'ru', others: ['be', 'bg', 'kk', 'ky', 'mk', 'mn', 'sr', 'tg', 'uk'] },
  { letters: /^\p{Script=Arabic}/u, usual: 'ar', others: ['ckb', 'fa', 'ps', 'sd', 'ug', 'ur'] },
  { letters: /^\p{Script=Greek}/u, usual: 'el', others: [] },
  { letters: /^\p{Script=Hebrew}/u, usual: 'he', others: ['yi'] },
  { letters: /^\p{Script=Devanagari}/u, usual: 'hi', others: ['mr', 'ne', 'sa'] },
  { letters: /^\p{Script=Thai}/u, usual: 'th', others: [] },
  { letters: /^\p{Script=Tamil}/u, usual: 'ta', others: [] },
  { letters: /^\p{Script=Telugu}/u, usual: 'te', others: [] },
  { letters: /^\p{Script=Kannada}/u, usual: 'kn', others: [] },
  { letters: /^\p{Script=Bengali}/u, usual: 'bn', others: ['as'] },
  { letters: /^\p{Script=Gujarati}/u, usual: 'gu', others: [] },
  { letters: /^\p{Script=Gurmukhi}/u, usual: 'pa', others: [] },
  { letters: /^\p{Script=Malayalam}/u, usual: 'ml', others: [] },
  { letters: /^\p{Script=Sinhala}/u, usual: 'si', others: [] },
  { letters: /^\p{Script=Armenian}/u, usual: 'hy', others: [] },
  { letters: /^\p{Script=Georgian}/u, usual: 'ka', others: [] },
  { letters: /^\p{Script=Khmer}/u, usual: 'km', others: [] },
  { letters: /^\p{Script=Lao}/u, usual: 'lo', others: [] },
  { letters: /^\p{Script=Myanmar}/u, usual: 'my', others: [] },
  { letters: /^\p{Script=Ethiopic}/u, usual: 'am', others: ['ti'] },
];

const BY_SCRIPT: ReadonlySet<string> = new Set(SCRIPTS.flatMap(({ usual, others }) => [usual, ...others]));
const PLAIN_LETTER = /^[a-z0-9]/;
const LETTER = /^\p{L}/u;
const LATIN = /^\p{Script=Latin}/u;

/**
 * The language whose rules fit a word of a text: the text's own, unless the word is in another script. An English name in a
 * Japanese text is an English word.
 */
export function languageOfWord(word: string, language: string): string {
  if (!PLAIN_LETTER.test(word) && !LATIN.test(word)) return languageInScript(word, language) ?? language;
  return BY_SCRIPT.has(language) ? ENGLISH : language;
}

/** For a text that begins with a letter of a script that tells: one of its languages, the preferred one if it is among them. */
export function languageInScript(text: string, preferred: string): string | undefined {
  if (!LETTER.test(text)) return undefined;
  const script = SCRIPTS.find(({ letters }) => letters.test(text));
  return script?.others.includes(preferred) ? preferred : script?.usual;
}

/** Whether a language is written in a script of its own, and not in Latin letters. */
export function hasOwnScript(language: string): boolean {
  return BY_SCRIPT.has(language);
}

/** Whether two languages may be written in the same script, as Japanese and Chinese, or Russian and Bulgarian may. */
export function shareScript(one: string, other: string): boolean {
  return SCRIPTS.some(({ usual, others }) => [one, other].every((code) => code === usual || others.includes(code)));
}

/** Codes that stand for one language under several names, and codes of countries that are taken for those of languages. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['cn', 'zh'],
  ['cz', 'cs'],
  ['dk', 'da'],
  ['jp', 'ja'],
  ['kr', 'ko'],
  ['nb', 'no'],
  ['nn', 'no'],
  ['ua', 'uk'],
]);
/** "de", "pt-BR", "zh_Hant_TW". */
const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,4}$/;
/** Languages that a library may well have, and that may be given by their names. */
const COMMON = new Set(
  'ar be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv mk ml mr ms my ne nl no pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  ),
);

/** Codes of others are rather something else when they stand in a path. */
export function isCommonLanguage(code: string): boolean {
  return COMMON.has(code);
}

let codes: Intl.DisplayNames | undefined;
let names: ReadonlyMap<string, string> | undefined;

/** The short code of a language that is given by a BCP 47 tag or by its name in English or in itself. */
export function languageNamed(text: string): string | undefined {
  const written = text.trim().toLowerCase();
  return (TAG.test(written) ? codeOfTag(written) : undefined) ?? codeOfName(written);
}

function codeOfTag(tag: string): string | undefined {
  const alias = ALIASES.get(tag);
  if (alias !== undefined) return alias;
  codes ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  try {
    const { language } = new Intl.Locale(tag.replaceAll('_', '-'));
    return codes.of(language) === undefined ? undefined : (ALIASES.get(language) ?? language);
  } catch {
    return undefined;
  }
}

function codeOfName(name: string): string | undefined {
  names ??= readNames();
  return names.get(name.normalize('NFC'));
}

function readNames(): Map<string, string> {
  const found = new Map<string, string>();
  for (const code of COMMON) {
    for (const reader of ['en', code]) {
      const name = new Intl.DisplayNames([reader], { type: 'language' }).of(code);
      if (name !== undefined) found.set(name.toLowerCase(), code);
    }
  }
  return found;
}
