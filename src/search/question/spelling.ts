import { byCodeUnit } from '../../library/order.ts';
import { fold } from '../words/fold.ts';
import { ENGLISH } from '../words/languages.ts';
import { termOf, wordsOf } from '../words/words.ts';
import { editsFrom, LONGEST_PATTERN } from './edit-distance.ts';
import { mendedEndings } from './mended-endings.ts';
import { type Effort, shelve, type TermShelves } from './term-shelves.ts';

/** The terms of an index as it is at one moment. */
export interface KnownTerms {
  all(): Iterable<string>;
  /** In how many texts a term is; 0 for one that none has. */
  frequency(term: string): number;
  /** The terms that a word is looked for by. */
  termsOf(word: string): readonly string[];
}

/** A term that a misspelt word may have been meant for. */
export interface NearTerm {
  readonly term: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

export interface Spelling {
  /** For each of a question's words that no text has, in lower case: at most three terms, the likeliest first; often none. */
  correct(words: readonly string[]): (readonly NearTerm[])[];
}

/** A shorter word has too many others near it. */
const SHORTEST_WORD = 5;
/** From this length on, a word may have two slips in it. */
const LONG_WORD = 8;
const MOST_NEAR = 3;
const MOST_REMEMBERED = 2000;
/** For all words of a question together: some 15 ms. A word among 100,000 terms takes about 20,000. */
const MOST_EFFORT = 2_000_000;
/** What it costs to have missed the first letter, which people rarely do, beside the edit itself. */
const OTHER_INITIAL = 0.5;
/** Scripts in which one sign more or less is another word. */
const WITHOUT_SLIPS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** They are in hardly any index, and a slip in one is not meant for a rare word. */
const LITTLE_WORDS = (
  'about after again also because been before being both could does doing during each eight every five four from have ' +
  'having here into just like many might more most much must nine only other over same seven shall should since some such ' +
  'than that their them then there these they this those three through under until very want well were what when where ' +
  'which while will with within without would your yours'
).split(' ');
const NEAR_LITTLE_WORDS = shelve(LITTLE_WORDS);
const NONE: readonly NearTerm[] = [];

/**
 * Takes stock of the terms when it is first asked, and keeps that and what it found: make another for an index that has
 * changed. The same words have the same corrections, however long the machine takes: what is bounded is the work.
 */
export function createSpelling(known: KnownTerms): Spelling {
  const remembered = new Map<string, readonly NearTerm[]>();
  let shelves: TermShelves | undefined;

  function correctOne(word: string, effort: Effort): readonly NearTerm[] {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    shelves ??= shelve(known.all());
    const near = choose(word, costsFor(word, { shelves, known, effort }), known);
    if (effort.left < 0) return near;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, near);
    return near;
  }

  return {
    correct(words) {
      let left = MOST_EFFORT;
      return words.map((word, at) => {
        if (!canBeMisspelt(word) || isLittleWord(word)) return NONE;
        const share = Math.floor(left / (words.length - at));
        const effort = { left: share };
        const near = correctOne(word, effort);
        left -= share - Math.max(0, effort.left);
        return near;
      });
    },
  };
}

/** What to call a term: of the words in a text that have it, the nearest to what was asked, or else the most frequent. */
export function surfaceOf(term: string, text: string, { language = ENGLISH, asked = '' } = {}): string | undefined {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) {
    if (termOf(word, language) === term) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isComparable = asked !== '' && asked.length <= LONGEST_PATTERN;
  const editsTo = isComparable ? editsFrom(asked) : () => 0;
  const surfaces = [...counts].map(([word, count]) => ({ word, count, edits: editsTo(word) }));
  surfaces.sort((a, b) => a.edits - b.edits || b.count - a.count || byCodeUnit(a.word, b.word));
  return surfaces[0]?.word;
}

function canBeMisspelt(word: string): boolean {
  const { length } = word;
  return length >= SHORTEST_WORD && length <= LONGEST_PATTERN && /\p{L}/u.test(word) && !WITHOUT_SLIPS.test(word);
}

interface Search {
  readonly shelves: TermShelves;
  readonly known: KnownTerms;
  readonly effort: Effort;
}

/** What each of the terms that are near enough would cost, in edits. */
function costsFor(word: string, { shelves, known, effort }: Search): Map<string, number> {
  const costs = new Map<string, number>();
  const digits = digitsOf(word);
  const note = (term: string, cost: number): void => {
    if (cost < (costs.get(term) ?? Number.POSITIVE_INFINITY) && digitsOf(term) === digits) costs.set(term, cost);
  };
  const lookUp = (term: string, cost: number): void => {
    if (known.frequency(term) > 0) note(term, cost);
  };
  const bare = fold(word);
  for (const mended of mendedEndings(bare)) for (const term of known.termsOf(mended)) lookUp(term, 1);
  for (const form of new Set([bare, ...known.termsOf(word)])) {
    if (form.length < SHORTEST_WORD || form.length > LONGEST_PATTERN) continue;
    for (const term of withOtherInitial(form, shelves.initials)) lookUp(term, 1 + OTHER_INITIAL);
    for (const { term, edits } of shelves.alike(form, mostEditsIn(form), effort)) note(term, edits);
  }
  return costs;
}

/** What is one edit away and begins with another letter. */
function* withOtherInitial(form: string, initials: ReadonlySet<string>): Generator<string, void> {
  const rest = form.slice(1);
  yield rest;
  yield form.charAt(1) + form.charAt(0) + form.slice(2);
  for (const initial of initials) {
    if (initial === form.charAt(0)) continue;
    yield initial + rest;
    yield initial + form;
  }
}

/** Those that cost least, the most frequent first. */
function choose(word: string, costs: ReadonlyMap<string, number>, { frequency }: KnownTerms): readonly NearTerm[] {
  const least = [...costs.values()].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const near = [...costs].flatMap(([term, cost]) => (cost === least ? [{ term, texts: frequency(term) }] : []));
  near.sort((a, b) => b.texts - a.texts || byCodeUnit(a.term, b.term));
  const most = near[0]?.texts ?? 1;
  const likeness = 1 - least / word.length;
  return near.slice(0, MOST_NEAR).map(({ term, texts }) => ({ term, likeness: likeness * Math.sqrt(texts / most) }));
}

function isLittleWord(word: string): boolean {
  return LITTLE_WORDS.includes(word) || NEAR_LITTLE_WORDS.alike(word, 1, { left: MOST_EFFORT }).length > 0;
}

function mostEditsIn(form: string): 1 | 2 {
  return form.length < LONG_WORD ? 1 : 2;
}

function digitsOf(word: string): string {
  return word.replace(/\P{N}+/gu, '');
}
