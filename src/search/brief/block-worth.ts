import type { Block } from './blocks.ts';
import { type Interest, type Reading, worthOfTerms } from './interest.ts';
import type { Unit } from './unit.ts';

/** Whether a text calls the reader or the channel by name. */
export type IsNamed = (text: string) => boolean;

/** An opening up to this length only leads to the points below it. */
const SHORT_OPENING = 120;

/** What a heading says holds for each block below it: a section that is called what was asked for is wanted whole. */
const SHARE_OF_HEADING = 1.2;

/** How much of the interest each block of a unit meets. */
export function interestOfBlocks({ blocks, headings }: Reading, interest: Interest): number[] {
  const shared = (SHARE_OF_HEADING * worthOfTerms(headings, interest)) / Math.sqrt(8 + headings.length);
  return blocks.map((terms) => shared + worthOfTerms(terms, interest) / Math.sqrt(8 + terms.length));
}

/**
 * What each block of a unit is worth, from 0 to 1: by how much of the interest it meets, which is given, and by its place, since rules stand before their examples. Of a table with a row for the reader or the
 * channel the other rows are worth nothing.
 */
export function worthOfBlocks({ blocks }: Unit, met: readonly number[], isNamed: IsNamed): number[] {
  const tables = new Set(
    blocks.flatMap((block) => (block.head !== undefined && isRowFor(block, isNamed) ? [block.head] : [])),
  );
  return blocks.map((block, at) => {
    if (block.head !== undefined && tables.has(block.head)) return isRowFor(block, isNamed) ? 1 : 0;
    return (met[at] ?? 0) + placeOf(blocks, at);
  });
}

/** What stands first counts most; a short opening passes that on to what it leads to. Examples can wait. */
function placeOf(blocks: readonly Block[], at: number): number {
  const isOpened = blocks.length > 1 && isShortOpening(blocks[0]);
  if (at === (isOpened ? 1 : 0)) return 0.45;
  if (EXAMPLE.test(blocks[at]?.lines[0] ?? '')) return 0.02;
  if (at === 0) return 0.1;
  return blocks[at]?.kind === 'text' ? 0.25 * (1 - at / blocks.length) : 0.25;
}

/** How teams mark an example of what is right or wrong. */
const EXAMPLE =
  /^\s*(?:[-*+]\s+)?[*_"]*(?:yes|no|do|don['’]?t|good|bad|right|wrong|before|after|for example|example|e\.g\.|ja|nein|beispiel|oui|non|exemple|sí|ejemplo)[*_]*\s*[:：]/i;

function isShortOpening(block: Block | undefined): boolean {
  return block?.kind === 'text' && (block.lines[0]?.length ?? 0) <= SHORT_OPENING;
}

function isRowFor({ lines: [line = ''] }: Block, isNamed: IsNamed): boolean {
  return isNamed(line.split('|')[1] ?? '');
}
