import type { Field } from '../engine.ts';
import type { Clause } from '../index/live-index.ts';
import { isStopWord, termOf, wordsOf } from '../words/words.ts';
import type { Glossary } from './glossary.ts';

/** A phrasing of a question as the indexes are asked. */
export interface Phrasing {
  /** The different words that count, as they were asked. */
  readonly words: readonly string[];
  /** Their terms. */
  readonly terms: readonly string[];
  /** Those terms and, with less weight, the team's other names for them. None when the text has no words. */
  readonly clauses: readonly Clause<Field>[];
}

const LONGEST_QUERY = 2000;
const MOST_WORDS = 64;

/** Reads what somebody typed. It has no operators: whatever it holds is a word or nothing. */
export function readPhrasing(text: string, glossary: Glossary): Phrasing {
  const all = wordsOf(text.slice(0, LONGEST_QUERY));
  const different = [...new Set(all)];
  const telling = different.filter((word) => !isStopWord(word));
  const words = (telling.length > 0 ? telling : different).slice(0, MOST_WORDS);
  const terms = [...new Set(words.map(termOf))];
  const clauses: Clause<Field>[] = terms.map((term) => ({ term, boost: 1 }));
  for (const [term, boost] of glossary.othersFor(all)) clauses.push({ term, boost });
  return { words, terms, clauses };
}
