import { isStopWord, termOf, wordsOf } from '../words/words.ts';

/** The team's own words for the same thing, ready to be found in questions. */
export interface Glossary {
  /** The terms that other names of what these words speak of are made of, each with its weight from 0 to 1. */
  othersFor(words: readonly string[]): ReadonlyMap<string, number>;
}

interface Name {
  /** The terms of all its words, in their order. */
  readonly sequence: readonly string[];
  /** Those that are worth looking for. */
  readonly telling: readonly string[];
  readonly group: number;
}

/** What another name is worth beside the one that was asked with; the words of a longer name share it. */
const WORTH_OF_OTHER_NAME = 0.5;
const MOST_OTHERS = 64;

export function readGlossary(groups: readonly (readonly string[])[]): Glossary {
  const members = groups.map((names, group) => names.map((name) => readName(name, group)));
  const byFirstTerm = new Map<string, Name[]>();
  for (const name of members.flat()) {
    const [first] = name.sequence;
    if (first === undefined) continue;
    const same = byFirstTerm.get(first);
    if (same === undefined) byFirstTerm.set(first, [name]);
    else same.push(name);
  }
  return {
    othersFor(words) {
      const terms = words.map(termOf);
      const others = new Map<string, number>();
      for (const [at, term] of terms.entries()) {
        for (const name of byFirstTerm.get(term) ?? []) {
          if (!standsAt(terms, at, name.sequence)) continue;
          for (const other of members[name.group] ?? []) if (other !== name) addTerms(others, other.telling, terms);
        }
      }
      return others;
    },
  };
}

function readName(text: string, group: number): Name {
  const words = wordsOf(text);
  const telling = words.filter((word) => !isStopWord(word));
  return { sequence: words.map(termOf), telling: (telling.length > 0 ? telling : words).map(termOf), group };
}

function standsAt(terms: readonly string[], at: number, sequence: readonly string[]): boolean {
  return sequence.every((term, offset) => terms[at + offset] === term);
}

function addTerms(others: Map<string, number>, telling: readonly string[], asked: readonly string[]): void {
  const weight = WORTH_OF_OTHER_NAME / Math.sqrt(telling.length);
  for (const term of telling) {
    if (asked.includes(term) || (others.size >= MOST_OTHERS && !others.has(term))) continue;
    others.set(term, Math.max(weight, others.get(term) ?? 0));
  }
}
