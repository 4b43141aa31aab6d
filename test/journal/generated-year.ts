import type { Entry, Use } from '../../src/journal/entry.ts';

/** A made-up journal of some days, and the library that its members used. The same seed gives the same. */
export interface GeneratedJournal {
  /** In disorder, and some of them twice. */
  readonly entries: readonly Entry[];
  /** Files by their id, as they lie there today. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Sizes {
  readonly seed: number;
  readonly members: number;
  readonly documents: number;
  readonly entries: number;
  readonly days: number;
}

export const DAY_MS = 86_400_000;
export const TODAY = Date.UTC(2026, 10, 25) / DAY_MS;

const WORDS = ['Churn', 'webinar', 'PRICING', 'Über', 'renewal', 'cafe', 'tone', 'partner'];

/** Seeded numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const pick = <T>(random: Random, from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
/** Low numbers are much likelier than high ones. */
const unequal = (random: Random, count: number): number => Math.floor(count ** random()) - 1;

export const dateOn = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const memberNumber = (number: number): string => `Zoë Member${number}`;

/** One name in another spelling. */
function respelt(random: Random, name: string): string {
  return pick(random, [name, name, name.normalize('NFD'), name.toUpperCase(), ` ${name.replace(' ', '  ')} `]);
}

function wordsOf(random: Random): string {
  const words = [pick(random, ['Churn', 'webinar', 'PRICING']), WORDS[unequal(random, WORDS.length + 1)] ?? 'tone'];
  if (random() < 0.5) words.reverse();
  const cased = words.map((word) => (random() < 0.3 ? word.toUpperCase() : word));
  return cased.join(pick(random, [' ', ' ', ', ', '  -  '])) + pick(random, ['', '', '?', '!']);
}

interface Place {
  readonly now: string;
  /** Where it lay until some day; nothing lies there now. */
  readonly before: string;
}

const FOLDERS = ['context/workflows', 'prompts', 'context/brand', 'context/wins', 'context/learnings', 'inbox'];

function placeOf(random: Random, number: number): Place {
  const folder = FOLDERS[number % FOLDERS.length] ?? 'prompts';
  const isMade = random() < 0.3;
  const name = isMade ? `2026-01-02-document-${String(number).padStart(8, '0')}.md` : `document-${number}.md`;
  const now = `${folder}/${name}`;
  const before = ['context/old', 'context/deep/old', 'inbox'][number % 3] ?? 'inbox';
  return { now, before: random() < 0.4 ? `${before}/${name}` : now };
}

function frontOf(random: Random, number: number, members: number): string[] {
  const near = (): string => dateOn(TODAY + Math.floor(60 * random()) - 40);
  const sometimes = (share: number, line: () => string): string[] => (random() < share ? [line()] : []);
  const somebody = (): string => `"${respelt(random, memberNumber(unequal(random, members)))}"`;
  return [
    `title: Document ${number}`,
    ...sometimes(0.6, () => `author: ${somebody()}`),
    ...sometimes(0.5, () => `owner: ${somebody()}`),
    ...sometimes(0.5, () => `date: ${near()}`),
    ...sometimes(0.2, () => `approved_on: ${near()}`),
    ...sometimes(0.2, () => `approved_by: ${somebody()}`),
    ...sometimes(0.3, () => `review_by: ${near()}`),
    ...sometimes(0.2, () => `valid_until: ${near()}`),
    ...sometimes(0.8, () => `minutes_before: ${Math.floor(300 * random())}`),
    ...sometimes(0.8, () => `minutes_after: ${Math.floor(100 * random())} min`),
    ...sometimes(0.7, () => `saved_minutes: ${Math.floor(9 * random()) * 10}`),
    ...sometimes(0.5, () => 'used: [prompts/document-1.md]'),
    ...sometimes(0.2, () => `status: ${pick(random, ['draft', 'deprecated'])}`),
  ];
}

function entryOf(random: Random, sizes: Sizes, places: readonly Place[], number: number): Entry {
  const at = Math.floor((TODAY + 1 - sizes.days * random() ** 1.3) * DAY_MS) - 1;
  // a few bear a day that is yet to come
  const day = random() < 0.01 ? at + 400 * DAY_MS : at;
  const use = pick<Use>(random, ['prompt', 'document', 'document', 'search', 'brief', 'share']);
  const outcome = use === 'search' ? pick(random, ['done', 'little', 'nothing'] as const) : 'done';
  const isEarly = at < (TODAY - sizes.days / 2) * DAY_MS;
  const idOf = (place: Place | undefined): string =>
    place === undefined ? 'gone.md' : place[isEarly ? 'before' : 'now'];
  const ids = Array.from({ length: 1 + Math.floor(3 * random()) }, () => {
    // some documents are gone for good
    return random() < 0.03
      ? `context/old/gone-${Math.floor(5 * random())}.md`
      : idOf(places[unequal(random, places.length)]);
  });
  return {
    id: `entry-${sizes.seed}-${number}`,
    at: day,
    member: respelt(random, memberNumber(unequal(random, sizes.members))),
    use,
    ids: use === 'search' ? [] : ids,
    outcome,
    ...(use === 'search' && outcome !== 'done' ? { words: wordsOf(random), hits: 0 } : {}),
  };
}

export function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const result = [...all];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [result[at], result[other]];
    if (one !== undefined && two !== undefined) [result[at], result[other]] = [two, one];
  }
  return result;
}

export function generatedJournal(sizes: Sizes): GeneratedJournal {
  const random = seeded(sizes.seed);
  const places = Array.from({ length: sizes.documents }, (_, number) => placeOf(random, number));
  const files = places.map(({ now }, number): [string, string] => {
    const front = frontOf(random, number, sizes.members);
    return [now, `---\n${front.join('\n')}\n---\nText ${number}.\n`];
  });
  const once = Array.from({ length: sizes.entries }, (_, number) => entryOf(random, sizes, places, number));
  const twice = once.filter(() => random() < 0.2);
  return { entries: shuffled(random, [...once, ...twice]), files: Object.fromEntries(files) };
}

/** Entries as a journal gives them. */
export async function* batchesOf(entries: readonly Entry[], size = 500): AsyncGenerator<readonly Entry[]> {
  for (let at = 0; at < entries.length; at += size) yield entries.slice(at, at + size);
}
