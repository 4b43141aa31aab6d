import { findHeadings } from '../library/text/headings.ts';
import { givenText } from './given-text.ts';

/** A heading and what stands under it, already as Markdown. */
export interface Part {
  readonly heading: string;
  readonly text: string;
}

/** Elements that reach beyond the paragraph in which they begin, or make headings. */
const REACHING = /<(?:!|\?|\/?h[1-6]\b|(?:script|style|pre|textarea)\b)|-->/i;

/** Whether a text has no heading, and leaves nothing open that would swallow what comes behind it. */
function isQuiet(text: string): boolean {
  if (REACHING.test(text)) return false;
  const [before, behind] = ['# Before\n\n', '\n\n# Behind\n'];
  const whole = before + text + behind;
  const places = findHeadings(whole, 1, 3).map(({ start }) => start);
  return places.length === 2 && places[0] === 0 && places[1] === whole.length - behind.length + 2;
}

/** A text as it is, between fences that do not occur in it. */
export function fenced(text: string): string {
  const marks = givenText(text).match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...marks.map((mark) => mark.length + 1)));
  return `${fence}text\n${givenText(text).replace(/\n$/, '')}\n${fence}`;
}

/** What somebody wrote, as Markdown: as it is where that changes nothing around it, and otherwise between fences. */
export function quietly(text: string): string {
  const given = givenText(text).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return isQuiet(given) ? given : fenced(given);
}

/** The parts that say something, each under its heading. */
export function bodyOf(parts: readonly Part[]): string {
  return parts
    .filter(({ text }) => text !== '')
    .map(({ heading, text }) => `## ${heading}\n\n${text}\n`)
    .join('\n');
}
