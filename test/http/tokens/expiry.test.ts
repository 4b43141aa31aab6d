import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExpiry } from '../../../src/http/tokens/expiry.ts';
import { Refusal } from '../../../src/refusal.ts';

const NOW = Date.UTC(2027, 2, 30, 12);

describe('when a token expires', () => {
  test.each([
    ['12h', '2027-03-31T00:00:00.000Z'],
    ['90d', '2027-06-28T12:00:00.000Z'],
    ['8w', '2027-05-25T12:00:00.000Z'],
    [' 1D ', '2027-03-31T12:00:00.000Z'],
    ['2027-03-31', '2027-03-31T23:59:59.999Z'],
    ['2027-03-30', '2027-03-30T23:59:59.999Z'],
    ['2028-02-29', '2028-02-29T23:59:59.999Z'],
  ])('is said by %j', (typed, expected) => {
    expect(readExpiry(typed, NOW)?.toISOString()).toBe(expected);
  });

  test('may be never', () => {
    expect(readExpiry('never', NOW)).toBeUndefined();
    expect(readExpiry('Never', NOW)).toBeUndefined();
  });

  test.each([
    '',
    '0d',
    '-1d',
    '1.5d',
    '90',
    'd',
    '90days',
    '12345d',
    '2027-02-30',
    '2027-13-01',
    '31.03.2027',
    'soon',
    '1m',
  ])('is not said by %j, and the refusal says what would', (typed) => {
    expect(() => readExpiry(typed, NOW)).toThrow(Refusal);
    expect(() => readExpiry(typed, NOW)).toThrow(/takes 12h, 90d or 8w, a date such as 2028-12-31, or never\.$/);
  });

  test('is never over already', () => {
    expect(() => readExpiry('2027-03-29', NOW)).toThrow('2027-03-29 is over.');
  });

  test('lies ahead, in a year of four digits, or is refused, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,5}[hdw]$/),
      fc.stringMatching(/^\d{4}-[0-3]\d-[0-4]\d$/),
    );
    fc.assert(
      fc.property(typed, (text) => {
        try {
          const expires = readExpiry(text, NOW);
          if (expires === undefined) expect(text.trim().toLowerCase()).toBe('never');
          else {
            expect(expires.getTime()).toBeGreaterThan(NOW);
            expect(expires.toISOString()).toMatch(/^\d{4}-/);
          }
        } catch (wrong) {
          expect(wrong).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
