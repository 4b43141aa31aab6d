import { describe, expect, test } from 'vitest';
import { readTitles } from '../../src/search/near-titles.ts';
import { nothingFound, onlyWeak } from '../../src/search/notice.ts';
import { snapshotOf } from './library-changes.ts';

const { documents } = snapshotOf({
  'a.md': '# Messaging pillars',
  'b.md': '# Personas we write for',
  'c.md': '# Voice and tone',
  'd.md': '# The voice of customers',
  'e.md': '# voice and Tone',
});
const titles = readTitles(documents.values());
const near = (words: string[], most = 3): string[] => titles.find(words, most, () => true);

describe('near titles', () => {
  test('share a word, its beginning or most of its letters', () => {
    expect(near(['persona'])).toEqual(['Personas we write for']);
    expect(near(['message'])).toEqual(['Messaging pillars']);
    expect(near(['pilars'])).toEqual(['Messaging pillars']);
    expect(near(['zebra', 'to', ''])).toEqual([]);
  });

  test('come by how many words they share, once each, and never more than wanted', () => {
    expect(near(['tone', 'voice'])).toHaveLength(2);
    expect(near(['customers', 'voice'])[0]).toBe('The voice of customers');
    expect(near(['voice'], 1)).toHaveLength(1);
  });

  test('are only those of documents that may be shown', () => {
    expect(titles.find(['persona'], 3, (document) => document.id !== 'b.md')).toEqual([]);
  });

  test('are found with bounded work', () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`${at}.md`, `# Guide${at} number g${at * 7}`]),
    );
    const large = readTitles(snapshotOf(many).documents.values());
    const began = performance.now();
    large.find(
      Array.from({ length: 64 }, (_, at) => `guidee${at}`),
      3,
      () => true,
    );
    // Comparing every word with every word would take a minute.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('a notice', () => {
  test('is plain sentences that name the titles', () => {
    expect(nothingFound('zeppelin', ['A', 'B', 'C'], 0)).toBe(
      'Nothing in the library matches "zeppelin". The nearest titles are: "A", "B" and "C".',
    );
    expect(onlyWeak('zeppelin', [], ['A'])).toBe(
      'The library has only weak matches for "zeppelin". The nearest title is: "A".',
    );
    expect(nothingFound('x', [], 1)).toContain('Without them one document does.');
  });

  test('quotes a question in one short and visible line', () => {
    const notice = nothingFound(`a\n\tb\u{E0041}\u202E\uD83D ${'😀'.repeat(500)}`, [], 0);
    expect(notice).toMatch(/^Nothing in the library matches "a b (?:😀)+…"\.$/u);
    expect([...notice].length).toBeLessThan(130);
  });
});
