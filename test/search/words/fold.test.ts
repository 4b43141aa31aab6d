import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../src/search/words/fold.ts';

test('accents of Latin and Greek letters go, and letters that stand for others become them', () => {
  expect(fold('café')).toBe('cafe');
  expect(fold('straße œuvre smørrebrød łódź đường ığdır')).toBe('strasse oeuvre smorrebrod lodz duong igdir');
  expect(fold('στρατηγικής')).toBe('στρατηγικησ');
});

test('a mark that makes another letter of it stays', () => {
  expect(fold('мой')).toBe('мой');
  expect(fold('ещё')).toBe('еще');
  for (const word of ['їжак', 'हिन्दी', 'กำลัง', 'தமிழ்', 'が', '한국', 'မြန်မာ']) expect(fold(word)).toBe(word);
});

test('Arabic is the same with and without vowel signs, strokes and variants of a letter, and Hebrew without its points', () => {
  expect(fold('مُحَمَّد')).toBe('محمد');
  expect(fold('أحمد إدارة آمن ٱلكتاب')).toBe('احمد اداره امن الكتاب');
  expect(fold('تســـويق مستوى')).toBe('تسويق مستوي');
  expect(fold('کتابی ۱۲۳')).toBe(fold('كتابي ١٢٣'));
  expect(fold('שִׁיווּק')).toBe('שיווק');
});

test('what is folded stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      const once = fold(text.normalize('NFKC').toLowerCase());
      expect(fold(once)).toBe(once);
    }),
  );
});
