import type { Catalog } from './catalog.ts';
import type { Ranked } from './ranking.ts';

/** Two passages say the same when sentences with this part of all their letters stand in both. */
const ALIKE = 0.8;
/** Shorter pieces, such as the labels of a table, are in many texts. */
const SHORTEST_PIECE = 12;
const ENDS = /[.!?…。！？\n]+/;

/** The sentences and lines of a passage, without their outer spaces, and how many characters they have. */
interface Pieces {
  readonly texts: ReadonlySet<string>;
  readonly length: number;
}

/** Puts documents whose passage nearly repeats that of a better one behind the others. */
export function withoutRepetition(catalog: Catalog, ranked: readonly Ranked[]): Ranked[] {
  const kept: { readonly ranked: Ranked; readonly pieces: Pieces }[] = [];
  const repeated: Ranked[] = [];
  for (const each of ranked) {
    const pieces = piecesOf(textOf(catalog, each));
    if (kept.some((other) => areAlike(pieces, other.pieces))) repeated.push(each);
    else kept.push({ ranked: each, pieces });
  }
  return [...kept.map((each) => each.ranked), ...repeated];
}

function textOf({ entries, placeOf }: Catalog, { owner, passage }: Ranked): string {
  const place = placeOf(passage);
  return place === undefined ? '' : (entries[owner]?.document.body.slice(place.start, place.end) ?? '');
}

function piecesOf(text: string): Pieces {
  const texts = new Set<string>();
  let length = 0;
  for (const piece of text.split(ENDS)) {
    const trimmed = piece.trim();
    if (trimmed.length < SHORTEST_PIECE || texts.has(trimmed)) continue;
    texts.add(trimmed);
    length += trimmed.length;
  }
  return { texts, length };
}

function areAlike(a: Pieces, b: Pieces): boolean {
  if (Math.min(a.length, b.length) < ALIKE * Math.max(a.length, b.length)) return false;
  let common = 0;
  for (const text of a.texts) if (b.texts.has(text)) common += text.length;
  return common > 0 && common >= ALIKE * (a.length + b.length - common);
}
