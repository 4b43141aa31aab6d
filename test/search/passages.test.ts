import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/library/document.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { shapeOf } from '../../src/search/standing.ts';
import { snapshotOf } from './library-changes.ts';

function documentOf(text: string, path = 'context/guide.md'): Document {
  const document = snapshotOf({ [path]: text }).documents.get(path);
  if (document === undefined) throw new Error('The text made no document.');
  return document;
}

const words = (count: number): string => 'word '.repeat(count);

describe('passages', () => {
  test('are together the whole body, in its order, whatever the sections are', () => {
    const block = fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((level) => `${'#'.repeat(level)} Heading\n\n`),
      fc.integer({ min: 1, max: 600 }).map((count) => `${words(count)}\n\n`),
      fc.integer({ min: 1, max: 4000 }).map((count) => '😀'.repeat(count)),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const document = documentOf(blocks.join(''));
        const passages = passagesOf(document);
        expect(passages.map(({ fields }) => fields.body).join('')).toBe(document.body);
        for (const { fields } of passages) expect(fields.body).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
        const written = document.sections.filter(({ start, end }) => end > start);
        expect(new Set(passages.flatMap(({ sections }) => sections))).toEqual(new Set(written));
      }),
      { numRuns: 150 },
    );
  });

  test('merge short sections and begin with the first one', () => {
    const document = documentOf(
      `# One\n\n${words(50)}\n\n# Two\n\n${words(150)}\n\n# Three\n\n${words(200)}\n\n# Four\n\n${words(5)}`,
    );
    const passages = passagesOf(document);
    expect(passages.map(({ sections }) => sections.map(({ heading }) => heading))).toEqual([
      ['One', 'Two'],
      ['Three', 'Four'],
    ]);
    expect(passages.map(({ id }) => id)).toEqual(['context/guide.md#one', 'context/guide.md#three']);
  });

  test('part a long section between its paragraphs', () => {
    const document = documentOf(`# Long\n\n${`${words(60)}end.\n\n`.repeat(20)}`);
    const passages = passagesOf(document);
    expect(passages.length).toBeGreaterThan(2);
    for (const { sections, fields } of passages) {
      expect(sections.map(({ heading }) => heading)).toEqual(['Long']);
      expect(fields.body.trimEnd()).toMatch(/end\.$/);
      expect(fields.headings).toBe('Long');
    }
  });

  test('know the headings above them', () => {
    const [, second] = passagesOf(documentOf(`# Top\n\n${words(200)}\n\n## Below\n\n${words(200)}`));
    expect(second?.fields.headings).toBe('Top\nBelow');
  });

  test('have what the front matter tells of the document, however long, and nothing else of it', () => {
    const front = `---\ntitle: T\ndescription: ${words(100)}last\ntags: [x]\nchannel: radio\nresults:\n  open_rate: 41 %\nlayout: page\n---\nText.`;
    const [passage] = passagesOf(documentOf(front));
    expect(passage?.fields.tags).toMatch(/last/);
    expect(passage?.fields.tags).toMatch(/radio\nopen_rate\n41 %/);
    expect(passage?.fields.tags).not.toContain('page');
    expect(passage?.fields.path).toBe('context/guide');
  });
});

describe('the shape of a text', () => {
  test.each([
    ['empty', '# Only a heading\n\n'],
    ['empty', ''],
    ['redirect', '# Moved\n\nThis page has moved to [the new guide](new.md).'],
    ['redirect', 'Moved to https://example.com/guide'],
    ['contents', `# Contents\n\n${'- [Some page of ours](a.md)\n'.repeat(8)}`],
    ['text', `${words(80)} See [this](a.md).`],
    ['text', 'A short note without any link.'],
    ['text', `${'- [Link](a.md) with a long word about what it is and why\n'.repeat(8)}`],
  ])('%s', (shape, body) => {
    expect(shapeOf(body)).toBe(shape);
  });
});
