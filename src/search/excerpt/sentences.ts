const ENDS = '.!?…';
/** These end a sentence without a space behind them. */
const WIDE_ENDS = '。！？｡';
const CLOSERS = '"\'”’»)]）」』】';

/** The sentences of one line of text, in their order and without the spaces between them. Takes one pass. */
export function sentencesOf(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = nextEnd(line, 0); at < line.length; at = nextEnd(line, at + 1)) {
    const isWide = WIDE_ENDS.includes(line.charAt(at));
    let end = at + 1;
    while (end < line.length && (isEnd(line, end) || CLOSERS.includes(line.charAt(end)))) end++;
    if (isWide || beginsSentence(line, end)) {
      sentences.push(line.slice(start, end).trim());
      start = end;
    }
    at = end - 1;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

function isEnd(line: string, at: number): boolean {
  const char = line.charAt(at);
  return ENDS.includes(char) || WIDE_ENDS.includes(char);
}

const END = /[.!?…。！？｡]/g;

/** Where the next mark stands that may end a sentence; the length of the line when there is none. */
function nextEnd(line: string, from: number): number {
  END.lastIndex = from;
  return END.exec(line)?.index ?? line.length;
}

/** What follows a space and is not a small letter: "e.g. this" goes on. */
function beginsSentence(line: string, at: number): boolean {
  return line.charAt(at) === ' ' && !/\p{Ll}/u.test(line.charAt(at + 1));
}
