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
 * What a reader sees of Markdown, block by block: a paragraph, a point of a list, a heading, a row of a table, whose cells
 * bear the names of their columns. No block is empty or has a line break. Takes time in proportion to the text.
 */
export function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  let columns: readonly string[] = [];
  const endParagraph = (): void => {
    const text = inlineText(paragraph.join(' '));
    if (text !== '') blocks.push(text);
    paragraph = [];
  };
  const lines = withoutComments(markdown)
    .split(/\r\n?|\n/)
    .map((written) => written.replace(/\s+/g, ' ').trim());
  for (const [at, line] of lines.entries()) {
    const content = withoutMarks(line);
    const isOpen = content === line && !isRow(line);
    if (!isOpen || line === '' || FURNITURE.test(line)) endParagraph();
    if (!isRow(line)) columns = [];
    if (isHead(line, lines[at + 1])) {
      columns = cellsOf(line).map(nameOfColumn);
      // the names come with each row; a table without any has nothing but its head
      if (!isRow(lines[at + 2])) paragraph.push(rowText(line, []));
    } else if (!FURNITURE.test(line)) paragraph.push(isRow(line) ? rowText(line, columns) : content);
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

function isRow(line: string | undefined): boolean {
  return line?.startsWith('|') ?? false;
}

/** The line between the head of a table and its rows. */
const BELOW_HEAD = /^\|[-:| ]*-[-:| ]*$/;

/** Whether a line is the head of a table, by the line below it. */
function isHead(line: string, next: string | undefined): boolean {
  return isRow(line) && next !== undefined && BELOW_HEAD.test(next) && !BELOW_HEAD.test(line);
}

/** What stands between the bars of a row, in the order of the columns; a bar behind `\` parts nothing. */
function cellsOf(line: string): string[] {
  return line
    .replace(/^\|/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** A longer name of a column is a sentence, and would be said again in every row. */
const LONGEST_COLUMN = 30;

function nameOfColumn(cell: string): string {
  const name = inlineText(cell).replace(/:$/, '');
  return name.length > LONGEST_COLUMN ? '' : name;
}

/** `Plan: Basic; Price: 9`, or `Basic · 9` where no column has a name. */
function rowText(line: string, columns: readonly string[]): string {
  const cells = cellsOf(line).map((cell, at) => ({ cell, name: columns[at] ?? '' }));
  const filled = cells.filter(({ cell }) => cell !== '');
  const isNamed = filled.some(({ name }) => name !== '');
  return filled.map(({ cell, name }) => (name === '' ? cell : `${name}: ${cell}`)).join(isNamed ? '; ' : ' · ');
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
