import type { Sample } from './exposition.ts';

/** Seconds up to which each bucket counts. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How long things took, as a histogram. */
export interface Durations {
  add(seconds: number): void;
  samples(labels: Readonly<Record<string, string>>): Sample[];
}

export function createDurations(): Durations {
  /** How many fell into each bucket alone; the last is for those beyond all bounds. */
  const counts = new Array<number>(BOUNDS.length + 1).fill(0);
  let sum = 0;
  return {
    add(seconds) {
      const found = BOUNDS.findIndex((bound) => seconds <= bound);
      const bucket = found === -1 ? BOUNDS.length : found;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      sum += seconds;
    },
    samples(labels) {
      let upTo = 0;
      const buckets = counts.map((count, index) => {
        upTo += count;
        const le = index < BOUNDS.length ? String(BOUNDS[index]) : '+Inf';
        return { suffix: '_bucket', labels: { ...labels, le }, value: upTo };
      });
      return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: upTo }];
    },
  };
}
