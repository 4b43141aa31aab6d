import { wordsOf } from '../words/words.ts';

/** Knows what has been said, and says of another text whether most of it has been said already. */
export interface Said {
  has(text: string): boolean;
  add(text: string): void;
}

/** As many words in a row are taken for the same words. */
const LENGTH = 4;
/** A text is said again when this part of its rows of words was there before. */
const MOST = 0.6;

export function createSaid(): Said {
  const said = new Set<string>();
  const asked = new Map<string, ReadonlySet<string>>();
  return {
    has(text) {
      const own = asked.get(text) ?? shinglesOf(text);
      asked.set(text, own);
      return own.size > 0 && [...own].filter((shingle) => said.has(shingle)).length >= MOST * own.size;
    },
    add(text) {
      for (const shingle of shinglesOf(text)) said.add(shingle);
    },
  };
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length <= LENGTH) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(LENGTH - 1).map((_, at) => words.slice(at, at + LENGTH).join(' ')));
}
