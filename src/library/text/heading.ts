/** A heading as a reader sees it, and the anchor that its author gave it. */
export interface HeadingText {
  readonly text: string;
  readonly anchor?: string;
}

/** What is longer than this is read no further: no heading needs more, and a hostile one costs no more. */
const LONGEST = 500;

/** Marks a piece of text that is to be left alone. Headings cannot hold it: it is taken out first. */
const KEPT = '\0';

/** Without one of these a heading is plain text. */
const MARKUP = /[\\`*_[\]<&~]/;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  middot: '·',
  times: '×',
  rarr: '→',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  '#60': '<',
  '#62': '>',
  '#160': ' ',
  '#x27': "'",
  '#x2F': '/',
};

/** Reads the source of a heading: inline Markdown and HTML become plain text in one line, `{#anchor}` at its end an anchor. */
export function readHeading(source: string): HeadingText {
  const { text, anchor } = splitAnchor(source.slice(0, LONGEST).replaceAll(KEPT, ''));
  if (!MARKUP.test(text)) return withAnchor(text.replace(/\s+/g, ' ').trim(), anchor);
  const kept: string[] = [];
  const keep = (piece: string) => `${KEPT}${kept.push(piece) - 1}${KEPT}`;
  const plain = withoutEmphasis(withoutLinks(withKept(text, keep)))
    .replace(/&(#?\w{2,6});/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\0(\d+)\0/g, (_, index: string) => kept[Number(index)] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return withAnchor(plain, anchor);
}

const withAnchor = (text: string, anchor?: string) => (anchor === undefined ? { text } : { text, anchor });

/** `Heading {#anchor}`, also with classes behind the anchor. */
function splitAnchor(source: string): { text: string; anchor?: string } {
  const trimmed = source.trimEnd();
  const open = trimmed.lastIndexOf('{#');
  const anchor = open === -1 ? undefined : /^\{#([^\s{}#]+)(?:\s[^{}]*)?\}$/.exec(trimmed.slice(open))?.[1];
  return anchor === undefined ? { text: trimmed } : { text: trimmed.slice(0, open), anchor };
}

/** Escaped characters and code are not markup. */
function withKept(text: string, keep: (piece: string) => string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|(`+)([^`]+)\2(?!`)/g, (_, escaped?: string, _ticks?: string, code?: string) =>
    keep(escaped ?? code?.trim() ?? ''),
  );
}

const TARGET = '\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)|\\[[^[\\]]*\\]';
const IMAGE = new RegExp(`!\\[([^[\\]]*)\\](?:${TARGET})`, 'g');
const LINK = new RegExp(`\\[([^[\\]]*)\\](?:${TARGET})`, 'g');

function withoutLinks(text: string): string {
  return text
    .replace(IMAGE, '$1')
    .replace(LINK, '$1')
    .replace(/\[\^[^[\]]*\]/g, '')
    .replace(/<((?:https?|mailto):[^<>\s]*)>/g, '$1')
    .replace(/<!--.*?(?:-->|$)|<\/?[A-Za-z][^<>]*>/gs, '');
}

/** Emphasis may be nested three deep. */
function withoutEmphasis(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3; depth++) {
    plain = plain
      .replace(/(\*{1,3})([^\s*](?:[^*]*[^\s*])?)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}_])(_{1,3})([^\s_](?:[^_]*[^\s_])?)\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/(~~)([^\s~](?:[^~]*[^\s~])?)\1/g, '$2');
  }
  return plain;
}
