import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEmbeddedEngine } from '../../src/search/embedded-engine.ts';
import { testEngineContract } from './engine-contract.ts';
import { filled } from './library-changes.ts';

describe('the embedded engine', () => {
  testEngineContract((today) => createEmbeddedEngine({ today: () => today }));

  test('takes whatever is typed for words and never throws', async () => {
    const engine = createEmbeddedEngine();
    await engine.apply(
      filled(
        {
          'a.md': '# Tone\n\nFriendly: a tone.\n\n## Voice\n\n__proto__ and constructor.',
          'b.md': '# 10:30\n\nTitle.',
        },
        [
          ['tone', 'voice of the brand'],
          ['__proto__', 'constructor'],
        ],
      ),
    );
    const pieces = fc.constantFrom(
      'title:',
      'tone',
      ' - ',
      '+',
      '*',
      '^5',
      '~6',
      'voice?',
      '"',
      '\\',
      '10:30',
      'of the',
      '__proto__',
      '\n',
      '-a',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.array(typed, { maxLength: 2 }), async (query, also) => {
        const { hits, total, notice } = await engine.search({ query, also, limit: 6 });
        expect(hits.length).toBe(total);
        expect(hits.length > 0 || notice !== undefined).toBe(true);
      }),
      { numRuns: 2500 },
    );
  });
});
