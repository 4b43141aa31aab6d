import { isUnspaced, segmentsOf } from './segments.ts';

const ASCII = /^[\0-\x7f]*$/;
/** Apostrophes and hyphens in a token at most: the bound keeps a chain of letters and hyphens from being one. */
export const MOST_JOINTS = 7;
/** Letters and digits, apostrophes and single hyphens inside. */
const ASCII_TOKEN = new RegExp(`[a-z0-9]+(?:['-][a-z0-9]+){0,${MOST_JOINTS}}`, 'g');
/** The same for any script, with the marks that go with letters. */
const TOKEN = new RegExp(`[\\p{L}\\p{M}\\p{N}]+(?:['-][\\p{L}\\p{M}\\p{N}]+){0,${MOST_JOINTS}}`, 'gu');
/** Soft hyphens, joiners, marks of direction and the like: nobody sees them, and they stand inside words. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc]/g;
const HYPHENS = /[\u2010\u2011]/g;
/** A longer run without a break is a key or a picture in letters; it is found by its beginning. */
const LONGEST_WORD = 64;
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;
const LETTER = /^\p{L}/u;
/** Endings that belong to the sentence and not to the word: "the team's", "we're", "they've". */
const CLITIC = /'(?:s|re|ve|ll|m|d)$/;

/** What stands together in a text, in its order, lower case and NFKC: words, and words that hyphens join. */
export function tokensOf(text: string): string[] {
  return ASCII.test(text) ? (text.toLowerCase().match(ASCII_TOKEN) ?? []) : tokensOfAnyScript(text);
}

function tokensOfAnyScript(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-');
  const tokens = plain.match(TOKEN) ?? [];
  return isUnspaced(plain) ? tokens.flatMap((token) => (isUnspaced(token) ? segmentsOf(token) : token)) : tokens;
}

/** The words of a token: a hyphen parts them, unless only one letter stands before it as in "e-mail". */
export function wordsOfToken(token: string): string[] {
  if (!token.includes('-')) return [bareWord(token)];
  const [first = '', second = '', ...rest] = partsOfToken(token);
  return isInitial(first, second) ? [first + second, ...rest] : [first, second, ...rest];
}

/** What stands behind the initial of "t-shirt". */
export function wordBehindInitial(token: string): string | undefined {
  if (token.charAt(1) !== '-') return undefined;
  const [first = '', second = ''] = partsOfToken(token);
  return isInitial(first, second) ? second : undefined;
}

function partsOfToken(token: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = token.indexOf('-'); end >= 0; end = token.indexOf('-', start)) {
    parts.push(bareWord(token.slice(start, end)));
    start = end + 1;
  }
  parts.push(bareWord(token.slice(start)));
  return parts;
}

function isInitial(first: string, second: string): boolean {
  return first.length === 1 && second.length > 1 && LETTER.test(first);
}

/** A word without what belongs to the sentence, and no longer than words are. */
export function bareWord(word: string): string {
  const short = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).replace(HALF_A_CHARACTER, '') : word;
  return short.includes("'") ? short.replace(CLITIC, '') : short;
}
