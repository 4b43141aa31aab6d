import type { Document } from '../../library/document.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type IsNamed, interestOfBlocks, worthOfBlocks } from './block-worth.ts';
import type { Candidate, Ranked } from './candidate.ts';
import type { Channel } from './channel.ts';
import { cueOf } from './cues.ts';
import { GAINS } from './gains.ts';
import type { Hits } from './hits.ts';
import {
  type Interest,
  interestIn,
  type Rarity,
  type Reading,
  rarityIn,
  readUnit,
  tellingTerms,
  worthOfTerms,
} from './interest.ts';
import { PARTS, type Part } from './part.ts';
import { readPhrases } from './phrases.ts';
import type { Persona } from './reader.ts';
import { textOfBlock, type Unit } from './unit.ts';
import { wantedBy } from './wanted.ts';

/** What candidates are compared by. */
export interface Measures {
  readonly snapshot: Snapshot;
  readonly task: string;
  readonly personas: readonly Persona[];
  readonly channels: readonly Channel[];
  readonly hits: Hits;
  /** Prompts and workflows for this job. */
  readonly readyMade: readonly Document[];
}

type Read = Candidate & { readonly reading: Reading };

/** The candidates of each part, the one that is worth most first. Does not depend on the order in which they come. */
export function rankAll(candidates: readonly Candidate[], measures: Measures): ReadonlyMap<Part, readonly Ranked[]> {
  const all = candidates.map((candidate): Read => ({ ...candidate, reading: readUnit(candidate.unit) }));
  const isReader = readPhrases(measures.personas.map(({ called }) => [called, true] as const));
  const isCalled: IsNamed = (text) => isReader.in(text).length > 0;
  const readings = all.map(({ reading }) => reading);
  const rarity = rarityIn(readings);
  const asked = askedFor({ ...measures, personas: [] }, { readings, rarity });
  const withReader = widened(askedFor(measures, { readings, rarity }), all, { rarity, isCalled });
  const { snapshot, personas, readyMade, hits } = measures;
  const isWanted = wantedBy(snapshot, [...personas.map(({ document }) => document), ...readyMade]);
  const isHit = new Set(hits.all.map(({ id }) => id));
  const isNamed: IsNamed = (text) => isCalled(text) || measures.channels.some(({ isIn }) => isIn(text));
  return new Map(
    PARTS.map((part) => {
      const own = all.filter((candidate) => candidate.part === part);
      // what the reader's persona says is no measure of itself
      const interest = part === 'reader' ? asked : withReader;
      const worths = worthsOf(own, part, { interest, isWanted, isHit, channels: measures.channels });
      const met = own.map(({ reading }) => interestOfBlocks(reading, interest));
      const most = largest(met.flat());
      const ranked = own.map(({ reading, ...candidate }, at): Ranked => {
        const ofBlocks = (met[at] ?? []).map((each) => GAINS[part].block * Math.sqrt(each / most));
        return { ...candidate, worth: worths[at] ?? 0, worthOfBlocks: worthOfBlocks(reading.unit, ofBlocks, isNamed) };
      });
      return [part, fadeFurther(ranked.sort(compare), GAINS[part].further)];
    }),
  );
}

function compare(a: Ranked, b: Ranked): number {
  return b.worth - a.worth || (a.unit.id < b.unit.id ? -1 : a.unit.id > b.unit.id ? 1 : 0);
}

/** What the units of a part are measured by. */
interface Scale {
  readonly interest: Interest;
  readonly isWanted: (unit: Unit) => number;
  readonly isHit: ReadonlySet<string>;
  readonly channels: readonly Channel[];
}

function worthsOf(own: readonly Read[], part: Part, { interest, isWanted, isHit, channels }: Scale): number[] {
  const gains = GAINS[part];
  const met = own.map(({ reading }) => meets(reading, interest));
  const most = largest(met);
  const last = largest(own.map(({ unit }) => unit.order + 1));
  return own.map(({ unit, fit }, at) => {
    const isOnChannel = gains.channel > 0 && channels.some((channel) => speaksOf(unit, channel));
    return (
      gains.fit * fit +
      gains.order * (1 - unit.order / last) +
      (gains.interest * (met[at] ?? 0)) / most +
      gains.cue * cueOf(unit, part) +
      gains.wanted * isWanted(unit) +
      (isHit.has(unit.id) ? gains.hit : 0) +
      (isOnChannel ? gains.channel : 0) +
      (introduces(unit) ? gains.opening : 0)
    );
  });
}

/** The largest of some numbers, and never 0. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), Number.MIN_VALUE);
}

/** So that several documents are heard: the second best unit of one is worth less, the third still less. */
function fadeFurther(ranked: readonly Ranked[], further: number): Ranked[] {
  const before = new Map<Document, number>();
  const faded = ranked.map((one) => {
    const factor = before.get(one.unit.document) ?? 1;
    before.set(one.unit.document, factor * further);
    return { ...one, worth: one.worth * factor };
  });
  return faded.sort(compare);
}

/** What the task says counts fully. What the persona is about, and what is said of it elsewhere, tells which proof and message fit. */
const WEIGHT = { task: 1, name: 0.7, channel: 0.6, aboutReader: 0.5, reader: 0.3 } as const;
const MOST_READER_TERMS = 60;

function askedFor(
  { task, personas, channels, snapshot }: Measures,
  all: { readings: readonly Reading[]; rarity: Rarity },
): Interest {
  const wish: (readonly [string, number])[] = [
    [task, WEIGHT.task],
    ...personas.map(({ called }) => [called, WEIGHT.name] as const),
    ...channels.map(({ words }) => [words, WEIGHT.channel] as const),
  ];
  return interestIn(wish, all, snapshot.settings.glossary);
}

/** With the terms of the reader's persona, and of what calls the reader by name elsewhere. */
function widened(
  asked: Interest,
  all: readonly Read[],
  { rarity, isCalled }: { rarity: Rarity; isCalled: IsNamed },
): Interest {
  const own = all.filter(({ part }) => part === 'reader');
  if (own.length === 0) return asked;
  const others = all.filter(({ part }) => part !== 'reader').flatMap(({ reading }) => calling(reading, isCalled));
  const interest = new Map(asked);
  for (const [terms, weight] of [
    [own.flatMap(({ reading }) => reading.blocks), WEIGHT.reader],
    [others, WEIGHT.aboutReader],
  ] as const) {
    for (const [term, telling] of tellingTerms(terms, rarity, MOST_READER_TERMS)) {
      interest.set(term, Math.max(weight * telling, interest.get(term) ?? 0));
    }
  }
  return interest;
}

/** The terms of the blocks that call the reader by name. */
function calling({ unit, blocks }: Reading, isCalled: IsNamed): (readonly string[])[] {
  return blocks.filter((_, at) => isCalled((unit.blocks[at]?.lines ?? []).join(' ')));
}

/** A long unit meets more by chance. */
function meets({ blocks, headings }: Reading, interest: Interest): number {
  const terms = blocks.flat();
  return worthOfTerms([...headings, ...headings, ...terms], interest) / Math.sqrt(40 + terms.length);
}

/** Whether it only opens its document or the sections below it. */
function introduces({ document, headings, order }: Unit): boolean {
  const next = document.sections[order + 1];
  return headings.length === 0 || (next?.trail ?? []).includes(headings.at(-1) ?? '');
}

function speaksOf({ headings, blocks }: Unit, { isIn }: Channel): boolean {
  return headings.some(isIn) || blocks.some((block) => isIn(textOfBlock(block)));
}
