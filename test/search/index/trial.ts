import { expect } from 'vitest';
import {
  createLiveIndex,
  type LiveIndex,
  type Matches,
  restoreLiveIndex,
} from '../../../src/search/index/live-index.ts';
import { buildLunr, type FreshLunr } from './fresh-lunr.ts';
import {
  ANALYSES,
  type Analysis,
  FIELDS,
  type Field,
  type Random,
  randomFrom,
  type Terms,
  termsFrom,
} from './random-texts.ts';

/** An index and what should be in it. */
export interface Trial {
  readonly random: Random;
  readonly analysis: Analysis;
  readonly texts: Map<string, Terms>;
  index: LiveIndex<Field>;
}

export function createTrial(seed: number): Trial {
  const analysis = ANALYSES[seed % ANALYSES.length] ?? ((text) => [text]);
  return { random: randomFrom(seed), analysis, texts: new Map(), index: createLiveIndex<Field>(FIELDS) };
}

const MOST_TEXTS = 16;

/** Puts a text in, replaces, edits or removes one, or saves and restores the index. */
export function changeOnce(trial: Trial): void {
  const { random, texts } = trial;
  const dice = random.below(20);
  if (dice === 0) trial.index = restoreLiveIndex(Buffer.concat(trial.index.save()), FIELDS);
  else if (dice < 7 && texts.size > 3) removeOnce(trial);
  else putOnce(trial);
}

function removeOnce({ random, texts, index }: Trial): void {
  const name = random.oneOf([...texts.keys()], '');
  if (random.below(2) === 0) expect(index.remove(name)).toBe(true);
  else for (const _ of index.removeInSteps(name));
  texts.delete(name);
}

function putOnce({ random, analysis, texts, index }: Trial): void {
  const known = [...texts.keys()];
  const isNew = known.length < 4 || (known.length < MOST_TEXTS && random.below(2) === 0);
  const name = random.oneOf(isNew ? ['__proto__', `folder/${random.below(40)}.md`, `d${random.below(40)}`] : known, '');
  const before = texts.get(name);
  const next = termsFrom(random, analysis);
  const isSmallEdit = before !== undefined && random.below(2) === 0;
  const terms = isSmallEdit ? { ...before, body: [...before.body, ...next.title] } : next;
  texts.set(name, terms);
  if (random.below(2) === 0) index.put(name, terms);
  else for (const _ of index.putInSteps(name, terms));
}

/** Built of the texts in the order of their slots, for ties come out in the order of the texts. */
export function freshLunrOf({ index, texts }: Trial): FreshLunr | undefined {
  const inOrder = [...texts].sort(([a], [b]) => (index.slotOf(a) ?? 0) - (index.slotOf(b) ?? 0));
  return buildLunr(new Map(inOrder));
}

export function byName(index: LiveIndex<Field>, matches: Matches): Map<string, number> {
  return new Map([...matches.slots].map((slot, at) => [index.nameOf(slot) ?? '?', matches.scores[at] ?? 0]));
}

/** lunr adds up in another order. */
export const ROUNDING = 1e-9;

/** What is wrong with an answer; undefined if it is the one that was expected. */
export function compare(
  answer: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, number>,
): string | undefined {
  if (answer.size !== expected.size) return `${answer.size} texts are found instead of ${expected.size}`;
  for (const [name, score] of expected) {
    const actual = answer.get(name);
    if (actual === undefined) return `${name} is not found`;
    if (!(Math.abs(actual - score) <= ROUNDING)) return `${name} is worth ${actual} instead of ${score}`;
  }
  return undefined;
}
