import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  createLiveIndex,
  type LiveIndex,
  restoreInSteps,
  restoreLiveIndex,
} from '../../../src/search/index/live-index.ts';
import { clausesFrom, FIELDS, type Field, type Random, randomFrom, type Terms } from './random-texts.ts';
import { byName, changeOnce, createTrial, type Trial } from './trial.ts';

const NOTHING: Terms = { title: [], tags: [], body: [] };

function bytesOf(index: LiveIndex<Field>): Buffer {
  return Buffer.concat(index.save());
}

function filledTrial(seed: number): Trial {
  const trial = createTrial(seed);
  for (let step = 0; step < 60; step++) changeOnce(trial);
  return trial;
}

/** An index in which all forms of lists occur: long ones, such with gaps, and counts beyond the short form. */
function largeIndex(): LiveIndex<Field> {
  const { below } = randomFrom(6);
  const index = createLiveIndex<Field>(FIELDS);
  for (let at = 0; at < 9000; at++) {
    const often = at % 700 === 0 ? new Array<string>(20 + below(1500)).fill('often') : ['seldom'];
    index.put(`d${at}`, { title: [`t${below(50)}`], tags: [], body: [`w${below(9000)}`, 'all', ...often] });
  }
  for (let at = 0; at < 9000; at += 7) index.remove(`d${at}`);
  return index;
}

/** Everything that can be asked of an index and done to it. Nothing of it may throw. */
function useIt(index: LiveIndex<Field>, random: Random): void {
  const terms = [...index.known()];
  index.match([]);
  index.match([{ term: '*', boost: 1, wildcard: true }]);
  index.match([{ term: 'brand', boost: 1, presence: 'required' }], Uint32Array.of(0, 1, 2));
  index.weigh(
    terms.slice(0, 50).map((term) => [
      { term, weight: 1 },
      { term: 'brand', weight: 1 },
    ]),
  );
  for (const term of terms.slice(0, 20)) index.worthOf(term, random.below(10));
  index.startingWith('', 10);
  for (let at = 0; at < 5; at++) index.put(`d${at}`, { ...NOTHING, title: terms.slice(0, 30), body: ['brand', 'new'] });
  for (let slot = 0; slot < 12; slot++) index.remove(index.nameOf(slot) ?? '');
  index.save();
}

/** The bytes with the checksum that they should have. */
function withChecksum(bytes: Buffer): Buffer {
  const whole = Buffer.from(bytes);
  whole.writeUInt32LE(crc32(whole.subarray(0, -4)), whole.length - 4);
  return whole;
}

/** Restores and uses; only a RangeError may come of it. Returns whether it was taken for an index. */
function isTaken(bytes: Buffer, random: Random): boolean {
  let index: LiveIndex<Field>;
  try {
    index = restoreLiveIndex(bytes, FIELDS);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return false;
  }
  useIt(index, random);
  return true;
}

describe('a saved index', () => {
  test('answers as before when it is restored, and can be changed on', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const trial = filledTrial(seed);
      const restored = restoreLiveIndex(bytesOf(trial.index), FIELDS);
      for (let asked = 0; asked < 40; asked++) {
        const clauses = clausesFrom(trial.random, trial.analysis);
        expect(byName(restored, restored.match(clauses))).toEqual(byName(trial.index, trial.index.match(clauses)));
      }
      expect([...restored.known()]).toEqual([...trial.index.known()]);
      for (const [name, terms] of trial.texts) {
        restored.put(name, { ...terms, title: ['other'] });
        trial.index.put(name, { ...terms, title: ['other'] });
      }
      const other = [
        { term: 'other', boost: 1 },
        { term: 'brand', boost: 2 },
      ];
      expect(byName(restored, restored.match(other))).toEqual(byName(trial.index, trial.index.match(other)));
    }
  });

  test('is the same when it is saved again', () => {
    const bytes = bytesOf(largeIndex());
    expect(bytesOf(restoreLiveIndex(bytes, FIELDS)).equals(bytes)).toBe(true);
  });

  test('may be empty, and may lie anywhere in memory', () => {
    const bytes = bytesOf(createLiveIndex<Field>(FIELDS));
    for (const before of [0, 1, 2, 3]) {
      const shifted = Buffer.concat([Buffer.alloc(before), bytes]).subarray(before);
      const index = restoreLiveIndex(shifted, FIELDS);
      expect(index.put('a', { ...NOTHING, body: ['brand'] })).toBe(0);
    }
  });

  test('keeps names and terms of whatever characters', () => {
    const index = createLiveIndex<Field>(FIELDS);
    const odd = ['', '\ud800', '"\\\n', '\u00e9', 'e\u0301', '品牌', '__proto__'];
    for (const name of odd) index.put(name, { ...NOTHING, body: odd });
    const restored = restoreLiveIndex(bytesOf(index), FIELDS);
    for (const name of odd) expect(restored.nameOf(restored.slotOf(name) ?? -1)).toBe(name);
    expect([...restored.known()]).toEqual(odd.slice(1).sort());
  });

  test('is saved and restored in many steps', () => {
    const index = largeIndex();
    const saving = index.saveInSteps();
    let saved = saving.next();
    let count = 0;
    for (; !saved.done; saved = saving.next()) count++;
    expect(count).toBeGreaterThan(4);
    const restoring = restoreInSteps(Buffer.concat(saved.value), FIELDS);
    let restored = restoring.next();
    for (count = 0; !restored.done; restored = restoring.next()) count++;
    expect(count).toBeGreaterThan(4);
    expect(restored.value.size).toBe(index.size);
  });

  test('is never half of what was before a change and half of what was after it', () => {
    const index = largeIndex();
    const saving = index.saveInSteps();
    saving.next();
    index.put('other', NOTHING);
    expect(() => saving.next()).toThrow('changed while it was saved');
    const change = index.putInSteps('huge', { ...NOTHING, body: Array.from({ length: 9000 }, (_, at) => `new${at}`) });
    change.next();
    expect(() => index.save()).toThrow('changed while it was saved');
  });

  test('is refused when the fields are others, or come in another order', () => {
    const bytes = bytesOf(filledTrial(1).index);
    expect(() => restoreLiveIndex(bytes, [...FIELDS].reverse())).toThrow('other fields');
    expect(() => restoreLiveIndex(bytes, [{ name: 'title', boost: 1 }])).toThrow(RangeError);
    const boosted = FIELDS.map(({ name }) => ({ name, boost: 7 }));
    expect(restoreLiveIndex(bytes, boosted).size).toBe(filledTrial(1).index.size);
  });

  test('is refused when a bit is wrong or a part is missing', () => {
    const random = randomFrom(9);
    const bytes = bytesOf(filledTrial(2).index);
    for (let time = 0; time < 300; time++) {
      const damaged = Buffer.from(bytes);
      const at = random.below(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8));
      expect(isTaken(damaged, random)).toBe(false);
      expect(isTaken(bytes.subarray(0, at), random)).toBe(false);
    }
    expect(isTaken(Buffer.concat([bytes, bytes]), random)).toBe(false);
  });

  test('never makes trouble later, even when the checksum of wrong bytes is right', () => {
    const random = randomFrom(10);
    for (const { bytes, times } of [
      { bytes: bytesOf(filledTrial(3).index), times: 500 },
      { bytes: bytesOf(largeIndex()), times: 60 },
    ]) {
      let taken = 0;
      for (let time = 0; time < times; time++) {
        const damaged = Buffer.from(bytes);
        for (let flips = 0; flips <= random.below(3); flips++) {
          damaged[random.below(time % 2 === 0 ? damaged.length : 400)] = random.below(256);
        }
        if (isTaken(withChecksum(damaged), random)) taken++;
        const from = 2 * random.below(bytes.length / 2);
        const cut = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 2 * random.below(40))]);
        if (cut.length < bytes.length && isTaken(withChecksum(cut), random)) taken++;
      }
      // Nothing but the letters of names and terms can be another and still make sense.
      expect(taken).toBeLessThan(times);
    }
  });
});
