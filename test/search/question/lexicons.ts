import { runThrough } from '../../../src/library/slices.ts';
import type { Lexicon } from '../../../src/search/question/lexicon.ts';
import { type Names, readNames } from '../../../src/search/question/names.ts';

/** Names as an English library reads them. */
export function namesOf(groups: readonly (readonly string[])[]): Names {
  return runThrough(readNames(groups, 'en'));
}

/** What is known of words in an English library of 100 documents, each with every word, unless something else is said. */
export function lexiconWith(
  parts: Partial<Lexicon> & { readonly glossary?: readonly (readonly string[])[] } = {},
): Lexicon {
  const { glossary = [], ...rest } = parts;
  return {
    without: new Set(),
    languages: ['en'],
    documents: 100,
    names: [{ origin: 'glossary', language: 'en', names: namesOf(glossary) }],
    frequency: () => 100,
    startingWith: () => [],
    meaningsOf: () => [],
    acronymsOf: () => [],
    correct: (words) => words.map(() => []),
    ...rest,
  };
}
