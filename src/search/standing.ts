import type { Document } from '../library/document.ts';

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
const WORTH_OF_STATUS = { approved: 1, draft: 0.6, deprecated: 0.5 } as const;
export const WORTH_WHEN_EXPIRED = 0.5;

/** The factor by which a document's score is lowered on any day; 1 for one that stands in full force. */
export function worthOf(document: Document, shape: Shape): number {
  return WORTH_OF_SHAPE[shape] * WORTH_OF_STATUS[document.status];
}

/** All factors that lower a document on a day, which is an ISO date, each with its reason. */
export function reasonsFor(document: Document, shape: Shape, today: string): { because: string; factor: number }[] {
  const reasons = [
    { because: WHAT_IT_IS[shape], factor: WORTH_OF_SHAPE[shape] },
    { because: `its status is ${document.status}`, factor: WORTH_OF_STATUS[document.status] },
    {
      because: `it was valid until ${document.validUntil}`,
      factor: isExpired(document, today) ? WORTH_WHEN_EXPIRED : 1,
    },
  ];
  return reasons.filter(({ factor }) => factor < 1);
}

const WHAT_IT_IS: Readonly<Record<Shape, string>> = {
  text: 'it is a text',
  redirect: 'it only points elsewhere',
  contents: 'it is mostly links',
  empty: 'it has no text',
};

export function isExpired({ validUntil }: Document, today: string): boolean {
  return validUntil !== undefined && validUntil < today;
}

function hasWord(text: string): boolean {
  return text.search(WORD) >= 0;
}

function count(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
