import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinQuoted } from '../../src/prompts/quotes.ts';

test.each([
  [
    ['"spring', 'sale"', 'warm'],
    ['spring sale', 'warm'],
  ],
  [["'spring", 'sale', "now'"], ['spring sale now']],
  [
    ['“spring', 'sale”', 'warm'],
    ['spring sale', 'warm'],
  ],
  [
    ['„spring', 'sale“', 'warm'],
    ['spring sale', 'warm'],
  ],
  [['«', 'spring', '»'], ['spring']],
  [
    ['plain', '"spring', 'sale"'],
    ['plain', 'spring sale'],
  ],
  [
    ['"spring"', 'warm'],
    ['spring', 'warm'],
  ],
  [
    ['"a', 'b"', '"c', 'd"'],
    ['a b', 'c d'],
  ],
  [
    ['"spring', 'sale"', 'warm and friendly'],
    ['spring sale', 'warm and friendly'],
  ],
])('%j is read as %j', (values, expected) => {
  expect(joinQuoted(values)).toEqual(expected);
});

test.each([
  [["'tis the season", 'warm']],
  [['5" screens', 'warm']],
  [['"spring', 'sale', 'warm']],
  [["'tis", 'warm']],
  [['"Payroll in a minute"']],
  [['"An opening', 'without an end']],
  [['a long story', '"spring', 'sale"']],
  [['"']],
  [['', '']],
  [[]],
])('%j stays as it was typed', (values) => {
  expect(joinQuoted(values)).toEqual(values);
});

test('the repair gives back what was typed, whatever a client did to it at the spaces', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcxyz0159éß日本-_.,!$&{}()'), minLength: 1, maxLength: 6 });
  const inQuotes = fc
    .tuple(fc.constantFrom('""', "''", '“”', '«»'), fc.array(word, { minLength: 1, maxLength: 4 }))
    .map(([marks, words]) => ({ typed: `${marks[0]}${words.join(' ')}${marks[1]}`, value: words.join(' ') }));
  const bare = word.map((value) => ({ typed: value, value }));
  fc.assert(
    fc.property(fc.array(fc.oneof(inQuotes, bare), { maxLength: 6 }), (line) => {
      const split =
        line.length === 0
          ? []
          : line
              .map(({ typed }) => typed)
              .join(' ')
              .split(' ');
      expect(joinQuoted(split)).toEqual(line.map(({ value }) => value));
    }),
    { numRuns: 2000 },
  );
});

test('without quotes nothing moves', () => {
  const value = fc
    .string({ unit: fc.constantFrom(...'ab \'"5'), maxLength: 5 })
    .filter((typed) => !/^\s*["']/.test(typed));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (values) => {
      expect(joinQuoted(values)).toEqual(values);
    }),
  );
});
