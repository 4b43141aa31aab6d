/** A part of a page whose list may be shortened. */
export interface Part {
  readonly heading: string;
  /** A sentence under the heading. */
  readonly rule?: string;
  /** One bullet each, without line ends; at least one, or `last`. */
  readonly bullets: readonly string[];
  /** How many more there are than bullets. */
  readonly more?: number;
  /** A bullet behind them all, which is always there. */
  readonly last?: string;
}

export interface Page {
  readonly title: string;
  readonly parts: readonly Part[];
  /** Sentences behind the parts. */
  readonly remarks: readonly string[];
}

export interface Bounds {
  readonly characters: number;
  readonly lines: number;
}

/** More are never shown. */
const MOST_BULLETS = 12;

function partText({ heading, rule, bullets, more = 0, last }: Part, shown: number): string {
  const left = bullets.length - shown + more;
  const list = [
    ...bullets.slice(0, shown).map((bullet) => `- ${bullet}`),
    ...(left > 0 ? [`- and ${left.toLocaleString('en')} more`] : []),
    ...(last === undefined ? [] : [`- ${last}`]),
  ];
  return [`## ${heading}`, ...(rule === undefined ? [] : [rule]), list.join('\n')].join('\n\n');
}

function pageText({ title, parts, remarks }: Page, shown: readonly number[]): string {
  const texts = parts.map((part, at) => partText(part, shown[at] ?? 0));
  return `${[`# ${title}`, ...texts, ...remarks].join('\n\n')}\n`;
}

function fits(text: string, { characters, lines }: Bounds): boolean {
  return text.length <= characters && text.split('\n').length <= lines;
}

/** The place of the part that shows most. */
function longestOf(shown: readonly number[]): number {
  return shown.indexOf(Math.max(...shown));
}

/** Writes a page within its bounds: the longest list loses its last bullet, again and again, but none its first. */
export function fitPage(page: Page, bounds: Bounds): string {
  const shown = page.parts.map(({ bullets }) => Math.min(bullets.length, MOST_BULLETS));
  let text = pageText(page, shown);
  while (!fits(text, bounds)) {
    const longest = longestOf(shown);
    const count = shown[longest] ?? 0;
    if (count <= 1) break;
    shown[longest] = count - 1;
    text = pageText(page, shown);
  }
  return text;
}
