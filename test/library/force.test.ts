import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Force, forceOf, successorsIn, textUnderNote, titleWithMark } from '../../src/library/force.ts';
import { libraryOf } from '../library-of.ts';

type Files = Readonly<Record<string, string>>;
const DAY = '2026-11-22';

function forceIn(files: Files, id = 'context/old.md', day = DAY): Force {
  const library = libraryOf(files);
  const document = library.documents.get(id);
  if (document === undefined) throw new Error(`There is no ${id}.`);
  return forceOf(library, document, day);
}

const front = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\nText\n`;
const replacing = (path: string, ...lines: string[]): string => front(`supersedes: ${path}`, ...lines);

describe('a document', () => {
  test('is in force when it is approved, not replaced and not over, and nothing is said of it', () => {
    const force = forceIn({ 'context/old.md': front('valid_until: 2026-11-22') });
    expect(force).toEqual({ isInForce: true, lapses: [] });
    expect(textUnderNote('Text', force)).toBe('Text');
  });

  test.each([
    ['status: draft', ['draft'], 'draft', 'This is a draft.'],
    ['status: deprecated', ['deprecated'], 'no longer in force', 'This is no longer in force.'],
    ['valid_until: 2026-11-21', ['expired'], 'no longer in force', 'This was valid until 2026-11-21.'],
  ])('is not with %s', (line, lapses, mark, note) => {
    expect(forceIn({ 'context/old.md': front(line) })).toEqual({ isInForce: false, lapses, mark, note });
  });

  test('is not when an approved one replaces it, which it names', () => {
    const files = { 'context/old.md': 'x', 'context/new.md': replacing('Context/old.md') };
    expect(forceIn(files)).toMatchObject({
      isInForce: false,
      lapses: ['superseded'],
      note: 'This is no longer in force. Use context/new.md instead.',
      successor: { id: 'context/new.md' },
    });
    const deprecated = forceIn({ ...files, 'context/old.md': front('status: deprecated', 'valid_until: 2020-01-31') });
    expect(deprecated.lapses).toEqual(['deprecated', 'expired']);
    expect(deprecated.note).toBe(
      'This is no longer in force. Use context/new.md instead. This was valid until 2020-01-31.',
    );
  });

  test('in the inbox has been reviewed by nobody, and replaces nothing', () => {
    const files = { 'context/old.md': 'x', 'inbox/new.md': replacing('context/old.md', 'status: approved') };
    expect(forceIn(files).isInForce).toBe(true);
    expect(forceIn(files, 'inbox/new.md').note).toBe('Nobody on the team has reviewed this: it waits in the inbox.');
  });

  test('shows how it stands behind its title and in the first line of its text', () => {
    const library = libraryOf({ 'context/old.md': front('title: Old', 'status: deprecated') });
    const [document] = library.documents.values();
    if (document === undefined) throw new Error('It is there.');
    const force = forceOf(library, document, DAY);
    expect(titleWithMark(document, force)).toBe('Old (no longer in force)');
    expect(textUnderNote('Text', force)).toBe('> Note: This is no longer in force.\n\nText');
  });
});

describe('the successor of a document', () => {
  const successorIn = (files: Files): string | undefined => forceIn({ 'context/old.md': 'x', ...files }).successor?.id;

  test('is the approved document that supersedes it, and never a draft', () => {
    const draft = replacing('context/old.md', 'status: draft');
    expect(successorIn({ 'context/a.md': draft, 'context/b.md': replacing('context/old.md') })).toBe('context/b.md');
    expect(successorIn({ 'context/a.md': draft })).toBeUndefined();
    expect(successorIn({ 'context/old.md': replacing('context/old.md') })).toBeUndefined();
  });

  test('is the last one where that was replaced in its turn, although those between are deprecated', () => {
    const files = {
      'context/a.md': replacing('context/old.md', 'status: deprecated'),
      'context/b.md': replacing('context/a.md'),
    };
    expect(successorIn({ ...files, 'context/c.md': replacing('context/b.md') })).toBe('context/c.md');
    expect(successorIn({ 'context/a.md': files['context/a.md'] })).toBeUndefined();
  });

  test('is none in a circle', () => {
    const files = {
      'context/a.md': replacing('context/b.md'),
      'context/b.md': replacing('context/a.md'),
      'context/c.md': 'x',
    };
    expect([...successorsIn(libraryOf(files)).keys()]).toEqual([]);
    const before = {
      ...files,
      'context/a.md': replacing('context/old.md'),
      'context/old.md': replacing('context/b.md'),
    };
    expect(successorIn(before)).toBeUndefined();
  });

  test('is in force or only over itself, whatever replaces what', () => {
    const document = fc.record({
      supersedes: fc.nat({ max: 9 }),
      status: fc.constantFrom('approved', 'approved', 'draft', 'deprecated'),
    });
    const libraries = fc.array(document, { maxLength: 9 }).map((documents) => {
      const entries = documents.map(({ supersedes, status }, at): [string, string] => [
        `context/${at}.md`,
        replacing(`context/${supersedes}.md`, `status: ${status}`),
      ]);
      return Object.fromEntries(entries);
    });
    fc.assert(
      fc.property(libraries, (files) => {
        const library = libraryOf(files);
        const successors = successorsIn(library);
        for (const [id, successor] of successors) {
          expect(successor.status).toBe('approved');
          expect(successor.id).not.toBe(id);
          expect(successors.get(successor.id)?.id).not.toBe(id);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('is found at the end of any chain, in no time', () => {
    const files = Object.fromEntries(
      Array.from({ length: 4_000 }, (_, at) => [`context/${at}.md`, replacing(`context/${at + 1}.md`)]),
    );
    const library = libraryOf(files);
    const began = performance.now();
    const successors = successorsIn(library);
    expect(new Set([...successors.values()].map(({ id }) => id))).toEqual(new Set(['context/0.md']));
    // generous: following every chain to its end takes a thousand times as long
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
