import { findFenced, type Range } from './headings.ts';
import { linesOf } from './lines.ts';

/** A run of backticks in one line. */
interface Run {
  readonly start: number;
  readonly length: number;
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
  const fenced = findFenced(text);
  const ranges = [...fenced];
  let fence = 0;
  for (const { start, end } of linesOf(text)) {
    while ((fenced[fence]?.end ?? Infinity) <= start) fence++;
    const isFenced = (fenced[fence]?.start ?? Infinity) <= start;
    if (!isFenced) for (const span of spansIn(text.slice(start, end), start)) ranges.push(span);
  }
  return ranges.sort((a, b) => a.start - b.start);
}
