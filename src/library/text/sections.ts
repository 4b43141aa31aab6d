import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Section } from '../document.ts';
import { findHeadings, type Heading } from './headings.ts';

/** What is below more headings is text of the last one: nobody finds their way through more, and each costs. */
export const MOST_HEADINGS = 2_000;

/** The sections of a body, and what an editor has to know about them. */
export interface Division {
  readonly sections: readonly Section[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Divides a body into sections, in order and without a gap. Text before the first heading, or a body without headings, is
 * a section of level 0 without an anchor. `line` is the line of the file on which the body begins. Linear; never throws.
 */
export function readSections(body: string, { path, line }: { path: string; line: number }): Division {
  const headings = findHeadings(body, line, MOST_HEADINGS + 1);
  const first = headings.slice(0, MOST_HEADINGS);
  const [beyond] = headings.slice(MOST_HEADINGS);
  const last = first.at(-1);
  const isCut = beyond !== undefined && last !== undefined;
  return {
    sections: divide(body, first, line),
    diagnostics: isCut ? [diagnoseTooMany(path, { last: last.line, beyond: beyond.line })] : [],
  };
}

function diagnoseTooMany(path: string, { last, beyond }: { last: number; beyond: number }): Diagnostic {
  const most = MOST_HEADINGS.toLocaleString('en-US');
  const message = `This file has more than ${most} headings; those after line ${last} are read as text.`;
  const hint = 'Split the file into several.';
  return diagnose('too-many-headings', { path, place: { line: beyond, column: 1 } }, { message, hint });
}

function divide(body: string, headings: readonly Heading[], firstLine: number): readonly Section[] {
  const opening = openingOf(firstLine, headings[0]?.start ?? body.length);
  if (headings.length === 0) return [opening];
  const anchors = anchorsOf(headings);
  const outerEnds = outerEndsOf(headings, body.length);
  const above: Heading[] = [];
  const sections = headings.map((heading, index): Section => {
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    const trail = above.map(({ text }) => text);
    above.push(heading);
    return {
      anchor: anchors[index] ?? '',
      heading: heading.text,
      level: heading.level,
      trail,
      line: heading.line,
      start: heading.start,
      end: headings[index + 1]?.start ?? body.length,
      outerEnd: outerEnds[index] ?? body.length,
    };
  });
  return body.slice(0, opening.end).trim() === '' ? sections : [opening, ...sections];
}

/** A text as GitHub makes it an anchor: lower case, letters of every script, figures, `_` and `-`; empty when it has none. */
export function slugOf(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-');
}

function openingOf(line: number, end: number): Section {
  return { anchor: '', heading: '', level: 0, trail: [], line, start: 0, end, outerEnd: end };
}

/** A repeated anchor gets `-1`, `-2` and so on, but never one that another heading has by itself. */
function anchorsOf(headings: readonly Heading[]): string[] {
  const natural = headings.map(({ text, anchor }) => anchor ?? (slugOf(text) || 'section'));
  const taken = new Set(natural);
  const repeats = new Map<string, number>();
  return natural.map((anchor) => {
    const before = repeats.get(anchor);
    if (before === undefined) {
      repeats.set(anchor, 0);
      return anchor;
    }
    let count = before + 1;
    while (taken.has(`${anchor}-${count}`)) count++;
    repeats.set(anchor, count);
    taken.add(`${anchor}-${count}`);
    return `${anchor}-${count}`;
  });
}

/** For each heading where the next one of its level or above begins. */
function outerEndsOf(headings: readonly Heading[], length: number): number[] {
  const ends: number[] = [];
  const nextOfLevel = new Array<number>(7).fill(length);
  for (let index = headings.length - 1; index >= 0; index--) {
    const heading = headings[index];
    if (heading === undefined) continue;
    ends[index] = nextOfLevel[heading.level] ?? length;
    nextOfLevel.fill(heading.start, heading.level);
  }
  return ends;
}
