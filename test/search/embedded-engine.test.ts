import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareSnapshots } from '../../src/library/snapshot.ts';
import { createEmbeddedEngine } from '../../src/search/embedded-engine.ts';
import type { Engine } from '../../src/search/engine.ts';
import { testEngineContract } from './engine-contract.ts';
import { filled, snapshotOf } from './library-changes.ts';

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

describe('whoever asks what something costs', () => {
  const DAYS = 'The evening shift counts what is left and writes the list for the morning. '.repeat(6);
  const FILES = {
    'list.md': `---\ntitle: The list\n---\n## Plans and prices\n\nTwelve months cost ten, we charge in pounds, and the largest plan is expensive.\n\n| Plan | Price |\n|---|---|\n| Reed | 29 |\n| Willow | 69 |\n\n${DAYS}\n`,
    'mill.md': `---\ntitle: At the mill\n---\n${DAYS}A late order cost the mill more than a fee, and the charge was theirs.\n`,
    'trial.md': `---\ntitle: A trial\n---\n${DAYS}The cost of a trial fell, expensive as it was.\n`,
    'size.md': `---\ntitle: Sizes\n---\n${DAYS}The price of growth is asked on the next page.\n`,
    'day.md': '---\ntitle: A day\n---\nShe is at the bench by four and asks how the night was.\n',
  };

  test.each(['How much does it cost?', 'What do we charge?', 'what does it cost', 'how expensive is it'])(
    'finds the prices: %s',
    async (query) => {
      const engine = createEmbeddedEngine();
      await engine.apply(filled(FILES));
      const { hits } = await engine.search({ query, limit: 3 });
      expect(hits[0]?.id).toBe('list.md#plans-and-prices');
    },
  );
});

describe('an engine that goes on where an earlier one ended', () => {
  const FILES = {
    'a.md': '---\ntitle: Tone\naliases: [how we sound]\n---\nThe ideal customer profile (ICP) hears a calm tone.\n',
    'b.md': `# Prices\n\n${'Prices end in nine and are shown with tax. '.repeat(60)}\n`,
    'c.md': 'Überblick über die Häuser und die Gärten, die wir in diesem Jahr und in dem davor beschrieben haben.\n',
  };
  const QUERIES = ['calm tone', 'prices with tax', 'ICP', 'Haus', 'how we sound', 'garten', 'nothing of it'];

  async function savedFrom(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
    const engine = createEmbeddedEngine();
    await engine.apply(filled(files));
    return Buffer.concat((await engine.save()) ?? []);
  }

  async function answersOf(engine: Engine): Promise<unknown[]> {
    const answers = QUERIES.map((query) => engine.search({ query, limit: 6, explain: true }));
    return [...(await Promise.all(answers)), engine.status()];
  }

  async function fresh(files: Readonly<Record<string, string>>): Promise<unknown[]> {
    const engine = createEmbeddedEngine();
    await engine.apply(filled(files));
    return answersOf(engine);
  }

  test('answers like one that read everything, and has nothing new to save', async () => {
    const engine = createEmbeddedEngine({ saved: () => savedFrom(FILES) });
    await engine.apply(filled(FILES));
    expect(await answersOf(engine)).toEqual(await fresh(FILES));
    expect(await engine.save()).toBeUndefined();
  });

  test('takes in what changed, came and went meanwhile, and then has something to save', async () => {
    const { 'c.md': _, ...rest } = FILES;
    const now = { ...rest, 'b.md': '# Prices\n\nPrices are whole numbers.\n', 'd.md': 'A calm garden.\n' };
    const engine = createEmbeddedEngine({ saved: () => savedFrom(FILES) });
    await engine.apply(filled(now));
    expect(await answersOf(engine)).toEqual(await fresh(now));
    const again = createEmbeddedEngine({ saved: async () => Buffer.concat((await engine.save()) ?? []) });
    await again.apply(filled(now));
    expect(await answersOf(again)).toEqual(await fresh(now));
  });

  test('is changed like any other', async () => {
    const engine = createEmbeddedEngine({ saved: () => savedFrom(FILES) });
    await engine.apply(filled(FILES));
    const now = { ...FILES, 'b.md': 'Prices moved to the garden.\n' };
    await engine.apply(compareSnapshots(snapshotOf(FILES), snapshotOf(now)));
    const { 'a.md': a, ...others } = now;
    await engine.apply(compareSnapshots(snapshotOf(now), snapshotOf(others)));
    expect(await answersOf(engine)).toEqual(await fresh(others));
    expect(a).toContain('ICP');
  });

  test('begins anew when what was saved is not whole', async () => {
    const whole = await savedFrom(FILES);
    const expected = await fresh(FILES);
    for (let part = 0; part < 40; part++) {
      const faults: unknown[] = [];
      const saved = whole.slice(0, Math.floor((whole.length * part) / 40));
      const engine = createEmbeddedEngine({ saved: async () => saved, onFault: (fault) => faults.push(fault) });
      await engine.apply(filled(FILES));
      expect(await answersOf(engine), `${part}/40`).toEqual(expected);
      expect(faults).toEqual([]);
    }
  });
});
