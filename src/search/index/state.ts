import { createForwardLists, type ForwardLists } from './forward-lists.ts';
import { createFieldLengths, type FieldLengths } from './lengths.ts';
import { createNames, type Names } from './names.ts';
import { createPostingLists, type PostingLists } from './posting-lists.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** A field of the texts, and how much what stands there counts. */
export interface FieldBoost<Field extends string> {
  readonly name: Field;
  readonly boost: number;
}

/**
 * All that an index keeps. A text is known by its slot, a term by its number, and a term in one of the fields by its key,
 * which is the term's number times the number of fields, plus the field's index.
 */
export interface IndexState<Field extends string> {
  readonly fields: readonly FieldBoost<Field>[];
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  /** By key: in which slots it stands. */
  readonly postings: PostingLists;
  /** By slot: which keys stand there. The same facts, for taking a text out again. */
  readonly forward: ForwardLists;
  /** By field. */
  readonly lengths: readonly FieldLengths[];
}

export function createIndexState<Field extends string>(fields: readonly FieldBoost<Field>[]): IndexState<Field> {
  const forward = createForwardLists();
  return {
    fields,
    names: createNames(),
    vocabulary: createVocabulary(),
    postings: createPostingLists(forward),
    forward,
    lengths: fields.map(createFieldLengths),
  };
}

/** lunr's count of the texts that have a term, in which a text counts once for every field. */
export function frequencyOf<Field extends string>({ fields, postings }: IndexState<Field>, id: number): number {
  let frequency = 0;
  for (let field = 0; field < fields.length; field++) frequency += postings.frequency(id * fields.length + field);
  return frequency;
}
