import type { Document } from '../library/document.ts';
import type { Catalog } from './catalog.ts';
import type { Answer, Hit, Question } from './engine.ts';
import { showHit } from './hit.ts';
import { type NearTitles, readTitles } from './near-titles.ts';
import { NOTHING_ASKED, NOTHING_TO_SEARCH, nothingFound, onlyWeak } from './notice.ts';
import { filterOf } from './question/filter.ts';
import type { Glossary } from './question/glossary.ts';
import { type Phrasing, readPhrasing } from './question/question.ts';
import { fuse, type Ranking, rank } from './ranking.ts';
import { worthOf } from './standing.ts';

/** Answers questions from a catalog, with the glossary and the titles of one snapshot. */
export interface Answerer {
  /** `today` is an ISO date. */
  answer(question: Question, today: string): Answer;
}

const MOST_PHRASINGS = 6;
/** How many of each phrasing's documents enter the fusion. */
const FUSED = 100;
const NEAREST_TITLES = 3;
/** A hit with less than this part of what was asked for, by the weight of the words, is a weak one. */
const WEAK = 0.25;

interface Asked {
  readonly question: Question;
  readonly phrasings: readonly Phrasing[];
  readonly accepts: (document: Document) => boolean;
  readonly today: string;
}

export function createAnswerer(catalog: Catalog, glossary: Glossary): Answerer {
  let titles: NearTitles | undefined;

  function nearTitles({ phrasings, accepts }: Asked): string[] {
    titles ??= readTitles(catalog.entries.flatMap((entry) => entry?.document ?? []));
    return titles.find(phrasings[0]?.words ?? [], NEAREST_TITLES, accepts);
  }

  function rankAll({ phrasings, question, today }: Asked, accepts: (document: Document) => boolean): Ranking {
    const most = Math.max(FUSED, question.limit);
    const worth = (slot: number): number => {
      const entry = catalog.entries[slot];
      return entry !== undefined && accepts(entry.document) ? worthOf(entry.document, entry.shape, today) : 0;
    };
    const rankings = phrasings.map((phrasing) => rank(catalog, phrasing, { worth, most }));
    return fuse(rankings, most);
  }

  /** The part of what was asked for, by the weight of the words, that the best of the first documents has. */
  function coverage({ phrasings }: Asked, { best }: Ranking): number {
    const { idf, has } = catalog.documents;
    const shares = phrasings.flatMap(({ terms, clauses }) => {
      const asked = terms.reduce((sum, term) => sum + idf(term), 0);
      return best.slice(0, 5).map(({ owner }) => {
        const had = clauses.filter(({ term }) => has(term, owner));
        return had.reduce((sum, { term, boost }) => sum + boost * idf(term), 0) / asked;
      });
    });
    return Math.max(0, ...shares);
  }

  function weightsOf(phrasings: readonly Phrasing[]): Map<string, number> {
    const weights = new Map<string, number>();
    for (const { term, boost } of phrasings.flatMap(({ clauses }) => clauses)) {
      const weight = boost * catalog.documents.idf(term);
      weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    }
    return weights;
  }

  function noticeFor(asked: Asked, ranking: Ranking): string | undefined {
    const { query } = asked.question;
    if (catalog.documents.size === 0) return NOTHING_TO_SEARCH;
    if (ranking.found.length === 0) {
      const elsewhere = rankAll(asked, filterOf({ query, limit: 1 })).found.length;
      return nothingFound(query, nearTitles(asked), elsewhere);
    }
    if (coverage(asked, ranking) >= WEAK) return undefined;
    return onlyWeak(query, nearTitles(asked));
  }

  return {
    answer(question, today) {
      const phrasings = readPhrasings(question, glossary);
      if (phrasings.length === 0) return { hits: [], notice: NOTHING_ASKED, total: 0 };
      const asked: Asked = { question, phrasings, accepts: filterOf(question), today };
      const ranking = rankAll(asked, asked.accepts);
      const weights = weightsOf(phrasings);
      const first = ranking.best[0]?.score ?? 1;
      const hits: Hit[] = [];
      for (const ranked of ranking.best.slice(0, Math.max(1, question.limit))) {
        const hit = showHit(catalog, { ...ranked, score: ranked.score / first }, weights);
        if (hit !== undefined) hits.push(hit);
      }
      const notice = noticeFor(asked, ranking);
      return { hits, ...(notice === undefined ? {} : { notice }), total: ranking.found.length };
    },
  };
}

/** The different phrasings that have words, that of the query first. */
function readPhrasings({ query, also = [] }: Question, glossary: Glossary): Phrasing[] {
  const different = new Map<string, Phrasing>();
  for (const text of [query, ...also].slice(0, MOST_PHRASINGS)) {
    const phrasing = readPhrasing(text, glossary);
    const key = phrasing.terms.join(' ');
    if (key !== '' && !different.has(key)) different.set(key, phrasing);
  }
  return [...different.values()];
}
