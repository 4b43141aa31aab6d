import { oneLine } from '../../library/text/one-line.ts';

/** What could begin markup, with what stands for it; what cannot be replaced is left out. */
const HARMLESS: readonly (readonly [RegExp, string])[] = [
  [/[<＜]/g, '‹'],
  [/[>＞]/g, '›'],
  [/\[/g, '('],
  [/\]/g, ')'],
  [/[`"]/g, "'"],
  [/\|/g, '/'],
  [/[*\\]/g, ''],
  [/&(?=#?\w+;)/g, '& '],
  // programs for chat make links and calls of these by themselves
  [/:(?=\/\/)/g, ': '],
  [/www\.(?=\S)/gi, 'www. '],
  [/[.。．｡](?=\p{L}{2})/gu, '. '],
  [/@(?=\S)/g, '@ '],
  [/^[#\s+=~-]+/, ''],
];

/** Text of files and people as plain words on one line, at most `longest` long: nothing in it is markup, a link or a call. */
export function plainWords(text: string, longest: number): string {
  const visible = text.slice(0, 4 * longest).replace(/\p{Cf}/gu, '');
  let words = oneLine(visible.trim(), 2 * longest);
  for (const [markup, replacement] of HARMLESS) words = words.replace(markup, replacement);
  return oneLine(words.trim(), longest);
}

/** The same between quotation marks, which keep it away from the beginning of its line. */
export function quoted(text: string, longest: number): string {
  return `"${plainWords(text, longest)}"`;
}

/** What somebody searched for: letters, digits, blanks, hyphens and apostrophes alone. */
export function bareWords(text: string, longest: number): string {
  const bare = text.slice(0, 4 * longest).replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ');
  return oneLine(bare.trim(), longest);
}
