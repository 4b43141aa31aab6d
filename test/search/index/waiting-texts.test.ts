import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runThrough } from '../../../src/library/slices.ts';
import { createForwardLists, type ForwardLists } from '../../../src/search/index/forward-lists.ts';
import { createPostingLists, type PostingLists } from '../../../src/search/index/posting-lists.ts';
import type { Runs } from '../../../src/search/index/runs.ts';
import { createWaitingTexts } from '../../../src/search/index/waiting-texts.ts';

/** By slot and key: how often it stands there. */
type Texts = ReadonlyMap<number, ReadonlyMap<number, number>>;

function textsWith(key: fc.Arbitrary<number>): fc.Arbitrary<Texts> {
  const count = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1 << 20 }));
  const text = fc.array(fc.tuple(key, count), { minLength: 1, maxLength: 60 }).map((pairs) => new Map(pairs));
  return fc.array(fc.tuple(fc.nat(300), text), { maxLength: 40 }).map((texts) => new Map(texts));
}

function runsOf(text: ReadonlyMap<number, number>): Runs {
  const pairs = [...text].sort(([a], [b]) => a - b);
  const numbers = Uint32Array.from(pairs, ([key]) => key);
  return { numbers, counts: Uint32Array.from(pairs, ([, count]) => count), size: pairs.length };
}

type Posting = readonly [key: number, slot: number, count: number];

function postingsOf(texts: Texts): Posting[] {
  return [...texts].flatMap(([slot, text]) => [...text].map(([key, count]): Posting => [key, slot, count]));
}

const byKeyAndSlot = ([a, x]: Posting, [b, y]: Posting): number => a - b || x - y;

test('what waits comes out once, and the slots of a key ascend', () => {
  const anyKey = fc.oneof(fc.nat(40), fc.nat(1 << 14), fc.nat(1 << 27));
  fc.assert(
    fc.property(fc.oneof(textsWith(fc.nat(300)), textsWith(anyKey)), (texts) => {
      const forward = createForwardLists();
      const waiting = createWaitingTexts(forward);
      for (const [slot, text] of texts) {
        forward.write(slot, runsOf(text));
        waiting.add(slot, runsOf(text));
      }
      expect(waiting.postings).toBe(postingsOf(texts).length);
      const drained: Posting[] = [];
      const drain = () =>
        waiting.drain((key, { numbers, counts, from, to }) => {
          for (let at = from; at < to; at++) drained.push([key, numbers[at] ?? -1, counts[at] ?? -1]);
        });
      runThrough(drain());
      expect(drained.toSorted(([a], [b]) => a - b)).toEqual(postingsOf(texts).sort(byKeyAndSlot));
      expect(waiting.postings).toBe(0);
      drained.length = 0;
      runThrough(drain());
      expect(drained).toEqual([]);
    }),
  );
});

function enterAll(texts: Texts, { forward, lists }: { forward: ForwardLists; lists: PostingLists }): void {
  for (const [slot, text] of texts) {
    forward.write(slot, runsOf(text));
    runThrough(lists.enter(slot, runsOf(text)));
  }
}

test('lists have what waited as soon as somebody asks, in whatever order the slots came', () => {
  fc.assert(
    fc.property(textsWith(fc.nat(50)), textsWith(fc.nat(50)), (first, second) => {
      const forward = createForwardLists();
      const lists = createPostingLists(forward);
      const expected = new Map(first);
      enterAll(first, { forward, lists });
      const later = new Map([...second].filter(([slot]) => !first.has(slot)));
      if (later.size % 2 === 0)
        expect(lists.frequency(0)).toBe([...first.values()].filter((text) => text.has(0)).length);
      enterAll(later, { forward, lists });
      for (const [slot, text] of later) expected.set(slot, text);
      for (const [key, slot, count] of postingsOf(expected)) expect(lists.count(key, slot)).toBe(count);
      for (let key = 0; key <= 50; key++) {
        expect(lists.frequency(key)).toBe([...expected.values()].filter((text) => text.has(key)).length);
      }
    }),
  );
});
