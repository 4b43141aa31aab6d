import type { Document } from '../../library/document.ts';
import { languageOf } from '../words/detect.ts';
import { termsOf } from '../words/words.ts';
import { askedTerms } from './interest.ts';

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
