import type { Document } from '../../library/document.ts';
import { wordsOf } from '../words/words.ts';
import type { Block } from './blocks.ts';
import type { Ranked } from './candidate.ts';
import { BY_IMPORTANCE, FORMS, type Part } from './part.ts';
import { beginningOf, inOrder, lengthOf, MORE, type Quotation, quote, sourceLine, titleLines } from './quotation.ts';
import { textOfBlock } from './unit.ts';

/** What the brief shows, and what it has no room for. */
export interface Allotment {
  readonly quotations: ReadonlyMap<Part, readonly Quotation[]>;
  /** The most important part first, and best first within each. */
  readonly leftOut: readonly Ranked[];
}

/** With less room than this a part shows nothing that helps: at first only as many parts get any as can have so much. */
const LEAST = 300;
/** How often what was not used is shared out again, before whoever comes first gets the rest. */
const ROUNDS = 3;

/** A part in which all hits lie gets this much more than its share. */
const GAIN_OF_HITS = 1.5;

/**
 * Gives room to the parts by their shares, more where more of the hits lie, as `hits` says in parts of 1; what one does not
 * need goes to the others, the most important first.
 */
export function allot(
  candidates: ReadonlyMap<Part, readonly Ranked[]>,
  hits: ReadonlyMap<Part, number>,
  room: number,
): Allotment {
  const said = createSaid();
  const tables = BY_IMPORTANCE.map((part) => ({
    part,
    share: FORMS[part].share * (1 + GAIN_OF_HITS * (hits.get(part) ?? 0)),
    table: createTable(part, neededOf(candidates.get(part) ?? [], FORMS[part].needed), said),
  }));
  const first = [...tables]
    .sort((a, b) => b.share - a.share)
    .filter(({ table }) => table.isHungry())
    .slice(0, Math.max(1, Math.floor(room / LEAST)));
  let left = room;
  for (let round = 0; round <= ROUNDS; round++) {
    const hungry = tables.filter((one) => (round > 0 || first.includes(one)) && one.table.isHungry());
    const shares = hungry.reduce((sum, { share }) => sum + share, 0);
    const toShare = left;
    for (const { share, table } of hungry) {
      left -= table.fill(round === ROUNDS ? left : Math.min(left, (toShare * share) / shares));
    }
  }
  return {
    quotations: new Map(tables.map(({ part, table }) => [part, table.quotations()])),
    leftOut: tables.flatMap(({ table }) => table.leftOut()),
  };
}

function neededOf(ranked: readonly Ranked[], least: number): readonly Ranked[] {
  const best = ranked[0]?.worth ?? 0;
  return ranked.filter(({ worth, first }) => first !== undefined || worth >= least * Math.max(0, best));
}

/** A block that a part may show, or the beginning of one. */
interface Choice {
  readonly ranked: Ranked;
  /** Its place in the unit. */
  readonly at: number;
  readonly block: Block;
  readonly worth: number;
}

/** What a part of the brief shows so far. */
interface Table {
  /** Whether the part has anything left that it does not show. */
  isHungry(): boolean;
  /** Shows what fits into that many characters more, the best first; answers how many were used. */
  fill(room: number): number;
  /** As they are shown. */
  quotations(): Quotation[];
  /** The candidates of which nothing is shown, best first. What has been shown elsewhere in the same words is none. */
  leftOut(): Ranked[];
}

/** Each further block of a unit is worth less than the one before. */
const FADING = 0.12;
/** A first paragraph up to this length comes along with whatever is shown of a section. */
const LONGEST_OPENING = 350;
/** No brief has room for more. */
const MOST_CHOICES = 1_500;
/** A unit is not worth the line that names it for less text than this, where it has more. */
const ENOUGH = 140;
/** Of a longer paragraph the first sentences are shown before the rest: up to this many characters of them. */
const LONG = 320;
const BEGINNING = 280;
/** More than any block is worth by itself. */
const WORTH_OF_FIRST = 100;
/** What the rest of a paragraph is worth beside its beginning. */
const WORTH_OF_REST = 0.6;

/** `said` is what all parts have shown; each quotation is shown once. */
function createTable(part: Part, needed: readonly Ranked[], said: Said): Table {
  const shown = new Map<Ranked, (Block | undefined)[]>();
  const repeats = new Set<Ranked>();
  const texts = new Map(needed.map((ranked) => [ranked, ranked.unit.blocks.map(textOfBlock).join('\n')]));
  const ofUnit = new Map(needed.map((ranked) => [ranked, choicesIn(ranked)]));
  const choices = [...ofUnit.values()]
    .flat()
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_CHOICES);

  /** The first of each document, which bears its title. */
  const firsts = new Map<Document, Ranked>();

  /** What the line that names a unit takes, with what changes in the lines of the others. */
  function lengthOfSource(ranked: Ranked): number {
    const first = firsts.get(ranked.unit.document);
    const own = (isFirst: boolean, of = ranked): number => sourceLine(of, isFirst).length + 1;
    const titles = shown.size === 0 ? lengthOf(titleLines(part)) : 0;
    if (first === undefined) return titles + own(true);
    if (first.unit.order < ranked.unit.order) return own(false);
    return own(true) + own(false, first) - own(true, first);
  }

  /** Shows these blocks of a unit if they fit; answers how many characters that took. */
  function show(ranked: Ranked, blocks: ReadonlyMap<number, Block>, room: number): number {
    const { document, order } = ranked.unit;
    const old = shown.get(ranked);
    const all = ranked.unit.blocks.map((_, at) => blocks.get(at) ?? old?.[at]);
    const before = old === undefined ? -lengthOfSource(ranked) : lengthOf(quote(old));
    const added = lengthOf(quote(all)) - before;
    if (added > room) return 0;
    shown.set(ranked, all);
    if (order <= (firsts.get(document)?.unit.order ?? order)) firsts.set(document, ranked);
    for (const block of blocks.values()) said.add(textOfBlock(block));
    return added;
  }

  /** Whether a choice is shown already, in this unit or in the same words elsewhere. */
  function isSaid({ ranked, at, block }: Choice): boolean {
    const own = shown.get(ranked);
    if (own === undefined && said.has(texts.get(ranked) ?? '')) repeats.add(ranked);
    const before = own?.[at];
    return (
      repeats.has(ranked) || (before === undefined ? said.has(textOfBlock(block)) : before === block || isCut(block))
    );
  }

  function place(choice: Choice, room: number): number {
    const { ranked, at, block } = choice;
    if (lengthOfBlock(block) > room || isSaid(choice)) return 0;
    return show(ranked, shown.has(ranked) ? new Map([[at, block]]) : firstOf(choice), room);
  }

  /** The first that is shown of a unit: with its opening, and with more where it would be little. */
  function firstOf({ ranked, at, block }: Choice): Map<number, Block> {
    const [opening] = ranked.unit.blocks;
    const first = new Map(opening !== undefined && isOpening(opening) ? [[0, opening]] : []);
    first.set(at, block);
    for (const other of ofUnit.get(ranked) ?? []) {
      if ([...first.values()].reduce((sum, each) => sum + lengthOfBlock(each), 0) >= ENOUGH) break;
      if (!first.has(other.at)) first.set(other.at, other.block);
    }
    return first;
  }

  const quotations = (): Quotation[] => inOrder([...shown].map(([ranked, blocks]) => ({ ranked, blocks })));

  return {
    isHungry: () => choices.some((choice) => !isSaid(choice)),
    fill: (room) => choices.reduce((used, choice) => used + place(choice, room - used), 0),
    quotations,
    leftOut: () => needed.filter((ranked) => !shown.has(ranked) && !repeats.has(ranked)),
  };
}

/** Whether a block is the beginning of one. */
function isCut({ lines }: Block): boolean {
  return lines.at(-1)?.endsWith(` ${MORE}`) ?? false;
}

function isOpening({ kind, lines }: Block): boolean {
  return kind === 'text' && (lines[0]?.length ?? 0) <= LONGEST_OPENING;
}

/** Each block of a unit; of a long paragraph its beginning first. */
function choicesIn(ranked: Ranked): Choice[] {
  const { unit, worth, worthOfBlocks, first } = ranked;
  const blocks = unit.blocks
    .map((block, at) => ({ block, at, own: worthOfBlocks[at] ?? 0, isFirst: first?.has(at) ?? false }))
    .filter(({ own, isFirst }) => own > 0 || isFirst)
    .sort((a, b) => b.own - a.own || a.at - b.at);
  return blocks.flatMap(({ block, at, own, isFirst }, place): Choice[] => {
    const ofBlock = (worth * (0.4 + own)) / (1 + FADING * place);
    const worthHere = ofBlock + (isFirst ? WORTH_OF_FIRST : 0);
    const beginning = lengthOfBlock(block) > LONG ? beginningOf(block, BEGINNING) : undefined;
    if (beginning === undefined) return [{ ranked, at, block, worth: worthHere }];
    return [
      { ranked, at, block: beginning, worth: worthHere },
      { ranked, at, block, worth: WORTH_OF_REST * ofBlock },
    ];
  });
}

function lengthOfBlock(block: Block): number {
  return textOfBlock(block).length;
}

/** Knows what has been said, and says of another text whether most of it has been said already. */
interface Said {
  has(text: string): boolean;
  add(text: string): void;
}

/** As many words in a row are taken for the same words. */
const LENGTH = 4;
/** A text is said again when this part of its rows of words was there before. */
const MOST = 0.6;

/** A text that was asked about: how many rows of words it has, and how many of them have been said. */
interface Asked {
  readonly size: number;
  said: number;
}

function createSaid(): Said {
  const said = new Set<string>();
  const asked = new Map<string, Asked>();
  const askedWith = new Map<string, Asked[]>();

  function ask(text: string): Asked {
    const shingles = shinglesOf(text);
    const one: Asked = { size: shingles.size, said: 0 };
    for (const shingle of shingles) {
      if (said.has(shingle)) one.said++;
      const others = askedWith.get(shingle);
      if (others === undefined) askedWith.set(shingle, [one]);
      else others.push(one);
    }
    asked.set(text, one);
    return one;
  }

  return {
    has(text) {
      const one = asked.get(text) ?? ask(text);
      return one.size > 0 && one.said >= MOST * one.size;
    },
    add(text) {
      for (const shingle of shinglesOf(text)) {
        if (said.has(shingle)) continue;
        said.add(shingle);
        for (const one of askedWith.get(shingle) ?? []) one.said++;
      }
    },
  };
}

function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length <= LENGTH) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(LENGTH - 1).map((_, at) => words.slice(at, at + LENGTH).join(' ')));
}
