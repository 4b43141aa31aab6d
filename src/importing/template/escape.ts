import { type Token, tokensOf } from '../../library/text/template-tokens.ts';
import { blockSpan, ESCAPE, joined, type Span, textOfSpans, textSpan } from './spans.ts';

/** Every round takes the meaning from what the one before has laid bare; three do for whatever was tried. */
const MOST_ROUNDS = 8;
/** It always has a value, so either branch of a block on it writes the same. */
const ALWAYS = 'today';

/** Whether text that ends so would spoil a tag directly behind it. */
function spoils(text: string): boolean {
  return text.endsWith('{') || text.endsWith('\\');
}

/** Braces at the end of a text become escaped pairs as far as they go, so that a tag can stand behind them. */
function withEscapedEnd(text: string): Span[] {
  let count = 0;
  while (text[text.length - 1 - count] === '{') count++;
  const pairs = Math.floor(count / 2);
  const rest = textSpan(text.slice(0, text.length - 2 * pairs));
  return [rest, ...new Array<Span>(pairs).fill(ESCAPE)];
}

/** A tag behind a single brace or a backslash: written otherwise where that is possible. */
function besideSpoiler(span: Span): Span {
  return span.type === 'value' ? { ...span, text: `\${input:${span.name}}` } : span;
}

function isTag(span: Span | undefined): span is Span {
  return span?.type === 'value' || span?.type === 'block';
}

/** Sees to it that no text spoils the tag behind it. */
function apart(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [index, span] of spans.entries()) {
    const before = result.at(-1);
    if (span.type === 'text' && isTag(spans[index + 1])) result.push(...withEscapedEnd(span.text));
    else if (isTag(span) && before?.type === 'text' && spoils(before.text)) result.push(besideSpoiler(span));
    else result.push(span);
  }
  return joined(result);
}

/** `$` before a word, so that they are read as two things. The result renders as the text does. */
function brokenDollar(text: string): Span[] {
  const end = text.startsWith('${') ? 3 : 2;
  const beginning = textSpan(text.slice(1, end));
  const tags = [blockSpan(`{{#if ${ALWAYS}}}`), beginning, blockSpan('{{else}}'), beginning, blockSpan('{{/if}}')];
  return [textSpan('$'), ...tags, textSpan(text.slice(end))];
}

interface Fault {
  readonly at: number;
  readonly token: Token;
}

/** A text in which some stretches are read as tags: with those tags escaped. */
function withoutMeaning(text: string, faults: readonly Fault[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { at, token } of faults) {
    if (at < from) continue;
    const braces = token.type === 'escape' ? at + 1 : at;
    spans.push(textSpan(text.slice(from, braces)));
    if (text[braces] === '$') {
      const end = Math.min(text.length, braces + token.end - token.start);
      spans.push(...brokenDollar(text.slice(braces, end)));
      from = end;
    } else {
      spans.push(ESCAPE);
      from = braces + 2;
    }
  }
  spans.push(textSpan(text.slice(from)));
  return spans;
}

/** The tokens that begin in each span, by the span's index, where the span is text or the token is another than meant. */
function faultsOf(spans: readonly Span[], taken: ReadonlySet<string>): Map<number, Fault[]> {
  const faults = new Map<number, Fault[]>();
  let index = 0;
  let start = 0;
  for (const token of tokensOf(textOfSpans(spans))) {
    for (let span = spans[index]; span && start + span.text.length <= token.start; span = spans[index]) {
      start += span.text.length;
      index++;
    }
    const span = spans[index];
    if (span?.type !== 'text' || token.type === 'text') continue;
    const at = token.start - start;
    const isDollar = span.text[at] === '$';
    const isHarmless =
      isDollar && token.type === 'value' && !taken.has(token.name) && token.end <= start + span.text.length;
    if (isHarmless) continue;
    const known = faults.get(index);
    if (known === undefined) faults.set(index, [{ at, token }]);
    else known.push({ at, token });
  }
  return faults;
}

/** The tags that are read as text where they stand now, because of what stands before them or of code around them. */
function unread(spans: readonly Span[]): Set<number> {
  const begins = new Set<number>();
  for (const { type, start } of tokensOf(textOfSpans(spans))) if (type !== 'text') begins.add(start);
  const missing = new Set<number>();
  let start = 0;
  for (const [index, span] of spans.entries()) {
    if (isTag(span) && !begins.has(start)) missing.add(index);
    start += span.text.length;
  }
  return missing;
}

/** Tags that cannot be read where they stand, moved away by a space. */
function spaced(spans: readonly Span[], missing: ReadonlySet<number>): Span[] {
  return joined(
    spans.flatMap((span, index) => {
      if (!missing.has(index)) return [span];
      const tag = span.type === 'value' ? { ...span, text: `{{ ${span.name} }}` } : span;
      return [textSpan(' '), tag];
    }),
  );
}

/**
 * The text of a template in which the tags of `spans` are tags and everything else is text. `names` are the arguments.
 * A tag that can only be read with a space before it gets one, and `hasSpaces` says so.
 */
export function escapeSpans(spans: readonly Span[], names: Iterable<string>): { text: string; hasSpaces: boolean } {
  const taken = new Set([...names, ALWAYS]);
  let current = apart(spans);
  let hasSpaces = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const faults = faultsOf(current, taken);
    if (faults.size > 0) {
      current = joined(current.flatMap((span, index) => withoutMeaningAt(span, faults.get(index))));
      continue;
    }
    const missing = unread(current);
    if (missing.size === 0) break;
    current = spaced(current, missing);
    hasSpaces = true;
  }
  return { text: textOfSpans(current), hasSpaces };
}

function withoutMeaningAt(span: Span, faults: readonly Fault[] | undefined): Span[] {
  return faults === undefined ? [span] : withoutMeaning(span.text, faults);
}
