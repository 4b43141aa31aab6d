import { afterEach, expect, it, vi } from 'vitest';
import { type Turn, type Turns, takeTurns } from '../../../src/library/disk/turns.ts';

let turns: Turns | undefined;
afterEach(() => turns?.stop());

const now = (): number => performance.now();
const soon = { timeout: 20_000, interval: 10 };

it('a turn that throws is reported, and the next ones are taken', async () => {
  const faults: unknown[] = [];
  const taken: number[] = [];
  turns = takeTurns({
    now,
    next: (): Turn => ({ kind: 'look', at: taken.length < 3 ? now() : now() + 60_000, isByTimer: false }),
    act: async () => {
      taken.push(now());
      if (taken.length === 1) throw new Error('once');
    },
    onFault: (fault) => faults.push(String(fault)),
  });
  turns.plan();
  await vi.waitFor(() => expect(taken).toHaveLength(3), soon);
  expect(faults).toEqual(['Error: once']);
});

it('a turn that throws again and again does not keep the process busy', async () => {
  const taken: number[] = [];
  turns = takeTurns({
    now,
    next: (): Turn => ({ kind: 'look', at: 0, isByTimer: false }),
    act: async () => {
      taken.push(now());
      throw new Error('always');
    },
    onFault: () => turns?.plan(),
  });
  turns.plan();
  await vi.waitFor(() => expect(taken).toHaveLength(3), soon);
  const [first = 0, second = 0, third = 0] = taken;
  expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(1_000);
});
