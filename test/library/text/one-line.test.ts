import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../src/library/text/one-line.ts';

describe('oneLine', () => {
  it('gives one line without control or invisible characters', () => {
    expect(oneLine('a\r\nb\t c')).toBe('a b c');
    expect(oneLine('\x1B[31mred\x07\u202Ex\u200B\u2028')).toBe('\\u{1b}[31mred\\u{7}\\u{202e}x\\u{200b} ');
    expect(oneLine(`é 日本 👩\u{E0078}`)).toBe('é 日本 👩\\u{e0078}');
  });

  it('keeps spaces as they are, for they may be part of a name', () => {
    expect(oneLine(' Brand  voice.md')).toBe(' Brand  voice.md');
    expect(oneLine('a  \n  b')).toBe('a b');
  });

  it('is bounded, and never cuts a character in half', () => {
    expect(oneLine('x'.repeat(300))).toBe(`${'x'.repeat(199)}…`);
    expect(oneLine('👩'.repeat(10), 6)).toBe('👩👩…');
    expect(oneLine('\x07'.repeat(10), 12)).toHaveLength(12);
  });

  it('takes any value', () => {
    const hostile = {
      toString: () => {
        throw new Error('no');
      },
    };
    expect(
      [undefined, null, 3, Symbol('s'), new Error('bad\nline'), hostile, Object.create(null)].map((v) => oneLine(v)),
    ).toEqual([
      'undefined',
      'null',
      '3',
      'Symbol(s)',
      'Error: bad line',
      'a value without a text',
      'a value without a text',
    ]);
  });
});
