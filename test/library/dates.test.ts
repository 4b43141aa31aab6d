import { describe, expect, test } from 'vitest';
import { diagnoseDates, diagnosticsOn } from '../../src/library/dates.ts';
import { dayAfter, daysBetween, isDay } from '../../src/library/day.ts';
import { compareDiagnostics } from '../../src/library/diagnostic.ts';
import { readFrontMatter } from '../../src/library/text/front-matter.ts';
import { libraryOf } from '../library-of.ts';

const DAY = '2026-11-22';
const front = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\nText\n`;

function saidOf(text: string, { id = 'context/a.md', day = DAY } = {}): string[] {
  return diagnoseDates(libraryOf({ [id]: text }), day).map(({ code, severity, line, column, message }) => {
    expect(severity).toBe('warning');
    return `${line}:${column} ${code} ${message}`;
  });
}

describe('a date', () => {
  test.each([
    ['review_by: 2026-11-21', '2:12 review-due This was to be reviewed by 2026-11-21; its owner is Ada.'],
    ['review_by: 2026-11-22', '2:12 review-due This was to be reviewed by 2026-11-22; its owner is Ada.'],
    [
      'review_by: 2026-11-23',
      '2:12 review-soon This is to be reviewed by 2026-11-23, which is tomorrow; its owner is Ada.',
    ],
    [
      'review_by: 2026-12-06',
      '2:12 review-soon This is to be reviewed by 2026-12-06, which is in 14 days; its owner is Ada.',
    ],
    ['valid_until: 2026-11-21', '2:14 validity-over This was valid until 2026-11-21; its owner is Ada.'],
    [
      'valid_until: 2026-11-22',
      '2:14 validity-soon This is valid only until 2026-11-22, which is today; its owner is Ada.',
    ],
    [
      'valid_until: 2026-12-06',
      '2:14 validity-soon This is valid only until 2026-12-06, which is in 14 days; its owner is Ada.',
    ],
  ])('is told of: %s', (line, said) => {
    expect(saidOf(front(line, 'owner: Ada'))).toEqual([said]);
  });

  test.each(['review_by: 2026-12-07', 'valid_until: 2026-12-07', 'review_by: soon'])('is not yet: %s', (line) => {
    expect(saidOf(front(line))).toEqual([]);
  });

  test('comes with what to type, in the spelling of the file', () => {
    const library = libraryOf({ 'context/a.md': front('Review by: 2026-11-01', 'valid_until: 2026-11-01') });
    expect(diagnoseDates(library, DAY).map(({ hint }) => hint)).toEqual([
      'Read it, mend what is no longer true, then write when to read it next, such as "Review by: 2027-05-23".',
      'If it still holds, write a later date, such as "valid_until: 2027-05-23"; if not, write "status: deprecated".',
    ]);
  });

  test('is left alone in the inbox, and where the document is deprecated or replaced', () => {
    const due = ['review_by: 2026-11-01', 'valid_until: 2026-11-01'];
    expect(saidOf(front(...due), { id: 'inbox/a.md' })).toEqual([]);
    expect(saidOf(front(...due, 'status: deprecated'))).toEqual([]);
    expect(saidOf(front(...due, 'status: draft'))).toHaveLength(2);
    const replaced = { 'context/a.md': front(...due), 'context/b.md': front('supersedes: context/a.md') };
    expect(diagnoseDates(libraryOf(replaced), DAY)).toEqual([]);
  });

  test.each([
    ['plain', front('title: A', 'review_by: 2026-11-01')],
    ['quoted', front('"review_by":   "2026-11-01"')],
    ['otherwise spelt', front('title: about review_by', 'Review-By : 2026-11-01 # ask Ada')],
    ['indented', '---\n  title: A\n  review_by: 2026-11-01\n---\nText\n'],
    ['in braces', '---\n{title: A, review_by: 2026-11-01}\n---\nText\n'],
    ['with Windows lines', '---\r\ntitle: A\r\nreview_by: 2026-11-01\r\n---\r\nText\r\n'],
    ['below a text that names it', front('description: |', '  review_by: later', 'review_by: 2026-11-01')],
  ])('is found where it stands in its file: %s', (_, text) => {
    const [said] = diagnoseDates(libraryOf({ 'context/a.md': text }), DAY);
    const { fields, placeOf } = readFrontMatter(text, 'context/a.md');
    const key = Object.keys(fields).find((name) => /^review/i.test(name)) ?? '';
    expect({ line: said?.line, column: said?.column }).toEqual(placeOf([key]));
  });

  test('stands among the other diagnostics in their order', () => {
    const library = libraryOf({
      'context/a.md': front('status: aproved', 'review_by: 2026-11-01', 'tgas: [x]'),
      'context/b.md': '',
    });
    const all = diagnosticsOn(library, DAY);
    expect(all.map(({ code }) => code)).toEqual(['wrong-value', 'review-due', 'unknown-field', 'file-empty']);
    expect([...all].sort(compareDiagnostics)).toEqual(all);
    expect(diagnosticsOn(library, '2020-01-01')).toBe(library.diagnostics);
  });

  test('costs little in a library full of them', () => {
    const text = front(`description: ${'review '.repeat(500)}`, 'review_by: 2020-01-01', 'valid_until: 2020-01-01');
    const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`context/${at}.md`, text]));
    const library = libraryOf(files);
    const began = performance.now();
    expect(diagnoseDates(library, DAY)).toHaveLength(2_000);
    // generous: it takes a few dozen milliseconds
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

test('days are counted over months and leap years', () => {
  expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01');
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(['2028-02-29', '2027-02-29', '2027-2-1', 'today', ''].map(isDay)).toEqual([true, false, false, false, false]);
});
