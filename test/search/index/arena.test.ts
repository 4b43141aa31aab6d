import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArena, offsetOf, roomFor } from '../../../src/search/index/arena.ts';

interface Piece {
  readonly address: number;
  readonly length: number;
  readonly mark: number;
}

const action = fc.record({
  isTaking: fc.boolean(),
  length: fc.oneof(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 3000 }),
    fc.integer({ min: 1, max: 90_000 }),
  ),
  pick: fc.nat(),
});

describe('the arena', () => {
  test('gives pieces that never overlap, whatever was given back before', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 150 }), (actions) => {
        const arena = createArena();
        const pieces: Piece[] = [];
        for (const [mark, { isTaking, length, pick }] of actions.entries()) {
          const given = isTaking ? [] : pieces.splice(pick % Math.max(1, pieces.length), 1);
          for (const piece of given) arena.giveBack(piece.address, piece.length);
          if (given.length > 0) continue;
          const address = arena.take(length);
          arena.pageOf(address).fill(mark, offsetOf(address), offsetOf(address) + roomFor(length));
          pieces.push({ address, length, mark });
        }
        for (const { address, length, mark } of pieces) {
          const from = offsetOf(address);
          const units = arena.pageOf(address).subarray(from, from + roomFor(length));
          expect(units).toHaveLength(roomFor(length));
          expect(units.every((unit) => unit === mark)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('has room for every length, and little more', () => {
    const lengths = Array.from({ length: 40_000 }, (_, at) => at + 1);
    expect(lengths.filter((length) => roomFor(length) < length)).toEqual([]);
    expect(lengths.filter((length) => roomFor(length) > Math.max(2, length * 1.125))).toEqual([]);
    expect(lengths.filter((length) => roomFor(roomFor(length)) !== roomFor(length))).toEqual([]);
  });

  test('does not grow when pieces come and go', () => {
    const arena = createArena();
    const lengths = Array.from({ length: 500 }, (_, at) => 1 + ((at * 37) % 900));
    const round = (): void => {
      const taken = lengths.map((length) => ({ address: arena.take(length), length }));
      for (const { address, length } of taken) arena.giveBack(address, length);
    };
    round();
    const { bytes } = arena;
    for (let time = 0; time < 50; time++) round();
    expect(arena.bytes).toBe(bytes);
  });

  test('lets go of a page that one large piece had for itself', () => {
    const arena = createArena();
    arena.take(1);
    const { bytes } = arena;
    const large = arena.take(500_000);
    expect(arena.bytes).toBeGreaterThan(bytes + 900_000);
    arena.giveBack(large, 500_000);
    expect(arena.bytes).toBe(bytes);
  });
});
