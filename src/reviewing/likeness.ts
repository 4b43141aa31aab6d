import type { Document } from '../library/document.ts';

/** How much of a draft's wording stands in another document. */
export interface Likeness {
  readonly id: string;
  /** The part of its words, from 0 to 1, that stand there in the same order, three and more in a row. */
  readonly part: number;
}

/** Less than half in common is what two texts about one thing have. */
const LEAST_PART = 0.5;
const MOST_SHOWN = 2;
/** Shorter texts are alike by chance. */
const FEWEST_WORDS = 12;
/** What is compared of a draft. */
const MOST_WORDS = 20_000;
/** What is compared of each document of the library. */
const MOST_CHARACTERS = 400_000;
/** Three words in a row. */
const SHINGLE = 3;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code > 127 && code !== 0xa0 && !(code >= 0x2000 && code <= 0x206f));
/** Scripts that put no space between words; each sign counts as one. */
const standsAlone = (code: number): boolean => code >= 0x2e80 && code <= 0x9fff;

/** The words of a text in order, each as a number (FNV-1a, 32 bits). */
function wordsOf(text: string): number[] {
  const lower = text.slice(0, MOST_CHARACTERS).toLowerCase();
  const words: number[] = [];
  let hash = 0;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : 32;
    const isAlone = standsAlone(code);
    if (hash !== 0 && (isAlone || !isLetter(code))) {
      words.push(hash);
      hash = 0;
    }
    if (isAlone) words.push(code);
    else if (isLetter(code)) hash = Math.imul((hash === 0 ? 0x811c9dc5 : hash) ^ code, 0x01000193) >>> 0 || 1;
  }
  return words;
}

/** The number of the shingle that begins at each word. */
function shinglesOf(words: readonly number[]): number[] {
  const shingles: number[] = [];
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let hash = 0x811c9dc5;
    for (let next = 0; next < SHINGLE; next++) hash = Math.imul(hash ^ (words[at + next] ?? 0), 0x01000193) >>> 0;
    shingles.push(hash);
  }
  return shingles;
}

/** The part of the words that stand in shingles of another text. */
function coverage(shingles: readonly number[], others: ReadonlySet<number>): number {
  let covered = 0;
  let coveredTo = 0;
  for (const [at, shingle] of shingles.entries()) {
    if (!others.has(shingle)) continue;
    covered += at + SHINGLE - Math.max(at, coveredTo);
    coveredTo = at + SHINGLE;
  }
  return covered / (shingles.length + SHINGLE - 1);
}

/** Compares drafts with the documents of a library, all of which are gone through once. */
export function compareWording(
  drafts: readonly Document[],
  documents: Iterable<Document>,
): ReadonlyMap<string, readonly Likeness[]> {
  const shingles = new Map(drafts.map(({ id, body }) => [id, shinglesOf(wordsOf(body).slice(0, MOST_WORDS))]));
  const wanted = new Set([...shingles.values()].flat());
  const found = new Map<string, Likeness[]>(drafts.map(({ id }) => [id, []]));
  for (const { id, body, isInInbox } of wanted.size === 0 ? [] : documents) {
    if (isInInbox) continue;
    const common = new Set(shinglesOf(wordsOf(body)).filter((shingle) => wanted.has(shingle)));
    if (common.size === 0) continue;
    for (const [draft, own] of shingles) {
      if (own.length + SHINGLE - 1 < FEWEST_WORDS) continue;
      const part = coverage(own, common);
      if (part >= LEAST_PART) found.get(draft)?.push({ id, part });
    }
  }
  for (const likenesses of found.values()) likenesses.sort((a, b) => b.part - a.part).splice(MOST_SHOWN);
  return found;
}
