const LINE_END = 0x0a;

/** A line without its end, and how many bytes had been gone through behind it. */
export interface Split {
  readonly line: Uint8Array;
  readonly end: number;
  /** Whether a line end stood behind it. */
  readonly isEnded: boolean;
}

/**
 * The lines in chunks of bytes, one chunk's at a time; blank ones are left out. Lines are cut at `longest` bytes, so that
 * memory stays bounded.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly Split[]> {
  let begun: Uint8Array = new Uint8Array();
  let done = 0;
  for await (const chunk of chunks) {
    const lines: Split[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      const line = joined(begun, chunk.subarray(start, end), longest);
      start = end + 1;
      begun = new Uint8Array();
      if (line.length > 0) lines.push({ line, end: done + start, isEnded: true });
    }
    begun = joined(begun, chunk.subarray(start), longest);
    done += chunk.length;
    yield lines;
  }
  if (begun.length > 0) yield [{ line: begun, end: done, isEnded: false }];
}

function joined(begun: Uint8Array, more: Uint8Array, longest: number): Uint8Array {
  const line = begun.length === 0 ? more : Buffer.concat([begun, more]);
  return line.subarray(0, longest);
}
