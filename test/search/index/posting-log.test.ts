import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostingLists } from '../../../src/search/index/posting-lists.ts';
import { createPostingLog } from '../../../src/search/index/posting-log.ts';

const anyPostings = fc.array(
  fc.record({
    key: fc.oneof(fc.nat(3), fc.nat(1 << 27)),
    slot: fc.nat(300),
    count: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1 << 20 })),
  }),
  { maxLength: 300 },
);

test('postings come out by key, and those of one key as they came in', () => {
  fc.assert(
    fc.property(anyPostings, (postings) => {
      const log = createPostingLog();
      for (const { key, slot, count } of postings) log.add(key, slot, count);
      const drained: typeof postings = [];
      log.drain((key, { slots, counts, from, to }) => {
        for (let at = from; at < to; at++) drained.push({ key, slot: slots[at] ?? -1, count: counts[at] ?? -1 });
      });
      expect(drained).toEqual(postings.toSorted((a, b) => a.key - b.key));
      log.drain(() => expect.unreachable());
    }),
  );
});

test('lists that nobody reads meanwhile have what was set last', () => {
  const few = anyPostings.map((postings) => postings.map(({ key, ...rest }) => ({ ...rest, key: key % 50 })));
  fc.assert(
    fc.property(few, few, (first, second) => {
      const lists = createPostingLists();
      const expected = new Map<string, number>();
      for (const postings of [first, second]) {
        for (const { key, slot, count } of postings) {
          lists.set(key, slot, count);
          expected.set(`${key} ${slot}`, count);
        }
        for (const [name, count] of expected) {
          const [key = 0, slot = 0] = name.split(' ').map(Number);
          expect(lists.count(key, slot)).toBe(count);
        }
      }
      for (let key = 0; key < 50; key++) {
        const size = [...expected.keys()].filter((name) => name.startsWith(`${key} `)).length;
        expect(lists.frequency(key)).toBe(size);
      }
    }),
  );
});
