/** Longer patterns do not fit into the bits of one number. */
export const LONGEST_PATTERN = 32;
const ASCII = 128;

/**
 * Counts the edits (insert, delete, replace, swap of neighbours: optimal string alignment) from a pattern of 1 to 32 code
 * units to any text. A column of the table of distances is kept as bits, so that a letter of the text costs a few
 * operations (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
 */
export function editsFrom(pattern: string): (text: string) => number {
  const last = 1 << (pattern.length - 1);
  const placesOf = readPlaces(pattern);

  return (text) => {
    let edits = pattern.length;
    // Which cells of the column are one more, and which one less, than the cell above them.
    let more = -1;
    let less = 0;
    // Which cells are no more than their neighbour up and left, and where the letter before this one stands.
    let diagonal = 0;
    let before = 0;
    for (let at = 0; at < text.length; at++) {
      const places = placesOf(text.charCodeAt(at));
      const swapped = ((~diagonal & places) << 1) & before;
      diagonal = (((places & more) + more) ^ more) | places | less | swapped;
      const right = less | ~(diagonal | more);
      const left = diagonal & more;
      if ((right & last) !== 0) edits++;
      else if ((left & last) !== 0) edits--;
      const shifted = (right << 1) | 1;
      more = (left << 1) | ~(diagonal | shifted);
      less = shifted & diagonal;
      before = places;
    }
    return edits;
  };
}

/** Where a letter stands in the pattern, as bits. */
function readPlaces(pattern: string): (code: number) => number {
  const ascii = new Int32Array(ASCII);
  const others = new Map<number, number>();
  for (let at = 0; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    if (code < ASCII) ascii[code] = (ascii[code] ?? 0) | (1 << at);
    else others.set(code, (others.get(code) ?? 0) | (1 << at));
  }
  return (code) => (code < ASCII ? ascii[code] : others.get(code)) ?? 0;
}
