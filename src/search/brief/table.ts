import type { Block } from './blocks.ts';
import type { Ranked } from './candidate.ts';
import type { Part } from './part.ts';
import { inOrder, lengthOf, linesOfDocument, type Passage, titleLines } from './passage.ts';
import { beginningOf, MORE } from './quotation.ts';
import type { Said } from './said.ts';
import { textOfBlock } from './unit.ts';

/** A block that a part may show, or the beginning of one. */
interface Choice {
  readonly ranked: Ranked;
  /** Its place in the unit. */
  readonly at: number;
  readonly block: Block;
  readonly worth: number;
}

/** What a part of the brief shows so far. */
export interface Table {
  /** Whether the part has anything left that it does not show. */
  isHungry(): boolean;
  /** Shows what fits into that many characters more, the best first; answers how many were used. */
  fill(room: number): number;
  /** As they are shown. */
  passages(): Passage[];
  /** The candidates of which nothing is shown, best first. What has been shown elsewhere in the same words is none. */
  leftOut(): Ranked[];
}

/** A choice of this length is worth what it is worth; a longer one has to be better. */
const USUAL_LENGTH = 400;
/** Each further block of a unit is worth less than the one before; a point less so, since it often is a rule of its own. */
const FADING: Readonly<Record<Block['kind'], number>> = { text: 0.15, row: 0.2, point: 0.08, code: 0.25 };
/** A first paragraph up to this length comes along with whatever is shown of a section. */
const LONGEST_OPENING = 350;
/** No brief has room for more. */
const MOST_CHOICES = 1_500;
/** A unit is not worth the line that names it for less text than this, where it has more. */
const ENOUGH = 140;
/** Of a longer paragraph the first sentences are shown before the rest: up to this many characters of them. */
const LONG = 320;
const BEGINNING = 280;
/** What the rest of a paragraph is worth beside its beginning. */
const WORTH_OF_REST = 0.6;

/** `said` is what all parts have shown; each passage is shown once. */
export function createTable(part: Part, needed: readonly Ranked[], said: Said): Table {
  const shown = new Map<Ranked, (Block | undefined)[]>();
  const repeats = new Set<Ranked>();
  const ofUnit = new Map(needed.map((ranked) => [ranked, choicesIn(ranked)]));
  const choices = [...ofUnit.values()]
    .flat()
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_CHOICES);

  const passages = (): Passage[] => inOrder([...shown].map(([ranked, blocks]) => ({ ranked, blocks })));
  const lengthNow = (of: Ranked): number => {
    const own = passages().filter(({ ranked }) => ranked.unit.document === of.unit.document);
    return lengthOf(linesOfDocument(own)) + (shown.size > 0 ? lengthOf(titleLines(part)) : 0);
  };

  /** Shows these blocks of a unit if they fit; answers how many characters that took. */
  function show(ranked: Ranked, blocks: ReadonlyMap<number, Block>, room: number): number {
    const before = lengthNow(ranked);
    const old = shown.get(ranked);
    shown.set(
      ranked,
      ranked.unit.blocks.map((_, at) => blocks.get(at) ?? old?.[at]),
    );
    const added = lengthNow(ranked) - before;
    if (added <= room) {
      for (const block of blocks.values()) said.add(textOfBlock(block));
      return added;
    }
    if (old === undefined) shown.delete(ranked);
    else shown.set(ranked, old);
    return 0;
  }

  /** Whether a choice is shown already, in this unit or in the same words elsewhere. */
  function isSaid({ ranked, at, block }: Choice): boolean {
    const own = shown.get(ranked);
    if (own === undefined && said.has(ranked.unit.blocks.map(textOfBlock).join('\n'))) repeats.add(ranked);
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

  return {
    isHungry: () => choices.some((choice) => !isSaid(choice)),
    fill: (room) => choices.reduce((used, choice) => used + place(choice, room - used), 0),
    passages,
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
  const { unit, worth, worthOfBlocks } = ranked;
  const blocks = unit.blocks
    .map((block, at) => ({ block, at, own: worthOfBlocks[at] ?? 0 }))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.own - a.own || a.at - b.at);
  return blocks.flatMap(({ block, at, own }, place): Choice[] => {
    const worthOf = (shown: Block): number =>
      (worth * (0.4 + own)) / ((1 + FADING[block.kind] * place) * costliness(shown));
    const beginning = lengthOfBlock(block) > LONG ? beginningOf(block, BEGINNING) : undefined;
    if (beginning === undefined) return [{ ranked, at, block, worth: worthOf(block) }];
    return [
      { ranked, at, block: beginning, worth: worthOf(beginning) },
      { ranked, at, block, worth: WORTH_OF_REST * worthOf(block) },
    ];
  });
}

function costliness(block: Block): number {
  return Math.max(1, lengthOfBlock(block) / USUAL_LENGTH) ** 0.25;
}

function lengthOfBlock(block: Block): number {
  return textOfBlock(block).length;
}
