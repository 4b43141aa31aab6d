import type { Document } from '../../library/document.ts';
import type { Ranked } from './candidate.ts';
import { type Channel, channelNamed, channelsIn, channelsOf, isAbout, widerThan } from './channel.ts';
import { gather, sharesOfHits } from './gather.ts';
import { findHits, foundIn, isSpokenOf, type Place } from './hits.ts';
import { readCoverage } from './interest.ts';
import { PARTS, type Part } from './part.ts';
import { lengthOf, titled } from './quotation.ts';
import { rankAll } from './rank.ts';
import { type Audience, type Persona, personasOf, readAudience } from './reader.ts';
import { findReadyMade } from './ready-made.ts';
import { type MarkOf, readStanding } from './standing.ts';
import { type Allotment, allot } from './table.ts';
import {
  atMost,
  headLines,
  leftOutLines,
  missingIn,
  missingLines,
  partLines,
  readyMadeLines,
  withheldLines,
} from './write.ts';

/** The least and the most characters that a brief can be asked to have, and how many it has when nobody says. */
export const BRIEF_CHARS = { least: 2_000, most: 40_000, usual: 12_000 } as const;

const MOST_CHOICES = 12;
/** What a task says further on is not read. */
export const LONGEST_TASK = 4_000;

/** What somebody is about to write or judge. */
export interface BriefRequest {
  readonly task: string;
  /** A title, alias, role, id or file name, or what comes near one. */
  readonly persona?: string;
  readonly channel?: string;
  /** The brief is never longer, from `BRIEF_CHARS.least` to `BRIEF_CHARS.most`. */
  readonly maxChars: number;
  /** The day by which documents expire, as an ISO date. */
  readonly today: string;
  /** Sentences that are to stand above the quotations. */
  readonly notices?: readonly string[];
}

/** The quotations that one task needs, under a budget. */
export interface Brief {
  /** Markdown for an assistant. */
  readonly text: string;
  /** The ids of the quotations that are shown, in their order; each once. */
  readonly shown: readonly string[];
  /** The ids of the quotations that would be shown if there were more room. */
  readonly leftOut: readonly string[];
}

/** Collects a brief. The same snapshot, request and engine give the same text. */
export async function buildBrief({ snapshot, engine }: Place, request: BriefRequest): Promise<Brief> {
  const { today, maxChars, notices = [] } = request;
  const task = request.task.slice(0, LONGEST_TASK);
  const documents = [...snapshot.documents.values()].filter(({ isInInbox }) => !isInInbox);
  const markOf = readStanding(snapshot, today);
  const personas = personasOf(documents);
  const hasPersonas = personas.length > 0;
  const audience = audienceFor(personas, markOf, request);
  const { channels, notice } = await channelsFor(documents, request, { snapshot, engine });
  const hits = await findHits({ snapshot, engine }, task, channels);
  const readyMade = findReadyMade({ documents, snapshot, hits, markOf, task, channels });
  const { candidates, withheld } = gather({
    documents,
    markOf,
    hits,
    audience,
    hasPersonas,
    channels,
    coverageOf: readCoverage(task, foundIn(hits)),
  });
  const has = new Set<Part | 'ready-made'>(candidates.map(({ part }) => part));
  if (readyMade.length > 0) has.add('ready-made');
  const said = [forWhom(audience, channels), audience.notice, notice].flatMap((sentence) => sentence ?? []);
  return fitted({
    head: headLines([...notices, ...said], maxChars),
    ranked: rankAll(candidates, {
      snapshot,
      task,
      personas: audience.personas,
      channels,
      hits,
      readyMade: readyMade.map(({ document }) => document),
    }),
    hits: sharesOfHits(hits, candidates),
    readyMade: readyMadeLines(readyMade),
    withheld: withheldLines(withheld),
    missing: missingLines(missingIn(documents, { has, hasPersonas, channels, withholds: withheld.length > 0 })),
    most: maxChars,
  });
}

/** Personas that are in force; others only where a name or the task fits none of these. */
function audienceFor(all: readonly Persona[], markOf: MarkOf, { persona, task }: BriefRequest): Audience {
  const inForce = all.filter(({ document }) => markOf(document) === undefined);
  const first = readAudience(inForce, persona, task);
  if (first.personas.length > 0) return first;
  const second = readAudience(all, persona, task);
  return second.personas.length > 0 || inForce.length === 0 ? second : first;
}

async function channelsFor(
  documents: readonly Document[],
  { channel, task }: BriefRequest,
  place: Place,
): Promise<{ channels: Channel[]; notice?: string }> {
  const own = channelsOf(documents);
  const isKnown = async (one: Channel): Promise<boolean> =>
    documents.some((document) => isAbout(document, one)) || isSpokenOf(place, one);
  if (channel === undefined) {
    const spokenOf = channelsIn(task, own);
    const channels = await Promise.all(spokenOf.map(async (one) => (await widerKnown(one, isKnown)) ?? one));
    return { channels: [...new Set(channels)] };
  }
  const named = channelNamed(channel);
  if (await isKnown(named)) return { channels: [named] };
  const nothing = `The library has nothing on the channel "${titled(channel)}"`;
  const wider = await widerKnown(named, isKnown);
  if (wider !== undefined) {
    return { channels: [named, wider], notice: `${nothing} itself; this goes by what it has on ${wider.name}.` };
  }
  const choices = own.length === 0 ? '' : ` It has learnings on: ${own.slice(0, MOST_CHOICES).map(titled).join(', ')}.`;
  return { channels: [named], notice: `${nothing}.${choices}` };
}

/** The channel that one is part of, where the library speaks of that and not of the one. */
async function widerKnown(
  channel: Channel,
  isKnown: (channel: Channel) => Promise<boolean>,
): Promise<Channel | undefined> {
  const wider = widerThan(channel);
  return wider !== undefined && !(await isKnown(channel)) && (await isKnown(wider)) ? wider : undefined;
}

/** "For Callum, operations manager, on email." */
function forWhom({ personas }: Audience, channels: readonly Channel[]): string | undefined {
  const readers = personas.map(({ name }) => titled(name)).join(' and ');
  const places = channels.map(({ name }) => titled(name)).join(' and ');
  if (readers === '' && places === '') return undefined;
  return [readers === '' ? '' : `Reader: ${readers}.`, places === '' ? '' : `Channel: ${places}.`].join(' ').trim();
}

interface Draft {
  readonly head: readonly string[];
  readonly ranked: ReadonlyMap<Part, readonly Ranked[]>;
  readonly hits: ReadonlyMap<Part, number>;
  readonly readyMade: readonly string[];
  readonly withheld: readonly string[];
  readonly missing: readonly string[];
  readonly most: number;
}

/** The shares of a brief which what is ready-made, withheld and missing and what was left out may take at most. */
const SHARES = { readyMade: 0.2, withheld: 0.1, missing: 0.2, leftOut: 0.05 } as const;
/** A shorter list of what was left out names nothing. */
const LEAST_LEFT_OUT = 260;

/** Gives the quotations the room that the rest leaves; what the list of what was left out does not need is theirs too. */
function fitted({ head, ranked, hits, most, ...draft }: Draft): Brief {
  let room = most - lengthOf(head);
  const readyMade = atMost(draft.readyMade, Math.min(room, SHARES.readyMade * most));
  room -= lengthOf(readyMade);
  const withheld = atMost(draft.withheld, Math.min(room, SHARES.withheld * most));
  room -= lengthOf(withheld);
  const missing = atMost(draft.missing, Math.min(room, SHARES.missing * most));
  room -= lengthOf(missing);
  const { allotment, list } = allotted(ranked, hits, {
    room,
    forList: Math.min(room, Math.max(LEAST_LEFT_OUT, SHARES.leftOut * most)),
  });
  return {
    text: [...head, ...partLines(allotment), ...readyMade, ...list, ...withheld, ...missing].join('\n'),
    shown: shownIn(allotment),
    leftOut: allotment.leftOut.map(({ unit }) => unit.id),
  };
}

function allotted(
  ranked: Draft['ranked'],
  hits: Draft['hits'],
  { room, forList }: { room: number; forList: number },
): { allotment: Allotment; list: string[] } {
  const first = allot(ranked, hits, room - forList);
  const list = leftOutLines(first.leftOut, forList);
  const second = allot(ranked, hits, room - lengthOf(list));
  const secondList = leftOutLines(second.leftOut, room - lengthOf(partLines(second)));
  // with more room the quotations fall otherwise, and hardly ever so that no room is left to name what is left out
  const isUnsaid = secondList.length === 0 && second.leftOut.length > 0;
  return isUnsaid ? { allotment: first, list } : { allotment: second, list: secondList };
}

function shownIn({ quotations }: Allotment): string[] {
  return PARTS.flatMap((part) => (quotations.get(part) ?? []).map(({ ranked }) => ranked.unit.id));
}
