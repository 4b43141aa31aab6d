import { TAG } from './invisible-characters.ts';

const TAGS = new RegExp(`[${TAG}]+`, 'gu');

/** The text without Unicode tag characters, which only assistants read; the flags of England, Scotland and Wales stay. */
export function withoutTagCharacters(text: string): string {
  // All of them begin with this half of a surrogate pair, which hardly any text holds.
  if (!text.includes('\uDB40')) return text;
  return text.replace(TAGS, (tags, start: number) => (isFlag(text, start, tags) ? tags : ''));
}

/** A black flag followed by one of three regions in tag characters is one emoji. */
export function isFlag(text: string, start: number, tags: string): boolean {
  return (
    text.slice(Math.max(0, start - 2), start) === '\u{1F3F4}' && /^gb(?:eng|sct|wls)\x7F$/.test(lettersOfTags(tags))
  );
}

/** What tag characters spell, at most 200 letters of it. */
export function lettersOfTags(tags: string): string {
  return String.fromCharCode(...Array.from(tags.slice(0, 400), (tag) => (tag.codePointAt(0) ?? 0) - 0xe0000));
}
