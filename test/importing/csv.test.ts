import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../src/importing/csv.ts';

const rowsOf = (text: string) => readTable(text, { separator: ',', most: 1_000 }).rows;

test.each([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\rb\r', [['a'], ['b']]],
  ['"a,b","c""d","e\r\nf"\n', [['a,b', 'c"d', 'e\r\nf']]],
  [
    'a,,\n,',
    [
      ['a', '', ''],
      ['', ''],
    ],
  ],
  ['a\n\n \nb\n', [['a'], ['b']]],
  ['"",""\n', [['', '']]],
  ['a"b,"c"d\n', [['a"b', 'cd']]],
  ['', []],
])('reads %j', (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test('says where a quotation mark is that is never closed, and keeps the rows above', () => {
  expect(readTable('a\n"b\nc', { separator: ',', most: 9 })).toEqual({ rows: [['a']], unclosed: 2 });
});

test('reads no more rows than it is told', () => {
  expect(readTable('a\nb\nc\n', { separator: ',', most: 2 }).rows).toEqual([['a'], ['b']]);
});

test('reads back whatever was written as RFC 4180 has it', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'ü'), maxLength: 6 });
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom('\n', '\r\n'), (table, lineEnd) => {
      const quoted = (some: string): string => `"${some.replaceAll('"', '""')}"`;
      const text = table.map((row) => row.map(quoted).join(',') + lineEnd).join('');
      expect(rowsOf(text)).toEqual(table);
    }),
  );
});
