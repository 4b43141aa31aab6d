import type { Document } from '../library/document.ts';
import { nearest } from '../library/nearest.ts';
import { byCodeUnit } from '../library/order.ts';
import { isStopWord, termOf, wordsOf } from './words/words.ts';

/** Finds titles that have words like the given ones. */
export interface NearTitles {
  /** The nearest first, at most `most`; only of documents that `accepts` lets through. */
  find(words: readonly string[], most: number, accepts: (document: Document) => boolean): string[];
}

const MOST_WORDS = 8;
const SHORTEST_WORD = 3;
const SHORTEST_PREFIX = 4;
const MOST_COMPARED = 2000;

/** Prepares the titles of documents, by the first letters of their words: only words that begin alike are compared. */
export function readTitles(documents: Iterable<Document>): NearTitles {
  const byInitial = new Map<string, Map<string, Document[]>>();
  for (const document of documents) {
    for (const word of new Set(wordsOf(document.title))) {
      if (word.length < SHORTEST_WORD || isStopWord(word)) continue;
      const words = byInitial.get(word.charAt(0)) ?? new Map<string, Document[]>();
      byInitial.set(word.charAt(0), words);
      const same = words.get(word);
      if (same === undefined) words.set(word, [document]);
      else same.push(document);
    }
  }
  return {
    find(words, most, accepts) {
      const worth = new Map<Document, number>();
      for (const word of words.slice(0, MOST_WORDS)) {
        const known = byInitial.get(word.charAt(0)) ?? new Map<string, Document[]>();
        for (const [near, likeness] of wordsLike(word, known)) {
          for (const document of known.get(near) ?? []) worth.set(document, (worth.get(document) ?? 0) + likeness);
        }
      }
      const found = [...worth].filter(([document]) => accepts(document));
      found.sort(([a, x], [b, y]) => y - x || byCodeUnit(a.id, b.id));
      const titles = new Map(found.map(([{ title }]) => [title.toLowerCase(), title]));
      return [...titles.values()].slice(0, most);
    },
  };
}

/** The known words that are the same, begin alike or differ in few letters, with how like they are. */
function wordsLike(word: string, known: ReadonlyMap<string, unknown>): Map<string, number> {
  const like = new Map<string, number>();
  if (word.length < SHORTEST_WORD) return like;
  const candidates = [...known.keys()].slice(0, MOST_COMPARED);
  for (const near of nearest(word, candidates, 5)) like.set(near, 0.5);
  for (const candidate of candidates) {
    const prefix = Math.max(SHORTEST_PREFIX, Math.ceil(0.6 * Math.max(word.length, candidate.length)));
    if (candidate.slice(0, prefix) === word.slice(0, prefix) && word.length >= prefix) like.set(candidate, 0.7);
    if (termOf(candidate) === termOf(word)) like.set(candidate, 1);
  }
  return like;
}
