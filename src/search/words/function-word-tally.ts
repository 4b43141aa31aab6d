import { FUNCTION_WORDS } from './function-words.ts';
import { createTextUnits } from './text-units.ts';

/** Counts the words of a text that is read piece by piece, and which of them are the smallest ones of a language. */
export interface FunctionWordTally {
  /** Whether all that was read is ASCII. */
  readonly isAscii: boolean;
  /** Reads on, whatever its case and its accents. A word may begin in one piece and end in the next. */
  read(piece: string): void;
  /** How many words there were, the one at hand as if it ended here. */
  words(): number;
  /** How many of them are a language's own, by language; a word of several languages is shared. */
  byLanguage(): Map<string, number>;
}

const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/;
const ACCENTS = /[\u0300-\u036f]/g;

function withoutAccents(text: string): string {
  return ACCENTED.test(text) ? text.normalize('NFD').replace(ACCENTS, '') : text;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzđø';
/** A row of the tree has a place for each letter, from 1 on. */
const WIDTH = 32;
/** By unit: the place of a letter, and of one of ASCII in either case; 0 for whatever is none. */
const places = new Uint8Array(0x180);
const FIRST_BEYOND_ASCII = 0x80;
for (const [index, letter] of [...LETTERS].entries()) {
  places[letter.charCodeAt(0)] = index + 1;
  const capital = letter.toUpperCase().charCodeAt(0);
  if (capital < FIRST_BEYOND_ASCII) places[capital] = index + 1;
}

/** Behind letters with which no word begins: no letter leads out of it. */
const LOST = 0;
const START = WIDTH;

/** The words as a tree of letters. A beginning of one is known by where its row starts. */
interface Tree {
  /** By beginning and letter behind it: the longer beginning. */
  readonly next: Uint32Array;
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
      languages[end / WIDTH]?.push(language);
    }
  }
  return { next: Uint32Array.from(rows.flat()), languages };
}

function noLetters(): number[] {
  return Array.from({ length: WIDTH }, () => LOST);
}

/** The row of a whole word, with new rows where it had none. */
function enter(rows: number[][], word: string): number {
  let at = START;
  for (const letter of word) {
    const row = rows[at / WIDTH];
    const place = LETTERS.indexOf(letter) + 1;
    if (row === undefined || place === 0) return LOST;
    if (row[place] === LOST) row[place] = WIDTH * (rows.push(noLetters()) - 1);
    at = row[place] ?? LOST;
  }
  return at;
}

const source = createTextUnits();

function areAscii(units: Uint16Array, end: number): boolean {
  let bits = 0;
  for (let index = 0; index < end; index++) bits |= units[index] ?? 0;
  return bits < FIRST_BEYOND_ASCII;
}

export function createFunctionWordTally(): FunctionWordTally {
  grown ??= growTree();
  const { next, languages } = grown;
  /** By index of a row: how often a word ended there. */
  const ended = new Uint32Array(languages.length);
  /** The rows at which one did. */
  const ends: number[] = [];
  let words = 0;
  let at = START;
  let isAscii = true;

  function endWord(row: number): void {
    words++;
    if (row === LOST) return;
    const end = row / WIDTH;
    const times = ended[end] ?? 0;
    if (times === 0) ends.push(end);
    ended[end] = times + 1;
  }

  function readUnits(units: Uint16Array, end: number): void {
    let reached = at;
    for (let index = 0; index < end; index++) {
      const unit = units[index] ?? 0;
      const place = unit < places.length ? (places[unit] ?? 0) : 0;
      if (place > 0) {
        reached = next[reached + place] ?? LOST;
      } else if (reached !== START) {
        endWord(reached);
        reached = START;
      }
    }
    at = reached;
  }

  return {
    get isAscii() {
      return isAscii;
    },
    read(piece) {
      const units = source.read(piece);
      if (areAscii(units, piece.length)) {
        readUnits(units, piece.length);
        return;
      }
      isAscii = false;
      const plain = withoutAccents(piece.toLowerCase());
      readUnits(source.read(plain), plain.length);
    },
    words: () => words + (at === START ? 0 : 1),
    byLanguage() {
      const counts = new Map<string, number>();
      const add = (end: number, times: number): void => {
        const spoken = languages[end] ?? [];
        for (const language of spoken) counts.set(language, (counts.get(language) ?? 0) + times / spoken.length);
      };
      for (const end of ends) add(end, ended[end] ?? 0);
      if (at !== START) add(at / WIDTH, 1);
      return counts;
    },
  };
}
