import { FUNCTION_WORDS } from './function-words.ts';

/** Counts the words of a text that is read piece by piece, and which of them are the smallest ones of a language. */
export interface FunctionWordTally {
  /** Reads on, in lower case and without accents. A word may begin in one piece and end in the next. */
  read(piece: string): void;
  /** How many words there were, the one at hand as if it ended here. */
  words(): number;
  /** How many of them are a language's own, by language; a word of several languages is shared. */
  byLanguage(): Map<string, number>;
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const ACCENTS = /[\u0300-\u036f]/g;

export function withoutAccents(text: string): string {
  return ACCENTED.test(text) ? text.normalize('NFD').replace(ACCENTS, '') : text;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzđø';
const A = 0x61;
const Z = 0x7a;

/** The index of a letter; below 0 for whatever is none. */
function letterOf(unit: number): number {
  if (unit >= A && unit <= Z) return unit - A;
  return unit < 0x80 ? -1 : LETTERS.indexOf(String.fromCharCode(unit));
}

/** Behind letters with which no word begins. */
const LOST = 0;
const START = 1;

/** The words as a tree of letters: a number for every beginning of one. */
interface Tree {
  /** By beginning and letter behind it: the longer beginning. */
  readonly next: Uint16Array;
  /** By beginning: the languages of which it is a word. */
  readonly languages: readonly (readonly string[])[];
}

let grown: Tree | undefined;

function growTree(): Tree {
  const rows = [noLetters(), noLetters()];
  const languages: string[][] = [[], []];
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of new Set(withoutAccents(words).split(' '))) {
      const end = enter(rows, word);
      while (languages.length < rows.length) languages.push([]);
      languages[end]?.push(language);
    }
  }
  return { next: Uint16Array.from(rows.flat()), languages };
}

function noLetters(): number[] {
  return Array.from(LETTERS, () => LOST);
}

/** The number of a word's end, with new rows where it had none. */
function enter(rows: number[][], word: string): number {
  let at = START;
  for (const letter of word) {
    const row = rows[at];
    const index = LETTERS.indexOf(letter);
    if (row === undefined || index < 0) return LOST;
    if (row[index] === LOST) row[index] = rows.push(noLetters()) - 1;
    at = row[index] ?? LOST;
  }
  return at;
}

export function createFunctionWordTally(): FunctionWordTally {
  grown ??= growTree();
  const { next, languages } = grown;
  /** By beginning: how often a word ended there. */
  const ended = new Uint32Array(languages.length);
  /** The beginnings at which one did. */
  const ends: number[] = [];
  let words = 0;
  let at = START;
  let isInWord = false;

  return {
    read(piece) {
      for (let index = 0; index < piece.length; index++) {
        const letter = letterOf(piece.charCodeAt(index));
        if (letter >= 0) {
          at = next[at * LETTERS.length + letter] ?? LOST;
          isInWord = true;
        } else if (isInWord) {
          const times = ended[at] ?? 0;
          if (times === 0) ends.push(at);
          ended[at] = times + 1;
          words++;
          at = START;
          isInWord = false;
        }
      }
    },
    words: () => words + (isInWord ? 1 : 0),
    byLanguage() {
      const counts = new Map<string, number>();
      const add = (end: number, times: number): void => {
        const spoken = languages[end] ?? [];
        for (const language of spoken) counts.set(language, (counts.get(language) ?? 0) + times / spoken.length);
      };
      for (const end of ends) add(end, ended[end] ?? 0);
      if (isInWord) add(at, 1);
      return counts;
    },
  };
}
