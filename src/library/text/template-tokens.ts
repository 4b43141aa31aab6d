import { codeRanges } from './code-ranges.ts';

/**
 * A piece of a template's text from `start` up to `end`. An `open` without a name, and an `open` or `close` of another
 * word than `if`, belongs to another template language; it is text, and only counts for finding what belongs together.
 */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly type: 'text' | 'escape' | 'else' }
  | { readonly type: 'value'; readonly name: string }
  | { readonly type: 'include'; readonly written: string }
  | { readonly type: 'open'; readonly word: string; readonly name: string | undefined }
  | { readonly type: 'close'; readonly word: string }
);

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;
const INPUT = '${input:';
const ARGUMENTS = '$ARGUMENTS';

/**
 * What stands between `opening` at `at` and the next `closing`. Undefined when another opening comes first, so that no
 * character is looked at for more than one opening.
 */
function insideOf(text: string, at: number, marks: { opening: string; closing: string }): string | undefined {
  const from = at + marks.opening.length;
  const next = text.indexOf(marks.opening, from);
  const reach = text.slice(from, next < 0 ? text.length : next);
  const end = reach.indexOf(marks.closing);
  return end < 0 ? undefined : reach.slice(0, end);
}

function isOneLine(text: string): boolean {
  return !text.includes('\n') && !text.includes('\r');
}

function openingTag(words: string): { word: string; name: string | undefined } | undefined {
  const [, mark, word, rest = ''] = /^([#^])\s*([\p{L}_][\p{L}\p{M}\p{N}_-]*)(.*)$/su.exec(words) ?? [];
  if (word === undefined) return undefined;
  const name = rest.trim();
  const isOurs = mark === '#' && words.startsWith('#if') && word === 'if' && isOneLine(words) && NAME.test(name);
  return { word, name: isOurs ? name.normalize('NFC') : undefined };
}

/** A tag in double braces. Three or more braces in a row open nothing. */
function braceToken(text: string, at: number): Token | undefined {
  if (!text.startsWith('{{', at)) return undefined;
  const inside = insideOf(text, at, { opening: '{{', closing: '}}' });
  if (inside === undefined) return undefined;
  const span = { start: at, end: at + inside.length + 4 };
  const words = inside.trim();
  const opening = openingTag(words);
  if (opening !== undefined) return { ...span, type: 'open', ...opening };
  if (!isOneLine(inside)) return undefined;
  if (words === 'else') return { ...span, type: 'else' };
  if (words.startsWith('/') && NAME.test(words.slice(1))) return { ...span, type: 'close', word: words.slice(1) };
  if (words.startsWith('>') && words.length > 1) return { ...span, type: 'include', written: words.slice(1).trim() };
  return NAME.test(words) ? { ...span, type: 'value', name: words.normalize('NFC') } : undefined;
}

/** `${input:name}` and `${input:name:placeholder}`. */
function inputToken(text: string, at: number): Token | undefined {
  const inside = insideOf(text, at, { opening: INPUT, closing: '}' });
  if (inside === undefined || !isOneLine(inside)) return undefined;
  const [name = ''] = inside.split(':', 1);
  if (!NAME.test(name)) return undefined;
  const end = at + INPUT.length + inside.length + 1;
  return { start: at, end, type: 'value', name: name.normalize('NFC') };
}

function argumentsToken(text: string, at: number): Token | undefined {
  const end = at + ARGUMENTS.length;
  const isWord = !/[\p{L}\p{N}_$\\]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}_]/u.test(text[end] ?? '');
  return isWord ? { start: at, end, type: 'value', name: 'arguments' } : undefined;
}

function dollarToken(text: string, at: number): Token | undefined {
  if (text.startsWith(INPUT, at)) return inputToken(text, at);
  return text.startsWith(ARGUMENTS, at) ? argumentsToken(text, at) : undefined;
}

/** Tells of ascending offsets whether they lie in code. */
function codeIn(text: string): (offset: number) => boolean {
  const ranges = codeRanges(text);
  let index = 0;
  return (offset) => {
    while ((ranges[index]?.end ?? Infinity) <= offset) index++;
    return (ranges[index]?.start ?? Infinity) <= offset;
  };
}

/** Cuts a text into tokens that follow each other without a gap, in linear time. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const isCode = codeIn(text);
  let textStart = 0;

  const tokenAt = (at: number): Token | undefined => {
    switch (text[at]) {
      case '\\':
        return text.startsWith('\\{{', at) ? { start: at, end: at + 3, type: 'escape' } : undefined;
      case '{':
        return at > textStart && text[at - 1] === '{' ? undefined : braceToken(text, at);
      case '$':
        return isCode(at) ? undefined : dollarToken(text, at);
      default:
        return undefined;
    }
  };

  for (let at = 0; at < text.length; at++) {
    const token = tokenAt(at);
    if (token === undefined) continue;
    if (at > textStart) tokens.push({ start: textStart, end: at, type: 'text' });
    tokens.push(token);
    textStart = token.end;
    at = token.end - 1;
  }
  if (text.length > textStart) tokens.push({ start: textStart, end: text.length, type: 'text' });
  return tokens;
}
