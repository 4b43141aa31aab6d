import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFunctionWordTally } from '../../../src/search/words/function-word-tally.ts';

function tallyOf(pieces: readonly string[]): { words: number; byLanguage: Map<string, number> } {
  const tally = createFunctionWordTally();
  for (const piece of pieces) tally.read(piece);
  return { words: tally.words(), byLanguage: tally.byLanguage() };
}

test('the smallest words of a text are counted for their languages, those of several in parts', () => {
  const { words, byLanguage } = tallyOf(['the theory of und ¿que? для 12 the']);
  expect(words).toBe(6);
  // "of" is Dutch as well
  expect(byLanguage.get('en')).toBe(2.5);
  expect(byLanguage.get('de')).toBe(1);
  expect(byLanguage.get('es')).toBeCloseTo(byLanguage.get('fr') ?? 0);
  expect(byLanguage.has('ru')).toBe(false);
});

test('a text is counted alike wherever it is cut', () => {
  const word = fc.constantFrom('the', 'de', 'og', 'på', 'für', 'brand', 'ø', 'đ', ' ', ', ', '品');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.nat(60), (words, cut) => {
      const text = words.join('');
      expect(tallyOf([text.slice(0, cut), text.slice(cut)])).toEqual(tallyOf([text]));
    }),
  );
});
