import type { Piece } from '../foreign-prompt.ts';

/** A stretch of a template as it will be written: text, or a tag that has to stay whole. */
export type Span =
  | { readonly type: 'text'; readonly text: string }
  /** `\{{`, which writes two braces. */
  | { readonly type: 'escape'; readonly text: string }
  | { readonly type: 'value'; readonly text: string; readonly name: string }
  | { readonly type: 'block'; readonly text: string };

export const textSpan = (text: string): Span => ({ type: 'text', text });
export const blockSpan = (text: string): Span => ({ type: 'block', text });
export const ESCAPE: Span = { type: 'escape', text: '\\{{' };

export function textOfSpans(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** Spans without empty text, and without two texts in a row. */
export function joined(spans: Iterable<Span>): Span[] {
  const result: Span[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    const text = texts.join('');
    if (text !== '') result.push(textSpan(text));
    texts = [];
  };
  for (const span of spans) {
    if (span.type === 'text') texts.push(span.text);
    else {
      flush();
      result.push(span);
    }
  }
  flush();
  return result;
}

/** Pieces with their tags as our template writes them; `names` holds a legal name for every name. */
export function spansOf(pieces: readonly Piece[], names: ReadonlyMap<string, string>): Span[] {
  const spans: Span[] = [];
  const add = (piece: Piece): void => {
    if (piece.type === 'text') {
      spans.push(textSpan(piece.text));
      return;
    }
    const name = names.get(piece.name) ?? piece.name;
    if (piece.type === 'value') {
      spans.push({ type: 'value', text: `{{ ${name} }}`, name });
      return;
    }
    spans.push(blockSpan(`{{#if ${name}}}`));
    piece.given.forEach(add);
    if (piece.otherwise.length > 0) {
      spans.push(blockSpan('{{else}}'));
      piece.otherwise.forEach(add);
    }
    spans.push(blockSpan('{{/if}}'));
  };
  pieces.forEach(add);
  return joined(spans);
}

/** Every name that pieces ask for, in the order of the text, and those that decide about a block. */
export function namesIn(pieces: readonly Piece[]): { readonly all: Set<string>; readonly deciding: Set<string> } {
  const all = new Set<string>();
  const deciding = new Set<string>();
  const note = (piece: Piece): void => {
    if (piece.type === 'text') return;
    all.add(piece.name);
    if (piece.type === 'value') return;
    deciding.add(piece.name);
    piece.given.forEach(note);
    piece.otherwise.forEach(note);
  };
  pieces.forEach(note);
  return { all, deciding };
}
