import { describe, expect, test } from 'vitest';
import { createLiveIndex, type LiveIndex, type Matches } from '../../../src/search/index/live-index.ts';
import type { FreshLunr } from './fresh-lunr.ts';
import { clausesFrom, FIELDS, type Field, type Random, randomFrom, type Terms, wordFrom } from './random-texts.ts';
import { byName, changeOnce, compare, createTrial, freshLunrOf, ROUNDING, type Trial } from './trial.ts';

const NOTHING: Terms = { title: [], tags: [], body: [] };

/** What a concept is worth to texts, by what lunr says of each alternative alone. */
function worthOfConcept(lunr: FreshLunr, concept: readonly { term: string; weight: number }[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { term, weight } of concept) {
    for (const { ref, score } of lunr.ask([{ term, boost: 1 }])) {
      most.set(ref, Math.max(most.get(ref) ?? 0, weight * score));
    }
  }
  return most;
}

function sumOf(worths: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const worth of worths) for (const [name, score] of worth) sums.set(name, (sums.get(name) ?? 0) + score);
  return sums;
}

function conceptsFrom(random: Random, { analysis }: Trial): { term: string; weight: number }[][] {
  return Array.from({ length: random.below(4) }, () =>
    Array.from({ length: random.below(4) }, () => ({
      term: (analysis(wordFrom(random))[0] ?? 'brand').replaceAll('*', ''),
      weight: random.oneOf([1, 0.6, 0], 1),
    })),
  );
}

/** Does something after each of many changes. */
function afterChanges(seeds: number, steps: number, each: (trial: Trial) => void): void {
  for (let seed = 1; seed <= seeds; seed++) {
    const trial = createTrial(seed);
    for (let step = 0; step < steps; step++) {
      changeOnce(trial);
      each(trial);
    }
  }
}

const inOrder = (matches: Matches): [number, number][] =>
  [...matches.slots].map((slot, at): [number, number] => [slot, matches.scores[at] ?? 0]).sort(([a], [b]) => a - b);

function termsOf(terms: Terms): string[] {
  return FIELDS.flatMap(({ name }) => terms[name]);
}

describe('the live index', () => {
  test('weighs concepts by what lunr says that their alternatives are worth', () => {
    afterChanges(6, 60, (trial) => {
      const fresh = freshLunrOf(trial);
      if (fresh === undefined) return;
      const concepts = conceptsFrom(trial.random, trial);
      const expected = sumOf(concepts.map((concept) => worthOfConcept(fresh, concept)));
      expect(compare(byName(trial.index, trial.index.weigh(concepts)), expected)).toBeUndefined();
    });
  });

  test('looks only at the slots that it is told, and finds there what it finds anyway', () => {
    afterChanges(6, 100, (trial) => {
      const { index, random, analysis } = trial;
      const among = Uint32Array.from({ length: 24 }, (_, slot) => slot).filter(() => random.below(3) === 0);
      const clauses = clausesFrom(random, analysis);
      const all = inOrder(index.match(clauses));
      expect(inOrder(index.match(clauses, among))).toEqual(all.filter(([slot]) => among.includes(slot)));
      const concepts = conceptsFrom(random, trial);
      const weighed = inOrder(index.weigh(concepts));
      expect(inOrder(index.weigh(concepts, among))).toEqual(weighed.filter(([slot]) => among.includes(slot)));
    });
  });

  test('knows of every term how many texts have it, and what it is worth where', () => {
    afterChanges(3, 40, (trial) => {
      const { index, texts, random } = trial;
      const known = [...index.known()];
      const expected = new Set([...texts.values()].flatMap(termsOf));
      expect(known).toEqual([...expected].filter((term) => term !== '').sort());
      expect(index.terms).toBe(expected.size);
      for (const term of [random.oneOf(known, 'brand'), 'nobody says this']) {
        const having = [...texts].filter(([, terms]) => termsOf(terms).includes(term));
        expect(index.frequency(term)).toBe(having.length);
        for (const [name, terms] of texts) expectWorths(index, { name, terms, term });
      }
    });
  });

  function expectWorths(index: LiveIndex<Field>, asked: { name: string; terms: Terms; term: string }): void {
    const slot = index.slotOf(asked.name) ?? -1;
    expect(index.nameOf(slot)).toBe(asked.name);
    const worths = index.worthOf(asked.term, slot);
    const counts = FIELDS.flatMap(({ name: field }) => {
      const count = asked.terms[field].filter((term) => term === asked.term).length;
      return count === 0 ? [] : [{ field, count }];
    });
    expect(worths.map(({ field, count }) => ({ field, count }))).toEqual(counts);
    expect(index.has(asked.term, slot)).toBe(counts.length > 0);
    const weighed = byName(index, index.weigh([[{ term: asked.term, weight: 1 }]])).get(asked.name) ?? 0;
    expect(Math.abs(worths.reduce((sum, { score }) => sum + score, 0) - weighed)).toBeLessThan(ROUNDING);
  }

  test('is, after any changes, as if it had been given the texts that it has and no others', () => {
    afterChanges(3, 100, ({ index, texts, random, analysis }) => {
      if (random.below(8) > 0) return;
      const fresh = createLiveIndex<Field>(FIELDS);
      for (const [name, terms] of texts) fresh.put(name, terms);
      expect([index.size, index.terms]).toEqual([fresh.size, fresh.terms]);
      expect([...index.known()]).toEqual([...fresh.known()]);
      const clauses = clausesFrom(random, analysis);
      expect(compare(byName(index, index.match(clauses)), byName(fresh, fresh.match(clauses)))).toBeUndefined();
      expect(index.startingWith('b', 5).map(index.frequency)).toEqual(fresh.startingWith('b', 5).map(fresh.frequency));
    });
  });

  test('names the terms that begin in some way, the most frequent first', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const bodies = [['brand', 'brave'], ['brand', 'bread'], ['brand', 'brave', 'cat'], ['brand']];
    for (const [at, body] of bodies.entries()) index.put(`d${at}`, { ...NOTHING, title: ['brave'], body });
    index.put('d3', NOTHING);
    expect(index.startingWith('br', 10)).toEqual(['brand', 'brave', 'bread']);
    expect(index.startingWith('br', 1)).toEqual(['brand']);
    expect(index.startingWith('bread', 10)).toEqual(['bread']);
    expect(index.startingWith('breads', 10)).toEqual([]);
    expect(index.startingWith('', 10)).toHaveLength(4);
  });

  test('finds everything when nothing is asked for, as lunr does', () => {
    const index = createLiveIndex<Field>(FIELDS);
    index.put('a', { ...NOTHING, body: ['one'] });
    index.put('b', NOTHING);
    expect(inOrder(index.match([]))).toEqual([
      [0, 0],
      [1, 0],
    ]);
    expect(inOrder(index.match([{ term: 'one', boost: 1, presence: 'prohibited' }]))).toEqual([[1, 0]]);
    expect(inOrder(index.match([], Uint32Array.of(1, 5)))).toEqual([[1, 0]]);
    expect(index.weigh([]).slots).toHaveLength(0);
  });

  test('takes an asterisk for a letter when nobody asks for wildcards', () => {
    const index = createLiveIndex<Field>(FIELDS);
    index.put('a', { ...NOTHING, body: ['a*c'] });
    index.put('b', { ...NOTHING, body: ['abc'] });
    expect(index.match([{ term: 'a*c', boost: 1 }]).slots).toEqual(Uint32Array.of(0));
    expect(index.match([{ term: 'a*c', boost: 1, wildcard: true }]).slots).toHaveLength(2);
  });

  test('is as if it had never been filled once everything is taken out', () => {
    const index = createLiveIndex<Field>(FIELDS);
    for (let at = 0; at < 30; at++) index.put(`d${at}`, { ...NOTHING, body: [`word${at}`, 'brand'] });
    for (let at = 0; at < 30; at++) index.remove(`d${at}`);
    expect([index.size, index.terms, [...index.known()]]).toEqual([0, 0, []]);
    expect(index.match([{ term: 'brand', boost: 1 }]).slots).toHaveLength(0);
    expect(index.remove('d1')).toBe(false);
  });

  test('gives the slots of texts that are gone to others', () => {
    const index = createLiveIndex<Field>(FIELDS);
    expect(index.put('a', NOTHING)).toBe(0);
    expect(index.put('b', NOTHING)).toBe(1);
    index.remove('a');
    expect([index.nameOf(0), index.slotOf('a')]).toEqual([undefined, undefined]);
    expect(index.put('c', NOTHING)).toBe(0);
    expect([index.nameOf(0), index.slotOf('c')]).toEqual(['c', 0]);
  });

  test('keeps a word that moves from one field to another', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const slot = index.put('one', { ...NOTHING, body: ['moves'] });
    index.put('one', { ...NOTHING, title: ['moves'] });
    expect(index.has('moves', slot)).toBe(true);
    expect([...index.match([{ term: 'moves', boost: 1, fields: ['title'] }]).slots]).toEqual([slot]);
    expect([...index.match([{ term: 'moves', boost: 1, fields: ['body'] }]).slots]).toEqual([]);
  });

  test('takes in a huge text in many small steps, and refuses other changes meanwhile', () => {
    const { below } = randomFrom(1);
    const index = createLiveIndex<Field>(FIELDS);
    const body = Array.from({ length: 50_000 }, () => `word${below(30_000)}`);
    const steps = index.putInSteps('huge', { ...NOTHING, body });
    let count = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      if (count++ === 3) expect(() => index.put('other', NOTHING)).toThrow('being changed');
      expect(index.match([{ term: 'word7', boost: 1 }]).slots.length).toBeLessThanOrEqual(1);
    }
    expect(count).toBeGreaterThan(30);
    expect(index.worthOf('word7', 0)).toMatchObject([{ count: body.filter((word) => word === 'word7').length }]);
    index.put('other', NOTHING);
    expect(index.size).toBe(2);
  });

  test('needs no more memory for texts that come and go', () => {
    const { below } = randomFrom(2);
    const index = createLiveIndex<Field>(FIELDS);
    const round = (): void => {
      for (let at = 0; at < 30; at++) {
        index.put(`d${at}`, { ...NOTHING, body: Array.from({ length: 300 }, () => `word${below(1e9)}`) });
      }
    };
    for (let time = 0; time < 6; time++) round();
    const size = index.save().reduce((sum, piece) => sum + piece.length, 0);
    for (let time = 0; time < 6; time++) round();
    expect(index.save().reduce((sum, piece) => sum + piece.length, 0)).toBeLessThan(1.5 * size);
    expect(index.terms).toBeLessThanOrEqual(30 * 300);
  });

  test('is the same whether it is given terms or their numbers, in whatever list', () => {
    const [one, other] = [createLiveIndex<Field>(FIELDS), createLiveIndex<Field>(FIELDS)];
    const texts = ['brand voice', 'voice of brand brand', 'tone', 'brand tone voice tone'];
    for (const [at, text] of texts.entries()) {
      const body = text.split(' ');
      one.put(`d${at}`, { ...NOTHING, body });
      const terms = at < 2 ? ['of', 'brand', 'voice', 'brand'] : ['tone', 'brand', 'voice'];
      const numbers = body.map((word) => terms.lastIndexOf(word));
      const fields = { title: [], tags: [[]], body: [numbers.slice(0, 2), numbers.slice(2)] };
      for (const _ of other.putNumbered(`d${at}`, { terms, fields }));
    }
    expect(Buffer.concat(other.save())).toEqual(Buffer.concat(one.save()));
  });
});
