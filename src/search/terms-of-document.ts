import type { Document } from '../library/document.ts';
import type { Field, Passage } from './engine.ts';
import type { NumberedTerms } from './index/live-index.ts';
import { headingsOf, passagesOf } from './passages.ts';
import type { TermMemory } from './words/term-memory.ts';
import { termMemory } from './words/words.ts';

type Numbers = NumberedTerms<Field>['fields'];

/** The terms by which a document is found: of its passages, at least one, and of the whole. In steps. */
export function* termsOfDocument(
  document: Document,
  language: string,
): Generator<void, { readonly whole: NumberedTerms<Field>; readonly passages: readonly NumberedTerms<Field>[] }> {
  const memory = termMemory();
  const { terms } = memory;
  const read = { memory, language, headings: new Map<string, readonly number[]>() };
  const passages: Numbers[] = [];
  for (const passage of passagesOf(document)) {
    passages.push(numbersOfPassage(passage, read, passages[0]));
    yield;
  }
  const whole = numbersOfWhole(document, read, passages);
  return { whole: { terms, fields: whole }, passages: passages.map((fields) => ({ terms, fields })) };
}

/** How a document is read, and the headings that were. */
interface Reading {
  readonly memory: TermMemory;
  readonly language: string;
  readonly headings: Map<string, readonly number[]>;
}

/** What all passages of a document share is taken from its first one. */
function numbersOfPassage({ fields, sections }: Passage, reading: Reading, first: Numbers | undefined): Numbers {
  const { memory, language } = reading;
  return {
    title: first?.title ?? [memory.termsOfName(fields.title, language)],
    headings: headingsOf(sections).map((heading) => numbersOfHeading(heading, reading)),
    tags: first?.tags ?? [memory.termsOf(fields.tags, language)],
    path: first?.path ?? [memory.termsOfName(fields.path, language)],
    body: [memory.termsOf(fields.body, language)],
  };
}

function numbersOfWhole(document: Document, reading: Reading, passages: readonly Numbers[]): Numbers {
  const { title = [], tags = [], path = [] } = passages[0] ?? {};
  return {
    title,
    headings: document.sections.map(({ heading }) => numbersOfHeading(heading, reading)),
    tags,
    path,
    body: [...title, ...tags, ...passages.flatMap(({ body }) => body)],
  };
}

function numbersOfHeading(heading: string, { memory, language, headings }: Reading): readonly number[] {
  const known = headings.get(heading);
  if (known !== undefined) return known;
  const numbers = memory.termsOfName(heading, language);
  headings.set(heading, numbers);
  return numbers;
}
