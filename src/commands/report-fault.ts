import { oneLine } from '../library/text/one-line.ts';

/** Reports what is wrong with us: the stack on stderr, never on the protocol's channel. */
export function reportFault(fault: unknown): void {
  console.error(fault instanceof Error ? (fault.stack ?? fault.message) : oneLine(fault));
}
