import { isIPv6 } from 'node:net';

export type Taken =
  | { readonly ok: true }
  | { readonly ok: false /** Whole seconds, at least 1. */; readonly retryAfter: number };

/** How often somebody may do something. */
export interface Rate {
  /** Takes one turn of this key. Refused turns cost nothing. */
  take(key: string): Taken;
}

export interface RateOptions {
  /** Turns that come back to a key in a minute; infinitely many where nobody is limited. */
  readonly perMinute: number;
  /** Turns that a key has at once after a rest; as many as come back in a minute, unless it is given. */
  readonly burst?: number;
  /** Keys that are remembered. */
  readonly keys?: number;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** The share of the keys that is forgotten at once, so that many newcomers pay for one search. */
const FORGOTTEN_AT_ONCE = 0.1;
/** How long no other search is made after one that found too few keys to forget. */
const CROWDED_MS = 1_000;
/** Milliseconds by which sums of turns may be off. */
const ROUNDING = 0.001;
/** Shared by all who come while there is room for no other key; none is written like this. */
const NEWCOMERS = '\0newcomers';

/**
 * A token bucket a key, kept as one number: when it will be full again (the generic cell rate algorithm). A key whose
 * bucket is full is like one that never came. When there is no room for another key, those with the fullest buckets are
 * forgotten first, and those without a turn left never: while nobody else is there, newcomers share one bucket.
 */
export function createRate(options: RateOptions): Rate {
  const { perMinute, burst = perMinute, keys = 10_000, now = () => performance.now() } = options;
  const turnMs = 60_000 / perMinute;
  const burstMs = turnMs === 0 ? 0 : burst * turnMs;
  const fullAt = new Map<string, number>();
  const batch = Math.ceil(keys * FORGOTTEN_AT_ONCE);
  let crowdedUntil = Number.NEGATIVE_INFINITY;

  /** How long it takes until this bucket holds a turn; not above 0 when it does. */
  const waitFor = (full: number, time: number): number => Math.max(full, time) + turnMs - time - burstMs;
  const isLimited = (full: number, time: number): boolean => waitFor(full, time) > ROUNDING;

  const makeRoom = (time: number): void => {
    const spare = [...fullAt].filter(([, full]) => !isLimited(full, time)).sort(([, a], [, b]) => a - b);
    for (const [key] of spare.slice(0, batch)) fullAt.delete(key);
    if (spare.length < batch) crowdedUntil = time + CROWDED_MS;
  };
  const placeOf = (key: string, time: number): string => {
    if (fullAt.has(key) || fullAt.size < keys) return key;
    if (time >= crowdedUntil) makeRoom(time);
    return fullAt.size < keys ? key : NEWCOMERS;
  };

  return {
    take(key) {
      const time = now();
      const place = placeOf(key, time);
      const full = fullAt.get(place) ?? time;
      if (isLimited(full, time)) return { ok: false, retryAfter: Math.max(1, Math.ceil(waitFor(full, time) / 1_000)) };
      fullAt.set(place, Math.max(full, time) + turnMs);
      return { ok: true };
    },
  };
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  // URLs write every address in one way: no zeros in front, no dotted end, one "::" at most
  const written = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = written.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail];
}

/**
 * What counts as one sender: an IPv4 address, also where it comes as IPv6, or the /64 network of an IPv6 address, of which
 * everybody has all. Anything else is what it is.
 */
export function addressKey(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return `${groups.slice(0, 4).join(':')}::/64`;
  const bytes = groups.slice(6).flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
  return bytes.join('.');
}
