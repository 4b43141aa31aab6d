// Figures out of samples.
import { generator } from './library.mjs';

/** The smallest sample that at least this share of them does not exceed. */
export function percentile(samples, share) {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export const mean = (samples) => samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

const RESAMPLES = 2_000;
const SEED = 20_260_101;

/** The mean of the samples with its 95 % interval, from resampling them (percentile bootstrap, always the same draws). */
export function meanWithInterval(samples) {
  const random = generator(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < samples.length; i++) sum += samples[Math.floor(random() * samples.length)];
    return sum / samples.length;
  });
  return { mean: mean(samples), low: percentile(means, 0.025), high: percentile(means, 0.975) };
}

/** What `one` has more than `other`, sample by sample, as a mean with its interval. */
export function differenceWithInterval(one, other) {
  return meanWithInterval(one.map((sample, at) => sample - other[at]));
}
