import { type Joins, joinsOf, writtenAsOne } from './compounds.ts';
import { grammarOf } from './grammar.ts';
import { ENGLISH, languageOfWord } from './languages.ts';
import { createTokenScan } from './token-scan.ts';
import { bareWord, tokensOf, wordBehindInitial, wordsOfToken } from './tokens.ts';
import { createUnitTable, hashOf, NOT_THERE, type UnitRun, type UnitTable, unitsOf } from './unit-table.ts';

/** A token as the index knows it. Terms are given by their numbers. */
export interface Reading {
  /** All its terms: those of its words, and that of what they are when they are written as one. */
  readonly terms: readonly number[];
  /** Those that are not stop words. */
  readonly telling: readonly number[];
  /** The compounds that its last word may open. */
  readonly opens: Joins | undefined;
}

/** What was read of texts, so that no word is read twice. */
export interface TermMemory {
  /** The terms by number. One may have several numbers; those that were given out stay what they are. */
  readonly terms: readonly string[];
  /** Whether it is time to forget, and to begin with another memory. */
  readonly isFull: boolean;
  recall(token: string, language: string): Reading;
  /** The terms of a running text, in its order: without stop words. */
  termsOf(text: string, language: string): number[];
  /** The terms of a title, a heading or another name: with stop words, so that "About us" can be found. */
  termsOfName(name: string, language: string): number[];
}

const MOST_REMEMBERED = 100_000;
/** Longer runs of units are read anew each time. */
const LONGEST_KEPT = 256;
/** Room for the terms of longer texts is not kept. */
const MOST_FOUND = 1 << 16;
/** Shorter pieces of a text are copies anyway; longer ones keep the whole text in memory. */
const SHORTEST_SLICE = 13;

/** What is known of a language: by token, and by what stands between spaces and is not only ASCII. */
interface Known {
  readonly language: string;
  readonly tokens: UnitTable;
  readonly stretches: UnitTable;
}

interface Hashed {
  readonly run: UnitRun;
  readonly hash: number;
}

export function createTermMemory(): TermMemory {
  const terms: string[] = [];
  /** Of what is kept and is not one telling word that opens nothing: that is kept as the number of its term. */
  const readings: (readonly Reading[])[] = [];
  const byLanguage = new Map<string, Known>();
  let kept = 0;
  const scan = createTokenScan({ token: addToken, stretch: addStretch });
  /** What is being read. */
  let text = '';
  let known = knownOf(ENGLISH);
  let found: number[] = [];
  let size = 0;
  let isName = false;
  let opened: Joins | undefined;

  function knownOf(language: string): Known {
    const there = byLanguage.get(language);
    if (there !== undefined) return there;
    const made = { language, tokens: createUnitTable(), stretches: createUnitTable() };
    byLanguage.set(language, made);
    return made;
  }

  /** A number to keep for readings; below 0 it is the complement of an index. */
  function numberFor(read: readonly Reading[]): number {
    const [only] = read;
    const [term] = only?.telling ?? [];
    const isPlain = read.length === 1 && only?.terms.length === 1 && only.opens === undefined;
    return isPlain && term !== undefined ? term : ~(readings.push(read) - 1);
  }

  function keep(table: UnitTable, { run, hash }: Hashed, read: readonly Reading[]): void {
    if (run.to - run.from > LONGEST_KEPT) return;
    table.add(run, hash, numberFor(read));
    kept++;
  }

  function recall(token: string, language: string): Reading {
    const { tokens } = knownOf(language);
    const run = unitsOf(token);
    const hash = hashOf(run);
    const number = tokens.find(run, hash);
    if (number >= 0) return { terms: [number], telling: [number], opens: undefined };
    const before = number === NOT_THERE ? undefined : readings[~number]?.[0];
    if (before !== undefined) return before;
    const reading = token.includes('-') ? readJoined(token, language) : readWord(bareWord(token), language);
    keep(tokens, { run, hash }, [reading]);
    return reading;
  }

  function readWord(word: string, language: string): Reading {
    const own = languageOfWord(word, language);
    const { stem, isStopWord } = grammarOf(own);
    const term = stem(word) || word;
    const numbers = [terms.push(ownCopy(term)) - 1];
    const opens = own === ENGLISH ? joinsOf(term) : undefined;
    return { terms: numbers, telling: isStopWord(word) ? [] : numbers, opens };
  }

  /** The words of a token that has hyphens, and the word that they may be written as. */
  function readJoined(token: string, language: string): Reading {
    const words = wordsOfToken(token);
    const parts = words.map((word) => recall(word, language));
    const wholes = [joinedIn(words, recallEnglish), wordBehindInitial(token)];
    const all = [...parts, ...wholes.flatMap((word) => (word === undefined ? [] : recall(word, language)))];
    return {
      terms: all.flatMap((reading) => reading.terms),
      telling: all.flatMap((reading) => reading.telling),
      opens: parts.at(-1)?.opens,
    };
  }

  function recallEnglish(word: string): string {
    return terms[recall(word, ENGLISH).terms[0] ?? 0] ?? word;
  }

  function textAt({ from, to }: UnitRun): string {
    return text.slice(from, to);
  }

  function addToken(run: UnitRun, hash: number): void {
    const number = known.tokens.find(run, hash);
    if (number >= 0) {
      addPlain(number);
      return;
    }
    const reading = number === NOT_THERE ? undefined : readings[~number]?.[0];
    addReading(reading ?? recall(textAt(run).toLowerCase(), known.language));
  }

  function addStretch(run: UnitRun): void {
    const hash = hashOf(run);
    const number = known.stretches.find(run, hash);
    if (number >= 0) {
      addPlain(number);
      return;
    }
    const read = number === NOT_THERE ? undefined : readings[~number];
    for (const reading of read ?? readStretch(run, hash)) addReading(reading);
  }

  function readStretch(run: UnitRun, hash: number): readonly Reading[] {
    const read = tokensOf(textAt(run)).map((token) => recall(token, known.language));
    keep(known.stretches, { run, hash }, read);
    return read;
  }

  function addPlain(term: number): void {
    found[size++] = term;
    if (opened !== undefined) addJoined(term);
    opened = undefined;
  }

  function addReading(reading: Reading): void {
    for (const term of isName ? reading.terms : reading.telling) found[size++] = term;
    if (opened !== undefined) addJoined(reading.terms[0]);
    opened = reading.opens;
  }

  /** What the word before is together with this term. */
  function addJoined(term: number | undefined): void {
    const joined = opened?.get(terms[term ?? -1] ?? '');
    if (joined === undefined) return;
    const [asOne] = recall(joined, known.language).terms;
    if (asOne !== undefined) found[size++] = asOne;
  }

  function read(whole: string, language: string): number[] {
    text = whole;
    known = knownOf(language);
    opened = undefined;
    size = 0;
    scan(text);
    const numbers = found.slice(0, size);
    if (size > MOST_FOUND) found = [];
    text = '';
    return numbers;
  }

  return {
    terms,
    get isFull() {
      return Math.max(kept, terms.length) >= MOST_REMEMBERED;
    },
    recall,
    termsOf(text, language) {
      isName = false;
      return read(text, language);
    },
    termsOfName(name, language) {
      isName = true;
      return read(name, language);
    },
  };
}

/** The one word that the words of a token may be written as. */
export function joinedIn(words: readonly string[], termOf: (word: string) => string): string | undefined {
  const [first, second] = words;
  if (first === undefined || second === undefined) return undefined;
  const usual = words.length === 2 ? joinsOf(termOf(first))?.get(termOf(second)) : undefined;
  return usual ?? writtenAsOne(words);
}

/** A copy that does not keep the text alive from which it was cut. */
function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
