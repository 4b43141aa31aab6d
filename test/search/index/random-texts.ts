import lunr from 'lunr';
import type { Clause } from '../../../src/search/index/live-index.ts';
import { termsOf } from '../../../src/search/words/words.ts';

export const FIELDS = [
  { name: 'title', boost: 3 },
  { name: 'tags', boost: 0.5 },
  { name: 'body', boost: 1 },
] as const;
export type Field = (typeof FIELDS)[number]['name'];
export type Terms = Readonly<Record<Field, readonly string[]>>;

/** A linear congruential generator: the same schedules on every machine. */
export interface Random {
  /** A whole number below `end`. */
  below(end: number): number;
  /** From 0 to 1. */
  next(): number;
  oneOf<T>(list: readonly T[], otherwise: T): T;
}

export function randomFrom(seed: number): Random {
  let state = Math.imul(seed, 2654435761) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { next, below, oneOf: (list, otherwise) => list[below(list.length)] ?? otherwise };
}

const SAID =
  "brand tone voice friendly message messages persona personas campaign learning learned email subject line 35% 2024 q3 10:30 café Über 品牌 語気 the and to of C++ state-of-the-art team's don’t — **bold** * http://x.com/y constructor __proto__ toString hasOwnProperty _index cat cats cart act ca abc bca personalisation personalization";
const WORDS = SAID.split(' ');

export function wordFrom({ below, next, oneOf }: Random): string {
  if (below(3) > 0) return WORDS[Math.floor(next() ** 2 * WORDS.length)] ?? 'brand';
  const letter = (): string => oneOf(['a', 'b', 'c', 'd', 'e', 'f'], 'a');
  return Array.from({ length: 1 + below(5) }, letter).join('') + (below(4) === 0 ? String(below(400)) : '');
}

function textFrom(random: Random, most: number): string {
  return Array.from({ length: random.below(most) }, () => wordFrom(random)).join(random.below(4) === 0 ? '\n' : ' ');
}

/** How texts become terms. */
export type Analysis = (text: string) => string[];

const pipeline = new lunr.Pipeline();
pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);

/** Three ways: as lunr does by itself, as our own search does, and with nothing done to the words at all. */
export const ANALYSES: readonly Analysis[] = [
  (text) => pipeline.run(lunr.tokenizer(text)).map(String),
  (text) => termsOf(text),
  (text) => text.split(/\s/),
];

/** A random text. Now and then one of its words stands in it so often that no short form of the count would do. */
export function termsFrom(random: Random, analysis: Analysis): Terms {
  const repeated = random.below(25) === 0 ? 'brand '.repeat(random.below(1400)) : '';
  return {
    title: analysis(textFrom(random, 6)),
    tags: analysis(textFrom(random, 3)),
    body: analysis(repeated + textFrom(random, 40)),
  };
}

/** A query with clauses of all sorts. */
export function clausesFrom(random: Random, analysis: Analysis): Clause<Field>[] {
  const kind = random.below(40);
  if (kind === 0) return [];
  const isPlain = random.below(3) === 0;
  const presences = kind === 1 ? (['prohibited'] as const) : PRESENCES;
  return Array.from({ length: 1 + random.below(5) }, () => {
    const term = analysis(wordFrom(random))[0] ?? 'brand';
    const among = FIELDS.map(({ name }) => name).filter(() => random.below(2) === 0);
    return {
      ...(isPlain ? asItIs(term) : shapeOf(term, random)),
      boost: random.oneOf([1, 1, 1, 2, 0.5, 3.7, 0], 1),
      presence: random.oneOf(presences, 'optional'),
      ...(random.below(3) === 0 ? { fields: among } : {}),
    };
  });
}

const PRESENCES = ['optional', 'optional', 'optional', 'optional', 'required', 'prohibited'] as const;

/** lunr takes every asterisk for a wildcard. */
function asItIs(term: string): Pick<Clause, 'term' | 'wildcard'> {
  return { term, wildcard: term.includes('*') };
}

function shapeOf(term: string, { below }: Random): Pick<Clause, 'term' | 'wildcard' | 'editDistance'> {
  const at = below(term.length + 1);
  switch (below(9)) {
    case 0:
      return { term: `${term.slice(0, at)}*`, wildcard: true };
    case 1:
      return { term: `*${term.slice(at)}`, wildcard: true };
    case 2:
      return { term: `${term.slice(0, 1)}*${term.slice(at)}`, wildcard: true };
    case 3:
      return { term: `*${term.slice(at, at + 2)}*`, wildcard: true };
    case 4:
      return { term: term.slice(0, 12), editDistance: below(3), wildcard: true };
    case 5:
      return {
        term: `${term.slice(0, at)}${term.slice(at + 1)}`.slice(0, 12),
        editDistance: 1 + below(2),
        wildcard: true,
      };
    default:
      return asItIs(term);
  }
}
