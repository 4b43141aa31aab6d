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

/** What a body is, judged by its beginning. */
export function shapeOf(body: string): Shape {
  const text = body.slice(0, READ_FOR_SHAPE).replace(/^#.*$/gm, '');
  let links = 0;
  let linkedWords = 0;
  const unlinked = text.replace(LINK, (_, words: string | undefined) => {
    links++;
    linkedWords += count(words ?? '');
    return ' ';
  });
  const words = count(unlinked) + linkedWords;
  if (words === 0 && links === 0) return 'empty';
  if (links === 1 && words <= FEW_WORDS) return 'redirect';
  if (links >= MANY_LINKS && linkedWords > MOSTLY * words) return 'contents';
  return 'text';
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

function count(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
