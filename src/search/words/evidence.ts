import { createFunctionWordTally, type FunctionWordTally } from './function-word-tally.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { ENGLISH, languageInScript } from './languages.ts';

/** What the letters and the smallest words of a text say of its language. */
export interface Evidence {
  /** Undefined when they say too little. */
  readonly language: string | undefined;
  /** How many of its smallest words are those of a language in Latin letters; a word of several languages is shared. */
  readonly words: ReadonlyMap<string, number>;
}

/** Characters: how many are read at once, how much prose is judged at least, and where reading ends anyway. */
const STEP = 1500;
const ENOUGH_PROSE = 1000;
const MOST_READ = 12_000;

/** Code, tags, and where links lead: there are no sentences in them. */
const NOT_PROSE = /```[\s\S]*?(?:```|$)|`[^`\n]*`|<[^<>]*>|\]\([^()\n]*\)|https?:\/\/[^\s<>()]+/g;
/** One of these stands in whatever is not prose, and to look for them takes no time. */
const SIGNS_OF_OTHERS = ['`', '<', '](', '://'];
const OTHER_SCRIPT = /[\u0370-\u1dff\u2e80-\ud7ff]/;
const OTHER_LETTER = /(?!\p{Script=Latin})[\p{L}\p{Mc}]/gu;

/** Letters of other scripts are more than decoration when they are this part of all characters. */
const SHARE_OF_SCRIPT = 0.2;
/** A letter of these takes the place of about so many of an alphabet. */
const SYLLABIC = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu;
const LETTERS_IN_SYLLABLE = 3;
/** Japanese has syllables between the Chinese characters. */
const SHARE_OF_KANA = 0.1;
/** Two words that are a language's own decide, if they are not lost among others and English has not nearly as many. */
const FEWEST_WORDS = 1.5;
const SHARE_OF_WORDS = 0.05;
const AHEAD = 1.15;

/** Letters that only one language of a script has, and their share in its texts. The first that applies decides. */
const TELLING_LETTERS: Readonly<
  Record<string, readonly (readonly [language: string, letters: RegExp, share: number])[]>
> = {
  ru: [
    ['be', /ў/gu, 0.005],
    ['uk', /[іїєґ]/gu, 0.01],
    ['mk', /[ѓќѕ]/gu, 0.002],
    ['sr', /[ђћљњџј]/gu, 0.01],
    ['ru', /[ыэё]/gu, 0.002],
    ['bg', /ъ/gu, 0.005],
  ],
  ar: [
    ['ur', /[ٹڈڑےںہ]/gu, 0.01],
    ['fa', /[پچژگکی]/gu, 0.03],
  ],
};

/** Judges a text by its beginning, and by more of it where that says too little. */
export function readEvidence(text: string): Evidence {
  const tally = createFunctionWordTally();
  const pieces: string[] = [];
  let length = 0;
  const end = Math.min(text.length, MOST_READ);
  for (let start = 0; start < end; start += STEP) {
    const piece = proseIn(text.slice(start, start + STEP));
    tally.read(piece);
    pieces.push(piece);
    length += piece.length;
    if (length < ENOUGH_PROSE) continue;
    const evidence = judge(pieces, tally);
    if (evidence.language !== undefined) return evidence;
  }
  return judge(pieces, tally);
}

function proseIn(text: string): string {
  return SIGNS_OF_OTHERS.some((sign) => text.includes(sign)) ? text.replace(NOT_PROSE, ' ') : text;
}

function judge(pieces: readonly string[], tally: FunctionWordTally): Evidence {
  const words = tally.byLanguage();
  const inScript = tally.isAscii ? undefined : languageByScript(pieces.join('').toLowerCase());
  return { language: inScript ?? languageWithMost(words, tally.words()), words };
}

function languageByScript(prose: string): string | undefined {
  if (!OTHER_SCRIPT.test(prose)) return undefined;
  const others = prose.match(OTHER_LETTER) ?? [];
  const syllabic = prose.match(SYLLABIC)?.length ?? 0;
  const weight = others.length + (LETTERS_IN_SYLLABLE - 1) * syllabic;
  if (weight < SHARE_OF_SCRIPT * (weight + prose.length - others.length)) return undefined;
  const counts = new Map<string, number>();
  for (const letter of others) {
    const language = languageInScript(letter, '');
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const language = largestOf(counts)?.[0];
  if (language === 'zh' || language === 'ja')
    return (counts.get('ja') ?? 0) > SHARE_OF_KANA * others.length ? 'ja' : 'zh';
  const telling = TELLING_LETTERS[language ?? '']?.find(
    ([, letters, share]) => (prose.match(letters)?.length ?? 0) > share * others.length,
  );
  return telling?.[0] ?? language;
}

const LANGUAGES = Object.keys(FUNCTION_WORDS);

/** Of relatives that have as many, the one that is listed first; but what may be English is not taken for another. */
function languageWithMost(words: ReadonlyMap<string, number>, all: number): string | undefined {
  const english = words.get(ENGLISH) ?? 0;
  let best = ENGLISH;
  let most = english;
  for (const language of LANGUAGES) {
    const count = words.get(language) ?? 0;
    if (count <= most) continue;
    best = language;
    most = count;
  }
  if (most < Math.max(FEWEST_WORDS, SHARE_OF_WORDS * all)) return undefined;
  return best === ENGLISH || most > AHEAD * english ? best : undefined;
}

function largestOf(counts: ReadonlyMap<string, number>): [string, number] | undefined {
  return [...counts].sort((a, b) => b[1] - a[1])[0];
}
