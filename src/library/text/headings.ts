import { closesFence, type Fence, openingFence } from './code-fence.ts';
import { type HeadingText, readHeading } from './heading.ts';
import { type HtmlReader, htmlReader } from './html-heading.ts';
import { type Line, linesOf } from './lines.ts';

/** A heading of a Markdown text: its place, its level from 1 to 6, and its text as a reader sees it. */
export interface Heading {
  readonly start: number;
  readonly line: number;
  readonly level: number;
  readonly text: string;
  /** The anchor that its author gave it. */
  readonly anchor?: string;
}

/** A paragraph of more characters that a rule follows is meant as text, not as a heading. */
const LONGEST_PARAGRAPH = 500;
/** List entries nested deeper than this in one line are read as text. */
const DEEPEST_ENTRY = 20;

interface Paragraph {
  readonly start: number;
  readonly line: number;
  /** It stands in a list or a quote, and no heading of the body begins there. */
  readonly isNested: boolean;
}

/** A heading whose text was not read yet. */
interface Found extends Omit<Heading, keyof HeadingText> {
  readonly read: () => HeadingText;
}

/** Everything from `start` up to, but not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Walk {
  readonly body: string;
  readonly headings: Found[];
  /** The code in fences that ended, by whole lines. */
  readonly fenced: Range[];
  readonly html: HtmlReader;
  /** The columns at which the text of the open list entries begins, outermost first. */
  readonly entries: number[];
  fence?: (Fence & { readonly start: number }) | undefined;
  paragraph?: Paragraph | undefined;
  /** The last line was HTML, in which indentation means nothing. */
  isInHtml: boolean;
  /** Everything before this offset belongs to a comment or to an HTML heading. */
  skipTo: number;
}

/** A line without its indentation. */
interface Content {
  readonly text: string;
  /** Where the text begins in the body. */
  readonly start: number;
  /** Columns of indentation; a tab goes to the next multiple of four. */
  readonly indent: number;
  readonly line: Line;
  readonly number: number;
}

/**
 * The first headings of a Markdown body, in order and at most so many: `# ATX`, setext, and `<h1>` to `<h6>`; none in
 * fenced or indented code, in comments, or in quotes. `firstLine` is the line of the file on which the body begins.
 * Linear; never throws.
 */
export function findHeadings(body: string, firstLine: number, most: number): Heading[] {
  const { headings } = walkThrough(body, firstLine, most);
  return headings.map(({ read, ...place }) => ({ ...place, ...read() }));
}

/** Where code stands in fences, ascending, by whole lines; what is never closed goes on to the end. Linear; never throws. */
export function findFenced(body: string): readonly Range[] {
  const { fenced, fence } = walkThrough(body, 1, Number.POSITIVE_INFINITY);
  return fence === undefined ? fenced : [...fenced, { start: fence.start, end: body.length }];
}

/** Reads a body up to its end, or to so many headings. */
function walkThrough(body: string, firstLine: number, mostHeadings: number): Walk {
  const html = htmlReader(body);
  const walk: Walk = { body, headings: [], fenced: [], html, entries: [], isInHtml: false, skipTo: 0 };
  let number = firstLine;
  for (const line of linesOf(body)) {
    if (walk.headings.length >= mostHeadings) break;
    const content = contentOf(body, line, number++);
    if (line.start >= walk.skipTo) readLine(walk, content);
    else if (line.end > walk.skipTo) skipComment(walk, { ...content, start: walk.skipTo });
  }
  return walk;
}

function contentOf(body: string, line: Line, number: number): Content {
  const { at, column } = pastIndent(body, { at: line.start, column: 0 }, line.end);
  return { text: body.slice(at, line.end), start: at, indent: column, line, number };
}

function pastIndent(body: string, from: { at: number; column: number }, end: number): { at: number; column: number } {
  let { at, column } = from;
  for (; at < end; at++) {
    if (body[at] === ' ') column++;
    else if (body[at] === '\t') column += 4 - (column % 4);
    else break;
  }
  return { at, column };
}

function readLine(walk: Walk, content: Content): void {
  if (walk.fence !== undefined) {
    readFenced(walk, walk.fence, content);
    return;
  }
  if (content.text.trim() === '') {
    walk.paragraph = undefined;
    walk.isInHtml = false;
    return;
  }
  while ((walk.entries.at(-1) ?? 0) > content.indent) walk.entries.pop();
  if (endsSetext(walk, content)) return;
  const isDeep = content.indent - (walk.entries.at(-1) ?? 0) >= 4;
  // Indented this far it is code after a blank line, and more of the paragraph after text.
  if (isDeep && !walk.isInHtml) return;
  readBlock(walk, content);
}

function readFenced(walk: Walk, fence: Fence & { readonly start: number }, content: Content): void {
  if (!closesFence(fence, content)) return;
  walk.fenced.push({ start: fence.start, end: content.line.next });
  walk.fence = undefined;
}

function readBlock(walk: Walk, content: Content): void {
  if (isRule(content.text)) {
    walk.paragraph = undefined;
    return;
  }
  const inner = enterList(walk, content);
  const isEntry = inner !== content;
  const mark = openingFence(inner.text);
  if (mark !== undefined) {
    walk.fence = { mark, base: walk.entries.at(-1) ?? 0, start: content.line.start };
    walk.paragraph = undefined;
    return;
  }
  const isHeading = !isEntry && (readAtx(walk, content) || readHtml(walk, content));
  const isComment = skipComment(walk, inner);
  if (isHeading || isComment) {
    walk.paragraph = undefined;
    return;
  }
  if (/^<[A-Za-z/!?]/.test(inner.text)) walk.isInHtml = true;
  if (walk.isInHtml) return;
  const isNested = isEntry || walk.entries.length > 0 || inner.text.startsWith('>');
  if (isEntry || walk.paragraph === undefined) {
    walk.paragraph = { start: content.line.start, line: content.number, isNested };
  }
}

/** `===` or `---` below a paragraph makes the whole paragraph a heading. */
function endsSetext(walk: Walk, { text, indent, line }: Content): boolean {
  const { paragraph } = walk;
  if (paragraph === undefined || paragraph.isNested || indent > 3 || !/^(?:=+|-+)[ \t]*$/.test(text)) return false;
  walk.paragraph = undefined;
  const source = walk.body.slice(paragraph.start, line.start);
  if (source.length > LONGEST_PARAGRAPH) return text.startsWith('-');
  walk.headings.push({
    start: paragraph.start,
    line: paragraph.line,
    level: text.startsWith('=') ? 1 : 2,
    read: () => readHeading(source),
  });
  return true;
}

function readAtx(walk: Walk, { text, indent, line, number }: Content): boolean {
  const marks = /^#{1,6}(?=[ \t]|$)/.exec(text)?.[0];
  if (marks === undefined || indent > 3) return false;
  const read = () => readHeading(withoutClosingMarks(text.slice(marks.length).trim()));
  walk.headings.push({ start: line.start, line: number, level: marks.length, read });
  return true;
}

/** `# Heading ##` closes itself; `# C#` does not. */
function withoutClosingMarks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end--;
  const isClosed = end === 0 || text[end - 1] === ' ' || text[end - 1] === '\t';
  return isClosed ? text.slice(0, end).trimEnd() : text;
}

function readHtml(walk: Walk, { text, start, line, number }: Content): boolean {
  const found = text.startsWith('<') ? walk.html.headingAt(start) : undefined;
  if (found === undefined) return false;
  walk.headings.push({ start: line.start, line: number, level: found.level, read: found.read });
  walk.skipTo = found.end;
  return true;
}

/** Whether a comment begins in this line and hides lines below it, or is all that the line holds. */
function skipComment(walk: Walk, { start, line }: Content): boolean {
  const end = walk.html.commentEnd(Math.max(start, walk.skipTo), line.end);
  if (end !== undefined) walk.skipTo = Math.max(walk.skipTo, end);
  return end !== undefined && walk.body.startsWith('<!--', start);
}

/** `---`, `* * *`, `___`. */
function isRule(text: string): boolean {
  const [mark = ''] = text;
  if (!'-*_'.includes(mark)) return false;
  const marks = text.replace(/[ \t]+/g, '');
  return marks.length >= 3 && marks === mark.repeat(marks.length);
}

/** The text behind the bullets and numbers that begin a line, with the entries opened; the line itself when it has none. */
function enterList(walk: Walk, content: Content): Content {
  let inner = content;
  for (let depth = 0; depth < DEEPEST_ENTRY; depth++) {
    const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/.exec(inner.text.slice(0, 12));
    const [mark, figures] = marker ?? [];
    if (mark === undefined || isMoreText(walk, inner, { mark, figures })) break;
    const from = { at: inner.start + mark.length, column: inner.indent + mark.length };
    const behind = pastIndent(walk.body, from, content.line.end);
    const isFar = behind.column - from.column > 4 || behind.at === content.line.end;
    walk.entries.push(isFar ? from.column + 1 : behind.column);
    inner = { ...content, text: walk.body.slice(behind.at, content.line.end), start: behind.at, indent: behind.column };
  }
  return inner;
}

/** Below a paragraph, "2019. A year" and a lone bullet are more of its text. */
function isMoreText(
  walk: Walk,
  { text }: Content,
  { mark, figures }: { mark: string; figures?: string | undefined },
): boolean {
  if (walk.paragraph === undefined || walk.entries.length > 0) return false;
  return (figures !== undefined && figures !== '1') || text.trim() === mark;
}
