import type { Document, Fields, Json } from '../../library/document.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { ENGLISH, hasOwnScript, isCommonLanguage, languageInScript, languageNamed, shareScript } from './languages.ts';
import { isStopWord, wordsOf } from './words.ts';

const FIELDS_FOR_LANGUAGE: ReadonlySet<string> = new Set(['lang', 'language', 'locale']);
/** "de", "pt-br", "zh_hant". */
const CODE = /^[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/;
/** A code behind a longer name: "readme.de", "training-ja", "guide_pt-br". */
const CODES_AT_END = [/[-_. ]([a-z]{2}[-_](?:[a-z]{2}|[a-z]{4}))$/, /[-_. ]([a-z]{2})$/];
const NAME = /^\p{L}{4,}$/u;
/** Codes that mean something else in English names: "sign-in", "wi-fi", "team-hr". */
const OTHER_MEANINGS: ReadonlySet<string> = new Set(
  'af ar bs ca cs cy cz da dk et eu fi ga he hi hr id in is it kr lt lv ml mo mr ms my no pa ro sl sr sw ta tl ua uk vi'.split(
    ' ',
  ),
);
/** Where a language in Latin letters has nearly as many of the smallest words as the one with most, its code decides. */
const NEARLY = 0.7;

const known = new WeakMap<object, string>();

type Described = Pick<Document, 'id' | 'fields' | 'body'>;

/**
 * The language of a document as a short code: what its front matter says; else what its path says, unless the text is
 * plainly in another; else what the text shows; else English. Kept for as long as the document is.
 */
export function languageOf(document: Described): string {
  const before = known.get(document);
  if (before !== undefined) return before;
  const language = declaredLanguage(document.fields) ?? shownLanguage(document);
  known.set(document, language);
  return language;
}

function declaredLanguage(fields: Fields): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    if (!FIELDS_FOR_LANGUAGE.has(name.toLowerCase())) continue;
    const text = firstText(value);
    const language = text === undefined ? undefined : languageNamed(text);
    if (language !== undefined) return language;
  }
  return undefined;
}

function firstText(value: Json): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

function shownLanguage({ id, body }: Described): string {
  const evidence = readEvidence(body);
  const inPath = languagesInPath(id).find((candidate) => agrees(evidence, candidate));
  return inPath?.language ?? evidence.language ?? ENGLISH;
}

interface Candidate {
  readonly language: string;
  /** Whether it can hardly mean anything else. */
  readonly isPlain: boolean;
}

/** The file's name first, then its folders from the innermost outwards. */
function languagesInPath(id: string): Candidate[] {
  const segments = id
    .toLowerCase()
    .replace(/\.[^./]*$/, '')
    .split('/');
  return segments.reverse().flatMap(languagesInSegment);
}

function languagesInSegment(segment: string): Candidate[] {
  if (CODE.test(segment)) return candidatesFor(segment, true);
  const named = NAME.test(segment) ? languageNamed(segment) : undefined;
  if (named !== undefined) return [{ language: named, isPlain: false }];
  return CODES_AT_END.flatMap((pattern) => {
    const code = pattern.exec(segment)?.[1];
    return code === undefined ? [] : candidatesFor(code, segment.endsWith(`.${code}`));
  });
}

function candidatesFor(code: string, standsAlone: boolean): Candidate[] {
  const language = languageNamed(code);
  if (language === undefined || !isCommonLanguage(language)) return [];
  const isPlain = !OTHER_MEANINGS.has(code.slice(0, 2));
  return standsAlone || isPlain ? [{ language, isPlain }] : [];
}

/** What a path says is believed unless the text is plainly in another language. */
function agrees({ language, words }: Evidence, { language: candidate, isPlain }: Candidate): boolean {
  if (language === candidate) return true;
  if (hasOwnScript(candidate) || (language !== undefined && hasOwnScript(language))) {
    return language !== undefined && shareScript(language, candidate);
  }
  if (language === undefined && isPlain) return true;
  const count = words.get(candidate) ?? 0;
  return count >= 1 && count > NEARLY * Math.max(...words.values());
}

/** A question of fewer words decides nothing. */
const FEWEST_WORDS = 3;

/** The language of a question, out of those of the library, the most common first. */
export function languageOfQuestion(text: string, languages: readonly string[]): string {
  const words = wordsOf(text);
  const inScript = languageOfScript(text, languages);
  if (inScript !== undefined) return inScript;
  const latin = languages.filter((language) => !hasOwnScript(language));
  const [main = languages[0] ?? ENGLISH] = latin;
  if (words.length < FEWEST_WORDS) return main;
  let best = main;
  let most = 0;
  for (const language of latin) {
    const count = words.filter((word) => isStopWord(word, language)).length;
    if (count <= most) continue;
    best = language;
    most = count;
  }
  return best;
}

/** Any letter that is not Latin tells, and Japanese syllables before Chinese characters. */
function languageOfScript(text: string, languages: readonly string[]): string | undefined {
  const letters = text.match(/(?!\p{Script=Latin})\p{L}/gu) ?? [];
  const usual = letters.map((letter) => languageInScript(letter, ''));
  const first = usual.includes('ja') ? 'ja' : usual.find((language) => language !== undefined);
  if (first === undefined) return undefined;
  return languages.includes(first) ? first : (languages.find((language) => shareScript(language, first)) ?? first);
}

/** Words that say nothing in another language and are asked for in English. */
const TELLING_IN_ENGLISH: ReadonlySet<string> = new Set(
  'bin come die dies door end era go met mine over sea sit ten ton under van want war'.split(' '),
);

/**
 * Which words of a question say nothing. In one or two words of a library of several languages, only those that say nothing
 * in its main one and are not English.
 */
export function stopWordsOfQuestion(text: string, languages: readonly string[]): (word: string) => boolean {
  const language = languageOfQuestion(text, languages);
  const isDecided = !languages.includes(ENGLISH) || wordsOf(text).length >= FEWEST_WORDS;
  return (word) => isStopWord(word, language) && (isDecided || !TELLING_IN_ENGLISH.has(word));
}
