import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfMonth, fileNameOf, seriesOf } from '../../../src/journal/files/file-name.ts';

const AT = Date.UTC(2026, 10, 30, 23, 59);

test('a file is named for its month, its member and its machine', () => {
  const series = seriesOf({ at: AT, member: 'Ana Müller' });
  expect(series).toMatch(/^2026-11\.ana-muller-[0-9a-f]{8}$/);
  expect(fileNameOf(series, '0123abcd', 1)).toBe(`${series}.0123abcd.jsonl`);
  expect(fileNameOf(series, '0123abcd', 3)).toBe(`${series}.0123abcd.3.jsonl`);
});

test('spellings of one name lead to one file, and other names to other files', () => {
  const seriesFor = (member: string): string => seriesOf({ at: AT, member });
  expect(seriesFor('  ANA   Mu\u0308ller')).toBe(seriesFor('Ana Müller'));
  expect(seriesFor('山田')).not.toBe(seriesFor('田中'));
});

test('every name can be a file on every system, and its month is found again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (member) => {
      const name = fileNameOf(seriesOf({ at: AT, member }), '0123abcd', 4);
      expect(name).toMatch(/^[a-z0-9.-]{1,120}$/);
      expect(endOfMonth(name)).toBe(Date.UTC(2026, 11, 1));
    }),
  );
});

test('copies by sync clients belong to their month, and other files to none', () => {
  const end = Date.UTC(2027, 0, 1);
  expect(endOfMonth("2026-12.ana-01234567.0123abcd (Ben's conflicted copy 2026-12-04).jsonl")).toBe(end);
  expect(endOfMonth('2026-12.ana-01234567.0123abcd.sync-conflict-20261204-101010-ABCDEFG.jsonl')).toBe(end);
  for (const name of ['2026-13.a.jsonl', '2026-12.jsonl.bak', 'notes.jsonl', 'x2026-12.a.jsonl', '2026-12.a/b.jsonl'])
    expect(endOfMonth(name)).toBeUndefined();
});
