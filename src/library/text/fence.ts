import { type Line, linesOf } from './lines.ts';

/** What stands between the `---` lines at the top of a file. */
export interface Block {
  readonly kind: 'block';
  /** The lines between the fences, each ending with LF. */
  readonly source: string;
  /** The line of the file on which `source` begins. */
  readonly line: number;
  /** What follows the closing fence: an offset into the text and its line. */
  readonly bodyStart: number;
  readonly bodyLine: number;
  /** Its first line is one that people write in front matter. */
  readonly hasFields: boolean;
}

/** How a file begins. `line` is that of the opening fence. */
export type Opening =
  | { readonly kind: 'text' }
  | { readonly kind: 'language'; readonly line: number; readonly language: string }
  | { readonly kind: 'unclosed'; readonly line: number; readonly lastFieldLine: number }
  | Block;

/** Names of languages in which other programs accept front matter. */
const LANGUAGES: ReadonlySet<string> = new Set(
  `js javascript mjs cjs ts typescript json json5 jsonc toml ini xml
   coffee coffeescript cson lisp lua php py python rb ruby sh`.split(/\s+/),
);

const LONGEST_LOOK = 200;

const FIELD = /^["']?[\p{L}_][\p{L}\p{M}\p{N}_.-]*(?: [\p{L}\p{M}\p{N}_.-]+){0,2}["']? ?:(?=\s|$)/u;
const FIELD_WITHOUT_SPACE = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*:(?!\/\/|\s|$)/u;

/** Whether a line is one that people write in front matter: `name: value`, also where the space is missing. */
export function isFieldLike(line: string): boolean {
  const start = line.slice(0, 200);
  return FIELD.test(start) || FIELD_WITHOUT_SPACE.test(start);
}

/** Looks for front matter behind blank lines at the top of a text. One pass; a byte order mark has to be gone. */
export function readOpening(text: string): Opening {
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') continue;
    return openingAt(text, line, { number, content });
  }
  return { kind: 'text' };
}

function openingAt(text: string, fence: Line, { number, content }: { number: number; content: string }): Opening {
  const language = languageOf(content);
  if (language === undefined) return { kind: 'text' };
  const isKnown = LANGUAGES.has(language.toLowerCase());
  if (isKnown) return { kind: 'language', line: number, language };
  const block = blockBehind(text, fence, number);
  const isYaml = language === '' || language === 'yaml' || language === 'yml';
  if (!isYaml) return block === undefined ? { kind: 'text' } : { kind: 'language', line: number, language };
  if (block !== undefined) return block;
  const lastFieldLine = lastFieldLineBehind(text, fence, number);
  return lastFieldLine === undefined ? { kind: 'text' } : { kind: 'unclosed', line: number, lastFieldLine };
}

/** The word behind the dashes of an opening fence, empty without one; nothing when the line is ordinary text. */
function languageOf(line: string): string | undefined {
  const behind = line.startsWith('---') ? line.slice(3) : '-';
  const word = behind.trim();
  if (word.startsWith('-') || /\s/.test(word) || word.length > 40) return undefined;
  const isYaml = word === '' || /^ya?ml$/i.test(word);
  if (isYaml) return word.toLowerCase();
  const isAttached = !/^\s/.test(behind) && /^[\p{L}\p{N}_$.+-]+$/u.test(word);
  return isAttached || LANGUAGES.has(word.toLowerCase()) ? word : undefined;
}

/** A line that begins where fields do and is none: fields, list entries, remarks, brackets and indented lines are. */
function isProse(line: string): boolean {
  return !/^(?:\s|$|-(?:\s|$)|#|[\]}"'{])/.test(line) && !isFieldLike(line);
}

/** `# Voice` is a remark above a field, and a heading above everything else. */
function isHeading(line: string, below: string): boolean {
  return /^#{1,6} /.test(line) && !/^[\p{L}_][\p{L}\p{N}_-]*:(?:\s|$)/u.test(below);
}

/** Behind a blank line, text or a heading means that the block was never closed, whatever rule stands further down. */
function endsBlock(text: string, line: Line): boolean {
  const content = text.slice(line.start, Math.min(line.end, line.start + LONGEST_LOOK));
  const [below] = linesOf(text, line.next);
  return isProse(content) || isHeading(content, below === undefined ? '' : text.slice(below.start, below.end));
}

function blockBehind(text: string, fence: Line, number: number): Block | undefined {
  let bodyLine = number + 1;
  let hasField = false;
  let isBehindBlank = false;
  for (const line of linesOf(text, fence.next)) {
    bodyLine++;
    const isClosing = text.startsWith('---', line.start) && text.slice(line.start + 3, line.end).trimEnd() === '';
    if (!isClosing) {
      if (hasField && isBehindBlank && endsBlock(text, line)) return undefined;
      isBehindBlank = line.start === line.end;
      hasField ||= isFieldLike(text.slice(line.start, line.end));
      continue;
    }
    const source = text.slice(fence.next, line.start).replace(/\r\n?/g, '\n');
    return {
      kind: 'block',
      source,
      line: number + 1,
      bodyStart: line.next,
      // without a line end behind it, the empty body lies on the line of the fence
      bodyLine: line.next > line.end ? bodyLine : bodyLine - 1,
      hasFields: hasFields(source),
    };
  }
  return undefined;
}

/** Whether the first line that is neither blank nor a comment is a field. */
function hasFields(source: string): boolean {
  for (const line of linesOf(source)) {
    const content = source.slice(line.start, line.end);
    if (content.trim() !== '' && !content.startsWith('#')) return isFieldLike(content.trimStart());
  }
  return false;
}

/** The last of the lines directly below an opening fence that look like front matter; nothing when the first does not. */
function lastFieldLineBehind(text: string, fence: Line, number: number): number | undefined {
  let last: number | undefined;
  let current = number;
  for (const line of linesOf(text, fence.next)) {
    current++;
    const content = text.slice(line.start, line.end);
    const isMore = last !== undefined && content.trim() !== '' && /^(?:\s|-(?:\s|$)|#)/.test(content);
    if (!isFieldLike(content) && !isMore) break;
    last = current;
  }
  return last;
}
