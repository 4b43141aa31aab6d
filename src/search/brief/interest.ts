import type { Document } from '../../library/document.ts';
import { byCodeUnit } from '../../library/order.ts';
import { languageOf } from '../words/detect.ts';
import { termsOf } from '../words/words.ts';
import { readPhrases } from './phrases.ts';
import { textOfBlock, type Unit } from './unit.ts';

/** How much each term matters for the task. */
export type Interest = ReadonlyMap<string, number>;

/** The terms of a unit, read once for a brief. */
export interface Reading {
  readonly unit: Unit;
  /** By block. */
  readonly blocks: readonly (readonly string[])[];
  /** Of its headings. */
  readonly headings: readonly string[];
}

export function readUnit(unit: Unit): Reading {
  const language = languageOf(unit.document);
  return {
    unit,
    blocks: unit.blocks.map((block) => termsOf(textOfBlock(block), language)),
    headings: termsOf(unit.headings.join('\n'), language),
  };
}

/** The different terms of what somebody wrote, who may have meant words of any of these documents' languages. */
export function askedTerms(text: string, documents: Iterable<Document>): Set<string> {
  const languages = new Set(Array.from(documents, languageOf));
  return new Set([...languages].flatMap((language) => termsOf(text, language)));
}

/** What somebody wants to know, by the weight of each text in which they said it. */
export type Wish = readonly (readonly [text: string, weight: number])[];

/** The terms of a wish, each weighed by how much it tells; names that the team uses for the same count too. */
export function interestIn(
  wish: Wish,
  { readings, rarity }: { readonly readings: readonly Reading[]; readonly rarity: Rarity },
  glossary: readonly (readonly string[])[],
): Map<string, number> {
  const documents = new Set(readings.map(({ unit }) => unit.document));
  const interest = new Map<string, number>();
  for (const [text, weight] of [...wish, ...otherNames(wish, glossary)]) {
    for (const term of askedTerms(text, documents)) {
      interest.set(term, Math.max(weight * rarity(term), interest.get(term) ?? 0));
    }
  }
  return interest;
}

const WORTH_OF_OTHER_NAME = 0.5;

/** The other names of what a wish speaks of, from the team's glossary. */
function otherNames(wish: Wish, glossary: readonly (readonly string[])[]): [string, number][] {
  const groups = readPhrases(glossary.flatMap((names) => names.map((name) => [name, names] as const)));
  return wish.flatMap(([text, weight]) => {
    const found = new Set(groups.in(text).map(({ value }) => value));
    return [...found].flatMap((names) => names.map((name): [string, number] => [name, weight * WORTH_OF_OTHER_NAME]));
  });
}

/** A term in hardly any text is as often beside the point as it is to it. */
const MOST_RARITY = 3.5;

/** How much a term tells, from 0 to 1. */
export type Rarity = (term: string) => number;

/** By the square of BM25's measure, so that many common terms do not outweigh a rare one. */
export function rarityIn(readings: readonly Reading[]): Rarity {
  const counts = new Map<string, number>();
  for (const { blocks, headings } of readings) {
    for (const term of new Set([...headings, ...blocks.flat()])) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return (term) => {
    const count = counts.get(term) ?? 0;
    const rarity = Math.log(1 + (readings.length - count + 0.5) / (count + 0.5));
    return Math.min(1, rarity / MOST_RARITY) ** 2;
  };
}

/** The most telling terms of some texts, each weighed by how few of the readings have it and how often it comes. */
export function tellingTerms(texts: readonly (readonly string[])[], rarity: Rarity, count: number): [string, number][] {
  const times = new Map<string, number>();
  for (const terms of texts) for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
  const weighed = [...times].map(([term, often]): [string, number] => [term, Math.sqrt(often) * rarity(term)]);
  return weighed.sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0])).slice(0, count);
}

/** How much of the interest a text meets; a term that comes again counts little more. */
export function worthOfTerms(terms: readonly string[], interest: Interest): number {
  const times = new Map<string, number>();
  for (const term of terms) if (interest.has(term)) times.set(term, (times.get(term) ?? 0) + 1);
  let worth = 0;
  for (const [term, count] of times) worth += ((interest.get(term) ?? 0) * 2 * count) / (count + 1);
  return worth;
}

/** As much of a document is read; further on hardly anything new is said. */
const READ = 20_000;

/** The part of what a task asks for, by how few of the documents have each of its terms, that a document speaks of: 0 to 1. */
export function readCoverage(task: string, documents: readonly Document[]): (document: Document) => number {
  const asked = askedTerms(task, documents);
  const had = new Map(documents.map((document) => [document, termsHad(document, asked)]));
  const counts = new Map<string, number>();
  for (const terms of had.values()) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weightOf = (term: string): number => Math.log(1 + documents.length / (0.5 + (counts.get(term) ?? 0)));
  const whole = sumOf(asked, weightOf);
  return (document) => (whole === 0 ? 0 : sumOf(had.get(document) ?? [], weightOf) / whole);
}

function sumOf(terms: Iterable<string>, weightOf: (term: string) => number): number {
  let sum = 0;
  for (const term of terms) sum += weightOf(term);
  return sum;
}

function termsHad(document: Document, asked: ReadonlySet<string>): Set<string> {
  const { title, description, tags, aliases, body } = document;
  const text = [title, description, ...tags, ...aliases, body.slice(0, READ)].join('\n');
  return new Set(termsOf(text, languageOf(document)).filter((term) => asked.has(term)));
}
