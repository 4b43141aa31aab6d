import { isLightWord } from '../thesaurus/light-words.ts';
import { ENGLISH } from '../words/languages.ts';
import { isStopWord, termOf, wordsOf } from '../words/words.ts';

/** A name as questions are compared with it. */
export interface Name {
  /** The terms of all its words, in their order. */
  readonly sequence: readonly string[];
  /** Those that are worth looking for: no stop words, and of a longer name no words that say little, unless it is one word. */
  readonly telling: readonly string[];
}

/** Other names for a run of the words of a question. */
export interface OtherNames {
  /** The first word of the run, and how many they are. */
  readonly at: number;
  readonly length: number;
  readonly names: readonly Name[];
}

/** Groups of names for the same thing, ready to be found in questions. */
export interface Names {
  /** Every run of these terms that is a name, with the other names of its group. */
  othersIn(terms: readonly string[]): OtherNames[];
}

const GROUPS_A_STEP = 20;
const MOST_READ = 2000;

function saysLittle(word: string, language: string): boolean {
  return isStopWord(word, language) || (language === ENGLISH && isLightWord(word));
}

export function readName(text: string, language: string): Name {
  const words = wordsOf(text);
  const telling = words.length === 1 ? words : words.filter((word) => !saysLittle(word, language));
  const termsOf = (some: readonly string[]): string[] => some.map((word) => termOf(word, language));
  return { sequence: termsOf(words), telling: termsOf(telling) };
}

/** Reads groups of names in a language, in steps. What has no words is no name. */
export function* readNames(groups: readonly (readonly string[])[], language: string): Generator<void, Names> {
  /** By the first term of a name: the groups with such a name. */
  const byFirstTerm = new Map<string, number[]>();
  /** Most groups are never asked for, so that they are read when they are. */
  const read = new Map<number, readonly Name[]>();

  for (const [group, names] of groups.entries()) {
    for (const name of names) {
      const [first] = wordsOf(name);
      if (first === undefined) continue;
      const term = termOf(first, language);
      const same = byFirstTerm.get(term);
      if (same === undefined) byFirstTerm.set(term, [group]);
      else if (same.at(-1) !== group) same.push(group);
    }
    if (group % GROUPS_A_STEP === 0) yield;
  }

  function namesOf(group: number): readonly Name[] {
    const known = read.get(group);
    if (known !== undefined) return known;
    if (read.size >= MOST_READ) read.clear();
    const names = (groups[group] ?? []).map((name) => readName(name, language));
    read.set(group, names);
    return names;
  }

  function othersAt(terms: readonly string[], at: number, group: readonly Name[]): OtherNames[] {
    const standing = group.filter(({ sequence }) => sequence.length > 0 && standsAt(terms, at, sequence));
    return standing.map((name) => ({
      at,
      length: name.sequence.length,
      names: group.filter((other) => other !== name),
    }));
  }

  return {
    othersIn(terms) {
      return terms.flatMap((term, at) =>
        (byFirstTerm.get(term) ?? []).flatMap((group) => othersAt(terms, at, namesOf(group))),
      );
    },
  };
}

function standsAt(terms: readonly string[], at: number, sequence: readonly string[]): boolean {
  return sequence.every((term, offset) => terms[at + offset] === term);
}
