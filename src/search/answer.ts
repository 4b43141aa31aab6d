import type { Document } from '../library/document.ts';
import { forceOf } from '../library/force.ts';
import type { Snapshot } from '../library/snapshot.ts';
import type { Catalog, Entry } from './catalog.ts';
import { coverage, missingWords } from './coverage.ts';
import type { Answer, Corrected, Hit, Question } from './engine.ts';
import { explain } from './explanation.ts';
import { showHit } from './hit.ts';
import { withoutRepetition } from './near-duplicates.ts';
import { type NearTitles, readTitles } from './near-titles.ts';
import { NOTHING_ASKED, NOTHING_TO_SEARCH, nothingFound, onlyWeak, showingInstead, withoutWords } from './notice.ts';
import { liftOf } from './popularity.ts';
import { filterOf } from './question/filter.ts';
import type { Lexicon } from './question/lexicon.ts';
import { type Phrasing, readPhrasing } from './question/question.ts';
import { surfaceOf } from './question/spelling.ts';
import { fuse, type Ranking, rank } from './ranking.ts';
import { worthOf } from './standing.ts';

/** Answers questions from a catalog, with what is known of words and of documents' standing in one snapshot. */
export interface Answerer {
  /** `today` is an ISO date. */
  answer(question: Question, today: string): Answer;
}

const MOST_PHRASINGS = 6;
/** How many of each phrasing's documents enter the fusion. */
const FUSED = 100;
/** How many more than are wanted are compared with each other, so that others can take the place of repetitions. */
const SPARE = 10;
const NEAREST_TITLES = 3;
/** When none of so many first documents has this part of what was asked for, they are weak. */
const JUDGED = 5;
const WEAK = 0.25;

const NOTHING_TO_ANSWER: Answer = {
  hits: [],
  notice: NOTHING_ASKED,
  corrections: [],
  strength: 0,
  isWeak: true,
  total: 0,
};

interface Asked {
  readonly question: Question;
  readonly phrasings: readonly Phrasing[];
  readonly accepts: (document: Document) => boolean;
  readonly today: string;
}

export function createAnswerer(catalog: Catalog, lexicon: Lexicon, snapshot: Snapshot): Answerer {
  const { without } = lexicon;
  let titles: NearTitles | undefined;
  let worths = worthsOn('');

  /** What documents are worth on a day, by slot. Each is computed when it is first found. */
  function worthsOn(day: string): { readonly day: string; readonly bySlot: Float64Array } {
    return { day, bySlot: new Float64Array(catalog.entries.length).fill(Number.NaN) };
  }

  function worthOfEntry(slot: number, { document, shape }: Entry, day: string): number {
    if (worths.day !== day) worths = worthsOn(day);
    const known = worths.bySlot[slot];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const worth = worthOf(without.has('shapes') ? 'text' : shape, forceOf(snapshot, document, day));
    worths.bySlot[slot] = worth;
    return worth;
  }

  function nearTitles({ phrasings, accepts }: Asked): string[] {
    titles ??= readTitles(catalog.entries.flatMap((entry) => entry?.document ?? []));
    return titles.find(phrasings[0]?.words ?? [], NEAREST_TITLES, accepts);
  }

  function rankAll({ phrasings, question, today }: Asked, accepts: (document: Document) => boolean): Ranking {
    const most = Math.max(FUSED, question.limit);
    const worth = (slot: number): number => {
      const entry = catalog.entries[slot];
      if (entry === undefined || !accepts(entry.document)) return 0;
      return worthOfEntry(slot, entry, today) * liftOf(question.usedBy?.get(entry.document.id) ?? 0);
    };
    const rankings = phrasings.map((phrasing) => rank(catalog, phrasing, { worth, most, without }));
    return fuse(rankings, most);
  }

  function weightsOf(phrasings: readonly Phrasing[]): Map<string, number> {
    const weights = new Map<string, number>();
    const alternatives = phrasings.flatMap(({ concepts }) => concepts.flatMap((concept) => concept.alternatives));
    for (const { term, weight } of alternatives) {
      weights.set(term, Math.max(weight * catalog.documents.idf(term), weights.get(term) ?? 0));
    }
    return weights;
  }

  function correctionsOf({ phrasings }: Asked, { best }: Ranking): Corrected[] {
    const corrections = phrasings[0]?.corrections ?? [];
    return corrections.flatMap(({ word, term }) => {
      const showing = best.find(({ owner }) => catalog.documents.has(term, owner));
      const entry = showing === undefined ? undefined : catalog.entries[showing.owner];
      if (entry === undefined) return [];
      const { document, language } = entry;
      return { asked: word, shown: surfaceOf(term, document.text, { language, asked: word }) ?? term };
    });
  }

  function strengthOf({ phrasings }: Asked, { best }: Ranking): number {
    const owners = best.slice(0, JUDGED).map(({ owner }) => owner);
    return owners.length === 0 ? 0 : Math.min(1, coverage(catalog.documents, phrasings, owners));
  }

  function noticeFor(asked: Asked, ranking: Ranking, strength: number): string | undefined {
    const { query } = asked.question;
    if (catalog.documents.size === 0) return NOTHING_TO_SEARCH;
    if (ranking.found.length === 0) {
      const elsewhere = rankAll(asked, filterOf({ query, limit: 1 })).found.length;
      return nothingFound(query, nearTitles(asked), elsewhere);
    }
    const missing = missingWords(catalog.documents, asked.phrasings);
    if (strength < WEAK) return onlyWeak(query, missing, nearTitles(asked));
    return missing.length === 0 ? undefined : withoutWords(missing);
  }

  return {
    answer(question, today) {
      const phrasings = readPhrasings(question, lexicon);
      if (phrasings.length === 0) return NOTHING_TO_ANSWER;
      const asked: Asked = { question, phrasings, accepts: filterOf(question), today };
      const ranking = rankAll(asked, asked.accepts);
      const weights = weightsOf(phrasings);
      const limit = Math.max(1, question.limit);
      const first = ranking.best[0]?.score ?? 1;
      const best = ranking.best.slice(0, limit + SPARE);
      const shown = (without.has('repetition') ? best : withoutRepetition(catalog, best)).slice(0, limit);
      const hits = shown.flatMap((ranked): Hit[] => {
        const hit = showHit(catalog, { ...ranked, score: ranked.score / first }, weights);
        if (hit === undefined) return [];
        return [
          question.explain === true
            ? {
                ...hit,
                explanation: explain(catalog, ranked, {
                  phrasings,
                  forceOf: (document) => forceOf(snapshot, document, today),
                  usedBy: question.usedBy,
                }),
              }
            : hit,
        ];
      });
      const corrections = correctionsOf(asked, ranking);
      const strength = strengthOf(asked, ranking);
      const notice = [showingInstead(corrections), noticeFor(asked, ranking, strength)].filter(
        (part) => part !== undefined,
      );
      return {
        hits,
        ...(notice.length === 0 ? {} : { notice: notice.join(' ') }),
        corrections,
        strength,
        isWeak: strength < WEAK,
        total: ranking.found.length,
      };
    },
  };
}

/** The different phrasings that have words, that of the query first. Only the query is still being typed, and corrected. */
function readPhrasings({ query, also = [], isTyping = false }: Question, lexicon: Lexicon): Phrasing[] {
  const different = new Map<string, Phrasing>();
  for (const [at, text] of [query, ...also].slice(0, MOST_PHRASINGS).entries()) {
    const isQuery = at === 0;
    const phrasing = readPhrasing(text, lexicon, { isTyping: isTyping && isQuery, corrects: isQuery });
    const key = phrasing.concepts.map(({ alternatives }) => alternatives[0]?.term).join(' ');
    if (key !== '' && !different.has(key)) different.set(key, phrasing);
  }
  return [...different.values()];
}
