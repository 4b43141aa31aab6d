import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/library/text/encoding.ts';

const bytesOf = (text: string, encoding: 'utf8' | 'latin1' | 'utf16le' = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));
const join = (...parts: (Uint8Array | readonly number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const read = (...parts: (Uint8Array | readonly number[])[]) => decode(join(...parts), 'a.md');
const faultsOf = ({ diagnostics }: ReturnType<typeof decode>) =>
  diagnostics.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('bytes that are text', () => {
  it('reads UTF-8 with every line end as it stands', () => {
    expect(read(bytesOf('café\r\n日本\r👩‍💻\n'))).toEqual({ text: 'café\r\n日本\r👩‍💻\n', diagnostics: [] });
    expect(read([])).toEqual({ text: '', diagnostics: [] });
  });

  it('drops one byte order mark without a word, and only one', () => {
    expect(read([0xef, 0xbb, 0xbf], bytesOf('a'))).toEqual({ text: 'a', diagnostics: [] });
    expect(read([0xef, 0xbb, 0xbf], bytesOf('\uFEFFa')).text).toBe('\uFEFFa');
  });

  it('reads UTF-16 of both orders and says to save it as UTF-8', () => {
    const little = bytesOf('---\na: é\n---\n', 'utf16le');
    const big = little.map((_, at) => little[at % 2 === 0 ? at + 1 : at - 1] ?? 0);
    for (const answer of [read([0xff, 0xfe], little), read([0xfe, 0xff], big)]) {
      expect(answer.text).toBe('---\na: é\n---\n');
      expect(faultsOf(answer)).toEqual(['1:1 file-encoding']);
      expect(answer.diagnostics[0]?.hint).toContain('UTF-8');
    }
  });

  it('reads other bytes as Windows-1252, and points at the first character that it guessed', () => {
    const answer = read(bytesOf('ok\ncaf\xe9 \x93quoted\x94 5 \x80 \x81', 'latin1'));
    expect(answer.text).toBe('ok\ncafé “quoted” 5 € \uFFFD');
    expect(faultsOf(answer)).toEqual(['2:4 file-encoding']);
  });

  it('keeps UTF-8 that is broken in few places, and points at the first of them', () => {
    const answer = read(bytesOf('schön, größer\r\nüber '), [0xc3], bytesOf(' uns '), [0xff]);
    expect(answer.text).toBe('schön, größer\r\nüber \uFFFD uns \uFFFD');
    expect(faultsOf(answer)).toEqual(['2:6 file-encoding']);
    expect(answer.diagnostics[0]?.message).toContain('2 characters');
  });

  it('knows broken UTF-8 by its byte order mark, also without another accent', () => {
    expect(read([0xef, 0xbb, 0xbf], bytesOf('a'), [0xe9]).text).toBe('a\uFFFD');
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code point beyond the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a character cut off at the end', [0xe2, 0x82]],
  ])('takes %s for a broken character', (_, bytes) => {
    const answer = read(bytesOf('äöü\nß'), bytes);
    expect(answer.text).toMatch(/^äöü\nß\uFFFD+$/);
    expect(faultsOf(answer)).toEqual(['2:2 file-encoding']);
  });

  it('replaces a stray NUL and says where it stood', () => {
    const answer = read(bytesOf('one\ntw\0o and much other text\n'));
    expect(answer.text).toBe('one\ntw\uFFFDo and much other text\n');
    expect(faultsOf(answer)).toEqual(['2:3 file-encoding']);
  });
});

it('keeps a long text that holds a few control characters', () => {
  expect(read(bytesOf(`${'words '.repeat(50)}\x01\x02\x03\x04`)).text).toHaveLength(304);
});

describe('bytes that are not text', () => {
  it.each([
    ['PNG', bytesOf('\x89PNG\r\n\x1a\n....', 'latin1')],
    ['PDF', bytesOf('%PDF-1.7\nplain enough')],
    ['ZIP', bytesOf('PK\x03\x04 plain enough')],
    ['RTF', bytesOf('{\\rtf1\\ansi hello}')],
    ['many NULs', bytesOf('\0\0\0PNG')],
    ['UTF-16 without a mark', bytesOf('hello', 'utf16le')],
    ['many control characters', bytesOf('\x01\x02\x03\x04 some text')],
  ])('gives no text for %s', (_, bytes) => {
    const answer = read(bytes);
    expect(answer.text).toBeUndefined();
    expect(faultsOf(answer)).toEqual(['1:1 file-not-text']);
  });
});

it('property: gives back any text that was saved as UTF-8', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((sample) => !/\p{Cc}|^\uFEFF|^GIF8|^PK/u.test(sample));
  fc.assert(
    fc.property(text, (sample) => {
      expect(read(bytesOf(sample))).toEqual({ text: sample, diagnostics: [] });
    }),
    { numRuns: 3000 },
  );
});

it('property: reads any bytes without throwing, and never both refuses and answers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      const { text, diagnostics } = decode(bytes, 'a.md');
      expect(text === undefined).toBe(diagnostics.some(({ code }) => code === 'file-not-text'));
      expect(text ?? '').not.toContain('\0');
      for (const { line, column } of diagnostics) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 10_000 },
  );
});

it('property: in Windows-1252 every byte stays one character', () => {
  const bytes = fc
    .uint8Array({ minLength: 1, maxLength: 60 })
    .map((array) => array.map((byte) => (byte < 32 ? 65 : byte)));
  fc.assert(
    fc.property(bytes, (array) => {
      const { text, diagnostics } = decode(array, 'a.md');
      fc.pre(diagnostics[0]?.message.includes('1252') === true);
      expect(text).toHaveLength(array.length);
    }),
    { numRuns: 3000 },
  );
});
