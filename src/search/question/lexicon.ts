import type { Without } from '../aids.ts';
import type { Names } from './names.ts';
import type { Spelling } from './spelling.ts';

/** What is known of words, by the library and in general, when a question is read. */
export interface Lexicon extends Spelling {
  readonly without: Without;
  /** Those of the library's documents, the most common first. */
  readonly languages: readonly string[];
  /** How many documents there are. */
  readonly documents: number;
  /** In how many documents a term stands. */
  frequency(term: string): number;
  /** The terms that begin so, the most frequent first. */
  startingWith(prefix: string, most: number): readonly string[];
  /** Other names for what the question's words speak of, by where they come from. */
  readonly names: readonly NamesFrom[];
  /** What documents say that an acronym means; none for one that nobody explains. */
  meaningsOf(acronym: string): readonly string[];
  /** The acronyms that documents use for what a run of words says in full. */
  acronymsOf(words: readonly string[]): readonly string[];
}

export interface NamesFrom {
  readonly origin: 'glossary' | 'alias' | 'synonym';
  /** The names are compared by their terms in this language. */
  readonly language: string;
  readonly names: Names;
}
