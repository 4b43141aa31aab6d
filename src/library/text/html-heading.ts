import { type HeadingText, readHeading } from './heading.ts';

/** An HTML heading that is longer than this is none. */
const LONGEST_ELEMENT = 2000;

export interface HtmlHeading {
  readonly level: number;
  readonly read: () => HeadingText;
  /** Behind `</h1>`. */
  readonly end: number;
}

export interface HtmlReader {
  /** The heading element that begins at this offset. */
  readonly headingAt: (start: number) => HtmlHeading | undefined;
  /** Where a comment ends that begins between two offsets of one line and hides something behind it or all that follows. */
  readonly commentEnd: (from: number, to: number) => number | undefined;
}

/** Reads HTML in a Markdown body. Asked with offsets that only grow, it reads the body once. */
export function htmlReader(body: string): HtmlReader {
  const nextClosing = closingFinder(body);
  const nextCommentEnd = searcher(body, '-->');

  return {
    headingAt(start) {
      const source = body.slice(start, start + LONGEST_ELEMENT);
      const level = Number(/^<h([1-6])(?=[\s>])/i.exec(source.slice(0, 4))?.[1] ?? 0);
      const closing = level === 0 ? undefined : nextClosing(level, start);
      if (closing === undefined || closing.start - start > LONGEST_ELEMENT) return undefined;
      const read = () => readElement(source.slice(0, closing.start - start));
      return { level, read, end: closing.end };
    },

    commentEnd(from, to) {
      const line = body.slice(from, to);
      const open = line.lastIndexOf('<!--');
      if (open === -1) return undefined;
      const isBlock = line.startsWith('<!--');
      if (line.includes('-->', open + 4)) return isBlock ? to : undefined;
      const isInCode = (line.slice(0, open).match(/`/g)?.length ?? 0) % 2 === 1;
      if (isInCode) return undefined;
      const end = nextCommentEnd(to);
      if (end !== -1) return end + 3;
      return isBlock ? body.length : undefined;
    },
  };
}

/** The text of `<h1 …>…`, its images as their alternative texts, its `id` as the anchor. */
function readElement(source: string): HeadingText {
  const opening = /^<[^>]*>/.exec(source)?.[0] ?? '';
  const anchor = /\sid=["']?([^\s"'<>]+)/i.exec(opening)?.[1];
  const content = source
    .slice(opening.length)
    .replace(/<img\b[^<>]*?\salt=["']([^"'<>]*)["'][^<>]*>/gi, '$1')
    .replace(/<[^<>]*>/g, '');
  const heading = readHeading(content);
  return anchor === undefined ? heading : { ...heading, anchor };
}

/** Finds the next `</h1>` to `</h6>` of a level behind an offset. */
function closingFinder(body: string) {
  let closings: { level: number; start: number; end: number }[] | undefined;
  let first = 0;
  return (level: number, from: number) => {
    closings ??= Array.from(body.matchAll(/<\/h([1-6])\s{0,9}>/gi), (match) => ({
      level: Number(match[1]),
      start: match.index,
      end: match.index + match[0].length,
    }));
    while ((closings[first]?.start ?? from) < from) first++;
    for (let index = first; index < closings.length; index++) {
      const closing = closings[index];
      if (closing === undefined || closing.start - from > LONGEST_ELEMENT) return undefined;
      if (closing.level === level) return closing;
    }
    return undefined;
  };
}

/** Searches a text behind offsets that only grow; what was searched once is not searched again. */
function searcher(text: string, wanted: string): (from: number) => number {
  let found = text.indexOf(wanted);
  return (from) => {
    if (found !== -1 && found < from) found = text.indexOf(wanted, from);
    return found;
  };
}
