import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isName, keyOf, readName } from '../../../src/http/tokens/name.ts';
import { Refusal } from '../../../src/refusal.ts';

describe('the name of a token', () => {
  test.each([
    'maya',
    'Maya Lopez',
    'maya.lopez@example.com',
    'build-agent_2',
    '山田 太郎',
    'मीरा',
    'Ғалым',
    '@maya',
    'é'.repeat(60),
  ])('may be %j', (name) => {
    expect(readName(name)).toBe(name.normalize('NFC'));
  });

  test('has no white space around it and no two spaces in a row', () => {
    expect(readName('  Maya   Lopez ')).toBe('Maya Lopez');
  });

  test.each([
    '',
    ' ',
    '...',
    '-x',
    '--scope',
    'a/b',
    'a\nb',
    'a\tb',
    '<b>',
    '"x"',
    'ma\u200Bya',
    'ma\u3164ya',
    'a\u034Fb',
    '\u0301a',
    '😀',
    'a'.repeat(61),
    '\u001B[31mred',
  ])('cannot be %j, and the refusal says what can', (name) => {
    expect(() => readName(name)).toThrow(Refusal);
    expect(() => readName(name)).toThrow(/^\P{C}* Type 1 to 60 letters/u);
  });

  test('is the same in any case and however its accents are written', () => {
    expect(keyOf('MAYA')).toBe(keyOf('maya'));
    expect(keyOf(readName('Zoe\u0308'))).toBe(keyOf(readName('ZOË')));
    expect(keyOf('maya')).not.toBe(keyOf('mayo'));
  });

  test('is one that stays as it is when it is read again, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aÄ ._-@9\u0301\u200D') }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        let name: string;
        try {
          name = readName(text);
        } catch (wrong) {
          expect(wrong).toBeInstanceOf(Refusal);
          return;
        }
        expect(isName(name)).toBe(true);
        expect(readName(name)).toBe(name);
        expect(keyOf(keyOf(name))).toBe(keyOf(name));
      }),
      { numRuns: 2_000 },
    );
  });
});
