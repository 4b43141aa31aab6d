/** A table as it was written: rows of fields, the first of them the header. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** The line, from 1, of a quotation mark that is never closed; its row is not there. */
  readonly unclosed?: number;
}

export type Separator = ',' | ';' | '\t';

/** Where a quoted field that begins at `from` ends: the offset of its closing quotation mark. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** Where the next separator or line end is, or the text ends. */
function fieldEnd(text: string, from: number, separator: Separator): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** A field at an offset, and where it ends; undefined when its quotation mark is never closed. */
function fieldAt(text: string, from: number, separator: Separator): { field: string; end: number } | undefined {
  if (text[from] !== '"') {
    const end = fieldEnd(text, from, separator);
    return { field: text.slice(from, end), end };
  }
  const closing = closingQuote(text, from);
  if (closing < 0) return undefined;
  const quoted = text.slice(from + 1, closing).replaceAll('""', '"');
  // text behind the closing mark is no valid CSV; it is kept
  const end = fieldEnd(text, closing + 1, separator);
  return { field: quoted + text.slice(closing + 1, end), end };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}

/**
 * Reads a table as RFC 4180 has it, with LF and CR as line ends too and with other separators. Blank lines are no rows.
 * At most `most` rows are read. Linear.
 */
export function readTable(text: string, { separator, most }: { separator: Separator; most: number }): Table {
  const rows: string[][] = [];
  let row: string[] = [];
  const endRow = (): void => {
    if (row.length > 1 || row[0]?.trim() !== '') rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && rows.length < most; ) {
    const found = fieldAt(text, at, separator);
    if (found === undefined) return { rows, unclosed: lineAt(text, at) };
    row.push(found.field);
    at = found.end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return { rows };
}
