import { describe, expect, test } from 'vitest';
import { createVocabulary, type Vocabulary } from '../../../src/search/index/vocabulary.ts';
import { randomFrom } from './random-texts.ts';

function termsInOrder({ sorted, termOf }: Vocabulary): (string | undefined)[] {
  return Array.from({ length: sorted.size }, (_, at) => termOf(sorted.at(at)));
}

describe('the vocabulary', () => {
  test('keeps the terms in order, whenever they came', () => {
    const { below } = randomFrom(4);
    const vocabulary = createVocabulary();
    const terms = new Set<string>();
    for (let at = 0; at < 5000; at++) {
      const term = String(below(100_000));
      terms.add(term);
      vocabulary.retain(vocabulary.idOf(term));
      if (at % 700 === 0) expect(termsInOrder(vocabulary)).toEqual([...terms].sort());
    }
    expect(termsInOrder(vocabulary)).toEqual([...terms].sort());
    expect(vocabulary.sorted.startOf('5')).toBe([...terms].sort().findIndex((term) => term >= '5'));
    expect(vocabulary.sorted.endOf('5')).toBe([...terms].sort().findIndex((term) => term >= '6'));
  });

  test('knows a term as long as a text has it', () => {
    const vocabulary = createVocabulary();
    const id = vocabulary.idOf('brand');
    expect(vocabulary.find('brand')).toBeUndefined();
    vocabulary.retain(id);
    vocabulary.retain(id);
    vocabulary.release(id);
    expect([vocabulary.find('brand'), vocabulary.size, vocabulary.textsWith(id)]).toEqual([id, 1, 1]);
    vocabulary.release(id);
    expect([vocabulary.find('brand'), vocabulary.size]).toEqual([undefined, 0]);
  });

  test('gives the numbers of terms that nobody uses to others, once they are many', () => {
    const vocabulary = createVocabulary();
    for (let at = 0; at < 100_000; at++) {
      const id = vocabulary.idOf(`term ${at}`);
      vocabulary.retain(id);
      vocabulary.release(id);
      for (const _ of vocabulary.tidy());
    }
    expect(vocabulary.end).toBeLessThan(3000);
    expect(vocabulary.sorted.size).toBeLessThan(3000);
    const last = vocabulary.idOf('term 99999');
    expect(vocabulary.termOf(last)).toBe('term 99999');
  });

  test('takes over terms with their order, and refuses one that is none', () => {
    const vocabulary = createVocabulary();
    vocabulary.restore(['b', undefined, 'a']);
    for (const order of [[2], [0, 2], [2, 2], [2, 1], [2, 0, 7]]) {
      expect(() => vocabulary.restoreOrder(Uint32Array.from(order))).toThrow(RangeError);
    }
    vocabulary.restoreOrder(Uint32Array.of(2, 0));
    expect(vocabulary.idOf('new')).toBe(1);
    expect(termsInOrder(vocabulary)).toEqual(['a', 'b', 'new']);
    expect(() => vocabulary.restore(['a'])).toThrow(RangeError);
  });
});
