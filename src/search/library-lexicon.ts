import type { Snapshot } from '../library/snapshot.ts';
import type { Without } from './aids.ts';
import type { Catalog } from './catalog.ts';
import type { Lexicon, NamesFrom } from './question/lexicon.ts';
import { type Names, readNames } from './question/names.ts';
import { createSpelling } from './question/spelling.ts';
import { ENGLISH } from './words/languages.ts';
import { termsOfWord } from './words/words.ts';

/** What a library knows of words: its own, its team's and, where it is English, those of a thesaurus. Read in steps. */
export function* readLexicon(
  catalog: Catalog,
  snapshot: Snapshot,
  { thesaurus, without }: { readonly thesaurus?: Names; readonly without: Without },
): Generator<void, Lexicon> {
  const languages = catalog.languages();
  const [language = ENGLISH] = languages;
  const names: NamesFrom[] = [];
  if (!without.has('glossary')) {
    names.push({ origin: 'glossary', language, names: yield* readNames(snapshot.settings.glossary, language) });
  }
  if (!without.has('aliases')) {
    names.push({ origin: 'alias', language, names: yield* readNames(aliasesIn(snapshot), language) });
  }
  if (thesaurus !== undefined && languages.includes(ENGLISH) && !without.has('thesaurus')) {
    names.push({ origin: 'synonym', language: ENGLISH, names: thesaurus });
  }
  const { documents, acronyms } = catalog;
  const spelling = createSpelling({
    all: documents.known,
    frequency: documents.frequency,
    termsOf: (word) => termsOfWord(word, languages),
  });
  return {
    without,
    languages,
    documents: documents.size,
    names,
    frequency: documents.frequency,
    startingWith: documents.startingWith,
    meaningsOf: without.has('acronyms') ? () => [] : acronyms.meaningsOf,
    acronymsOf: without.has('acronyms') ? () => [] : acronyms.acronymsOf,
    correct: without.has('spelling') ? (words) => words.map(() => []) : spelling.correct,
  };
}

/** Each other name of a document beside its title; two of them need not be names for each other. The inbox names nothing yet. */
function aliasesIn({ documents }: Snapshot): string[][] {
  return [...documents.values()].flatMap(({ title, aliases, isInInbox }) =>
    isInInbox ? [] : aliases.map((alias) => [title, alias]),
  );
}
