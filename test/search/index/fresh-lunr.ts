import lunr from 'lunr';
import type { Clause } from '../../../src/search/index/live-index.ts';
import { FIELDS, type Field, type Terms } from './random-texts.ts';

/** What the types of lunr say wrongly or not at all. */
interface BuilderInternals {
  tokenizer: (value: unknown, metadata: object) => lunr.Token[];
  readonly invertedIndex: Readonly<Record<string, unknown>>;
}
interface IndexInternals {
  readonly tokenSet: { toArray(): string[] };
}

/** An index of lunr that was built anew of the terms of some texts. */
export interface FreshLunr {
  /** Best first; texts that are worth the same in the order in which lunr came upon them. */
  ask(clauses: readonly Clause<Field>[]): readonly { readonly ref: string; readonly score: number }[];
}

/** Undefined when lunr's own list of terms came out wrong, as it sometimes does when there are digits in them. */
export function buildLunr(texts: ReadonlyMap<string, Terms>): FreshLunr | undefined {
  const builder = new lunr.Builder();
  const internals = builder as unknown as BuilderInternals;
  internals.tokenizer = (terms, metadata) =>
    Array.isArray(terms) ? terms.map((term) => new lunr.Token(String(term), { ...metadata })) : [];
  builder.ref('id');
  for (const { name, boost } of FIELDS) builder.field(name, { boost });
  // A pipeline without functions lets empty terms through, which a fresh one would drop.
  builder.pipeline.run = (tokens) => tokens;
  for (const [id, fields] of texts) builder.add({ id, ...fields });
  const index = builder.build();
  const listed = new Set((index as unknown as IndexInternals).tokenSet.toArray());
  const terms = Object.keys(internals.invertedIndex).filter((term) => term !== '');
  listed.delete('');
  if (terms.length !== listed.size || !terms.every((term) => listed.has(term))) return undefined;
  return { ask: (clauses) => ask(index, clauses) };
}

function ask(index: lunr.Index, clauses: readonly Clause<Field>[]): lunr.Index.Result[] {
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;
  const presences = { optional: OPTIONAL, required: REQUIRED, prohibited: PROHIBITED };
  return index.query((query) => {
    for (const { term, boost, fields, presence = 'optional', editDistance } of clauses) {
      query.term(term, {
        boost,
        presence: presences[presence],
        usePipeline: false,
        ...(fields === undefined ? {} : { fields: [...fields] }),
        ...(editDistance === undefined ? {} : { editDistance }),
      });
    }
  });
}
