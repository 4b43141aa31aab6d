import { readTable, type Separator } from '../csv.ts';
import { BRACES, cutAt, named, type Placeholder } from '../engines/plain-placeholders.ts';
import { type PromptSource, type Reading, userTurn } from '../foreign-prompt.ts';
import { textsOf } from '../values.ts';

/** The columns that are understood, each under the names that people give it. */
const COLUMNS = [
  ['title', ['title', 'act', 'name']],
  ['prompt', ['prompt', 'text', 'content']],
  ['description', ['description']],
  ['tags', ['tags', 'tag', 'category', 'categories']],
  ['author', ['author', 'authors', 'contributor']],
] as const;
type Column = (typeof COLUMNS)[number][0];

const SEPARATORS: readonly Separator[] = [',', ';', '\t'];
const MOST_ROWS = 5_000;

/** `{{ name }}`, `${name}` and `${name:what is filled in by itself}`. */
const PLACEHOLDER = new RegExp(
  `${BRACES.source}|\\$\\{(?<word>[\\p{L}_][\\p{L}\\p{M}\\p{N}_ -]{0,99})(?::(?<given>[^{}\\r\\n]{0,1000}))?\\}`,
  'gu',
);

function placeholderOf(match: RegExpExecArray): Placeholder | undefined {
  const { word, given } = match.groups ?? {};
  return word === undefined ? named(match) : { name: word.trim(), default: given };
}

/** Where each column stands in the header. */
function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const found = new Map<Column, number>();
  for (const [column, spellings] of COLUMNS) {
    const index = spellings.map((spelling) => names.indexOf(spelling)).find((each) => each >= 0);
    if (index !== undefined) found.set(column, index);
  }
  return found;
}

function readWith(text: string, separator: Separator) {
  const [header = []] = readTable(text.slice(0, 10_000), { separator, most: 1 }).rows;
  const columns = columnsOf(header);
  return columns.has('title') && columns.has('prompt') ? { separator, header, columns } : undefined;
}

interface Row {
  readonly number: number;
  readonly of: (column: Column) => string;
}

function readRow({ number, of }: Row, remarks: readonly string[]): Reading {
  const part = `row ${number}`;
  if (of('prompt').trim() === '') return { type: 'none', part, reason: 'It has no text.' };
  const { pieces, variables } = cutAt(of('prompt'), PLACEHOLDER, placeholderOf);
  const prompt = {
    title: of('title') || `Prompt ${number}`,
    description: of('description'),
    tags: textsOf(of('tags')),
    authors: textsOf(of('author')),
    variables,
    turns: userTurn(pieces),
    remarks,
  };
  return { type: 'prompt', prompt, part };
}

function remarkOnColumns(header: readonly string[], columns: ReadonlyMap<Column, number>): string[] {
  const used = new Set(columns.values());
  const others = header.filter((name, index) => !used.has(index) && name.trim() !== '');
  return others.length === 0 ? [] : [`Columns that are not carried over: ${others.join(', ')}.`];
}

/** A table with a row for each prompt. */
export function readPromptTable({ text }: PromptSource): readonly Reading[] {
  const layout = SEPARATORS.map((separator) => readWith(text, separator)).find((each) => each !== undefined);
  if (layout === undefined) {
    const reason = 'It has no columns "title" (or "act") and "prompt" in its first line.';
    return [{ type: 'none', reason }];
  }
  const { separator, header, columns } = layout;
  const { rows, unclosed } = readTable(text, { separator, most: MOST_ROWS + 2 });
  const ofColumns = remarkOnColumns(header, columns);
  const readings = rows.slice(1, MOST_ROWS + 1).map((fields, index) => {
    const of = (column: Column): string => fields[columns.get(column) ?? -1]?.trim() ?? '';
    // what is true of the whole table is said once
    return readRow({ number: index + 1, of }, index === 0 ? ofColumns : []);
  });
  if (rows.length > MOST_ROWS + 1) {
    readings.push({ type: 'none', reason: `Only the first ${MOST_ROWS.toLocaleString('en-US')} rows are read.` });
  }
  if (unclosed !== undefined) {
    const reason = `The quotation mark in line ${unclosed} is never closed, so nothing from there on can be read.`;
    readings.push({ type: 'none', reason });
  }
  return readings;
}
