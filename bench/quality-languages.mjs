// Questions made from the headings of files in other languages: each asks for the file, or the section, of the heading.
import { built } from './built.mjs';
import { generator } from './library.mjs';
import { asDocument } from './search-documents.mjs';

const { EMPTY_SNAPSHOT, takeSnapshot } = await built('library/snapshot');

const LANGUAGES = {
  ar: 'Arabic',
  de: 'German',
  el: 'Greek',
  es: 'Spanish',
  fa: 'Persian',
  fr: 'French',
  he: 'Hebrew',
  ja: 'Japanese',
  ko: 'Korean',
  pt: 'Portuguese',
  ru: 'Russian',
  tr: 'Turkish',
  vi: 'Vietnamese',
  zh: 'Chinese',
};
/** Languages whose own letters tell that a heading is in them, and is no English term left as it was. */
const LETTERS = {
  ar: /\p{sc=Arabic}/gu,
  el: /\p{sc=Greek}/gu,
  fa: /\p{sc=Arabic}/gu,
  he: /\p{sc=Hebrew}/gu,
  ja: /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/gu,
  ko: /\p{sc=Hangul}/gu,
  ru: /\p{sc=Cyrillic}/gu,
  zh: /\p{sc=Han}/gu,
};
const FEWEST_LETTERS = 4;
const FEWEST_LETTERS_OF_A_TEXT = 40;
const MOST_OF_A_LANGUAGE = 100;
const SEED = 7;

/** What a path says of its file's language: `README.ja.md`, `training-ja/`, `book/ja/`. */
function languageOfPath(path) {
  const code = /(?:\.|training-|book\/)([a-z]{2})(?:-[a-z]{2})?(?=[./])/i.exec(path)?.[1];
  return Object.hasOwn(LANGUAGES, code ?? '') ? code : undefined;
}

/** The words of a heading, without numbering, pictures and markup. */
function wordsIn(heading) {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[^\p{L}\p{M}\p{N}\s'-]+/gu, ' ');
  return text
    .replace(/^[\s\d.-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function isAskedIn(language, text) {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const own = LETTERS[language] === undefined ? letters : (text.match(LETTERS[language])?.length ?? 0);
  return letters >= FEWEST_LETTERS && own >= letters / 2;
}

/** By language: questions and the documents that the heading belongs to, at most so many of each language. */
function questionsFrom(headings) {
  const places = new Map();
  for (const { heading, id } of headings) {
    const text = wordsIn(heading);
    places.set(text, (places.get(text) ?? new Set()).add(id));
  }
  const byLanguage = new Map();
  for (const [query, wanted] of places) {
    const [language, ...others] = new Set([...wanted].map(languageOfPath));
    if (language === undefined || others.length > 0 || !isAskedIn(language, query)) continue;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), { query, wanted }]);
  }
  return new Map([...byLanguage].map(([code, questions]) => [LANGUAGES[code], sampleOf(questions)]));
}

/** Always the same ones. */
function sampleOf(questions) {
  const random = generator(SEED);
  const shuffled = questions.map((question) => ({ question, place: random() })).sort((a, b) => a.place - b.place);
  return shuffled.slice(0, MOST_OF_A_LANGUAGE).map(({ question }) => question);
}

/** Whole files, each asked for by its headings. */
export function filesByHeading(documents) {
  const headings = documents.flatMap(({ id, sections }) => sections.map(({ heading }) => ({ heading, id })));
  return { snapshot: snapshotOf(documents), questions: questionsFrom(headings) };
}

/** Sections as documents of their own, without their headings, by which they are asked for. */
export function sectionsByHeading(documents) {
  const headings = [];
  const parts = documents.flatMap((document) =>
    document.sections.flatMap(({ heading, start, end }, at) => {
      const text = document.body.slice(start, end).replace(/^.*\n?/, '');
      if (heading === '' || (text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS_OF_A_TEXT) return [];
      const id = `${document.id.replace(/\.mdx?$/, '')}/${at}.md`;
      headings.push({ heading, id });
      return [asDocument(id, text)];
    }),
  );
  return { snapshot: snapshotOf(parts), questions: questionsFrom(headings) };
}

function snapshotOf(documents) {
  return takeSnapshot({ documents, settings: EMPTY_SNAPSHOT.settings });
}
