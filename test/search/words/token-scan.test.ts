import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenScan } from '../../../src/search/words/token-scan.ts';
import { tokensOf } from '../../../src/search/words/tokens.ts';
import { hashOf } from '../../../src/search/words/unit-table.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme-ascii', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom("don't", 'don’t', 'A-b', '-', "'", 'É', '\u0301', '\u00a0', 'Σ', '品牌', 'x_y', '\t', '\n', ' '),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

test('a text has the tokens that it has when it is read as a whole', () => {
  const found: string[] = [];
  let text = '';
  const scan = createTokenScan({
    token(run, hash) {
      expect(hash).toBe(hashOf(run));
      found.push(String.fromCharCode(...run.units.subarray(run.from, run.to)));
    },
    stretch({ from, to }) {
      found.push(...tokensOf(text.slice(from, to)));
    },
  });
  fc.assert(
    fc.property(anyText, (any) => {
      text = any;
      found.length = 0;
      scan(text);
      expect(found).toEqual(tokensOf(text));
    }),
    { numRuns: 3000 },
  );
});
