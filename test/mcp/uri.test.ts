import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceFrom, uriOf } from '../../src/mcp/uri.ts';

const paths = [
  'context/brand/voice and tone.md',
  'a&b/{{title}}.md',
  'Ümläut/営業.md',
  '📝 notes/#1 100%.md',
  'a/?q=1;x.md',
  "it's (new)!*.md",
];

test('a path and its URI are one to one', () => {
  for (const path of paths) expect(referenceFrom(uriOf(path))).toEqual({ path, anchor: '' });
  for (const path of paths) expect(referenceFrom(uriOf(path, 'über uns'))).toEqual({ path, anchor: 'über uns' });
  const segment = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !text.includes('/') && !/\p{Surrogate}/u.test(text));
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
      expect(referenceFrom(uriOf(segments.join('/')))).toEqual({ path: segments.join('/'), anchor: '' });
    }),
  );
});

test('a URI is the same after a URL parser has been over it', () => {
  for (const path of paths) expect(referenceFrom(new URL(uriOf(path)).href).path).toBe(path);
});

test('a path as people write it is taken as it is', () => {
  expect(referenceFrom(' context/brand/voice.md#tone ')).toEqual({ path: 'context/brand/voice.md', anchor: 'tone' });
  expect(referenceFrom('100%.md')).toEqual({ path: '100%.md', anchor: '' });
  expect(referenceFrom('team://library/%zz')).toEqual({ path: '%zz', anchor: '' });
});
