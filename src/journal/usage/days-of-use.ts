/** The days on which one member used one document. Days before the window are not told apart: only the first counts. */
export interface DaysOfUse {
  /** The first day of all. */
  readonly first: number;
  /** One bit for each day of the window. */
  readonly bits: Uint32Array;
}

/** The first and the last day of a span; both belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Days that are being collected. */
export interface CollectedDays extends DaysOfUse {
  first: number;
}

export function noDays({ from, to }: Span): CollectedDays {
  return { first: Number.POSITIVE_INFINITY, bits: new Uint32Array(Math.ceil((to - from + 1) / 32)) };
}

/** Takes in a day that is not later than the window. */
export function addDay(days: CollectedDays, day: number, window: Span): void {
  if (day < days.first) days.first = day;
  const at = day - window.from;
  if (at >= 0) days.bits[at >>> 5] = (days.bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

export function countDays({ bits }: DaysOfUse): number {
  let count = 0;
  for (const word of bits) {
    for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  }
  return count;
}

/** Whether any day of a span that lies in the window is one of them. */
export function hasDayIn({ bits }: DaysOfUse, span: Span, window: Span): boolean {
  const last = Math.min(span.to, window.to) - window.from;
  for (let at = Math.max(0, span.from - window.from); at <= last; at++) {
    if (((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0) return true;
  }
  return false;
}
