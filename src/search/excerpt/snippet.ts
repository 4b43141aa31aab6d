import { withoutTagCharacters } from '../../library/text/tag-characters.ts';
import { termsOfName } from '../words/words.ts';
import { blocksOf } from './plain-text.ts';
import { sentencesOf } from './sentences.ts';

/** The most characters of a snippet. */
export const LONGEST_SNIPPET = 300;

const MORE = '…';
/** Room for the mark and a space on either side. */
const ROOM = LONGEST_SNIPPET - 2 * (MORE.length + 1);
/** Pieces into which a sentence is cut that is too long to be shown whole. */
const LONGEST_PIECE = Math.floor(ROOM / 3);

/** A sentence, or a piece of one that is too long, with what parts it from the one before. */
interface Part {
  readonly text: string;
  readonly gap: string;
  /** The asked terms that it has. */
  readonly terms: readonly string[];
}

/**
 * The whole sentences of a piece of Markdown that have most of the asked terms, by their weights, in at most
 * `LONGEST_SNIPPET` characters; "…" stands where there is more. Takes time in proportion to the text.
 */
export function snippetOf(markdown: string, weights: ReadonlyMap<string, number>, language?: string): string {
  const parts = partsOf(withoutTagCharacters(markdown), (text) =>
    termsOfName(text, language).filter((term) => weights.has(term)),
  );
  const { from, to } = widened(parts, bestWindow(parts, weights));
  const shown = parts.slice(from, to).map(({ text, gap }, at) => (at === 0 ? text : gap + text));
  return `${from > 0 ? `${MORE} ` : ''}${shown.join('')}${to < parts.length ? ` ${MORE}` : ''}`;
}

function partsOf(markdown: string, termsIn: (text: string) => readonly string[]): Part[] {
  const parts: Part[] = [];
  let last = '';
  for (const block of blocksOf(markdown)) {
    let gap = /[\p{L}\p{N}]$/u.test(last) ? ' · ' : ' ';
    for (const sentence of sentencesOf(block)) {
      for (const [at, piece] of piecesOf(sentence).entries()) {
        parts.push({ text: piece.text, gap: at === 0 ? gap : piece.gap, terms: termsIn(piece.text) });
      }
      gap = ' ';
    }
    last = block;
  }
  return parts;
}

/** The widest window from each part on that fits; the first among those with the most weight, best begun by a match. */
function bestWindow(parts: readonly Part[], weights: ReadonlyMap<string, number>): { from: number; to: number } {
  const inside = new Map<string, number>();
  let [to, length, weight] = [0, 0, 0];
  let best = { from: 0, to: 0, worth: -1 };
  for (const [from, first] of parts.entries()) {
    for (let next = parts[to]; next !== undefined; next = parts[++to]) {
      const added = next.text.length + (to === from ? 0 : next.gap.length);
      if (to > from && length + added > ROOM) break;
      length += added;
      for (const term of next.terms) weight += count(inside, term, 1) === 1 ? (weights.get(term) ?? 0) : 0;
    }
    const worth = weight + (first.terms.length > 0 ? BEGINS_WITH_MATCH : 0);
    if (worth > best.worth + ROUNDING) best = { from, to, worth };
    length -= first.text.length + (to > from + 1 ? (parts[from + 1]?.gap.length ?? 0) : 0);
    for (const term of first.terms) weight -= count(inside, term, -1) === 0 ? (weights.get(term) ?? 0) : 0;
  }
  return best;
}

/** What stands before fills the room that the end of the text leaves. */
function widened(parts: readonly Part[], { from, to }: { from: number; to: number }): { from: number; to: number } {
  let start = from;
  let length = parts
    .slice(from, to)
    .reduce((sum, { text, gap }, at) => sum + text.length + (at === 0 ? 0 : gap.length), 0);
  for (let before = parts[start - 1]; before !== undefined; before = parts[start - 1]) {
    length += before.text.length + (parts[start]?.gap.length ?? 0);
    if (length > ROOM) break;
    start--;
  }
  return { from: start, to };
}

/** Less than any weight of a term. */
const BEGINS_WITH_MATCH = 1e-4;
/** Sums that were added up and taken down again differ by less. */
const ROUNDING = 1e-9;

function count(counts: Map<string, number>, term: string, change: number): number {
  const now = (counts.get(term) ?? 0) + change;
  counts.set(term, now);
  return now;
}

/** A sentence that fits stays whole; a longer one is cut between words, and a word only where it does not fit itself. */
function piecesOf(sentence: string): { text: string; gap: string }[] {
  if (sentence.length <= ROOM) return [{ text: sentence, gap: ' ' }];
  const pieces: { text: string; gap: string }[] = [];
  let open = '';
  const close = (): void => {
    if (open !== '') pieces.push({ text: open, gap: ' ' });
    open = '';
  };
  for (const word of sentence.split(' ')) {
    if (open.length + 1 + word.length > LONGEST_PIECE) close();
    if (word.length <= ROOM) {
      open = open === '' ? word : `${open} ${word}`;
      continue;
    }
    for (const [at, text] of cut(word).entries()) pieces.push({ text, gap: at === 0 ? ' ' : '' });
  }
  close();
  return pieces;
}

/** Cuts a word into pieces without parting the two halves of a character. */
function cut(word: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < word.length) {
    let end = Math.min(start + LONGEST_PIECE, word.length);
    if (/[\uD800-\uDBFF]/.test(word.charAt(end - 1)) && end < word.length) end--;
    pieces.push(word.slice(start, end));
    start = end;
  }
  return pieces;
}
