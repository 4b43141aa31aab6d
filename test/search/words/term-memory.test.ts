import { expect, test } from 'vitest';
import { createTermMemory } from '../../../src/search/words/term-memory.ts';

test('numbers of terms stay what they are while more is read', () => {
  const memory = createTermMemory();
  const numbers = memory.termsOfName('The brands, their “voice” and sign-ups', 'en');
  const terms = numbers.map((number) => memory.terms[number]);
  expect(terms).toEqual(['the', 'brand', 'their', 'voic', 'and', 'sign', 'up', 'signup']);
  for (let at = 0; at < 2000; at++) memory.termsOf(`word${at} wörd${at}`, 'en');
  expect(numbers.map((number) => memory.terms[number])).toEqual(terms);
  expect(memory.termsOfName('The brands, their “voice” and sign-ups', 'en')).toEqual(numbers);
});

test('a memory says when it is full, whatever fills it', () => {
  for (const word of [
    (at: number) => `w${at}`,
    (at: number) => `wort,${at}–`,
    (at: number) => `${'x'.repeat(300)}${at}`,
  ]) {
    const memory = createTermMemory();
    for (let at = 0; at < 30_000; at++) memory.termsOf(word(at), 'xx');
    expect(memory.isFull).toBe(false);
    for (let at = 30_000; at < 100_000; at++) memory.termsOf(word(at), 'xx');
    expect(memory.isFull).toBe(true);
  }
});
