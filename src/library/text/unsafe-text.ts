import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { CONTROL, DIRECTION, TAG, VARIATION, ZERO_WIDTH } from './invisible-characters.ts';
import { lineStarts, placeAt } from './lines.ts';
import { oneLine } from './one-line.ts';
import { findSecrets } from './secrets.ts';
import { isFlag, lettersOfTags } from './tag-characters.ts';

/** A file of such text could have thousands of findings; the first ones say enough. */
const MOST_FINDINGS = 20;

const INVISIBLE = new RegExp(`[${CONTROL}]+|[${ZERO_WIDTH}]+|[${DIRECTION}]+|[${VARIATION}]{3,}|[${TAG}]+`, 'gu');

type Sort = 'tags' | 'direction' | 'zero-width' | 'variation' | 'control';

const SORTS: readonly (readonly [sort: Sort, pattern: RegExp])[] = [
  ['tags', new RegExp(`^[${TAG}]`, 'u')],
  ['direction', new RegExp(`^[${DIRECTION}]`, 'u')],
  ['zero-width', new RegExp(`^[${ZERO_WIDTH}]`, 'u')],
  ['variation', new RegExp(`^[${VARIATION}]`, 'u')],
];

interface Run {
  readonly sort: Sort;
  readonly characters: string;
  readonly start: number;
}

/** What a reader cannot see in a text but an assistant reads, and what looks like a secret; at most 20. Never throws. */
export function diagnoseText(text: string, path: string): Diagnostic[] {
  const runs = findInvisible(text);
  const secrets = findSecrets(text, MOST_FINDINGS);
  if (runs.length === 0 && secrets.length === 0) return [];
  const starts = lineStarts(text);
  const findings = [
    ...runs.map((run) => ({ start: run.start, code: 'invisible-text' as const, text: wordsFor(run) })),
    ...secrets.map((secret) => ({
      start: secret.start,
      code: 'possible-secret' as const,
      text: wordsForSecret(secret.kind),
    })),
  ];
  return findings
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_FINDINGS)
    .map((finding) => diagnose(finding.code, { path, place: placeAt(starts, finding.start) }, finding.text));
}

/** The first runs of characters that nobody sees, without those that a script, an emoji or a flag needs. */
function findInvisible(text: string): Run[] {
  const found: Run[] = [];
  let byteOrderMarks = 0;
  for (const { 0: characters, index: start } of text.matchAll(INVISIBLE)) {
    const sort = SORTS.find(([, pattern]) => pattern.test(characters))?.[0] ?? 'control';
    if (characters === '\uFEFF' && ++byteOrderMarks === 1) continue;
    if (isWanted(text, { sort, characters, start })) continue;
    found.push({ sort, characters, start });
    if (found.length === MOST_FINDINGS) break;
  }
  return found;
}

/** Scripts that are written with joiners, with invisible word breaks or with fillers. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Hebrew}]/u;
const WITHOUT_SPACES =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Javanese}\p{Script=Balinese}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

function isWanted(text: string, { sort, characters, start }: Run): boolean {
  const end = start + characters.length;
  const around = (distance: number) => text.slice(Math.max(0, start - distance), end + distance);
  if (sort === 'tags') return isFlag(text, start, characters);
  // Overrides show text backwards; marks, embeddings and isolates are how right-to-left text is set among other text.
  if (sort === 'direction') return !/[\u202D\u202E]/.test(characters) && RIGHT_TO_LEFT.test(around(40));
  if (sort !== 'zero-width' || characters.length > 2) return false;
  if (/^[\u200C\u200D]+$/.test(characters)) return JOINING.test(around(2)) || isInEmoji(text, start, characters);
  if (characters === '\u200B') return WITHOUT_SPACES.test(around(2));
  if (/^[\u115F\u1160]+$/.test(characters)) return HANGUL.test(around(1));
  return /^[\u17B4\u17B5]+$/.test(characters) && WITHOUT_SPACES.test(around(1));
}

function isInEmoji(text: string, start: number, characters: string): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(start + 1, start + 3)];
  return characters === '\u200D' && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after);
}

function wordsFor({ sort, characters }: Run): { message: string; hint: string } {
  const count = [...characters.slice(0, 2000)].length;
  const name = `U+${(characters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const many = (one: string, several: string) =>
    count === 1 ? `${one} (${name}) stands` : `${count} ${several} (${name}) stand`;
  const hint = 'Delete the characters around this place and type them again.';
  switch (sort) {
    case 'tags': {
      const spelt = oneLine(lettersOfTags(characters), 80);
      return {
        message: `Invisible characters here spell "${spelt}", which an assistant reads and people do not see.`,
        hint,
      };
    }
    case 'direction':
      return {
        message: `${many('An invisible character', 'invisible characters')} here, and the text may be read in another order than it is shown.`,
        hint,
      };
    case 'zero-width':
      return { message: `${many('An invisible character', 'invisible characters')} here.`, hint };
    case 'variation':
      return {
        message: `${many('An invisible character', 'invisible characters')} here, which can hide a text.`,
        hint,
      };
    case 'control':
      return { message: `${many('A control character', 'control characters')} here.`, hint };
  }
}

function wordsForSecret(kind: string): { message: string; hint: string } {
  return {
    message: `This looks like ${kind}; everyone who uses the library could read it.`,
    hint: 'Delete it here, and have it replaced where it is used, for it may have been read already.',
  };
}
