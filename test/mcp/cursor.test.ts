import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../src/mcp/cursor.ts';
import { Refusal } from '../../src/refusal.ts';

const keyOf = (row: string): string => row;

/** Every row of every page, while `edit` changes the list between two pages. */
function readAll(
  rows: readonly string[],
  size: number,
  edit: (rows: readonly string[]) => readonly string[] = (same) => same,
): string[] {
  const seen: string[] = [];
  let current = rows;
  let cursor: string | undefined;
  for (let pages = 0; pages <= rows.length + 1; pages++) {
    const page = pageOf(current, size, { cursor, keyOf });
    seen.push(...page.rows);
    cursor = page.nextCursor;
    if (cursor === undefined) return seen;
    current = edit(current);
  }
  throw new Error('the pages never end');
}

describe('pages', () => {
  const sorted = fc.uniqueArray(fc.string(), { maxLength: 40 }).map((rows) => rows.sort((a, b) => (a < b ? -1 : 1)));

  test('hold every row once, in order', () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 1, max: 10 }), (rows, size) => {
        expect(readAll(rows, size)).toEqual(rows);
      }),
    );
  });

  test('neither skip nor repeat a row that stays when others come and go in between', () => {
    const stays = ['b', 'd', 'f', 'h', 'j'];
    const edits: ((rows: readonly string[]) => readonly string[])[] = [
      (rows) => rows.filter((row) => row !== 'a' && row !== 'c'),
      (rows) => [...rows, 'aa', 'e'].sort(),
    ];
    for (const edit of edits) {
      const seen = readAll(['a', 'b', 'c', 'd', 'f', 'h', 'j'], 2, edit);
      expect(seen.filter((row) => stays.includes(row))).toEqual(stays);
    }
  });

  test('are refused for a cursor that is not one of ours', () => {
    for (const cursor of [
      '',
      'zzz',
      'e30',
      Buffer.from('{"after":7}').toString('base64url'),
      Buffer.from('null').toString('base64url'),
    ]) {
      expect(() => pageOf(['a'], 1, { cursor, keyOf })).toThrow(Refusal);
    }
  });
});
