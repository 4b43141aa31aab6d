import { withoutComments } from '../excerpt/plain-text.ts';
import { withoutUnseen } from './unseen.ts';

/** What may be left out of a quotation as a whole: a paragraph, a point of a list, a row of a table, a piece of code. */
export interface Block {
  readonly kind: 'text' | 'point' | 'row' | 'code';
  /** As they are shown; all but code have one line. */
  readonly lines: readonly string[];
  /** The head of the table that a row belongs to. */
  readonly head?: readonly string[];
}

const POINT = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const FENCE = /^\s*(```+|~~~+)/;
const RULE = /^\s*(?:[-*_=]\s*){3,}$/;
/** The line between the head of a table and its rows, without the white space around it. */
const TABLE_LINE = /^\|\s*:?-+:?\s*(?:\|\s*(?::?-+:?\s*)?)*$/;
const ONLY_TAGS = /^\s*(?:<\/?[a-zA-Z][^<>]*>\s*)+$/;
const LINK_TARGET = /^\s*\[[^[\]]+\]:\s/;
/** Nobody reads further, and each costs. */
const MOST_BLOCKS = 600;

/** The line that makes a row the head of a table: a dash for each of its cells. */
function ruleBelow(row: string): string {
  const edges = row.trim().match(/(?<!\\)\|/g)?.length ?? 0;
  return `|${'---|'.repeat(Math.max(1, edges - 1))}`;
}

/** The blocks of a piece of Markdown without its heading, in their order. Takes time in proportion to the text. */
export function blocksIn(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { kind: 'text' | 'point'; lines: string[] } | undefined;
  let code: { fence: string; lines: string[] } | undefined;
  let head: readonly string[] | undefined;

  const close = (): void => {
    const line = open === undefined ? '' : inline(open.lines.join(' '), open.kind === 'point');
    if (open !== undefined && line.trim() !== '') blocks.push({ kind: open.kind, lines: [line] });
    open = undefined;
  };
  const readRow = (line: string): void => {
    close();
    const last = blocks.at(-1);
    if (TABLE_LINE.test(line.trim())) {
      if (last?.kind !== 'row' || last.head !== undefined) return;
      blocks.pop();
      head = [...last.lines, ruleBelow(last.lines.join(' '))];
    } else {
      blocks.push({ kind: 'row', lines: [inline(line, false)], ...(head === undefined ? {} : { head }) });
    }
  };
  const readLine = (line: string): void => {
    if (line.trim() === '' || RULE.test(line) || ONLY_TAGS.test(line) || LINK_TARGET.test(line)) {
      close();
    } else if (POINT.test(line)) {
      close();
      open = { kind: 'point', lines: [line.trimEnd()] };
    } else {
      if (endsSentence(open?.lines.at(-1))) close();
      open ??= { kind: 'text', lines: [] };
      open.lines.push(line.replace(/^\s*(?:>\s?)+/, '').replace(/^\s*#{1,6}\s+/, ''));
    }
  };

  for (const written of withoutComments(markdown).split(/\r\n?|\n/)) {
    const line = withoutUnseen(written);
    if (blocks.length >= MOST_BLOCKS) break;
    const fence = FENCE.exec(line)?.[1];
    if (code !== undefined) {
      if (fence?.startsWith(code.fence)) {
        blocks.push(...codeBlock(code));
        code = undefined;
      } else code.lines.push(line);
      continue;
    }
    if (!line.trimStart().startsWith('|')) head = undefined;
    if (fence !== undefined) {
      close();
      code = { fence, lines: [] };
    } else if (line.trimStart().startsWith('|')) readRow(line);
    else readLine(line);
  }
  close();
  if (code !== undefined) blocks.push(...codeBlock(code));
  return blocks;
}

/** Where a sentence and a line end together, the editor may have meant a line of its own. */
function endsSentence(line: string | undefined): boolean {
  return line !== undefined && /[.!?:。！？][*_)"'”’»]*\s*$/u.test(line);
}

function codeBlock({ fence, lines }: { fence: string; lines: readonly string[] }): Block[] {
  const shown = lines.map((line) => line.trimEnd());
  return shown.every((line) => line === '') ? [] : [{ kind: 'code', lines: [fence, ...shown, fence] }];
}

/** Tags of HTML; what else stands in angle brackets may be a place to fill in. */
const TAG =
  /<\/?(?:a|abbr|b|blockquote|br|center|dd|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|img|kbd|li|ol|p|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>/gi;

/** Links become their words, pictures and tags go; all white space becomes one space. A point keeps how far it is indented. */
function inline(text: string, isPoint: boolean): string {
  const indent = isPoint ? ' '.repeat(Math.min(6, text.length - text.trimStart().length)) : '';
  const words = text
    .replace(/!\[[^[\]]*\]\([^()]*\)/g, '')
    .replace(TAG, ' ')
    .replace(/\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? '' : indent + words;
}
