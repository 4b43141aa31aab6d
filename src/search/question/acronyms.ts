import { byCodeUnit } from '../../library/order.ts';
import { isStopWord, termOf, wordsOf } from '../words/words.ts';
import type { Definition } from './definitions.ts';

/** What the documents of a library say that acronyms stand for, kept up as they change. */
export interface Acronyms {
  /** Puts a document's definitions in place of those that it had. */
  put(owner: string, definitions: readonly Definition[]): void;
  remove(owner: string): void;
  /**
   * What an acronym stands for, that which most documents say first, at most three. Its case does not matter, unless it
   * is a word as well, as IT and WHO are: then only capitals mean the acronym.
   */
  meaningsOf(acronym: string): string[];
  /** The acronyms of all meanings that stand in a row of words, in their order; none that is a word as well. */
  acronymsOf(words: readonly string[]): string[];
  /** All definitions by owner, sorted by its name. */
  entries(): (readonly [owner: string, definitions: readonly Definition[]])[];
}

/** That a document explains an acronym. */
interface Mention extends Definition {
  /** The acronym in lower case, and the terms of its meaning: however they are written. */
  readonly short: string;
  readonly long: string;
}

const MOST_MEANINGS = 3;
/** In words. */
const LONGEST_MEANING = 12;
/** Words of everyday English, beside stop words, that are acronyms of something somewhere. */
const ORDINARY_WORDS = new Set(
  (
    'act add age aid aim air arc art ask bad bar bat bed best bet bid big bit box bus buy cab cap car care case cast cat ' +
    'cost cup cut day den dip dog drip due ease east edge end era fact fan far fast few fit fix fly form fun gap gas gem ' +
    'go grow help hit hot ice idea ill job key kid lab law lead leap led let lift line list live log lot low mad man map ' +
    'mat men met mind mix mob model name net new nor note now nut odd off oil old one open pad pan part pass past path ' +
    'pay peace pen pet pie pin plan play plus pop post pot pro put race raid ram rap rat raw read real red rent rest rice ' +
    'ride rise role row run sad safe sale sales save sea see sell send set sex ship show sip sit six sky smart son spin ' +
    'star start step stop sum sun tag tap task tax team tell ten test tie tip top toy trust try two up use user van via ' +
    'view wall war warm wave way wet win wise word work yes'
  ).split(' '),
);

export function createAcronyms(): Acronyms {
  const owners = new Map<
    string,
    { readonly definitions: readonly Definition[]; readonly mentions: readonly Mention[] }
  >();
  const byShort = new Map<string, Set<Mention>>();
  const byLong = new Map<string, Set<Mention>>();

  function remove(owner: string): void {
    for (const mention of owners.get(owner)?.mentions ?? []) {
      takeFrom(byShort, mention.short, mention);
      takeFrom(byLong, mention.long, mention);
    }
    owners.delete(owner);
  }

  return {
    put(owner, definitions) {
      remove(owner);
      if (definitions.length === 0) return;
      const mentions = mentionsOf(definitions);
      owners.set(owner, { definitions, mentions });
      for (const mention of mentions) {
        addTo(byShort, mention.short, mention);
        addTo(byLong, mention.long, mention);
      }
    },
    remove,
    meaningsOf(acronym) {
      const short = acronym.toLowerCase();
      if (acronym !== acronym.toUpperCase() && isOrdinaryWord(short)) return [];
      const mentions = byShort.get(short) ?? byShort.get(short.replace(/s$/, '')) ?? [];
      const groups = groupBy(mentions, ({ long }) => long);
      return groups.slice(0, MOST_MEANINGS).map((group) => mostFrequent(group.map(({ meaning }) => meaning)));
    },
    acronymsOf(words) {
      const acronyms = new Set<string>();
      for (const run of runsOf(words.map((word) => termOf(word)))) {
        for (const group of groupBy(byLong.get(run) ?? [], ({ short }) => short)) {
          if (!group.some(({ short }) => isOrdinaryWord(short)))
            acronyms.add(mostFrequent(group.map(({ acronym }) => acronym)));
        }
      }
      return [...acronyms];
    },
    entries() {
      return [...owners]
        .map(([owner, { definitions }]) => [owner, definitions] as const)
        .sort(([a], [b]) => byCodeUnit(a, b));
    },
  };
}

/** The words that a text writes in capitals, in lower case; none when all of it is written so. */
export function wordsInCapitals(text: string): ReadonlySet<string> {
  if (text === text.toUpperCase()) return new Set();
  const capitals = text.match(/(?<![\p{L}\p{N}])[\p{Lu}\p{N}&]{2,}(?![\p{L}\p{N}])/gu) ?? [];
  return new Set(capitals.map((word) => word.toLowerCase()));
}

function mentionsOf(definitions: readonly Definition[]): Mention[] {
  const different = new Map<string, Mention>();
  for (const { acronym, meaning } of definitions) {
    const short = acronym.toLowerCase();
    const long = wordsOf(meaning)
      .map((word) => termOf(word))
      .join(' ');
    const key = `${short} ${long}`;
    if (long !== '' && !different.has(key)) different.set(key, { acronym, meaning, short, long });
  }
  return [...different.values()];
}

/** Every run of two terms or more, from the left, the longest first. */
function* runsOf(terms: readonly string[]): Generator<string, void> {
  for (let start = 0; start < terms.length; start++) {
    for (let end = Math.min(terms.length, start + LONGEST_MEANING); end > start + 1; end--) {
      yield terms.slice(start, end).join(' ');
    }
  }
}

/** Groups of mentions with the same key, the largest first. */
function groupBy(mentions: Iterable<Mention>, keyOf: (mention: Mention) => string): Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  const sorted = [...groups].sort(([a, some], [b, others]) => others.length - some.length || byCodeUnit(a, b));
  return sorted.map(([, group]) => group);
}

function addTo(sets: Map<string, Set<Mention>>, key: string, mention: Mention): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([mention]));
  else set.add(mention);
}

function takeFrom(sets: Map<string, Set<Mention>>, key: string, mention: Mention): void {
  const set = sets.get(key);
  set?.delete(mention);
  if (set?.size === 0) sets.delete(key);
}

function isOrdinaryWord(word: string): boolean {
  return isStopWord(word) || ORDINARY_WORDS.has(word);
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(([a, x], [b, y]) => y - x || byCodeUnit(a, b));
  return first?.[0] ?? '';
}
