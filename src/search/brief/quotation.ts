import { sentencesOf } from '../excerpt/sentences.ts';
import type { Block } from './blocks.ts';

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
