// Questions of a given number of words, each taken from the running text of some document.
import lunr from 'lunr';
import { generator } from './library.mjs';

const TRIES = 1_000;

const isStopWord = (word) => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;

/** `count` questions of `length` different words that follow each other in a text; the first is no stop word. */
export function questionsFrom(documents, { count, length, seed = 1 }) {
  const random = generator(seed * 1_000 + length);
  const question = () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const { body } = documents[Math.floor(random() * documents.length)];
      const text = body.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
      const from = Math.floor(random() * text.length);
      const words = new Set();
      for (let at = from; at < text.length && words.size < length; at++) words.add(text[at]);
      if (words.size === length && !isStopWord(text[from])) return [...words].join(' ');
    }
    throw new Error(`No document has ${length} words that follow each other.`);
  };
  return Array.from({ length: count }, question);
}
