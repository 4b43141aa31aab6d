import lunr from 'lunr';

/** Letters, marks and digits of any script, apostrophes inside; everything else, hyphens included, parts words. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*/gu;
/** Endings that belong to the sentence and not to the word: "the team's", "we're", "they've". */
const CLITIC = /'(?:s|re|ve|ll|m|d)$/;
/** A longer run without a break is a key or a picture in letters; it is found by its beginning. */
const LONGEST_WORD = 64;
const MOST_REMEMBERED = 100_000;
/** Shorter pieces of a text are copies anyway; longer ones keep the whole text in memory. */
const SHORTEST_SLICE = 13;

/** A word of a text as the index knows it. */
interface Word {
  readonly term: string;
  readonly isStopWord: boolean;
}

const remembered = new Map<string, Word>();

/** The words of a text in their order: lower case, NFKC, straight apostrophes. */
export function wordsOf(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return words.map(bareWord);
}

/** The word without its English ending: what is indexed and asked for. */
export function termOf(word: string): string {
  return recall(word).term;
}

/** Whether the word says nothing alone, as "the" and "about" do. */
export function isStopWord(word: string): boolean {
  return recall(word).isStopWord;
}

/** The terms of a running text: without stop words. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text)) {
    const { term, isStopWord } = recall(word);
    if (!isStopWord) terms.push(term);
  }
  return terms;
}

/** The terms of a title, a heading or another name: with stop words, so that "About us" can be found. */
export function termsOfName(name: string): string[] {
  return wordsOf(name).map(termOf);
}

function bareWord(word: string): string {
  const short = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word;
  return short.includes("'") ? short.replace(CLITIC, '') : short;
}

function recall(word: string): Word {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const read = readWord(word);
  remembered.set(ownCopy(word), read);
  return read;
}

function readWord(word: string): Word {
  // The filter answers nothing for a stop word, whatever its type says.
  const isStop = !lunr.stopWordFilter(new lunr.Token(word, {}));
  return { term: ownCopy(lunr.stemmer(new lunr.Token(word, {})).toString()), isStopWord: isStop };
}

/** A copy that does not keep the text alive from which it was cut. */
function ownCopy(text: string): string {
  return text.length < SHORTEST_SLICE ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
