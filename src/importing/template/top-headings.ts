import type { Section } from '../../library/document.ts';
import { linesOf } from '../../library/text/lines.ts';
import { readSections } from '../../library/text/sections.ts';
import { type Span, textOfSpans, textSpan } from './spans.ts';

/** The words of the headings that make messages of a text. */
const ROLE = /^(user|assistant)$/i;

export function topHeadings(text: string): readonly Section[] {
  return readSections(text, { path: '', line: 1 }).sections.filter(({ level }) => level === 1);
}

/** Whether a text would be read as messages. */
export function isConversation(text: string): boolean {
  const headings = topHeadings(text);
  return headings.length > 0 && headings.every(({ heading }) => ROLE.test(heading.trim()));
}

/** What to change so that a heading is one level lower: `put` in place of `length` characters. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

/** Undefined where a heading is written in another way than with `#` or a line of `=`. */
function lowering(text: string, start: number): Edit | undefined {
  const [first, second] = linesOf(text.slice(start, start + 4_000));
  if (first === undefined) return undefined;
  const mark = text.indexOf('#', start);
  if (mark >= 0 && text.slice(start, mark).trim() === '') return { at: mark, length: 0, put: '#' };
  const underline = second && text.slice(start + second.start, start + second.end);
  if (second === undefined || underline === undefined || !/^=+$/.test(underline.trim())) return undefined;
  const put = underline.replaceAll('=', '-');
  return { at: start + second.start, length: underline.length, put };
}

/** Spans with their headings of the first level one level lower. */
export function withLoweredHeadings(spans: readonly Span[]): Span[] {
  const text = textOfSpans(spans);
  const edits = topHeadings(text).flatMap(({ start }) => lowering(text, start) ?? []);
  let start = 0;
  let next = 0;
  return spans.map((span) => {
    const end = start + span.text.length;
    const pieces: string[] = [];
    let from = start;
    for (let edit = edits[next]; edit !== undefined && edit.at < end; edit = edits[++next]) {
      if (span.type !== 'text' || edit.at + edit.length > end) continue;
      pieces.push(text.slice(from, edit.at), edit.put);
      from = edit.at + edit.length;
    }
    pieces.push(text.slice(from, end));
    start = end;
    return span.type === 'text' ? textSpan(pieces.join('')) : span;
  });
}
