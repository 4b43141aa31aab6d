import type { Place } from '../diagnostic.ts';

/** One line of a text: from `start` to `end` without its line end; `next` is where the following line begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** The lines of a text from an offset on, whether they end with LF, CRLF or CR. Nothing follows a final line end. */
export function* linesOf(text: string, from = 0): Generator<Line, undefined> {
  const lineEnd = /\r\n?|\n/g;
  let start = from;
  while (start < text.length) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    const end = found?.index ?? text.length;
    const next = found ? lineEnd.lastIndex : text.length;
    yield { start, end, next };
    start = next;
  }
}

/** The offsets at which the lines of a text begin, ascending; the first is 0. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n?|\n/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return starts;
}

/** The place of an offset, found by halving. `firstLine` is the line of the file on which the text begins. */
export function placeAt(starts: readonly number[], offset: number, firstLine = 1): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
}
