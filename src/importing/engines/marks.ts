import type { Speaker } from '../foreign-prompt.ts';

/** What decides about a block: a name that has a value, or has none. */
export interface Condition {
  readonly name: string;
  readonly isNegated: boolean;
}

/** A stretch of another engine's template. `raw` is how it was written, for what has to stay as it is. */
export type Mark =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'value'; readonly name: string; readonly raw: string }
  | OpenMark
  /** `continues` when a condition of its own stands behind it. */
  | { readonly type: 'else'; readonly continues: boolean; readonly raw: string }
  | { readonly type: 'close'; readonly word: string; readonly raw: string }
  | { readonly type: 'role'; readonly speaker: Speaker }
  /** Nothing of it stays in the text; `remark` is what to say about that. */
  | { readonly type: 'gone'; readonly remark?: string }
  /** It stays in the text as it is. */
  | { readonly type: 'foreign'; readonly raw: string };

/** A block that ends with the same word: on a condition, over a list, or one that only its engine understands. */
export interface OpenMark {
  readonly type: 'open';
  readonly word: string;
  readonly condition?: Condition;
  readonly list?: string;
  readonly raw: string;
}

/** How an engine marks its tags, and what they mean. */
export interface Engine {
  /** Reads the tag at an offset of this text; undefined when there is none. The offsets that are asked for ascend. */
  readonly reader: (text: string) => (at: number) => Tag | undefined;
  /** How every tag begins; a global expression. */
  readonly begins: RegExp;
}

export interface Tag {
  readonly mark: Mark;
  /** The offset behind it. */
  readonly end: number;
  /** Whether the white space before and behind it goes too. */
  readonly trimsBefore?: boolean;
  readonly trimsBehind?: boolean;
}

const isOwnLine = (before: string, isLineStart: boolean): boolean => {
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return (from > 0 || isLineStart) && before.slice(from).trim() === '';
};

/** Where the line ends on which nothing but white space follows; undefined when something does. */
function blankLineEnd(text: string, from: number): number | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (at >= text.length) return at;
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : undefined;
}

/** Cuts a text into marks, in linear time. */
export function marksOf(text: string, { reader, begins }: Engine): Mark[] {
  const tagAt = reader(text);
  const marks: Mark[] = [];
  let from = 0;
  let isLineStart = true;
  const beginning = new RegExp(begins);
  for (let found = beginning.exec(text); found !== null; found = beginning.exec(text)) {
    const at = found.index;
    const tag = tagAt(at);
    if (tag === undefined) {
      beginning.lastIndex = at + 1;
      continue;
    }
    let before = text.slice(from, at);
    let next = tag.end;
    const lineEnd: number | undefined =
      tag.mark.type === 'gone' && isOwnLine(before, isLineStart) ? blankLineEnd(text, next) : undefined;
    if (lineEnd !== undefined) {
      before = before.slice(0, Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
      next = lineEnd;
    }
    isLineStart = lineEnd !== undefined;
    if (tag.trimsBefore) before = before.trimEnd();
    if (tag.trimsBehind) next = behindSpace(text, next);
    if (before !== '') marks.push({ type: 'text', text: before });
    marks.push(tag.mark);
    from = next;
    beginning.lastIndex = next;
  }
  if (from < text.length) marks.push({ type: 'text', text: text.slice(from) });
  return marks;
}

function behindSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** What stands between two marks; undefined when an opening comes again before the closing. */
export function between(text: string, from: number, marks: { opening: string; closing: string }): string | undefined {
  const next = text.indexOf(marks.opening, from);
  const reach = text.slice(from, next < 0 ? text.length : next);
  const end = reach.indexOf(marks.closing);
  return end < 0 ? undefined : reach.slice(0, end);
}

/** Finds where a word stands next, for offsets that ascend; -1 when nowhere. Linear over all of them. */
export function nextPlaceOf(text: string, word: string): (from: number) => number {
  let place = -2;
  return (from) => {
    if (place !== -1 && place < from) place = text.indexOf(word, from);
    return place;
  };
}
