import { linesOf } from './lines.ts';

/** What YAML may cost. Nobody's front matter comes near; a text that was made to hurt stays within these. */
export const LIMITS = {
  characters: 65_536,
  lines: 2000,
  blankLines: 50,
  /** Values within values. */
  depth: 32,
  /** Values in all, those that an alias repeats included. */
  values: 10_000,
  aliases: 100,
  diagnostics: 20,
} as const;

/** Brackets that may be open at one time, and brackets in all. Those in quotes count too, so there have to be more than `depth`. */
const OPEN_BRACKETS = 64;
const BRACKETS = 4000;
/** Columns of indentation plus indicators in one line: as deep as a parser could be led by this line and those above. */
const STEPS = 200;

export interface ExceededLimit {
  readonly offset: number;
  readonly message: string;
  readonly hint?: string;
}

/**
 * The first limit that a YAML text exceeds before it is parsed. The text ends its lines with LF. Depth has to be bounded
 * here: a parser that exhausts the stack inside a regular expression takes the process with it. Linear.
 */
export function exceededLimit(source: string): ExceededLimit | undefined {
  const { characters, lines } = LIMITS;
  if (source.length > characters) return { offset: 0, message: `The fields are longer than ${characters} characters.` };
  let count = 0;
  for (const { start, end } of linesOf(source)) {
    if (++count > lines) return { offset: start, message: `The fields go on for more than ${lines} lines.` };
    if (stepsIn(source.slice(start, end)) > STEPS)
      return { offset: start, message: 'This line nests values too deeply, or is indented too far.' };
  }
  return exceededBlanks(source) ?? exceededBrackets(source);
}

/** Other characters than LF end a line in a regular expression, so they count as lines here. */
function exceededBlanks(source: string): ExceededLimit | undefined {
  for (const { 0: blanks, index } of source.matchAll(/\s+/g)) {
    const lines = blanks.match(/[\n\r\u2028\u2029]/g)?.length ?? 0;
    if (lines > LIMITS.blankLines + 1)
      return {
        offset: index,
        message: `More than ${LIMITS.blankLines} blank lines stand here.`,
        hint: 'Delete the blank lines.',
      };
  }
  return undefined;
}

function exceededBrackets(source: string): ExceededLimit | undefined {
  let open = 0;
  let count = 0;
  for (const { 0: bracket, index } of source.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > OPEN_BRACKETS) return { offset: index, message: `More than ${OPEN_BRACKETS} brackets are open here.` };
    if (++count > BRACKETS) return { offset: index, message: `There are more than ${BRACKETS} brackets.` };
  }
  return undefined;
}

function stepsIn(line: string): number {
  if (line.length <= STEPS) return 0;
  const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const isBlank = indentation === line.length;
  return isBlank ? 0 : indentation + (line.match(/[-?:](?=[ \t]|$)/g)?.length ?? 0);
}
