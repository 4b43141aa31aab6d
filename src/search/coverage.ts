import type { LiveIndex } from './index/live-index.ts';
import type { AskedAlternative, AskedConcept } from './question/concepts.ts';
import type { Phrasing } from './question/question.ts';
import { isLightWord } from './thesaurus/light-words.ts';

/** What a word like the one that was asked for says of whether a question is answered: less than of where to look. */
const WORTH_OF_SYNONYM = 0.5;
/** Words that no document has are named when they are this part of the question, by their weight. */
const MUCH = 0.4;

/** The part of what was asked for, by the weight of the words, that the best of some documents has. */
export function coverage(index: LiveIndex<string>, phrasings: readonly Phrasing[], owners: readonly number[]): number {
  const shares = phrasings.flatMap((phrasing) => {
    const concepts = tellingIn(phrasing);
    const asked = concepts.reduce((sum, concept) => sum + weightOf(index, concept), 0);
    return owners.map((owner) => concepts.reduce((sum, concept) => sum + hadOf(index, concept, owner), 0) / asked);
  });
  return Math.max(0, ...shares);
}

/** What a phrasing asks for beside the words that say little. */
function tellingIn({ concepts }: Phrasing): readonly AskedConcept[] {
  const telling = concepts.filter(({ asked }) => !isLightWord(asked));
  return telling.some(isAsked) ? telling : concepts;
}

/** The words of the first phrasing that no document has by any name of the team's, when they are much of it. */
export function missingWords(index: LiveIndex<string>, [phrasing]: readonly Phrasing[]): string[] {
  const asked = phrasing?.concepts.filter(isAsked) ?? [];
  const named = new Set(
    (phrasing?.concepts ?? [])
      .filter((concept) => isKnown(index, concept))
      .flatMap((concept) => concept.asked.split(' ')),
  );
  const missing = asked.filter(
    (concept) => !isKnown(index, concept) && !named.has(concept.asked) && !isLightWord(concept.asked),
  );
  const sum = (some: readonly AskedConcept[]): number =>
    some.reduce((all, concept) => all + weightOf(index, concept), 0);
  return sum(missing) >= MUCH * sum(asked) ? missing.map((concept) => concept.asked) : [];
}

function isAsked({ alternatives }: AskedConcept): boolean {
  return alternatives[0]?.origin === 'asked';
}

function isKnown(index: LiveIndex<string>, { alternatives }: AskedConcept): boolean {
  return alternatives.some(({ term, origin }) => origin !== 'synonym' && index.frequency(term) > 0);
}

function weightOf(index: LiveIndex<string>, concept: AskedConcept): number {
  const [own] = concept.alternatives;
  return own === undefined || !isAsked(concept) ? 0 : own.weight * index.idf(own.term);
}

function hadOf(index: LiveIndex<string>, concept: AskedConcept, owner: number): number {
  const [own] = concept.alternatives;
  if (own === undefined || own.origin === 'synonym') return 0;
  const worths = concept.alternatives.filter(({ term }) => index.has(term, owner)).map(worthOf);
  return Math.max(0, ...worths) * index.idf(own.term);
}

function worthOf({ weight, origin }: AskedAlternative): number {
  return origin === 'synonym' ? WORTH_OF_SYNONYM * weight : weight;
}
