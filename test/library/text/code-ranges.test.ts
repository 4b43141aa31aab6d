import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeRanges } from '../../../src/library/text/code-ranges.ts';
import { findHeadings } from '../../../src/library/text/headings.ts';

const codeIn = (text: string): string[] => codeRanges(text).map(({ start, end }) => text.slice(start, end));

it('code is what stands in fences, by whole lines, and between backticks in one line', () => {
  expect(codeIn('a `b` ``c ` d`` `e\n```js\n`f`\n```\n`g`')).toEqual(['`b`', '``c ` d``', '```js\n`f`\n```\n', '`g`']);
  expect(codeIn('1. ~~~\n   `a`\n   ~~~\nb\n```\nc')).toEqual(['1. ~~~\n   `a`\n   ~~~\n', '```\nc']);
});

const PIECES = [
  '```',
  '~~~',
  '`',
  '\n',
  '\n',
  '\r\n',
  '    ',
  '  ',
  '- ',
  '1. ',
  '> ',
  '<!--',
  '-->',
  '# ',
  '---',
  'a',
];

it('property: ranges ascend and never overlap, and no heading begins in a fence', () => {
  const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(markdown, (text) => {
      const ranges = codeRanges(text);
      for (const [index, { start, end }] of ranges.entries()) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(ranges[index + 1]?.start ?? text.length);
      }
      for (const { start } of findHeadings(text, 1, 100)) {
        expect(ranges.filter((range) => range.start < start && start < range.end)).toEqual([]);
      }
    }),
    { numRuns: 5_000 },
  );
});
