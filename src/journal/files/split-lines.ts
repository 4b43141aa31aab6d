const LINE_END = 0x0a;

/** A line without its end, and how many bytes had been gone through behind it. */
export interface Split {
  readonly line: Uint8Array;
  readonly end: number;
  /** Whether nothing more of it can come: a line end stood behind it, or it is too long. */
  readonly isDone: boolean;
}

/**
 * The lines in chunks of bytes, one chunk's at a time; blank ones are left out. Of lines that are longer than `longest`
 * bytes nothing is kept: they are empty.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<readonly Split[]> {
  let begun: Uint8Array = new Uint8Array();
  let isTooLong = false;
  let done = 0;
  const add = (more: Uint8Array): void => {
    isTooLong ||= begun.length + more.length > longest;
    if (isTooLong) begun = new Uint8Array();
    else begun = begun.length === 0 ? more : Buffer.concat([begun, more]);
  };
  const take = (end: number, hasEnd: boolean): Split[] => {
    const split = { line: begun, end, isDone: hasEnd || isTooLong };
    const isBlank = begun.length === 0 && !isTooLong;
    begun = new Uint8Array();
    isTooLong = false;
    return isBlank ? [] : [split];
  };
  for await (const chunk of chunks) {
    const lines: Split[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end !== -1; end = chunk.indexOf(LINE_END, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      lines.push(...take(done + start, true));
    }
    add(chunk.subarray(start));
    done += chunk.length;
    yield lines;
  }
  yield take(done, false);
}
