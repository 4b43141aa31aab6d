import type { Document } from '../library/document.ts';
import type { Field, Passage } from './engine.ts';
import type { NumberedTerms } from './index/live-index.ts';
import { passagesOf } from './passages.ts';
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
  const passages: Numbers[] = [];
  for (const passage of passagesOf(document)) {
    passages.push(numbersOfPassage(passage, { memory, language }, passages[0]));
    yield;
  }
  const whole = numbersOfWhole(document, { memory, language }, passages);
  return { whole: { terms, fields: whole }, passages: passages.map((fields) => ({ terms, fields })) };
}

/** How a document is to be read. */
interface Manner {
  readonly memory: TermMemory;
  readonly language: string;
}

/** What all passages of a document share is taken from its first one. */
function numbersOfPassage({ fields }: Passage, { memory, language }: Manner, first: Numbers | undefined): Numbers {
  return {
    title: first?.title ?? memory.termsOfName(fields.title, language),
    headings: memory.termsOfName(fields.headings, language),
    tags: first?.tags ?? memory.termsOf(fields.tags, language),
    path: first?.path ?? memory.termsOfName(fields.path, language),
    body: memory.termsOf(fields.body, language),
  };
}

function numbersOfWhole(document: Document, { memory, language }: Manner, passages: readonly Numbers[]): Numbers {
  const { title = [], tags = [], path = [] } = passages[0] ?? {};
  const headings = document.sections.map(({ heading }) => memory.termsOfName(heading, language));
  return {
    title,
    headings: headings.flat(),
    tags,
    path,
    body: title.concat(tags, ...passages.map(({ body }) => body)),
  };
}
