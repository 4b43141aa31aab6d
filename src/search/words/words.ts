import { type Joins, joinsOf, writtenAsOne } from './compounds.ts';
import { grammarOf } from './grammar.ts';
import { ENGLISH, languageOfWord } from './languages.ts';
import { bareWord, tokensOf, wordBehindInitial, wordsOfToken } from './tokens.ts';

const MOST_REMEMBERED = 100_000;
/** Shorter pieces of a text are copies anyway; longer ones keep the whole text in memory. */
const SHORTEST_SLICE = 13;

/** A token of a text as the index knows it. */
interface Reading {
  /** All its terms: those of its words, and that of what they are when they are written as one. */
  readonly terms: readonly string[];
  /** Those that are not stop words. */
  readonly telling: readonly string[];
  /** The compounds that its last word may open. */
  readonly opens: Joins | undefined;
}

/** What was read, by token. Most are one telling word that opens nothing: only its term is kept. */
type Memory = Map<string, Reading | string>;

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
  const asked: { word: string; joined: string[] }[] = [];
  let opened: Joins | undefined;
  for (const token of tokensOf(text)) {
    const words = wordsOfToken(token);
    const { terms, opens } = recall(token, ENGLISH);
    const before = asked.at(-1);
    const withBefore = opened?.get(terms[0] ?? '');
    const inside = joinedIn(words);
    for (const word of words) asked.push({ word, joined: inside === undefined ? [] : [inside] });
    const first = asked.at(-words.length);
    if (withBefore !== undefined) for (const neighbour of [before, first]) neighbour?.joined.push(withBefore);
    opened = opens;
  }
  return asked;
}

/** The word without its ending and its accents: what is indexed and asked for. */
export function termOf(word: string, language: string = ENGLISH): string {
  return recall(word, language).terms[0] ?? word;
}

/** The different terms of a word that may be meant in any of these languages, in their order. */
export function termsOfWord(word: string, languages: readonly string[]): string[] {
  return [...new Set((languages.length > 0 ? languages : [ENGLISH]).map((language) => termOf(word, language)))];
}

/** Whether the word says nothing alone, as "the" and "about" do. */
export function isStopWord(word: string, language: string = ENGLISH): boolean {
  return recall(word, language).telling.length === 0;
}

/** The terms of a running text: without stop words. */
export function termsOf(text: string, language: string = ENGLISH): string[] {
  return termsIn(text, language, false);
}

/** The terms of a title, a heading or another name: with stop words, so that "About us" can be found. */
export function termsOfName(name: string, language: string = ENGLISH): string[] {
  return termsIn(name, language, true);
}

function termsIn(text: string, language: string, isName: boolean): string[] {
  const terms: string[] = [];
  const memory = memoryOf(language);
  let opened: Joins | undefined;
  for (const token of tokensOf(text)) {
    const known = memory.get(token) ?? remember(token, language);
    const isWord = typeof known === 'string';
    if (isWord) terms.push(known);
    else for (const term of isName ? known.terms : known.telling) terms.push(term);
    if (opened !== undefined) {
      const joined = opened.get(isWord ? known : (known.terms[0] ?? ''));
      if (joined !== undefined) terms.push(termOf(joined, language));
    }
    opened = isWord ? undefined : known.opens;
  }
  return terms;
}

/** By language. */
const memories = new Map<string, Memory>();
let remembered = 0;

function memoryOf(language: string): Memory {
  const there = memories.get(language);
  if (there !== undefined) return there;
  const made: Memory = new Map();
  memories.set(language, made);
  return made;
}

function recall(token: string, language: string): Reading {
  const known = memoryOf(language).get(token) ?? remember(token, language);
  return typeof known === 'string' ? { terms: [known], telling: [known], opens: undefined } : known;
}

function remember(token: string, language: string): Reading | string {
  if (remembered >= MOST_REMEMBERED) {
    for (const memory of memories.values()) memory.clear();
    remembered = 0;
  }
  const reading = token.includes('-') ? readJoined(token, language) : readWord(bareWord(token), language);
  const [term] = reading.telling;
  const isPlain = reading.terms.length === 1 && reading.opens === undefined;
  const kept = isPlain && term !== undefined ? term : reading;
  memoryOf(language).set(ownCopy(token), kept);
  remembered++;
  return kept;
}

function readWord(word: string, language: string): Reading {
  const own = languageOfWord(word, language);
  const { stem, isStopWord } = grammarOf(own);
  const terms = [ownCopy(stem(word) || word)];
  const opens = own === ENGLISH ? joinsOf(terms[0] ?? '') : undefined;
  return { terms, telling: isStopWord(word) ? [] : terms, opens };
}

/** The words of a token that has hyphens, and the word that they may be written as. */
function readJoined(token: string, language: string): Reading {
  const words = wordsOfToken(token);
  const terms: string[] = [];
  const telling: string[] = [];
  let opens: Joins | undefined;
  const add = (word: string): void => {
    const reading = recall(word, language);
    terms.push(...reading.terms);
    telling.push(...reading.telling);
    opens = reading.opens;
  };
  words.forEach(add);
  const opened = opens;
  for (const word of [joinedIn(words), wordBehindInitial(token)]) if (word !== undefined) add(word);
  return { terms, telling, opens: opened };
}

/** The one word that the words of a token may be written as. */
function joinedIn(words: readonly string[]): string | undefined {
  const [first, second] = words;
  if (first === undefined || second === undefined) return undefined;
  const usual = words.length === 2 ? joinsOf(termOf(first))?.get(termOf(second)) : undefined;
  return usual ?? writtenAsOne(words);
}

/** A copy that does not keep the text alive from which it was cut. */
function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
