import { describe, expect, test } from 'vitest';
import { createForwardLists } from '../../../src/search/index/forward-lists.ts';
import { MOST_IN_BLOCK } from '../../../src/search/index/posting-block.ts';
import { createPostingLists, type PostingLists } from '../../../src/search/index/posting-lists.ts';
import { createScan, createScanAmong, type Scan } from '../../../src/search/index/scan.ts';
import { randomFrom } from './random-texts.ts';

type Model = Map<number, Map<number, number>>;

function readAll(scan: Scan, key: number): { place: number; slot: number; count: number }[] {
  const all: { place: number; slot: number; count: number }[] = [];
  scan.open(key);
  for (let read = scan.next(); read > 0; read = scan.next()) {
    for (let at = 0; at < read; at++) {
      all.push({ place: scan.places[at] ?? -1, slot: scan.slots[at] ?? -1, count: scan.counts[at] ?? -1 });
    }
  }
  return all;
}

function modelOf(model: Model, key: number): { slot: number; count: number }[] {
  const list = [...(model.get(key) ?? [])].map(([slot, count]) => ({ slot, count }));
  return list.sort((a, b) => a.slot - b.slot);
}

function expectSame(lists: PostingLists, model: Model, keys: number): void {
  const scan = createScan(lists);
  for (let key = 0; key < keys; key++) {
    const expected = modelOf(model, key);
    expect(readAll(scan, key).map(({ slot, count }) => ({ slot, count }))).toEqual(expected);
    expect(lists.frequency(key)).toBe(expected.length);
  }
}

const KEYS = 4;

/** Sets and drops at random, in waves, so that lists grow to many blocks, shrink, and vanish. */
function churn(lists: PostingLists, model: Model, seed: number): void {
  const { below, oneOf } = randomFrom(seed);
  const slots = oneOf([50, 2000, 300_000, 4_000_000], 50);
  for (let wave = 0; wave < 8; wave++) {
    const likely = wave % 2 === 0 ? 9 : 2;
    for (let step = 0; step < 900; step++) {
      const key = below(KEYS);
      const list = model.get(key) ?? new Map<number, number>();
      model.set(key, list);
      if (below(10) < likely) {
        const slot = below(4) === 0 ? oneOf([...list.keys()], 0) : below(slots);
        const count = below(6) === 0 ? below(5000) + 1 : below(3) + 1;
        lists.set(key, slot, count);
        list.set(slot, count);
      } else {
        const slot = oneOf([...list.keys()], below(slots));
        lists.drop(key, slot);
        list.delete(slot);
      }
    }
  }
}

describe('the posting lists', () => {
  test('have what was set and not dropped, however many blocks that takes', () => {
    for (let seed = 1; seed <= 16; seed++) {
      const lists = createPostingLists(createForwardLists());
      const model: Model = new Map();
      churn(lists, model, seed);
      expectSame(lists, model, KEYS);
      const { below } = randomFrom(seed);
      for (let key = 0; key < KEYS; key++) {
        for (let time = 0; time < 50; time++) {
          const slot = below(2000);
          expect(lists.count(key, slot)).toBe(model.get(key)?.get(slot) ?? 0);
        }
        for (const [slot, count] of model.get(key) ?? []) expect(lists.count(key, slot)).toBe(count);
      }
    }
  });

  test('can be emptied in any order and filled again', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { next } = randomFrom(seed);
      const lists = createPostingLists(createForwardLists());
      const slots = Array.from({ length: 1500 }, (_, at) => at * 3);
      for (let time = 0; time < 2; time++) {
        for (const slot of slots) lists.set(1, slot, 1);
        expect(lists.blocks(1)).toBeGreaterThan(slots.length / MOST_IN_BLOCK);
        const order = slots.map((slot) => ({ slot, at: next() })).sort((a, b) => a.at - b.at);
        for (const { slot } of order) lists.drop(1, slot);
        expect([lists.frequency(1), lists.blocks(1), lists.block(1, 0)]).toEqual([0, 0, undefined]);
      }
    }
  });

  test('are asked among some slots and answer for those alone, with the place of each', () => {
    const { below } = randomFrom(5);
    for (const most of [3, 60, 4000]) {
      const lists = createPostingLists(createForwardLists());
      const model: Model = new Map();
      churn(lists, model, most);
      const among = Uint32Array.from(
        [...new Set(Array.from({ length: most }, () => below(2000)))].sort((a, b) => a - b),
      );
      const scan = createScanAmong(lists, among);
      for (let key = 0; key < KEYS; key++) {
        const expected = modelOf(model, key).flatMap(({ slot, count }) => {
          const place = among.indexOf(slot);
          return place === -1 ? [] : [{ place, slot, count }];
        });
        expect(readAll(scan, key)).toEqual(expected);
      }
    }
  });

  test('fill their blocks when slots come in order', () => {
    const lists = createPostingLists(createForwardLists());
    for (let slot = 0; slot < 100 * MOST_IN_BLOCK; slot++) lists.set(0, slot, 1);
    expect(lists.blocks(0)).toBe(100);
  });

  test('give back the memory of lists that have become short', () => {
    const lists = createPostingLists(createForwardLists());
    const fill = (from: number): void => {
      for (let key = from; key < from + 1500; key++) for (let slot = 0; slot < 200; slot++) lists.set(key, slot, 1);
    };
    fill(0);
    const { bytes } = lists;
    for (let key = 0; key < 1500; key++) for (let slot = 1; slot < 200; slot++) lists.drop(key, slot);
    fill(1500);
    expect(lists.bytes).toBeLessThan(1.1 * bytes);
  });

  test('need no more memory after thousands of changes than before', () => {
    const { below } = randomFrom(8);
    const lists = createPostingLists(createForwardLists());
    for (let slot = 0; slot < 20_000; slot++) lists.set(below(10), slot, 1);
    const { bytes } = lists;
    for (let time = 0; time < 50_000; time++) {
      const [key, slot] = [below(10), below(20_000)];
      if (lists.count(key, slot) > 0) lists.drop(key, slot);
      else if (lists.frequency(key) < 2200) lists.set(key, slot, 1);
    }
    expect(lists.bytes).toBeLessThanOrEqual(2 * bytes);
  });
});
