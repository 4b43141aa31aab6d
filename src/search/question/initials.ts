/** A part of a word that may give a letter of an acronym: its beginning, what follows a hyphen, a capital inside. */
interface Part {
  /** The letters that it can be read as. */
  readonly letters: string;
  /** Whether it may be passed over. */
  readonly isOptional: boolean;
}

interface Word {
  readonly parts: readonly Part[];
  readonly start: number;
  readonly end: number;
}

/** Where a meaning begins and ends in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}'’]+(?:-[\p{L}\p{N}'’]+)*|[&+]/gu;
const CAPITAL_INSIDE = /(?<=\p{L})\p{Lu}/gu;
const SMALL_WORDS = new Set(
  '& + a an and as at by de del der des die du et for from in into la le of on or per the to und von vs with'.split(
    ' ',
  ),
);
/** What is written for a word because of how it sounds or looks: B2B, R&D, UX. */
const OTHER_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:to|two)$/, '2'],
  [/^(?:for|four)$/, '4'],
  [/^(?:and|[&+])$/, '&a'],
  [/^ex/, 'x'],
];

/** The words at the beginning of a text whose initials are these letters, small words aside; undefined when they are not. */
export function spelledFromStart(letters: string, text: string): Span | undefined {
  const words = readWords(text);
  const last = wordReaching(letters, words);
  const [first] = words;
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** The words at the end of a text whose initials are these letters, small words aside; undefined when they are not. */
export function spelledToEnd(letters: string, text: string): Span | undefined {
  const words = readWords(text).reverse();
  const backwards = words.map((word) => ({ ...word, parts: [...word.parts].reverse() }));
  const first = wordReaching([...letters].reverse().join(''), backwards);
  const [last] = words;
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

function readWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => {
    const isSmall = SMALL_WORDS.has(word.toLowerCase());
    const letters = word.split('-').flatMap(lettersOf);
    const parts = letters.map((part, at) => ({ letters: part, isOptional: isSmall || at > 0 }));
    return { parts, start: index, end: index + word.length };
  });
}

/** What the beginning of a word can be read as, and each capital inside: HyperText, API. */
function lettersOf(word: string): string[] {
  const lower = word.toLowerCase();
  const others = OTHER_LETTERS.filter(([spelling]) => spelling.test(lower)).map(([, letters]) => letters);
  const inside = Array.from(word.matchAll(CAPITAL_INSIDE), ([capital]) => capital.toLowerCase());
  return [lower.charAt(0) + others.join(''), ...inside];
}

/** The word with which all letters have been given in their order. How many can have been given so far is kept as bits. */
function wordReaching(letters: string, words: readonly Word[]): Word | undefined {
  const all = 1 << letters.length;
  let reached = 1;
  for (const word of words) {
    for (const part of word.parts) {
      const given = (reached & placesOf(part, letters)) << 1;
      reached = part.isOptional ? given | reached : given;
    }
    if ((reached & all) !== 0) return word;
    // A name does not begin with a word that gives no letter.
    reached &= ~1;
    if (reached === 0) return undefined;
  }
  return undefined;
}

/** Where among the letters those of a part stand, as bits. */
function placesOf(part: Part, letters: string): number {
  let places = 0;
  for (let at = 0; at < letters.length; at++) if (part.letters.includes(letters.charAt(at))) places |= 1 << at;
  return places;
}
