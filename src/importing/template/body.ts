import type { Turn } from '../foreign-prompt.ts';
import { escapeSpans } from './escape.ts';
import { arrange, type Message } from './messages.ts';
import { joined, type Span, spansOf, textOfSpans, textSpan } from './spans.ts';
import { isConversation, topHeadings, withLoweredHeadings } from './top-headings.ts';

/** A prompt's text as our format writes it. */
export interface Body {
  readonly text: string;
  readonly remarks: readonly string[];
}

const LOWERED = 'Headings of the first level are one level lower, since these make messages here.';
const UNDER_EACH_OTHER =
  'Who says what stands in the text as "User:" and "Assistant:", since this conversation cannot be kept as messages.';
const SPACED = 'A space stands now before a placeholder that could not stand directly behind a brace or a backslash.';

/** The messages under a line each that says whose they are. */
function under(messages: readonly Message[], names: ReadonlyMap<string, string>, line: (role: string) => string) {
  return messages.map(({ role, pieces }, index) => {
    const heading = textSpan(`${index === 0 ? '' : '\n\n'}${line(role)}\n\n`);
    return { heading, said: spansOf(pieces, names) };
  });
}

type Parts = readonly { readonly heading: Span; readonly said: readonly Span[] }[];

function whole(parts: Parts): Span[] {
  return joined(parts.flatMap(({ heading, said }) => [heading, ...said]));
}

function keepsMessages(text: string, messages: readonly Message[]): boolean {
  return isConversation(text) && topHeadings(text).length === messages.length;
}

interface Writing {
  readonly names: ReadonlyMap<string, string>;
  readonly remarks: string[];
}

function escaped({ names, remarks }: Writing, spans: readonly Span[]): string {
  const { text, hasSpaces } = escapeSpans(spans, names.values());
  if (hasSpaces) remarks.push(SPACED);
  return text;
}

function writeConversation(writing: Writing, messages: readonly Message[]): string {
  const parts = under(messages, writing.names, (role) => `# ${role}`);
  const lowered = parts.map(({ heading, said }) => ({ heading, said: withLoweredHeadings(said) }));
  const isLower = lowered.some(({ said }, index) => textOfSpans(said) !== textOfSpans(parts[index]?.said ?? []));
  const text = escapeSpans(whole(lowered), writing.names.values()).text;
  if (keepsMessages(text, messages)) {
    if (isLower) writing.remarks.push(LOWERED);
    return escaped(writing, whole(lowered));
  }
  writing.remarks.push(UNDER_EACH_OTHER);
  const labelled = under(messages, writing.names, (role) => (role === 'user' ? 'User:' : 'Assistant:'));
  return writeOne(writing, whole(labelled));
}

/** One message of the user, whatever headings it has. */
function writeOne(writing: Writing, spans: readonly Span[]): string {
  if (!isConversation(textOfSpans(spans))) return escaped(writing, spans);
  writing.remarks.push(LOWERED);
  return escaped(writing, withLoweredHeadings(spans));
}

/** Writes turns as the text of a prompt of ours; `names` holds the argument for every name of the source. */
export function writeBody(turns: readonly Turn[], names: ReadonlyMap<string, string>): Body {
  const { messages, remarks: ofTurns } = arrange(turns);
  const writing: Writing = { names, remarks: [...ofTurns] };
  const [only, ...others] = messages;
  const text =
    only !== undefined && others.length === 0 && only.role === 'user'
      ? writeOne(writing, spansOf(only.pieces, names))
      : writeConversation(writing, messages);
  return { text, remarks: writing.remarks };
}
