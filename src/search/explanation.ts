import type { Document } from '../library/document.ts';
import type { Force } from '../library/force.ts';
import type { Catalog } from './catalog.ts';
import type { Explanation, Match } from './engine.ts';
import type { LiveIndex } from './index/live-index.ts';
import { liftOf } from './popularity.ts';
import type { AskedConcept } from './question/concepts.ts';
import type { Phrasing } from './question/question.ts';
import { surfaceOf } from './question/spelling.ts';
import type { Ranked } from './ranking.ts';
import { reasonsFor } from './standing.ts';

/** Says what of some phrasings a document has, and what lowered it. */
export function explain(
  catalog: Catalog,
  { owner, passage }: Ranked,
  asked: {
    readonly phrasings: readonly Phrasing[];
    readonly forceOf: (document: Document) => Force;
    readonly usedBy?: ReadonlyMap<string, number> | undefined;
  },
): Explanation {
  const concepts = asked.phrasings.flatMap((phrasing) => phrasing.concepts);
  const entry = catalog.entries[owner];
  if (entry === undefined) return { document: [], passage: [], lowered: [], raised: [] };
  const { document, language, shape } = entry;
  const wordOf = (term: string): string => surfaceOf(term, document.text, { language }) ?? term;
  return {
    document: matchesIn(catalog.documents, owner, { concepts, wordOf }),
    passage: matchesIn(catalog.passages, passage, { concepts, wordOf }),
    lowered: reasonsFor(document, shape, asked.forceOf(document)),
    raised: reasonToRaise(asked.usedBy?.get(document.id) ?? 0),
  };
}

function reasonToRaise(members: number): Explanation['raised'] {
  const factor = liftOf(members);
  return factor > 1 ? [{ because: `${members} members used it in the last 30 days`, factor }] : [];
}

/** For each concept the alternative that is worth most, as the ranking takes it. */
function matchesIn(
  index: LiveIndex<string>,
  slot: number,
  asked: { readonly concepts: readonly AskedConcept[]; readonly wordOf: (term: string) => string },
): Match[] {
  const matches = asked.concepts.flatMap(({ asked: words, alternatives }) => {
    const found = alternatives.flatMap(({ term, weight, origin }) => {
      const fields = index.worthOf(term, slot).filter(({ count }) => count > 0);
      const worth = weight * fields.reduce((sum, { score }) => sum + score, 0);
      return fields.length === 0 ? [] : { term, match: { asked: words, origin, weight, fields }, worth };
    });
    const [best] = found.sort((a, b) => b.worth - a.worth);
    return best === undefined ? [] : { match: { ...best.match, word: asked.wordOf(best.term) }, worth: best.worth };
  });
  return matches.sort((a, b) => b.worth - a.worth).map(({ match }) => match);
}

/** An explanation in plain lines, for a terminal or a model. */
export function linesOf({ document, passage, lowered, raised }: Explanation): string[] {
  return [
    ...document.map((match) => `whole document: ${describe(match)}`),
    ...passage.map((match) => `best passage: ${describe(match)}`),
    ...lowered.map(({ because, factor }) => `lowered to ${round(factor)} because ${because}`),
    ...raised.map(({ because, factor }) => `raised to ${round(factor)} because ${because}`),
  ];
}

/** The fields in the words of who wrote the files. */
const SHOWN: Readonly<Record<string, string>> = { tags: 'front matter', body: 'text' };

function describe({ asked, word, origin, weight, fields }: Match): string {
  const how = origin === 'asked' ? `"${asked}"` : `"${asked}" by ${origin} "${word}"`;
  const where = fields.map(({ field, count, score }) => `${SHOWN[field] ?? field} ${count}× ${round(score)}`);
  return `${how}${weight === 1 ? '' : `, weight ${round(weight)}`}: ${where.join(', ')}`;
}

function round(number: number): string {
  return String(Number(number.toFixed(2)));
}
