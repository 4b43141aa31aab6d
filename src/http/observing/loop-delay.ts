import { createHistogram } from 'node:perf_hooks';

/** How late the event loop ran what was due: seconds, by quantile; 1 stands for the worst. */
export type LoopDelays = ReadonlyMap<number, number>;

export interface LoopWatch {
  /** The delays since this was last asked. */
  take(): LoopDelays;
  close(): void;
}

const EVERY_MS = 20;
const QUANTILES = [0.5, 0.9, 0.99, 1];

/**
 * Measures by a timer of its own: `monitorEventLoopDelay` counts the whole interval as delay, and loses a delay that lasts
 * while it is read.
 */
export function watchLoop(): LoopWatch {
  const histogram = createHistogram();
  let last = performance.now();

  const record = (): void => {
    const now = performance.now();
    // in nanoseconds; a histogram knows no zero
    histogram.record(Math.max(1, Math.round((now - last - EVERY_MS) * 1e6)));
    last = now;
  };
  const timer = setInterval(record, EVERY_MS).unref();
  return {
    take() {
      if (performance.now() - last > EVERY_MS || histogram.count === 0) record();
      const delays = QUANTILES.map((quantile) => [quantile, histogram.percentile(quantile * 100) / 1e9] as const);
      histogram.reset();
      return new Map(delays);
    },
    close: () => clearInterval(timer),
  };
}
