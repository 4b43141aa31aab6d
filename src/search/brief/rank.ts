import type { Document } from '../../library/document.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import type { Block } from './blocks.ts';
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
import { readMeant, withLimits } from './limits.ts';
import { withDefinitions } from './named-ids.ts';
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
  const meant = readMeant(measures.task, candidates, rarity);
  const ranks = new Map(
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
  return withDefinitions(withLimits(ranks, meant), isCalled);
}

function compare(a: Ranked, b: Ranked): number {
  if (a.worth !== b.worth) return b.worth - a.worth;
  if (a.unit.document === b.unit.document) return a.unit.order - b.unit.order;
  return byCodeUnit(a.unit.id, b.unit.id);
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
  return own.map(({ unit, fit }, at) => {
    const isOnChannel = gains.channel > 0 && channels.some((channel) => speaksOf(unit, channel));
    return (
      gains.fit * fit +
      (gains.interest * (met[at] ?? 0)) / most +
      gains.cue * cueOf(unit, part) +
      gains.wanted * isWanted(unit) +
      (isHit.has(unit.id) ? gains.hit : 0) +
      (isOnChannel ? gains.channel : 0)
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

function speaksOf({ headings, blocks }: Unit, { isIn }: Channel): boolean {
  return headings.some(isIn) || blocks.some((block) => isIn(textOfBlock(block)));
}

/** Whether a text calls the reader or the channel by name. */
type IsNamed = (text: string) => boolean;

/** An opening up to this length only leads to the points below it. */
const SHORT_OPENING = 120;

/** What a heading says holds for each block below it: a section that is called what was asked for is wanted whole. */
const SHARE_OF_HEADING = 1.2;

/** How much of the interest each block of a unit meets. */
function interestOfBlocks({ blocks, headings }: Reading, interest: Interest): number[] {
  const shared = (SHARE_OF_HEADING * worthOfTerms(headings, interest)) / Math.sqrt(8 + headings.length);
  return blocks.map((terms) => shared + worthOfTerms(terms, interest) / Math.sqrt(8 + terms.length));
}

/**
 * What each block of a unit is worth, from 0 to 1: by how much of the interest it meets, which is given, and by its place.
 * Of a table with a row for the reader or the channel the other rows are worth nothing.
 */
function worthOfBlocks({ blocks }: Unit, met: readonly number[], isNamed: IsNamed): number[] {
  const tables = new Set(
    blocks.flatMap((block) => (block.head !== undefined && isRowFor(block, isNamed) ? [block.head] : [])),
  );
  return blocks.map((block, at) => {
    if (block.head !== undefined && tables.has(block.head)) return isRowFor(block, isNamed) ? 1 : 0;
    return (met[at] ?? 0) + placeOf(blocks, at);
  });
}

/** What stands first counts most; a short opening passes that on to what it leads to. */
function placeOf(blocks: readonly Block[], at: number): number {
  const isOpened = blocks.length > 1 && isShortOpening(blocks[0]);
  if (at === (isOpened ? 1 : 0)) return 0.45;
  if (at === 0) return 0.1;
  return blocks[at]?.kind === 'text' ? 0.25 * (1 - at / blocks.length) : 0.25;
}

function isShortOpening(block: Block | undefined): boolean {
  return block?.kind === 'text' && (block.lines[0]?.length ?? 0) <= SHORT_OPENING;
}

function isRowFor({ lines: [line = ''] }: Block, isNamed: IsNamed): boolean {
  return isNamed(line.split('|')[1] ?? '');
}
