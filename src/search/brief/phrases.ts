import { wordsOf } from '../words/words.ts';

/** A phrase that was found in a text. */
export interface Found<T> {
  readonly value: T;
  /** The place of its first word. */
  readonly at: number;
  /** How many words it has. */
  readonly length: number;
}

/** Known phrases, each of which stands for something. */
export interface Phrases<T> {
  /** All that stand in a text as whole words next to each other, in the order of the text, longer ones first. */
  in(text: string): Found<T>[];
}

/** Scripts that do not part their words by spaces: a phrase of theirs may stand anywhere in a run of letters. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const MOST_WORDS = 6;
/** Nobody names anything further behind. */
const LONGEST_TEXT = 4_000;

interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Makes phrases ready to be found. Without regard to case, hyphens and other marks. */
export function readPhrases<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  const unparted: Phrase<T>[] = [];
  for (const [written, value] of entries) {
    const words = wordsOf(written);
    const [first] = words;
    if (first === undefined || words.length > MOST_WORDS) continue;
    if (UNPARTED.test(written)) unparted.push({ words: [words.join('')], value });
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length);

  function foundAt(text: readonly string[], at: number): Found<T>[] {
    const candidates = byFirst.get(text[at] ?? '') ?? [];
    return candidates
      .filter(({ words }) => words.every((word, offset) => text[at + offset] === word))
      .map(({ words, value }) => ({ value, at, length: words.length }));
  }

  return {
    in(text) {
      const words = wordsOf(text.slice(0, LONGEST_TEXT));
      const found = words.flatMap((word, at) => (byFirst.has(word) ? foundAt(words, at) : []));
      if (unparted.length === 0 || !UNPARTED.test(text)) return found;
      const run = words.join('');
      const inside = unparted.filter(({ words: [phrase = ''] }) => run.includes(phrase));
      return [
        ...found,
        ...inside.map(({ words: [phrase = ''], value }) => ({ value, at: run.indexOf(phrase), length: 1 })),
      ];
    },
  };
}
