import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressKey, createRate } from '../../../src/http/guards/rate.ts';

/** A clock that a test sets. */
function openClock(): { now(): number; pass(milliseconds: number): void } {
  let time = 1_000_000;
  return {
    now: () => time,
    pass(milliseconds) {
      time += milliseconds;
    },
  };
}

describe('a rate', () => {
  test('gives as many turns at once as a minute has, then says how long to wait', () => {
    const { now, pass } = openClock();
    const rate = createRate({ perMinute: 20, now });
    for (let turn = 0; turn < 20; turn++) expect(rate.take('ada')).toEqual({ ok: true });
    expect(rate.take('ada')).toEqual({ ok: false, retryAfter: 3 });
    pass(2_999);
    expect(rate.take('ada')).toEqual({ ok: false, retryAfter: 1 });
    pass(1);
    expect(rate.take('ada')).toEqual({ ok: true });
    expect(rate.take('ada')).toEqual({ ok: false, retryAfter: 3 });
  });

  test('gives others theirs', () => {
    const rate = createRate({ perMinute: 1, now: () => 0 });
    rate.take('ada');
    expect(rate.take('ada').ok).toBe(false);
    expect(rate.take('grace').ok).toBe(true);
  });

  test('limits nobody when it has no end', () => {
    const rate = createRate({ perMinute: Number.POSITIVE_INFINITY, now: () => 0 });
    for (let turn = 0; turn < 5_000; turn++) expect(rate.take('ada')).toEqual({ ok: true });
  });

  test('never gives more in any time than the burst and what came back, and keeps its promise of when to try again', () => {
    const pause = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 }), fc.constant(3_600_000));
    const size = fc.record({ perMinute: fc.integer({ min: 1, max: 700 }), burst: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(size, fc.array(pause, { maxLength: 80 }), ({ perMinute, burst }, pauses) => {
        const { now, pass } = openClock();
        const rate = createRate({ perMinute, burst, now });
        const given: number[] = [];
        for (const milliseconds of pauses) {
          pass(milliseconds);
          const taken = rate.take('ada');
          if (!taken.ok) {
            pass(taken.retryAfter * 1_000);
            expect(rate.take('ada').ok).toBe(true);
          }
          given.push(now());
        }
        const last = given.at(-1) ?? 0;
        const most = given.map((time) => burst + ((last - time) * perMinute) / 60_000 + 0.001);
        expect(given.filter((_, at) => given.length - at > (most[at] ?? 0))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never stops somebody who keeps to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_200 }), (perMinute) => {
        const { now, pass } = openClock();
        const rate = createRate({ perMinute, burst: 1, now });
        for (let turn = 0; turn < 300; turn++) {
          expect(rate.take('ada').ok).toBe(true);
          pass(60_000 / perMinute);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('does not forget who is limited, however many others come', () => {
    const { now } = openClock();
    const rate = createRate({ perMinute: 20, keys: 100, now });
    for (let turn = 0; turn < 20; turn++) rate.take('attacker');
    for (let other = 0; other < 5_000; other++) expect(rate.take(`other ${other}`).ok).toBe(true);
    expect(rate.take('attacker').ok).toBe(false);
  });

  test('forgets those who used least before those who are nearly limited', () => {
    const { now } = openClock();
    const rate = createRate({ perMinute: 20, keys: 100, now });
    for (let turn = 0; turn < 19; turn++) rate.take('attacker');
    for (let other = 0; other < 5_000; other++) rate.take(`other ${other}`);
    expect(rate.take('attacker').ok).toBe(true);
    expect(rate.take('attacker').ok).toBe(false);
  });

  test('lets newcomers share one place while everybody whom it knows is limited', () => {
    const { now, pass } = openClock();
    const rate = createRate({ perMinute: 6, burst: 1, keys: 10, now });
    for (let key = 0; key < 10; key++) rate.take(`attacker ${key}`);
    expect(rate.take('newcomer').ok).toBe(true);
    expect(rate.take('another newcomer')).toEqual({ ok: false, retryAfter: 10 });
    for (let key = 0; key < 10; key++) expect(rate.take(`attacker ${key}`).ok).toBe(false);
    pass(10_000);
    for (let key = 0; key < 9; key++) expect(rate.take(`newcomer ${key}`).ok).toBe(true);
  });

  test('holds no more keys than it may when 300,000 addresses come: this ends in seconds where a search each took minutes', () => {
    const start = performance.now();
    for (const burst of [20, 1]) {
      const rate = createRate({ perMinute: 20, burst, now: () => 0 });
      for (let key = 0; key < 150_000; key++) rate.take(`2001:db8:${key}`);
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('one sender', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['0:0:0:0:0:FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::ffff:0:192.0.2.7', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['', ''],
    ['192.0.2.7:80', '192.0.2.7:80'],
  ])('is %j as %j', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });

  test('is whoever shares the first half of an IPv6 address, and nobody else', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 });
    const written = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':');
    fc.assert(
      fc.property(groups, groups, groups, (network, one, other) => {
        fc.pre(network.some((part) => part !== 0));
        const key = addressKey(`${written(network)}:${written(one)}`);
        expect(addressKey(`${written(network)}:${written(other)}`)).toBe(key);
        expect(key).toBe(`${written(network)}::/64`);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has some key whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV6(), fc.ipV4()), (text) => {
        expect(typeof addressKey(text)).toBe('string');
      }),
      { numRuns: 3_000 },
    );
  });
});
