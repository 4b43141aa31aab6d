import type { Document } from '../../library/document.ts';
import { oneLine } from '../../library/text/one-line.ts';
import { slugOf } from '../../library/text/sections.ts';
import type { Block } from './blocks.ts';
import type { Ranked } from './candidate.ts';
import { FORMS, type Part } from './part.ts';
import { quote } from './quotation.ts';

/** What a brief shows of a unit: of each of its blocks the whole, its beginning, or nothing. */
export interface Passage {
  readonly ranked: Ranked;
  readonly blocks: readonly (Block | undefined)[];
}

const LONGEST_TITLE = 90;
const LONGEST_ID = 400;

/**
 * The lines of one part: its title, then each passage as a quotation below the line that names its source. Only the first
 * passage of a document repeats the document's title.
 */
export function linesOfPart(part: Part, passages: readonly Passage[]): string[] {
  if (passages.length === 0) return [];
  const documents = new Set(passages.map(({ ranked }) => ranked.unit.document));
  return [
    ...titleLines(part),
    ...[...documents].flatMap((document) =>
      linesOfDocument(passages.filter((one) => one.ranked.unit.document === document)),
    ),
  ];
}

/** Passages of one document beside each other and in its order; first those of the document that fits best. */
export function inOrder(passages: readonly Passage[]): Passage[] {
  const fits = new Map<Document, number>();
  for (const { ranked } of passages) {
    fits.set(ranked.unit.document, Math.max(ranked.fit, fits.get(ranked.unit.document) ?? 0));
  }
  return [...fits]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([document]) =>
      passages
        .filter(({ ranked }) => ranked.unit.document === document)
        .sort((a, b) => a.ranked.unit.order - b.ranked.unit.order),
    );
}

/** What stands above the passages of a part. */
export function titleLines(part: Part): string[] {
  return ['', `## ${FORMS[part].title}`];
}

/** The passages of one document, in its order. */
export function linesOfDocument(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ ranked, blocks }, at) => [sourceLine(ranked, at === 0), ...quote(blocks)]);
}

/** `[id#section] Title (draft)`; the title only with the first passage of a document, a heading where the anchor is not made of it. */
function sourceLine({ unit, mark }: Ranked, isFirst: boolean): string {
  const heading = unit.headings.at(-1) ?? '';
  const isSaid = heading === '' || unit.id.endsWith(`#${slugOf(heading)}`);
  const names = [...(isFirst ? [titled(unit.document.title)] : []), ...(isSaid ? [] : [titled(heading)])];
  const state = mark === undefined ? [] : [`(${named(mark)})`];
  return [`[${named(unit.id)}]`, names.join(' › '), ...state].join(' ').trimEnd();
}

/** A title as it is shown: one line, not too long. */
export function titled(title: string): string {
  return oneLine(title, LONGEST_TITLE).trim();
}

/** An id as it is shown. */
export function named(id: string): string {
  return oneLine(id, LONGEST_ID);
}

/** The characters that lines take, with their ends. */
export function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
