import { codeRanges } from '../library/text/code-ranges.ts';
import { TAG, VARIATION, ZERO_WIDTH } from '../library/text/invisible-characters.ts';
import { lineStarts, placeAt } from '../library/text/lines.ts';
import { oneLine } from '../library/text/one-line.ts';
import { PATTERNS, PATTERNS_OUTSIDE_CODE } from './instruction-patterns.ts';

/** A place that speaks to the assistant that reads it. A hint for a person, who decides what it means. */
export interface Aimed {
  /** From 1. */
  readonly line: number;
  /** What the text does: `tells an assistant to …`. */
  readonly does: string;
  /** The line, or what is written there in code; safe to be shown. */
  readonly quoted: string;
}

const MOST_FOUND = 20;
const LONGEST_QUOTE = 160;
const INVISIBLE = new RegExp(`[${TAG}${VARIATION}${ZERO_WIDTH}\\u00AD]`, 'gu');

/** 80 and more characters that no word has, as base64 is written. */
const CODED = /[A-Za-z0-9+/_-]{80,}={0,2}/g;
const IMAGE = /data:image\/[a-z+.-]{1,20};base64,$/;

/** A line as the patterns expect it. */
function folded(line: string): string {
  return line.replace(INVISIBLE, '').normalize('NFKC').toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"');
}

/** The same text with as many lines, in which what is code is blank. */
function withoutCode(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of codeRanges(text)) {
    if (start < from) continue;
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return result + text.slice(from);
}

interface Lines {
  readonly written: readonly string[];
  /** All of them folded, with LF between them. */
  readonly text: string;
  /** The number of the line in which an offset of the folded text lies. */
  readonly lineAt: (offset: number) => number;
}

function foldedLines(text: string): Lines {
  const written = text.split(/\r\n?|\n/);
  const whole = written.map(folded).join('\n');
  const starts = lineStarts(whole);
  return { written, text: whole, lineAt: (offset) => placeAt(starts, offset).line };
}

/** What coded text says, when that can be read; else its length. */
function spelt(coded: string): string {
  const decoded = Buffer.from(coded.slice(0, 400), 'base64').toString('latin1');
  const readable = decoded.replace(/[^\x20-\x7e]/g, '');
  if (readable.length < 0.9 * decoded.length) return `${coded.length} characters: ${coded.slice(0, 40)}…`;
  return `it spells: ${readable}`;
}

function findCoded(text: string): Aimed[] {
  const starts = lineStarts(text);
  const found: Aimed[] = [];
  for (const { 0: coded, index } of text.matchAll(CODED)) {
    const isMixed = /[a-z]/.test(coded) && /[A-Z]/.test(coded) && /\d/.test(coded);
    const before = text.slice(Math.max(0, index - 60), index);
    const isAddress = /https?:\/\/\S*$/.test(before) || coded.includes('//');
    if (!isMixed || isAddress || IMAGE.test(before)) continue;
    const quoted = oneLine(spelt(coded), LONGEST_QUOTE);
    found.push({ line: placeAt(starts, index).line, does: 'holds a long text in code', quoted });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

/** The lines that look as if they were written for an assistant and not for people, by line; at most 20. */
export function findAimed(text: string): readonly Aimed[] {
  const all = foldedLines(text);
  const outside = foldedLines(withoutCode(text));
  const found = new Map<string, Aimed>();
  const look = (lines: Lines, patterns: typeof PATTERNS): void => {
    for (const { does, form } of patterns) {
      let count = 0;
      for (const { index } of lines.text.matchAll(form)) {
        const line = lines.lineAt(index);
        const quoted = oneLine((all.written[line - 1] ?? '').trim(), LONGEST_QUOTE);
        found.set(`${line} ${does}`, { line, does, quoted });
        if (++count === MOST_FOUND) break;
      }
    }
  };
  look(all, PATTERNS);
  look(outside, PATTERNS_OUTSIDE_CODE);
  return [...found.values(), ...findCoded(text)].sort((a, b) => a.line - b.line).slice(0, MOST_FOUND);
}
