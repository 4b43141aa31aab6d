import type { Document } from '../../library/document.ts';
import { minutesNamed } from '../../library/fields.ts';

/** What a workflow saves each time, by what its author stated; undefined when it states nothing, or no gain. */
export function minutesEachTime({ fields }: Document): number | undefined {
  const before = minutesNamed(fields, 'minutes_before');
  const after = minutesNamed(fields, 'minutes_after');
  if (before === undefined || after === undefined || after < 0 || before <= after) return undefined;
  return before - after;
}

/** What a win saved, as it was logged. */
export function minutesOfWin({ fields }: Document): number | undefined {
  const minutes = minutesNamed(fields, 'saved_minutes');
  return minutes === undefined || minutes < 0 ? undefined : minutes;
}
