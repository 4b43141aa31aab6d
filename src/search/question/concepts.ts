import type { Alternative } from '../index/live-index.ts';

/** How a term came to be looked for. */
export type Origin = 'asked' | 'beginning' | 'glossary' | 'alias' | 'acronym' | 'synonym' | 'spelling';

/** A term that would say what is asked for, and where it comes from. */
export interface AskedAlternative extends Alternative {
  readonly origin: Origin;
}

/** One thing that a question asks for, as it was written there, and the terms that would say so, its own first. */
export interface AskedConcept {
  readonly asked: string;
  readonly alternatives: readonly AskedAlternative[];
}

interface Draft {
  readonly asked: string;
  weight: number;
  readonly shares: Map<string, number>;
  readonly alternatives: Map<string, AskedAlternative>;
}

const MOST_ADDED = 64;

/** The concepts of one question while it is read. */
export interface Draftsman {
  /** What a word says by itself: the terms that it may have, each with its part of the weight, and how much it matters. */
  ask(word: string, terms: ReadonlyMap<string, number>, weight: number): void;
  /** Takes a part of the weight of a word that was asked, and of all that stands for it, once. */
  lower(word: string, factor: number): void;
  /** Another term for a word that was asked. */
  replace(word: string, alternative: AskedAlternative): void;
  /** Terms that speak of the same as some words of the question, which `asked` names. */
  add(asked: string, terms: readonly string[], worth: { readonly weight: number; readonly origin: Origin }): void;
  /** How much a word matters that was asked; 0 for any other. */
  weightOf(word: string): number;
  /** Whether other terms are known for a word. */
  isNamed(word: string): boolean;
  concepts(): readonly AskedConcept[];
}

export function createDraftsman(): Draftsman {
  const drafts = new Map<string, Draft>();
  const byWord = new Map<string, Draft>();
  const added = new Map<string, AskedConcept>();
  const named = new Set<string>();
  const lowered = new Set<Draft>();

  return {
    ask(word, terms, weight) {
      const [term] = terms.keys();
      if (term === undefined) return;
      const draft: Draft = drafts.get(term) ?? { asked: word, weight, shares: new Map(), alternatives: new Map() };
      draft.weight = Math.max(draft.weight, weight);
      for (const [each, share] of terms) draft.shares.set(each, share);
      for (const [each, share] of draft.shares) {
        draft.alternatives.set(each, { term: each, weight: share * draft.weight, origin: 'asked' });
      }
      drafts.set(term, draft);
      byWord.set(word, draft);
    },
    lower(word, factor) {
      const draft = byWord.get(word);
      if (draft === undefined || lowered.has(draft)) return;
      lowered.add(draft);
      draft.weight *= factor;
      for (const [term, { weight, origin }] of draft.alternatives) {
        draft.alternatives.set(term, { term, weight: weight * factor, origin });
      }
    },
    replace(word, { term, weight, origin }) {
      const draft = byWord.get(word);
      named.add(word);
      if (draft === undefined || draft.alternatives.size > MOST_ADDED) return;
      const mine = weight * draft.weight;
      if (mine > (draft.alternatives.get(term)?.weight ?? 0))
        draft.alternatives.set(term, { term, weight: mine, origin });
    },
    add(asked, terms, { weight, origin }) {
      for (const word of asked.split(' ')) named.add(word);
      for (const term of terms) {
        if (drafts.has(term) || (added.size >= MOST_ADDED && !added.has(term))) continue;
        const before = added.get(term)?.alternatives[0]?.weight ?? 0;
        if (weight > before) added.set(term, { asked, alternatives: [{ term, weight, origin }] });
      }
    },
    weightOf: (word) => byWord.get(word)?.weight ?? 0,
    isNamed: (word) => named.has(word),
    concepts() {
      const own = [...new Set(drafts.values())].map(({ asked, alternatives }) => ({
        asked,
        alternatives: [...alternatives.values()],
      }));
      return [...own, ...added.values()];
    },
  };
}
