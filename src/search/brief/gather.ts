import type { Document, Kind } from '../../library/document.ts';
import { isPart } from '../../library/path.ts';
import type { Candidate } from './candidate.ts';
import { type Channel, isAbout } from './channel.ts';
import { type Hits, scoresOf } from './hits.ts';
import { partsOfDocument, partsOfName, SURE } from './names.ts';
import { PARTS, type Part } from './part.ts';
import type { Audience } from './reader.ts';
import type { MarkOf } from './standing.ts';
import { type Unit, unitsOf } from './unit.ts';
import { offer, type Withheld } from './withheld.ts';

/** What candidates are gathered from. */
export interface Sources {
  /** All that may be in a brief, ids ascending; nothing from the inbox. */
  readonly documents: readonly Document[];
  readonly markOf: MarkOf;
  readonly hits: Hits;
  readonly audience: Audience;
  readonly hasPersonas: boolean;
  readonly channels: readonly Channel[];
  /** The part of the task that a document speaks of, from 0 to 1. */
  readonly coverageOf: (document: Document) => number;
}

type Rule = Extract<Part, 'voice' | 'words' | 'rules'>;
const RULES: readonly Rule[] = ['voice', 'words', 'rules'];

/** A guideline is meant for one of these anyway, so its names need to say less. */
const SURE_OF_GUIDELINE = 2;
/** The names of a document say nothing of a part below this. */
const HINTED = 1;
/** A library of so few documents is looked at whole. */
const FEW = 20;
/** As many documents as a part looks into; the likeliest first. */
const MOST_DOCUMENTS = 8;
const MOST_LEARNINGS = 6;
/** A learning with less of the best one's score is about something else. */
const FAIR_SHARE = 0.45;
/** So is a document that speaks of less of what the task asks for. */
const FAIR_COVERAGE = 0.15;

/** What the parts of a brief are chosen from. */
interface Gathered {
  readonly candidates: readonly Candidate[];
  /** What there is of proof that must not be used. */
  readonly withheld: readonly Withheld[];
}

/** What each part may take. No unit is in two of them. */
export function gather(sources: Sources): Gathered {
  const taken = new Set<Unit>();
  const candidates: Candidate[] = [];
  const add = (found: readonly Candidate[]): void => {
    for (const candidate of found) {
      if (taken.has(candidate.unit)) continue;
      taken.add(candidate.unit);
      candidates.push(candidate);
    }
  };
  add(readerCandidates(sources));
  for (const rule of RULES) add(ruleCandidates(sources, rule));
  const proof = proofCandidates(
    sources,
    candidates.map(({ unit }) => unit),
  );
  add(proof.offered);
  for (const unit of proof.units) taken.add(unit);
  add(messagingCandidates(sources));
  add(learnedCandidates(sources));
  add(moreCandidates(sources, documentsOf([...taken].map((unit) => ({ unit })))));
  return { candidates, withheld: proof.withheld };
}

/** The chosen personas; in a library without any, what it has on its readers. */
function readerCandidates(sources: Sources): Candidate[] {
  const { audience, markOf, hasPersonas } = sources;
  if (hasPersonas) {
    return audience.personas.flatMap(({ units, document }) =>
      candidatesIn('reader', { units, fit: 1, mark: markOf(document) }),
    );
  }
  const surely = (document: Document): boolean => (partsOfDocument(document).get('reader') ?? 0) >= SURE;
  return firstOf(sources, [
    (some) => wholeDocuments(sources, 'reader', some.filter(ofKind('reference')).filter(surely)),
  ]);
}

function candidatesIn(
  part: Part,
  from: { units: readonly Unit[]; fit: number; mark: string | undefined },
): Candidate[] {
  const { units, fit, mark } = from;
  return units.map((unit) => ({ unit, part, fit, ...(mark === undefined ? {} : { mark }) }));
}

const ofKind =
  (kind: Kind) =>
  (document: Document): boolean =>
    document.kind === kind;

/** What a document's names say of a part, as a fit. */
function fitOf(document: Document, part: Part): number {
  return Math.min(1, (partsOfDocument(document).get(part) ?? 0) / (1.5 * SURE));
}

/** All units of documents, the fittest documents first. */
function wholeDocuments({ markOf }: Sources, part: Part, documents: readonly Document[]): Candidate[] {
  return documents
    .map((document) => ({ document, fit: fitOf(document, part) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_DOCUMENTS)
    .flatMap(({ document, fit }) => candidatesIn(part, { units: unitsOf(document), fit, mark: markOf(document) }));
}

/** The sections whose headings surely say that they are for the part; of documents that are hits before others. */
function sections({ markOf, hits }: Sources, part: Part, documents: readonly Document[]): Candidate[] {
  const scores = scoresOf(hits.all);
  const found = documents.flatMap((document) => {
    const units = unitsOf(document).filter(({ headings }) =>
      headings.some((heading) => partsOfName(heading).get(part) === 1),
    );
    return units.length === 0 ? [] : [candidatesIn(part, { units, fit: 0.5, mark: markOf(document) })];
  });
  const scoreOf = ([first]: readonly Candidate[]): number => scores.get(first?.unit.document.id ?? '') ?? 0;
  return found
    .sort((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, MOST_DOCUMENTS)
    .flat();
}

/** The first that has anything: in force before not in force, and surer before less sure. */
function firstOf(
  { documents, markOf }: Sources,
  ways: readonly ((documents: readonly Document[]) => Candidate[])[],
): Candidate[] {
  const inForce = documents.filter((document) => markOf(document) === undefined);
  const others = documents.filter((document) => markOf(document) !== undefined);
  for (const some of [inForce, others]) {
    for (const way of ways) {
      const found = way(some);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** Which of the three sorts of rules a document is; undefined when its names do not say. */
function ruleOf(document: Document): Rule | undefined {
  const names = partsOfDocument(document);
  const [first] = RULES.map((rule) => ({ rule, sum: names.get(rule) ?? 0 })).sort((a, b) => b.sum - a.sum);
  const least = document.kind === 'guideline' ? SURE_OF_GUIDELINE : SURE;
  return first !== undefined && first.sum >= least ? first.rule : undefined;
}

function ruleCandidates(sources: Sources, rule: Rule): Candidate[] {
  const guidelines = sources.documents.filter(ofKind('guideline'));
  const saysNothing = !guidelines.some((document) => ruleOf(document) !== undefined);
  const called = (documents: readonly Document[]): Document[] =>
    documents.filter((document) => ruleOf(document) === rule);
  const others = (documents: readonly Document[]): Document[] =>
    documents.filter((document) => ruleOf(document) === undefined);
  return firstOf(sources, [
    (documents) => wholeDocuments(sources, rule, called(documents.filter(ofKind('guideline')))),
    (documents) => sections(sources, rule, others(documents.filter(ofKind('guideline')))),
    // guidelines in another language, or with names of the team's own
    (documents) =>
      rule === 'voice' && saysNothing ? wholeDocuments(sources, rule, documents.filter(ofKind('guideline'))) : [],
    (documents) => wholeDocuments(sources, rule, called(documents.filter(ofKind('reference')))),
    (documents) => sections(sources, rule, others(likelyReferences(sources, documents))),
  ]);
}

/** References that are about something like this, by their names. */
function likelyReferences({ documents: all }: Sources, documents: readonly Document[]): Document[] {
  const references = documents.filter(ofKind('reference'));
  if (all.length <= FEW) return references;
  return references.filter((document) => Math.max(0, ...partsOfDocument(document).values()) >= HINTED);
}

/** Proof that may be used, and what was found on the way to it that may not. `rules` may forbid some of it. */
function proofCandidates(sources: Sources, rules: readonly Unit[]): ReturnType<typeof offer> {
  const surely = (document: Document): boolean => (partsOfDocument(document).get('proof') ?? 0) >= SURE;
  const withheld: Withheld[] = [];
  const units: Unit[] = [];
  const allowed = (found: readonly Candidate[]): Candidate[] => {
    const { offered, ...others } = offer(found, rules);
    withheld.push(...others.withheld);
    units.push(...others.units);
    return [...offered];
  };
  const offered = firstOf(sources, [
    (documents) => allowed(sections(sources, 'proof', documents.filter(ofKind('messaging')))),
    (documents) => allowed(wholeDocuments(sources, 'proof', documents.filter(ofKind('reference')).filter(surely))),
    (documents) => allowed(sections(sources, 'proof', likelyReferences(sources, documents))),
  ]);
  return { offered, withheld, units };
}

function messagingCandidates(sources: Sources): Candidate[] {
  const surely = (document: Document): boolean => (partsOfDocument(document).get('messaging') ?? 0) >= SURE;
  return firstOf(sources, [
    (documents) =>
      wholeDocuments(sources, 'messaging', byScore(documents.filter(ofKind('messaging')), sources, 'messaging')),
    (documents) => wholeDocuments(sources, 'messaging', documents.filter(ofKind('reference')).filter(surely)),
    (documents) =>
      sections(sources, 'messaging', [
        ...documents.filter(ofKind('guideline')),
        ...likelyReferences(sources, documents),
      ]),
  ]);
}

/** The documents that are the best hits among their kind first; the others after them, as they were. */
function byScore(documents: readonly Document[], { hits }: Sources, kind: Kind): Document[] {
  const scores = scoresOf(hits.ofKind.get(kind) ?? []);
  return [...documents].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0));
}

/** What was learned on the channels of the task, and on what is like it. */
function learnedCandidates(sources: Sources): Candidate[] {
  const { hits, channels, markOf, coverageOf } = sources;
  const scores = scoresOf([...(hits.ofKind.get('learning') ?? []), ...(hits.ofKind.get('win') ?? [])]);
  const fair = FAIR_SHARE * Math.max(0, ...scores.values());
  const among = (documents: readonly Document[], isOne: (document: Document) => boolean): Candidate[] =>
    documents
      .filter(isOne)
      .map((document) => {
        const isOnChannel = channels.some((channel) => isAbout(document, channel));
        const score = scores.get(document.id) ?? 0;
        return {
          document,
          fit:
            isOnChannel || (score > 0 && score >= fair && coverageOf(document) >= FAIR_COVERAGE)
              ? score / 2 + (isOnChannel ? 0.5 : 0)
              : 0,
        };
      })
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MOST_LEARNINGS)
      .flatMap(({ document, fit }) =>
        candidatesIn('learned', { units: unitsOf(document), fit, mark: markOf(document) }),
      );
  const isLearned = (document: Document): boolean => document.kind === 'learning' || document.kind === 'win';
  const isCalledSo = (document: Document): boolean =>
    document.kind === 'reference' && (partsOfDocument(document).get('learned') ?? 0) >= SURE;
  return firstOf(sources, [(documents) => among(documents, isLearned), (documents) => among(documents, isCalledSo)]);
}

/** What the engine finds besides: of documents that no part looks into, and of personas when no reader is known. */
function moreCandidates({ hits, audience, markOf, coverageOf }: Sources, used: ReadonlySet<Document>): Candidate[] {
  const isMore = ({ kind, id, ...document }: Document): boolean => {
    if (kind === 'prompt' || kind === 'workflow' || isPart(id) || document.isInInbox) return false;
    return kind !== 'persona' || audience.personas.length === 0;
  };
  const found = hits.all.filter(
    ({ document }) => !used.has(document) && isMore(document) && coverageOf(document) >= FAIR_COVERAGE,
  );
  const inForce = found.filter(({ document }) => markOf(document) === undefined);
  return (inForce.length > 0 ? inForce : found)
    .slice(0, MOST_DOCUMENTS)
    .flatMap(({ document, score }) =>
      candidatesIn('more', { units: unitsOf(document), fit: score, mark: markOf(document) }),
    );
}

/** The documents of candidates, each once. */
function documentsOf(candidates: readonly Pick<Candidate, 'unit'>[]): Set<Document> {
  return new Set(candidates.map(({ unit }) => unit.document));
}

const FIRST_HITS = 10;

/** How much of the score of the first hits lies in the documents of each part: parts of 1, with nothing for those of no part. */
export function sharesOfHits({ all }: Hits, candidates: readonly Candidate[]): ReadonlyMap<Part, number> {
  const first = all.slice(0, FIRST_HITS);
  const sums = PARTS.map((part): [Part, number] => {
    const documents = documentsOf(candidates.filter((candidate) => candidate.part === part));
    const own = first.filter(({ document }) => documents.has(document));
    return [part, own.reduce((sum, { score }) => sum + score, 0)];
  });
  const whole = sums.reduce((sum, [, own]) => sum + own, 0) || 1;
  return new Map(sums.map(([part, sum]) => [part, sum / whole]));
}
