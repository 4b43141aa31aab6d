import type { Document } from '../../library/document.ts';
import { oneLine } from '../../library/text/one-line.ts';
import { slugOf } from '../../library/text/sections.ts';
import { sentencesOf } from '../excerpt/sentences.ts';
import type { Block } from './blocks.ts';
import type { Ranked } from './candidate.ts';
import { FORMS, type Part } from './part.ts';
import { withoutUnseen } from './unseen.ts';

/** What a brief shows of a unit: of each of its blocks the whole, its beginning, or nothing. */
export interface Quotation {
  readonly ranked: Ranked;
  readonly blocks: readonly (Block | undefined)[];
}

const LONGEST_TITLE = 90;
const LONGEST_ID = 400;

/**
 * The lines of one part: its title, then each quotation below the line that names its source. Only the first
 * quotation of a document repeats the document's title.
 */
export function linesOfPart(part: Part, quotations: readonly Quotation[]): string[] {
  if (quotations.length === 0) return [];
  const documents = new Set(quotations.map(({ ranked }) => ranked.unit.document));
  return [
    ...titleLines(part),
    ...[...documents].flatMap((document) =>
      linesOfDocument(quotations.filter((one) => one.ranked.unit.document === document)),
    ),
  ];
}

/** Quotations of one document beside each other and in its order; first those of the document that fits best. */
export function inOrder(quotations: readonly Quotation[]): Quotation[] {
  const fits = new Map<Document, number>();
  for (const { ranked } of quotations) {
    fits.set(ranked.unit.document, Math.max(ranked.fit, fits.get(ranked.unit.document) ?? 0));
  }
  return [...fits]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([document]) =>
      quotations
        .filter(({ ranked }) => ranked.unit.document === document)
        .sort((a, b) => a.ranked.unit.order - b.ranked.unit.order),
    );
}

/** What stands above the quotations of a part. */
export function titleLines(part: Part): string[] {
  return ['', `## ${FORMS[part].title}`];
}

/** The quotations of one document, in its order. */
function linesOfDocument(quotations: readonly Quotation[]): string[] {
  return quotations.flatMap(({ ranked, blocks }, at) => [sourceLine(ranked, at === 0), ...quote(blocks)]);
}

/** `[id#section] Title (draft)`; the title only with the first quotation of a document, a heading where the anchor is not made of it. */
export function sourceLine({ unit, mark }: Ranked, isFirst: boolean): string {
  const heading = unit.headings.at(-1) ?? '';
  const isSaid = heading === '' || unit.id.endsWith(`#${slugOf(heading)}`);
  const names = [...(isFirst ? [titled(unit.document.title)] : []), ...(isSaid ? [] : [titled(heading)])];
  const state = mark === undefined ? [] : [`(${named(mark)})`];
  return [`[${named(unit.id)}]`, names.join(' › '), ...state].join(' ').trimEnd();
}

/** A title as it is shown: one line, not too long. */
export function titled(title: string): string {
  return oneLine(withoutUnseen(title), LONGEST_TITLE).trim();
}

/** An id as it is shown. */
export function named(id: string): string {
  return oneLine(withoutUnseen(id), LONGEST_ID);
}

/** The characters that lines take, with their ends. */
export function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

/** Stands where a quotation leaves something out. */
export const MORE = '…';
const MARK = '> ';
/** The beginning of a paragraph is not shown for less. */
const SHORTEST_BEGINNING = 40;

/** The lines of a quotation: the blocks that are given, the head of a table before its rows, `MORE` where blocks are missing. */
export function quote(blocks: readonly (Block | undefined)[]): string[] {
  const lines: string[] = [];
  let head: readonly string[] | undefined;
  for (const block of blocks) {
    if (block === undefined) {
      if (!(lines.at(-1)?.endsWith(MORE) ?? false)) lines.push(MARK + MORE);
      continue;
    }
    const isNewTable = block.head !== undefined && block.head !== head;
    for (const line of [...(isNewTable ? (block.head ?? []) : []), ...block.lines]) lines.push(MARK + line);
    head = block.head ?? head;
  }
  return lines;
}

/** The first sentences of a block of running text in at most `room` characters, marked as cut; undefined when none fits. */
export function beginningOf(block: Block, room: number): Block | undefined {
  if (block.kind === 'code' || block.kind === 'row') return undefined;
  const [line = ''] = block.lines;
  let end = 0;
  for (const sentence of sentencesOf(line)) {
    const next = line.indexOf(sentence, end) + sentence.length;
    if (next + 1 + MORE.length > room) break;
    end = next;
  }
  if (end < SHORTEST_BEGINNING || end === line.length) return undefined;
  return { ...block, lines: [`${line.slice(0, end)} ${MORE}`] };
}
