const CLOSING = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“”'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['«', '»'],
]);

/** Where the quotation that begins at `first` ends: the index of the value that closes it. */
function closingIndex(values: readonly string[], first: number): number | undefined {
  const closing = CLOSING.get(values[first]?.[0] ?? '');
  if (closing === undefined) return undefined;
  for (let index = first; index < values.length; index++) {
    const value = values[index] ?? '';
    const last = value.at(-1);
    const isOpening = index === first && value.length === 1;
    if (!isOpening && last !== undefined && closing.includes(last)) return index;
  }
  return undefined;
}

/**
 * Joins what a client split at spaces although it stood in quotes: `"spring`, `sale"`, `warm` become `spring sale`,
 * `warm`; the values after it move up. `values` are what was typed, in the order of the prompt's arguments. Values with
 * spaces in them did not come from such a client (only the last one may, where the rest of the line goes into it) and
 * stay as they are, and so does a quote that nothing closes.
 */
export function joinQuoted(values: readonly string[]): readonly string[] {
  const typed = values.map((value) => value.trim());
  if (typed.slice(0, -1).some((value) => /\s/.test(value))) return values;
  const joined: string[] = [];
  for (let index = 0; index < typed.length; index++) {
    const end = closingIndex(typed, index);
    const words = end === undefined ? '' : typed.slice(index, end + 1).join(' ');
    const isWhole = end === index && /\s/.test(words);
    if (end === undefined || isWhole) {
      joined.push(values[index] ?? '');
    } else {
      joined.push(words.slice(1, -1).trim());
      index = end;
    }
  }
  return joined;
}

/** Whether a client seems to have split a quotation whose end it did not send. */
export function hasOpenQuote(values: readonly string[]): boolean {
  const isSplit = values.length > 1 && values.every((value) => !/\s/.test(value.trim()));
  return isSplit && values.some((value) => /^["“„«]/.test(value.trim()));
}
