import type { Document } from '../../library/document.ts';
import { sentencesOf } from '../excerpt/sentences.ts';
import { isLightWord } from '../thesaurus/light-words.ts';
import { languageOf } from '../words/detect.ts';
import { termsOf, wordsOf } from '../words/words.ts';
import type { Candidate, Ranked } from './candidate.ts';
import { askedTerms, type Rarity } from './interest.ts';
import type { Part } from './part.ts';
import { readPhrases } from './phrases.ts';
import type { Unit } from './unit.ts';

/** What forbids or limits something, in a sentence or in the heading above it. */
const LIMIT =
  /\b(?:never|do not|don['’]t|must not|may not|mustn['’]t|not allowed|not permitted|not to be|forbidden|banned|prohibited|avoid|only (?:with|where|when|after|if|on)|allowed (?:on|only|if|when)|no [\p{L}'’]+)\b/iu;
/** A heading above a list of what is not wanted, or of when it is not. */
const LIMIT_OF_HEADING = /^(?:never|avoid|no|not|do not|don['’]t|when|where|banned|forbidden)\b/iu;

const LIMITING: readonly Part[] = ['voice', 'words', 'messaging', 'rules'];

/** What a task is about, as terms. */
interface Meant {
  /** Its own telling words. */
  readonly said: ReadonlySet<string>;
  /** What the things are that it names. */
  readonly kinds: ReadonlySet<string>;
}

/** A commoner term tells nothing of what a task is about. */
const LEAST_RARITY = 0.25;
const LONGEST_NAME = 4;

/**
 * Reads what a task means. A heading of the library that stands in it as a name says what that is, by what the title and the
 * tags of its document have in common: what stands under "Acme" among the notes on competitors is a competitor.
 */
export function readMeant(task: string, candidates: readonly Candidate[], rarity: Rarity): Meant {
  const documents = [...new Set(candidates.map(({ unit }) => unit.document))];
  const headings = readPhrases(candidates.flatMap(({ unit }) => namesFor(unit)));
  const words = wordsOf(task).filter((word) => !isLightWord(word));
  const said = [...askedTerms(words.join(' '), documents)].filter((term) => rarity(term) >= LEAST_RARITY);
  return { said: new Set(said), kinds: new Set(headings.in(task).flatMap(({ value }) => kindsOf(value))) };
}

function kindsOf(document: Document): string[] {
  const language = languageOf(document);
  const tags = new Set(termsOf(document.tags.join('\n'), language));
  return termsOf(document.title, language).filter((term) => tags.has(term));
}

/** A heading that is a name; one that is a sentence, or of words that are written small, is none. */
function namesFor({ headings, document }: Unit): [string, Document][] {
  const heading = headings.at(-1) ?? '';
  const words = heading.split(/\s+/);
  const isName = words.length <= LONGEST_NAME && words.every((word) => /^[\p{Lu}\p{Lo}\d&]/u.test(word));
  return isName ? [[heading, document]] : [];
}

const MOST_LIMITS = 3;

/** Puts first what forbids or limits what the task means: the best of each part, and few of them. */
export function withLimits(
  ranked: ReadonlyMap<Part, readonly Ranked[]>,
  meant: Meant,
): ReadonlyMap<Part, readonly Ranked[]> {
  const found = LIMITING.flatMap((part) => ranked.get(part) ?? []).flatMap((one) => limitsIn(one, meant));
  const best = found.sort((a, b) => b.worth - a.worth).slice(0, MOST_LIMITS);
  const places = new Map<Ranked, Set<number>>();
  for (const { ranked: one, at } of best) places.set(one, (places.get(one) ?? new Set()).add(at));
  return new Map(
    [...ranked].map(([part, all]) => [
      part,
      all.map((one) => {
        const first = places.get(one);
        return first === undefined ? one : { ...one, first };
      }),
    ]),
  );
}

interface Limit {
  readonly ranked: Ranked;
  readonly at: number;
  readonly worth: number;
}

/** What a rule is worth that limits a sort of thing of which the task names one, and one that limits what it speaks of. */
const OF_KIND = 2;
const OF_SUBJECT = 1;
const LEAST_SHARE = 0.5;
/** A sentence of so few terms has nothing but its subject. */
const SHORT = 3;

function limitsIn(ranked: Ranked, meant: Meant): Limit[] {
  const { headings, document, blocks } = ranked.unit;
  const language = languageOf(document);
  const heading = headings.at(-1) ?? '';
  const above = termsOf(heading, language);
  const isLimiting = LIMIT_OF_HEADING.test(heading);
  const worthOf = (sentence: string): number => {
    const terms = termsOf(sentence, language);
    const isLimit = LIMIT.test(sentence);
    if (isLimit && terms.some((term) => meant.kinds.has(term))) return OF_KIND + shareOf(above, meant.kinds);
    const subject = [...(isLimit ? above : []), ...(isLimiting && terms.length <= SHORT ? terms : [])];
    const share = shareOf(subject, meant.said);
    return share >= LEAST_SHARE ? OF_SUBJECT + share : 0;
  };
  return blocks.flatMap(({ kind, lines }, at): Limit[] => {
    const worth = kind === 'code' ? 0 : Math.max(0, ...sentencesOf(lines.join(' ')).map(worthOf));
    return worth === 0 ? [] : [{ ranked, at, worth }];
  });
}

/** The part of some terms that is among others. */
function shareOf(terms: readonly string[], others: ReadonlySet<string>): number {
  return terms.filter((term) => others.has(term)).length / Math.max(1, terms.length);
}
