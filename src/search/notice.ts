import { oneLine } from '../library/text/one-line.ts';
import type { Corrected } from './engine.ts';

const LONGEST_QUOTE = 80;

export const NOTHING_ASKED = 'The question holds no words to search for. Ask with words that the text itself may use.';

export const NOTHING_TO_SEARCH = 'The library has no documents yet.';

/** What to say when nothing was found. `elsewhere` is how many documents match once the filters are left out. */
export function nothingFound(query: string, titles: readonly string[], elsewhere: number): string {
  const among = elsewhere > 0 ? ' with this kind, these tags or this status' : '';
  const without =
    elsewhere === 0
      ? ''
      : elsewhere === 1
        ? ' Without them one document does.'
        : ` Without them ${elsewhere} documents do.`;
  return `Nothing in the library${among} matches "${quotable(query)}".${without}${nearestTitles(titles)}`;
}

/** What to say when no hit has more than a small part of what was asked for. */
export function onlyWeak(query: string, missing: readonly string[], titles: readonly string[]): string {
  const without = missing.length === 0 ? '' : ` No document has ${enumerate(missing.map(quote), 'or')}.`;
  return `The library has only weak matches for "${quotable(query)}".${without}${nearestTitles(titles)}`;
}

/** What to say when much of the question is words that no document has. */
export function withoutWords(missing: readonly string[]): string {
  return `No document has ${enumerate(missing.map(quote), 'or')}: the results go by the other words and by words like them.`;
}

/** What to say when words that no document has were taken for others. */
export function showingInstead(corrections: readonly Corrected[]): string | undefined {
  if (corrections.length === 0) return undefined;
  const shown = enumerate(corrections.map((each) => `"${quotable(each.shown)}"`));
  const asked = enumerate(corrections.map((each) => `"${quotable(each.asked)}"`));
  return `Showing results for ${shown}; no document has ${asked}.`;
}

function nearestTitles(titles: readonly string[]): string {
  if (titles.length === 0) return '';
  const names = enumerate(titles.map((title) => `"${quotable(title)}"`));
  return titles.length === 1 ? ` The nearest title is: ${names}.` : ` The nearest titles are: ${names}.`;
}

function enumerate(names: readonly string[], conjunction = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1)}`;
}

function quote(word: string): string {
  return `"${quotable(word)}"`;
}

/** One short line without what cannot be seen. */
function quotable(text: string): string {
  const visible = text
    .slice(0, 4 * LONGEST_QUOTE)
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ');
  return oneLine(visible.trim(), LONGEST_QUOTE);
}
