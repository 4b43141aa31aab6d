import lunr from 'lunr';
import { stemArabic } from './arabic.ts';
import { fold } from './fold.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { stemKorean } from './korean.ts';
import { readLanguagePack } from './language-packs.ts';
import { ENGLISH } from './languages.ts';
import { americanOf } from './spelling-variants.ts';

/** How a language bends its words, and which of them say nothing alone. */
export interface Grammar {
  /** The word without its ending and folded. */
  readonly stem: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
}

type Stem = Grammar['stem'];

/** Languages in which endings are told apart by accents; their words are folded when they are stemmed. */
const STEMMED_AS_WRITTEN: ReadonlySet<string> = new Set(['hu', 'pl', 'ro']);

/** Accents that a stemmer wants to see in an ending and that folding took away. */
const RESTORED: Readonly<Record<string, readonly (readonly [ending: RegExp, written: string])[]>> = {
  es: [
    [/([cs])ion$/, '$1ión'],
    [/logia(s?)$/, 'logía$1'],
  ],
  fr: [
    [/ee(s?)$/, 'ée$1'],
    [/ite(s?)$/, 'ité$1'],
  ],
  it: [[/ita$/, 'ità']],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/encia(s?)$/, 'ência$1'],
    [/avel$/, 'ável'],
    [/ivel$/, 'ível'],
  ],
};

/** "fuer" as "für"; but "neue", "bauen" and "quelle" have no umlaut. */
const SPELT_OUT_UMLAUT = /(?<![aeiouq])([aou])e/g;
/** What stands before an apostrophe in "l'équipe" and "dell'azienda". */
const ELISION: Readonly<Record<string, RegExp>> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'/,
  it: /^(?:[cdlmnstv]|all|anch|dall|dell|gl|nell|quest|sull|un)'/,
  ca: /^[dlmnst]'/,
};

/** Small words of one language that marketers of any language use for something else: "AI", "ad", "sale". */
const TELLING_ANYWHERE: ReadonlySet<string> = new Set(
  'ad ai alt ar care ci co dog eu face min opt os sale sub zero'.split(' '),
);
const WITH_FUNCTION_WORDS: ReadonlySet<string> = new Set(['ca', 'cs', 'hr', 'id', 'sk', 'vi']);
const JAPANESE_STOP_WORDS =
  'する した して され てい ます ません です でした ない よう こと もの ため など について によって';
/** The dictionary parts Japanese endings into their syllables. */
const SYLLABLE = /^\p{Script=Hiragana}$/u;

const grammars = new Map<string, Grammar>();

/** The rules of a language. One that is not known has none: its words are only folded. */
export function grammarOf(language: string): Grammar {
  const known = grammars.get(language);
  if (known !== undefined) return known;
  const read = language === ENGLISH ? readEnglish() : readGrammar(language);
  grammars.set(language, read);
  return read;
}

function readEnglish(): Grammar {
  return {
    stem: (word) => lunr.stemmer(new lunr.Token(americanOf(fold(word)), {})).toString(),
    // The filter answers nothing for a stop word, whatever its type says.
    isStopWord: (word) => !lunr.stopWordFilter(new lunr.Token(word, {})),
  };
}

function readGrammar(language: string): Grammar {
  const pack = readLanguagePack(language);
  const listed = [...(pack?.stopWords ?? []), ...moreStopWords(language)];
  const stopWords = new Set(listed.flatMap((word) => [word, fold(word)]).filter((word) => !TELLING_ANYWHERE.has(word)));
  const isStopWord: Grammar['isStopWord'] =
    language === 'ja' ? (word) => SYLLABLE.test(word) || stopWords.has(word) : (word) => stopWords.has(word);
  return { stem: stemOf(language, pack?.stem), isStopWord };
}

/** For languages of which lunr-languages knows few or none. */
function moreStopWords(language: string): string[] {
  if (language === 'ja') return JAPANESE_STOP_WORDS.split(' ');
  return WITH_FUNCTION_WORDS.has(language) ? (FUNCTION_WORDS[language] ?? '').split(' ') : [];
}

function stemOf(language: string, stem: Stem | undefined): Stem {
  if (language === 'ar') return (word) => stemArabic(fold(word));
  if (language === 'ko') return (word) => stemKorean(fold(word));
  if (stem === undefined) return fold;
  if (STEMMED_AS_WRITTEN.has(language)) return (word) => fold(stem(word));
  const elision = ELISION[language];
  const restored = RESTORED[language] ?? [];
  return (word) => {
    let folded = fold(word);
    if (elision !== undefined) folded = folded.replace(elision, '');
    if (language === 'de') folded = folded.replace(SPELT_OUT_UMLAUT, '$1');
    return fold(stem(restored.reduce((whole, [ending, written]) => whole.replace(ending, written), folded)));
  };
}
