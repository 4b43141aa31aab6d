import type { Joins } from './compounds.ts';
import { ENGLISH } from './languages.ts';
import { createTermMemory, joinedIn, type TermMemory } from './term-memory.ts';
import { tokensOf, wordsOfToken } from './tokens.ts';

let memory = createTermMemory();

/** The memory that is to be used for a while: until a document or a question has been read. */
export function termMemory(): TermMemory {
  if (memory.isFull) memory = createTermMemory();
  return memory;
}

/** A word of a question. */
export interface AskedWord {
  readonly word: string;
  /** What it is together with a neighbour: "signup" for each word of "sign up" and of "sign-up". */
  readonly joined: readonly string[];
}

/** The words of a text in their order, whatever its language: lower case, NFKC, straight apostrophes. */
export function wordsOf(text: string): string[] {
  return tokensOf(text).flatMap(wordsOfToken);
}

/** The words of a question, with what they are written as together. */
export function askedWordsOf(text: string): AskedWord[] {
  const { recall, terms } = termMemory();
  const asked: { word: string; joined: string[] }[] = [];
  let opened: Joins | undefined;
  for (const token of tokensOf(text)) {
    const words = wordsOfToken(token);
    const reading = recall(token, ENGLISH);
    const before = asked.at(-1);
    const withBefore = opened?.get(terms[reading.terms[0] ?? -1] ?? '');
    const inside = joinedIn(words, termOf);
    for (const word of words) asked.push({ word, joined: inside === undefined ? [] : [inside] });
    const first = asked.at(-words.length);
    if (withBefore !== undefined) for (const neighbour of [before, first]) neighbour?.joined.push(withBefore);
    opened = reading.opens;
  }
  return asked;
}

/** The word without its ending and its accents: what is indexed and asked for. */
export function termOf(word: string, language: string = ENGLISH): string {
  const { recall, terms } = termMemory();
  return terms[recall(word, language).terms[0] ?? -1] ?? word;
}

/** The different terms of a word that may be meant in any of these languages, in their order. */
export function termsOfWord(word: string, languages: readonly string[]): string[] {
  return [...new Set((languages.length > 0 ? languages : [ENGLISH]).map((language) => termOf(word, language)))];
}

/** Whether the word says nothing alone, as "the" and "about" do. */
export function isStopWord(word: string, language: string = ENGLISH): boolean {
  return termMemory().recall(word, language).telling.length === 0;
}

/** The terms of a running text: without stop words. */
export function termsOf(text: string, language: string = ENGLISH): string[] {
  const { termsOf: read, terms } = termMemory();
  return read(text, language).map((number) => terms[number] ?? '');
}

/** The terms of a title, a heading or another name: with stop words, so that "About us" can be found. */
export function termsOfName(name: string, language: string = ENGLISH): string[] {
  const { termsOfName: read, terms } = termMemory();
  return read(name, language).map((number) => terms[number] ?? '');
}
