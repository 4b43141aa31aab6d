import type { Document } from '../library/document.ts';
import type { Field, Passage } from './engine.ts';
import { passagesOf } from './passages.ts';
import { termsOf, termsOfName } from './words/words.ts';

type Terms = Readonly<Record<Field, readonly string[]>>;

/** The terms by which a document is found: of its passages, at least one, and of the whole. In steps. */
export function* termsOfDocument(
  document: Document,
  language: string,
): Generator<void, { readonly whole: Terms; readonly passages: readonly Terms[] }> {
  const passages: Terms[] = [];
  for (const passage of passagesOf(document)) {
    passages.push(termsOfPassage(passage, language, passages[0]));
    yield;
  }
  return { whole: termsOfWhole(document, language, passages), passages };
}

/** What all passages of a document share is taken from its first one. */
function termsOfPassage({ fields }: Passage, language: string, first: Terms | undefined): Terms {
  return {
    title: first?.title ?? termsOfName(fields.title, language),
    headings: termsOfName(fields.headings, language),
    tags: first?.tags ?? termsOf(fields.tags, language),
    path: first?.path ?? termsOfName(fields.path, language),
    body: termsOf(fields.body, language),
  };
}

function termsOfWhole(document: Document, language: string, passages: readonly Terms[]): Terms {
  const { title = [], tags = [], path = [] } = passages[0] ?? {};
  return {
    title,
    headings: document.sections.flatMap(({ heading }) => termsOfName(heading, language)),
    tags,
    path,
    body: [...title, ...tags, ...passages.flatMap(({ body }) => body)],
  };
}
