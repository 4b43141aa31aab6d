const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
]);
/** A rule, a code fence, the line under a heading or under the head of a table, or where a link of the text leads. */
const FURNITURE = /^(?:[-=*_:|+ ]{3,}$|```|~~~|\[[^[\]]+\]: )/;
const LEADING_MARK = /^(?:> ?|#{1,6} |[-*+] |\d{1,9}[.)] |\[[ xX]\] )/;
const DEEPEST_MARK = 8;

/**
 * What a reader sees of Markdown, block by block: a paragraph, a point of a list, a heading, a row of a table. No block is
 * empty or has a line break. Takes time in proportion to the text.
 */
export function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    const text = inlineText(paragraph.join(' '));
    if (text !== '') blocks.push(text);
    paragraph = [];
  };
  for (const written of withoutComments(markdown).split(/\r\n?|\n/)) {
    const line = written.replace(/\s+/g, ' ').trim();
    const content = withoutMarks(line);
    const isOpen = content === line && !line.startsWith('|');
    if (!isOpen || line === '' || FURNITURE.test(line)) endParagraph();
    if (!FURNITURE.test(line)) paragraph.push(isRow(line) ? rowText(line) : content);
    if (line.startsWith('#')) endParagraph();
  }
  endParagraph();
  return blocks;
}

/** `> - [ ] text` and `### text` become `text`. */
function withoutMarks(line: string): string {
  let rest = line;
  for (let depth = 0; depth < DEEPEST_MARK; depth++) {
    const shorter = rest.replace(LEADING_MARK, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

function isRow(line: string): boolean {
  return line.startsWith('|');
}

function rowText(line: string): string {
  const cells = line.split('|').map((cell) => cell.trim());
  return cells.filter((cell) => cell !== '').join(' · ');
}

/** What says how a prompt is put together; the values that it takes are text. */
const TEMPLATE_TAG = /\{\{\s*(?:#if\s[^{}]*|else\s*|\/if\s*|>[^{}]*)\}\}/g;

/** Any of the characters that the marks below begin with. */
const MARKED = /[[<&`~*_\\{]/;

/** Links become their words; tags and marks of emphasis go. */
function inlineText(text: string): string {
  if (!MARKED.test(text)) return text.replace(/\s+/g, ' ').trim();
  return text
    .replace(TEMPLATE_TAG, ' ')
    .replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^[\]]*\])/g, '$1')
    .replace(/<(https?:[^<>\s]*)>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES.get(entity) ?? entity)
    .replace(/`+|~~/g, '')
    .replace(/(?<!\\)\*+(?=\S)|(?<=[^\s\\])\*+/g, '')
    .replace(/(?<![\p{L}\p{N}_])__?(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:!?])__?(?![\p{L}\p{N}_])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Markdown without what HTML hides: each comment becomes a space, and one that never ends hides the rest. */
export function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', from)) {
    kept.push(text.slice(from, open));
    const close = text.indexOf('-->', open);
    if (close < 0) return kept.join(' ');
    from = close + '-->'.length;
  }
  kept.push(text.slice(from));
  return kept.join(' ');
}
