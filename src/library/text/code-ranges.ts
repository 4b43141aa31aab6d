import { lineStarts } from './lines.ts';

/** From `start` up to, but not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Fence {
  readonly mark: string;
  readonly start: number;
}

/** A run of backticks in one line. */
interface Run {
  readonly start: number;
  readonly length: number;
}

function fenceOf(line: string): string | undefined {
  const mark = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
  const opensSpan = mark?.startsWith('`') && line.trimStart().slice(mark.length).includes('`');
  return opensSpan ? undefined : mark;
}

function closes(line: string, opened: string): boolean {
  const marks = line.trim();
  return marks.length >= opened.length && marks === (opened[0] ?? '').repeat(marks.length);
}

function backtickRuns(line: string): Run[] {
  return [...line.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
}

/** A span of code goes from a run of backticks to the next run of the same length. */
function spansIn(line: string, offset: number): Range[] {
  if (!line.includes('`')) return [];
  const runs = backtickRuns(line);
  const nearest = new Map<number, number>();
  const partners: (number | undefined)[] = [];
  for (const [index, run] of [...runs.entries()].reverse()) {
    partners[index] = nearest.get(run.length);
    nearest.set(run.length, index);
  }
  const spans: Range[] = [];
  for (let index = 0; index < runs.length; index++) {
    const partner = partners[index];
    const [first, last] = [runs[index], partner === undefined ? undefined : runs[partner]];
    if (first === undefined || last === undefined || partner === undefined) continue;
    spans.push({ start: offset + first.start, end: offset + last.start + last.length });
    index = partner;
  }
  return spans;
}

/** Where code stands in a Markdown text, ascending: fenced blocks whole, and spans that begin and end in one line. */
export function codeRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  const starts = lineStarts(text);
  let open: Fence | undefined;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const line = text.slice(start, end);
    if (open !== undefined) {
      if (!closes(line, open.mark)) continue;
      ranges.push({ start: open.start, end });
      open = undefined;
      continue;
    }
    const mark = fenceOf(line);
    if (mark !== undefined) open = { mark, start };
    else for (const span of spansIn(line, start)) ranges.push(span);
  }
  if (open !== undefined) ranges.push({ start: open.start, end: text.length });
  return ranges;
}
