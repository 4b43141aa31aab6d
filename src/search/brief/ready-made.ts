import type { Document } from '../../library/document.ts';
import { stemOf } from '../../library/path.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import type { Hit } from '../engine.ts';
import { languageOf } from '../words/detect.ts';
import { termsOf } from '../words/words.ts';
import type { Channel } from './channel.ts';
import type { Hits } from './hits.ts';
import { askedTerms } from './interest.ts';
import type { MarkOf } from './standing.ts';

/** A prompt or workflow of the team that does the job, or a job much like it. */
export interface ReadyMade {
  readonly document: Document;
  /** The prompt's name on the wire. */
  readonly prompt?: string;
  readonly mark?: string;
}

const MOST_OF_A_KIND = 2;
/** A second one is named only when it fits nearly as well. */
const NEARLY = 0.8;
/** The part of a name's words that a task has to use to mean it. */
const NAMED = 0.5;
/** The part of what the task asks for, by the weight of its words, that a description has to speak of. */
const DESCRIBED = 0.35;

interface Asked {
  readonly documents: readonly Document[];
  readonly snapshot: Snapshot;
  readonly hits: Hits;
  readonly markOf: MarkOf;
  readonly task: string;
  readonly channels: readonly Channel[];
}

/** Prompts first, then workflows, the likeliest of each first. */
export function findReadyMade(asked: Asked): ReadyMade[] {
  const names = new Map([...asked.snapshot.prompts].map(([name, { id }]) => [id, name]));
  const fitOf = fitting(asked);
  return (['prompt', 'workflow'] as const).flatMap((kind) => {
    const found = (asked.hits.ofKind.get(kind) ?? [])
      .map((hit) => ({ document: hit.document, fit: fitOf(hit) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit);
    const inForce = found.filter(({ document }) => asked.markOf(document) === undefined);
    const chosen = inForce.length > 0 ? inForce : found;
    const best = chosen[0]?.fit ?? 0;
    return chosen
      .filter(({ fit }) => fit >= NEARLY * best)
      .slice(0, MOST_OF_A_KIND)
      .map(({ document }) => {
        const mark = asked.markOf(document);
        const prompt = names.get(document.id);
        return { document, ...(prompt === undefined ? {} : { prompt }), ...(mark === undefined ? {} : { mark }) };
      });
  });
}

/** How well a hit fits; 0 when it is for something else, by its names and by what it says of itself. */
function fitting({ documents, task, channels }: Asked): (hit: Hit) => number {
  const all = documents.filter(({ kind }) => kind === 'prompt' || kind === 'workflow');
  const asked = askedTerms([task, ...channels.map(({ words }) => words)].join(' '), all);
  const said = new Map(all.map((document) => [document, saidBy(document)]));
  const counts = new Map<string, number>();
  for (const terms of said.values()) {
    for (const term of terms) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const weightOf = (term: string): number => Math.log(1 + all.length / (counts.get(term) ?? all.length));
  const whole = [...counts.keys()].reduce((sum, term) => sum + weightOf(term), 0);
  return ({ document, score }) => {
    const named = Math.max(...namesOf(document).map((name) => partNamed(termsOf(name, languageOf(document)), asked)));
    const terms = [...(said.get(document) ?? [])].filter((term) => asked.has(term));
    const described = whole === 0 ? 0 : terms.reduce((sum, term) => sum + weightOf(term), 0) / whole;
    return named < NAMED && described < DESCRIBED ? 0 : named + described + score / 2;
  };
}

function saidBy(document: Document): Set<string> {
  const text = [...namesOf(document), document.description, ...document.tags].join('\n');
  return new Set(termsOf(text, languageOf(document)));
}

function namesOf({ title, id, aliases, fields }: Document): string[] {
  const task = Object.hasOwn(fields, 'task') ? fields['task'] : undefined;
  return [title, stemOf(id), ...aliases, ...(typeof task === 'string' ? [task] : [])];
}

/** The part of a name's telling words that were asked for; a single shared word is no name. */
function partNamed(name: readonly string[], asked: ReadonlySet<string>): number {
  const terms = [...new Set(name)];
  const shared = terms.filter((term) => asked.has(term)).length;
  return terms.length === 0 || (shared < 2 && terms.length > 1) ? 0 : shared / terms.length;
}
