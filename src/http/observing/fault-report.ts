import { oneLine } from '../../library/text/one-line.ts';

/** A fault as a log shows it: where in our code it happened, and nothing of what a client sent. */
export interface FaultReport {
  readonly fault: string;
  /** Lines of the form `at place`, the innermost first. */
  readonly stack?: string;
  readonly cause?: FaultReport;
}

const LONGEST_MESSAGE = 300;
const MOST_FRAMES = 30;
const MOST_CAUSES = 3;

/** Messages of the system quote what they could not read, such as the body of a request, between double quotes. */
function withoutQuotes(message: string): string {
  return message.replace(/".*"/s, '"…"');
}

/** The frames alone: the text before them is the message, which may have any number of lines. */
function framesOf({ message, stack = '' }: Error): string {
  const begin = stack.indexOf(message);
  const behind = begin === -1 ? stack : stack.slice(begin + message.length);
  const frames = behind.split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, MOST_FRAMES)
    .map((frame) => oneLine(frame.trim(), LONGEST_MESSAGE))
    .join('\n');
}

/** Only what is an Error is described; a thrown text could be anybody's. Properties of errors are left out. */
export function reportOf(fault: unknown, depth = 1): FaultReport {
  if (!(fault instanceof Error)) return { fault: `a thrown ${typeof fault}` };
  const message = withoutQuotes(fault.message);
  const isLast = depth > MOST_CAUSES || fault.cause === undefined;
  return {
    fault: oneLine(message === '' ? fault.name : `${fault.name}: ${message}`, LONGEST_MESSAGE),
    stack: framesOf(fault),
    ...(isLast ? {} : { cause: reportOf(fault.cause, depth + 1) }),
  };
}
