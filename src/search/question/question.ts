import { inverseFrequency } from '../index/bm25.ts';
import { isLightWord } from '../thesaurus/light-words.ts';
import { languageOfQuestion, stopWordsOfQuestion } from '../words/detect.ts';
import { ENGLISH } from '../words/languages.ts';
import { askedWordsOf, termOf, termsOfWord, wordsOf } from '../words/words.ts';
import { wordsInCapitals } from './acronyms.ts';
import { type AskedConcept, createDraftsman, type Draftsman } from './concepts.ts';
import type { Lexicon, NamesFrom } from './lexicon.ts';
import { readName } from './names.ts';

/** A phrasing of a question as the indexes are asked. */
export interface Phrasing {
  /** The different words that count, as they were asked. */
  readonly words: readonly string[];
  /** What is asked for. None when the text has no words. */
  readonly concepts: readonly AskedConcept[];
  /** The words that no document has, with the term that each was taken for. */
  readonly corrections: readonly Correction[];
}

export interface Correction {
  readonly word: string;
  readonly term: string;
}

const LONGEST_QUERY = 2000;
const MOST_WORDS = 64;

/** What a word that says little is worth beside others. */
const WORTH_OF_LIGHT_WORD = 0.7;
/** What a word is worth that is part of a phrase with a meaning of its own, such as "how much". */
const WORTH_IN_PHRASE = 0.7;
/** What another name is worth: one word for one word; a longer name, whose words share it; any name for a whole phrase. */
const WORTH: Readonly<Record<NamesFrom['origin'], { readonly [by in 'word' | 'name' | 'phrase']: number }>> = {
  glossary: { word: 0.5, name: 0.5, phrase: 0.5 },
  alias: { word: 0.3, name: 0.12, phrase: 0.12 },
  synonym: { word: 0.4, name: 0.24, phrase: 0.5 },
};
/** So many words together hardly ever mean anything else, as "how much does it cost" does not. */
const LEAST_OF_PHRASE = 4;
const WORTH_OF_ACRONYM = 0.5;
/** What the word is worth that was probably meant, where it was misspelt or is still being typed. */
const WORTH_OF_GUESS = 0.8;
/** An acronym is looked for in full only where its letters stand in at most one document, or in this part of them. */
const RARE = 0.02;
const MOST_ENDINGS = 20;

/** Reads what somebody typed. It has no operators: whatever it holds is a word or nothing. */
export function readPhrasing(
  text: string,
  lexicon: Lexicon,
  options: { isTyping?: boolean; corrects?: boolean } = {},
): Phrasing {
  const short = text.slice(0, LONGEST_QUERY);
  const asked = askedWordsOf(short);
  const all = asked.map(({ word }) => word);
  const language = languageOfQuestion(short, lexicon.languages);
  const words = tellingWords(all, stopWordsOfQuestion(short, lexicon.languages));
  const draftsman = createDraftsman();
  const weightOf = weighingWords(words, lexicon.without.has('light words') ? undefined : language);
  for (const { word, joined } of asked) {
    if (!words.includes(word)) continue;
    const shares = sharesOf(word, language, lexicon);
    const compounds = lexicon.without.has('compounds') ? [] : joined;
    for (const term of compounds.flatMap((form) => termsOfWord(form, lexicon.languages))) shares.set(term, 1);
    draftsman.ask(word, shares, weightOf(word));
  }
  for (const source of lexicon.names) addNames(draftsman, all, source);
  addAcronyms(draftsman, short, lexicon);
  const last = all.at(-1);
  if (options.isTyping === true && last !== undefined && text.endsWith(last)) addEndings(draftsman, last, lexicon);
  const corrections = options.corrects === false ? [] : correct(draftsman, words, lexicon);
  return { words, concepts: draftsman.concepts(), corrections };
}

/** Without stop words, unless there is nothing else. */
function tellingWords(all: readonly string[], isStopWord: (word: string) => boolean): string[] {
  const different = [...new Set(all)];
  const telling = different.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : different).slice(0, MOST_WORDS);
}

function weighingWords(words: readonly string[], language: string | undefined): (word: string) => number {
  const isLight = (word: string): boolean => language === ENGLISH && isLightWord(word);
  return words.every(isLight) ? () => 1 : (word) => (isLight(word) ? WORTH_OF_LIGHT_WORD : 1);
}

/**
 * The terms of a word in several languages, each with its part of the word's weight. A form that is rare only because few
 * documents are in its language is not worth much more than the word in the question's own. The root is a compromise: the
 * whole ratio serves the library's main language at the cost of the small ones.
 */
function sharesOf(word: string, language: string, lexicon: Lexicon): Map<string, number> {
  const terms = termsOfWord(word, lexicon.languages);
  const own = termOf(word, language);
  const rarityOf = (term: string): number => inverseFrequency(lexicon.documents, lexicon.frequency(term));
  const known = terms.filter((term) => lexicon.frequency(term) > 0);
  const reference = Math.min(...(known.includes(own) ? [own] : known).map(rarityOf));
  return new Map(terms.map((term) => [term, Math.sqrt(Math.min(1, reference / rarityOf(term)))]));
}

/** One word for one word takes its place; a longer name stands beside what was asked. */
function addNames(draftsman: Draftsman, all: readonly string[], { origin, language, names }: NamesFrom): void {
  const worth = WORTH[origin];
  const terms = all.map((word) => termOf(word, language));
  for (const { at, length, names: others } of names.othersIn(terms)) {
    const run = all.slice(at, at + length);
    const weight = Math.max(...run.map((word) => draftsman.weightOf(word)));
    if (weight === 0) continue;
    if (origin === 'synonym' && length > 1) for (const word of run) draftsman.lower(word, WORTH_IN_PHRASE);
    for (const { telling } of others) {
      const [only] = telling;
      if (length === 1 && telling.length === 1 && only !== undefined) {
        draftsman.replace(all[at] ?? '', { term: only, weight: worth.word, origin });
      } else {
        const ofAll = weight * (length < LEAST_OF_PHRASE ? worth.name : worth.phrase);
        draftsman.add(run.join(' '), telling, { weight: ofAll / Math.sqrt(telling.length), origin });
      }
    }
  }
}

/** What documents explain is looked for in full where the short form is rare, and by the short form where it was asked in full. */
function addAcronyms(draftsman: Draftsman, text: string, lexicon: Lexicon): void {
  const language = lexicon.languages[0] ?? ENGLISH;
  const all = wordsOf(text);
  const inCapitals = wordsInCapitals(text);
  const most = Math.max(1, RARE * lexicon.documents);
  for (const word of new Set(all)) {
    if (draftsman.weightOf(word) === 0 || lexicon.frequency(termOf(word, language)) > most) continue;
    for (const meaning of lexicon.meaningsOf(inCapitals.has(word) ? word.toUpperCase() : word)) {
      const terms = readName(meaning, language).telling;
      draftsman.add(word, terms, { weight: WORTH_OF_ACRONYM / Math.sqrt(terms.length), origin: 'acronym' });
    }
  }
  for (const acronym of lexicon.acronymsOf(all)) {
    draftsman.add(acronym, readName(acronym, language).telling, { weight: WORTH_OF_ACRONYM, origin: 'acronym' });
  }
}

/** What somebody is still typing may be the beginning of a word. */
function addEndings(draftsman: Draftsman, last: string, lexicon: Lexicon): void {
  const asTyped = lexicon.startingWith(last, MOST_ENDINGS);
  const stem = termOf(last, lexicon.languages[0] ?? ENGLISH);
  for (const term of asTyped.length > 0 ? asTyped : lexicon.startingWith(stem, MOST_ENDINGS)) {
    draftsman.replace(last, { term, weight: WORTH_OF_GUESS, origin: 'beginning' });
  }
}

/** A word is taken for another only when nothing in the library says it, be it by another name. */
function correct(draftsman: Draftsman, words: readonly string[], lexicon: Lexicon): Correction[] {
  const unknown = words.filter((word) => {
    const isKnown = termsOfWord(word, lexicon.languages).some((term) => lexicon.frequency(term) > 0);
    return !isKnown && !draftsman.isNamed(word);
  });
  const near = lexicon.correct(unknown);
  return unknown.flatMap((word, at) => {
    const terms = near[at] ?? [];
    for (const { term, likeness } of terms) {
      draftsman.replace(word, { term, weight: WORTH_OF_GUESS * likeness, origin: 'spelling' });
    }
    return terms.slice(0, 1).map(({ term }) => ({ word, term }));
  });
}
