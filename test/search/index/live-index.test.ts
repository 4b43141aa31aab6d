import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { type Clause, createLiveIndex, type LiveIndex } from '../../../src/search/index/live-index.ts';
import { MOST_COUNTED } from '../../../src/search/index/postings.ts';
import type { Matches } from '../../../src/search/index/tally.ts';
import { termOf, termsOf, wordsOf } from '../../../src/search/words/words.ts';

const FIELDS = [
  { name: 'title', boost: 3 },
  { name: 'tags', boost: 0.5 },
  { name: 'body', boost: 1 },
] as const;
type Field = (typeof FIELDS)[number]['name'];
type Texts = Readonly<Record<Field, string>>;

/** What the types of lunr say wrongly or not at all. */
interface LunrInternals {
  tokenizer: (value: unknown, metadata: object) => lunr.Token[];
  readonly invertedIndex: Readonly<Record<string, unknown>>;
}
interface IndexInternals {
  readonly tokenSet: { toArray(): string[] };
}

/** A linear congruential generator: the same schedules on every machine. */
function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return { below: (most: number): number => Math.floor(next() * most), next };
}
type Random = ReturnType<typeof randomFrom>;

const SAID =
  "brand tone voice friendly message messages persona personas campaign learning learned email subject line 35% 2024 q3 10:30 café Über 品牌 語気 the and to of C++ state-of-the-art team's don’t — **bold** http://x.com/y constructor __proto__ toString hasOwnProperty _index cat cats cart act personalisation personalization";
const WORDS = SAID.split(' ');

function wordFrom({ below, next }: Random): string {
  if (below(3) === 0) return String.fromCharCode(97 + below(6), 97 + below(6), 97 + below(6));
  return WORDS[Math.floor(next() ** 2 * WORDS.length)] ?? 'brand';
}

function textFrom(random: Random, most: number): string {
  return Array.from({ length: random.below(most) }, () => wordFrom(random)).join(random.below(4) === 0 ? '\n' : ' ');
}

function textsFrom(random: Random): Texts {
  const repeated = random.below(25) === 0 ? 'brand '.repeat(random.below(MOST_COUNTED - 100)) : '';
  return { title: textFrom(random, 6), tags: textFrom(random, 3), body: repeated + textFrom(random, 60) };
}

function termsIn(texts: Texts): Record<Field, string[]> {
  return { title: termsOf(texts.title), tags: termsOf(texts.tags), body: termsOf(texts.body) };
}

function clausesFrom(random: Random): Clause<Field>[] {
  return Array.from({ length: 1 + random.below(5) }, () => {
    const words = wordsOf(wordFrom(random));
    const among = FIELDS.map(({ name }) => name).filter(() => random.below(2) === 0);
    const fields = random.below(3) === 0 && among.length > 0 ? { fields: among } : {};
    return { term: termOf(words[0] ?? 'brand'), boost: 1 + random.below(4) / 2, ...fields };
  });
}

/** An index of lunr over the same texts, made anew. Undefined where lunr's own list of terms came out wrong. */
function lunrIndexOf(texts: ReadonlyMap<string, Texts>): lunr.Index | undefined {
  const builder = new lunr.Builder();
  const internals = builder as unknown as LunrInternals;
  internals.tokenizer = (value, metadata) =>
    wordsOf(String(value)).map((word) => new lunr.Token(word, { ...metadata }));
  builder.ref('id');
  for (const { name, boost } of FIELDS) builder.field(name, { boost });
  builder.pipeline.add(lunr.stopWordFilter, lunr.stemmer);
  for (const [id, fields] of texts) builder.add({ id, ...fields });
  const index = builder.build();
  const listed = new Set((index as unknown as IndexInternals).tokenSet.toArray());
  const isSound = Object.keys(internals.invertedIndex).every((term) => listed.has(term));
  return isSound ? index : undefined;
}

function askLunr(index: lunr.Index, clauses: readonly Clause<Field>[]): Map<string, number> {
  const results = index.query((query) => {
    for (const { term, ...options } of clauses) {
      query.term(term, { ...options, ...(options.fields ? { fields: [...options.fields] } : {}), usePipeline: false });
    }
  });
  return new Map(results.map(({ ref, score }) => [ref, score]));
}

function byName(matches: Matches, names: ReadonlyMap<number, string>): Map<string, number> {
  return new Map([...matches.slots].map((slot, at) => [names.get(slot) ?? '?', matches.scores[at] ?? 0]));
}

function changeOnce(
  random: Random,
  index: LiveIndex<Field>,
  texts: Map<string, Texts>,
  names: Map<number, string>,
): void {
  const ids = [...texts.keys()];
  const known = ids[random.below(ids.length)] ?? 'd0';
  if (ids.length > 4 && random.below(4) === 0) {
    expect(index.remove(known)).toBe(true);
    texts.delete(known);
    return;
  }
  const id = ids.length < 5 || random.below(2) === 0 ? `d${random.below(40)}` : known;
  const before = texts.get(id);
  const isSmallEdit = before !== undefined && random.below(2) === 0;
  const next = isSmallEdit ? { ...before, body: `${before.body} ${wordFrom(random)}` } : textsFrom(random);
  texts.set(id, next);
  names.set(index.put(id, termsIn(next)), id);
}

describe('the live index', () => {
  test('scores as a fresh lunr index of the same texts does, after whatever was put in, replaced and taken out', () => {
    const tried = { queries: 0, found: 0, skipped: 0 };
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      const index = createLiveIndex<Field>(FIELDS);
      const texts = new Map<string, Texts>();
      const names = new Map<number, string>();
      for (let step = 0; step < 30; step++) {
        changeOnce(random, index, texts, names);
        if (step % 5 !== 4) continue;
        const fresh = lunrIndexOf(texts);
        if (fresh === undefined) tried.skipped++;
        for (let asked = 0; fresh !== undefined && asked < 6; asked++) {
          const clauses = clausesFrom(random);
          const expected = askLunr(fresh, clauses);
          const actual = byName(index.match(clauses), names);
          expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
          for (const [id, score] of expected) expect(Math.abs((actual.get(id) ?? 0) - score)).toBeLessThan(1e-9);
          const inOrder = [...actual].sort(([, a], [, b]) => b - a).map(([, score]) => score);
          for (const [at, score] of [...expected.values()].entries()) expect(inOrder[at]).toBeCloseTo(score, 9);
          tried.queries++;
          tried.found += expected.size;
        }
      }
      expect(index.size).toBe(texts.size);
    }
    expect(tried.queries).toBeGreaterThan(1500);
    expect(tried.found).toBeGreaterThan(tried.queries);
    expect(tried.skipped).toBeLessThan(tried.queries / 20);
  });

  test('is as if it had never been filled once everything is taken out', () => {
    const random = randomFrom(99);
    const index = createLiveIndex<Field>(FIELDS);
    for (let at = 0; at < 30; at++) index.put(`d${at}`, termsIn(textsFrom(random)));
    expect(index.terms).toBeGreaterThan(50);
    for (let at = 0; at < 30; at++) index.remove(`d${at}`);
    expect([index.size, index.terms]).toEqual([0, 0]);
    expect(index.match([{ term: 'brand', boost: 1 }]).slots).toHaveLength(0);
    expect(index.remove('d1')).toBe(false);
  });

  test('gives the numbers of words that are gone to new ones', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const nothing = { title: [], tags: [] };
    for (let at = 0; at < 200; at++) index.put('one', { ...nothing, body: [`word${at}`, 'stays'] });
    expect(index.terms).toBe(2);
    expect(index.match([{ term: 'word198', boost: 1 }]).slots).toHaveLength(0);
    expect(index.match([{ term: 'word199', boost: 1 }]).slots).toHaveLength(1);
  });

  test('keeps a word that moves from one field to another', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const slot = index.put('one', { title: [], tags: [], body: ['moves'] });
    index.put('one', { title: ['moves'], tags: [], body: [] });
    expect(index.has('moves', slot)).toBe(true);
    expect([...index.match([{ term: 'moves', boost: 1, fields: ['title'] }]).slots]).toEqual([slot]);
    expect([...index.match([{ term: 'moves', boost: 1, fields: ['body'] }]).slots]).toEqual([]);
  });

  test('counts a word at most as often as a posting has room for', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const text = (count: number) => ({ title: [], tags: [], body: new Array<string>(count).fill('often') });
    index.put('more', text(MOST_COUNTED + 500));
    index.put('less', text(2));
    expect(index.match([{ term: 'often', boost: 1 }]).slots).toHaveLength(2);
  });
});
