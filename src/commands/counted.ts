import { type Diagnostic, formatDiagnostic } from '../library/diagnostic.ts';
import { safeForTerminal } from '../library/text/unsafe-text.ts';

/** The longest line that is printed. */
const LONGEST_LINE = 1_000;

/** The lines of one diagnostic, safe for any terminal: the place and the message, the hint indented below. */
export function linesOfDiagnostic(diagnostic: Diagnostic): string[] {
  const [first = '', ...below] = formatDiagnostic(diagnostic).split('\n');
  return [
    safeForTerminal(first, LONGEST_LINE),
    ...below.map((line) => `    ${safeForTerminal(line.trim(), LONGEST_LINE)}`),
  ];
}

/** `1 error`, `2 errors`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
