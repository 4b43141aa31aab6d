import type { Document } from '../library/document.ts';
import type { Force, Lapse } from '../library/force.ts';

/** What a text is beside its words: one that only points elsewhere answers nobody. */
export const SHAPES = ['text', 'redirect', 'contents', 'empty'] as const;
export type Shape = (typeof SHAPES)[number];

const READ_FOR_SHAPE = 20_000;
const LINK = /\[([^[\]]*)\]\([^()]*\)|\bhttps?:\/\/[^\s<>()]+/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** A text of few words with one link is a redirect; one of mostly links is a table of contents. */
const FEW_WORDS = 25;
const MANY_LINKS = 5;
const MOSTLY = 0.6;

/** What a body is, judged by its beginning. Words are counted only where their number decides. */
export function shapeOf(body: string): Shape {
  const text = body.slice(0, READ_FOR_SHAPE).replace(/^#.*$/gm, '');
  const links: string[] = [];
  const unlinked = text.replace(LINK, (_, words: string | undefined) => {
    links.push(words ?? '');
    return ' ';
  });
  if (links.length === 0) return hasWord(unlinked) ? 'text' : 'empty';
  if (links.length > 1 && links.length < MANY_LINKS) return 'text';
  const linkedWords = links.reduce((sum, words) => sum + count(words), 0);
  const words = count(unlinked) + linkedWords;
  if (links.length === 1) return words <= FEW_WORDS ? 'redirect' : 'text';
  return linkedWords > MOSTLY * words ? 'contents' : 'text';
}

const WORTH_OF_SHAPE: Readonly<Record<Shape, number>> = { text: 1, redirect: 0.4, contents: 0.7, empty: 0.6 };
const WORTH_OF_LAPSE: Readonly<Record<Lapse, number>> = { draft: 0.6, deprecated: 0.5, superseded: 0.5, expired: 0.5 };

/** The factor by which a document's score is lowered for what it is and for how it stands; 1 for a text in full force. */
export function worthOf(shape: Shape, { lapses }: Force): number {
  return lapses.reduce((worth, lapse) => worth * WORTH_OF_LAPSE[lapse], WORTH_OF_SHAPE[shape]);
}

/** All factors that lower a document, each with its reason. */
export function reasonsFor(document: Document, shape: Shape, force: Force): { because: string; factor: number }[] {
  const ofShape = { because: WHAT_IT_IS[shape], factor: WORTH_OF_SHAPE[shape] };
  const ofForce = force.lapses.map((lapse) => ({
    because: whyLowered(lapse, document, force),
    factor: WORTH_OF_LAPSE[lapse],
  }));
  return [ofShape, ...ofForce].filter(({ factor }) => factor < 1);
}

function whyLowered(lapse: Lapse, { validUntil }: Document, { successor }: Force): string {
  if (lapse === 'superseded') return `${successor?.id ?? 'another document'} replaces it`;
  return lapse === 'expired' ? `it was valid until ${validUntil}` : `its status is ${lapse}`;
}

const WHAT_IT_IS: Readonly<Record<Shape, string>> = {
  text: 'it is a text',
  redirect: 'it only points elsewhere',
  contents: 'it is mostly links',
  empty: 'it has no text',
};

function hasWord(text: string): boolean {
  return text.search(WORD) >= 0;
}

function count(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
