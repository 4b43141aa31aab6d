import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from '../../../src/http/guards/json-depth.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('depth is what a look at the parsed value says', () => {
  const text = fc.string({ unit: fc.constantFrom('"', '\\', '[', '{', ']', '}', 'a', 'é', '\u{1f600}'), maxLength: 8 });
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'large', maxDepth: 8 }, text, fc.constant(null), tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    object: fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  }));
  fc.assert(
    fc.property(value, fc.boolean(), (json, isSpaced) => {
      const bytes = bytesOf(JSON.stringify(json, null, isSpaced ? 1 : 0));
      const depth = depthOf(json);
      expect(isDeeperThan(depth, bytes)).toBe(false);
      if (depth > 0) expect(isDeeperThan(depth - 1, bytes)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

test('no text that a parser takes is deeper than it was found to be', () => {
  const scrap = fc.constantFrom('"', '\\', '\\"', '\\\\', '[', ']', '{', '}', ',', ':', '1', 'a', ' ', '[[', '"a":');
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 12 }), (scraps) => {
      const text = scraps.join('');
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch {
        return;
      }
      expect(isDeeperThan(depthOf(value), bytesOf(text))).toBe(false);
      if (depthOf(value) > 0) expect(isDeeperThan(depthOf(value) - 1, bytesOf(text))).toBe(true);
    }),
    { numRuns: 30_000 },
  );
});

test('brackets within texts do not count, and quotes that are escaped end none', () => {
  expect(isDeeperThan(1, bytesOf('["[[[[", "\\"[[[[", "\\\\"]'))).toBe(false);
  expect(isDeeperThan(1, bytesOf('["\\\\", [1]]'))).toBe(true);
});

test('bytes that are no text at all are counted without complaint', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void isDeeperThan(3, bytes)));
  expect(isDeeperThan(0, new Uint8Array())).toBe(false);
});
