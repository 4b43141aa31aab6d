import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsFrom, LONGEST_PATTERN } from '../../../src/search/question/edit-distance.ts';
import { mendedEndings } from '../../../src/search/question/mended-endings.ts';
import { createSpelling, type NearTerm, type Spelling, surfaceOf } from '../../../src/search/question/spelling.ts';
import { shelve } from '../../../src/search/question/term-shelves.ts';
import { termsOfWord } from '../../../src/search/words/words.ts';

/** Optimal string alignment, by its definition. */
function plainEdits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const cell = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = table[i];
      if (row !== undefined) row[j] = Math.min(replaced, swapped, cell(i - 1, j) + 1, cell(i, j - 1) + 1);
    }
  }
  return cell(a.length, b.length);
}

/** Words of few letters are near each other. */
const likeWords = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: LONGEST_PATTERN });

describe('edits', () => {
  test('are those of a plain table', () => {
    fc.assert(
      fc.property(
        likeWords,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 40 }),
        (pattern, text) => {
          expect(editsFrom(pattern)(text)).toBe(plainEdits(pattern, text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('count a swap of neighbours as one, up to the longest pattern', () => {
    expect(editsFrom('persona')('persnoa')).toBe(1);
    expect(editsFrom('x'.repeat(LONGEST_PATTERN))(`${'x'.repeat(LONGEST_PATTERN)}y`)).toBe(1);
    expect(editsFrom('ca')('abc')).toBe(3);
  });
});

describe('terms on shelves', () => {
  test('are found exactly as if each were compared, when they begin alike', () => {
    const terms = fc.array(fc.string({ unit: fc.constantFrom(...'abcdéж7'), minLength: 3, maxLength: 9 }), {
      maxLength: 60,
    });
    const forms = fc.string({ unit: fc.constantFrom(...'abcdéж7'), minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(terms, forms, fc.constantFrom<1 | 2>(1, 2), (all, form, most) => {
        const different = [...new Set(all)];
        const found = shelve(different).alike(form, most, { left: 1_000_000 });
        const expected = different.filter(
          (term) => term[0] === form[0] && term !== form && plainEdits(form, term) <= most,
        );
        expect(found.map(({ term }) => term).sort()).toEqual(expected.sort());
        for (const { term, edits } of found) expect(edits).toBe(plainEdits(form, term));
      }),
      { numRuns: 500 },
    );
  });

  test('are left alone once the effort is spent', () => {
    const shelves = shelve(Array.from({ length: 5000 }, (_, at) => `a${at.toString(2).padStart(13, '0')}`));
    const effort = { left: 2000 };
    const found = shelves.alike('a0000000000001', 2, effort);
    expect(found.length).toBeGreaterThan(0);
    expect(effort.left).toBeLessThan(0);
    expect(effort.left).toBeGreaterThan(-200);
    expect(shelves.alike('a0000000000001', 2, effort)).toEqual([]);
  });

  test('cost more effort when their letters are alike', () => {
    const others = (letters: string): string[] =>
      Array.from({ length: 100 }, (_, at) => `a${'xyz'[at % 3]}${letters}${at % 10}`);
    const isFound = (terms: readonly string[]): boolean =>
      shelve([...terms, 'abcdeg']).alike('abcdef', 2, { left: 1000 }).length > 0;
    expect(isFound(others('qrs'))).toBe(true);
    expect(isFound(Array.from({ length: 100 }, () => 'afedcb'))).toBe(false);
  });
});

/** Spelling over the terms of words, each with how many texts have it. */
function spellingOf(words: Readonly<Record<string, number>>, languages: readonly string[] = ['en']): Spelling {
  const frequencies = new Map<string, number>();
  for (const [word, texts] of Object.entries(words)) {
    for (const term of termsOfWord(word, languages)) frequencies.set(term, texts);
  }
  return createSpelling({
    all: () => frequencies.keys(),
    frequency: (term) => frequencies.get(term) ?? 0,
    termsOf: (word) => termsOfWord(word, languages),
  });
}

const termsFor = (spelling: Spelling, word: string): string[] =>
  spelling
    .correct([word])
    .flat()
    .map(({ term }) => term);

describe('a misspelt word', () => {
  const spelling = spellingOf({
    messaging: 30,
    persona: 20,
    campaign: 40,
    pricing: 10,
    email: 50,
    webinar: 3,
    colour: 4,
    café: 2,
    gpt4: 9,
  });

  test.each([
    ['mesaging', 'messag'],
    ['messagign', 'messag'],
    ['presona', 'persona'],
    ['personna', 'persona'],
    ['campaings', 'campaign'],
    ['campagin', 'campaign'],
    ['pricng', 'price'],
    ['emial', 'email'],
    ['colur', 'color'],
    ['caffé', 'cafe'],
  ])('"%s" is corrected', (asked, term) => {
    expect(termsFor(spelling, asked)).toEqual([term]);
  });

  test('may begin with another letter, when that is all', () => {
    expect(termsFor(spelling, 'wemail')).toEqual(['email']);
    expect(termsFor(spelling, 'ebinar')).toEqual(['webinar']);
    expect(termsFor(spelling, 'qersona')).toEqual(['persona']);
    expect(termsFor(spelling, 'epersona')).toEqual(['persona']);
    expect(termsFor(spelling, 'eprsona')).toEqual(['persona']);
    expect(termsFor(spelling, 'qebimar')).toEqual([]);
  });

  test('has one slip when it is short, and two at most', () => {
    expect(termsFor(spelling, 'wbinr')).toEqual([]);
    expect(termsFor(spelling, 'cmpaigm')).toEqual([]);
    expect(termsFor(spelling, 'cammpaigm')).toEqual(['campaign']);
    expect(termsFor(spelling, 'cammpaixm')).toEqual([]);
  });

  test('is left alone when it is too short, too long, a figure or a word of every text', () => {
    const known = spellingOf({ ad: 9, cta: 9, 2024: 9, small: 9, forty: 9, wait: 9, ['x'.repeat(33)]: 9 });
    expect(known.correct(['atd', 'ctq', '2025', '20245', 'shall', 'waht', 'fiev', `${'x'.repeat(32)}y`])).toEqual(
      Array.from({ length: 8 }, () => []),
    );
  });

  test('keeps its figures', () => {
    expect(termsFor(spelling, 'gpt5')).toEqual([]);
    expect(termsFor(spelling, 'gppt4')).toEqual(['gpt4']);
  });

  test('is nothing in scripts whose words differ by one sign', () => {
    const known = spellingOf({ 品牌指南: 5, ブランド: 5, 브랜드전략: 5 }, ['zh', 'ja', 'ko']);
    expect(known.correct(['品牌指北', 'ブランデ', '브랜드전력'])).toEqual([[], [], []]);
  });

  test('is one in any alphabet', () => {
    expect(termsFor(spellingOf({ маркетинг: 4 }), 'маркетиг')).toHaveLength(1);
  });
});

describe('the terms a word may have been meant for', () => {
  const likeness = (near: readonly NearTerm[]): number[] => near.map((each) => Number(each.likeness.toFixed(2)));

  test('are the nearest alone, the most frequent first, three at most', () => {
    const spelling = spellingOf({ brand: 40, bland: 10, blank: 90, bran: 5, blend: 10, blan: 2 });
    const [near = []] = spelling.correct(['blanp']);
    expect(near.map(({ term }) => term)).toEqual(['blank', 'bland', 'blan']);
    expect(likeness(near)).toEqual([0.8, 0.27, 0.12]);
  });

  test('begin as it does, if any does', () => {
    const spelling = spellingOf({ feeds: 1, weeds: 90 });
    expect(termsFor(spelling, 'feedz')).toEqual(['feed']);
    expect(termsFor(spellingOf({ font: 1, cont: 90 }), 'fcont')).toEqual(['font']);
  });

  test('do not depend on the order in which the index came to know them, nor on other words', () => {
    const one = spellingOf({ bland: 10, blank: 10, blunt: 10 });
    const other = spellingOf({ blunt: 10, blank: 10, bland: 10 });
    expect(one.correct(['blant'])).toEqual(other.correct(['persona', 'blant', 'blant']).slice(1, 2));
  });

  test('are looked for once in each spelling', () => {
    let taken = 0;
    let read = 0;
    const spelling = createSpelling({
      all: () => {
        taken++;
        return ['persona'];
      },
      frequency: (term) => (term === 'persona' ? 1 : 0),
      termsOf: (word) => {
        read++;
        return [word];
      },
    });
    expect(taken).toBe(0);
    const first = spelling.correct(['presona']);
    const before = read;
    expect(spelling.correct(['presona', 'presona'])).toEqual([first[0], first[0]]);
    expect(read).toBe(before);
    expect(spelling.correct(['perzona'])[0]?.[0]?.term).toBe('persona');
    expect(taken).toBe(1);
  });

  test('are found in bounded work, always the same, whatever the terms and the words are', () => {
    // All have one length, one first letter and the same letters, so that all have to be compared. Without a bound that
    // would be 19 million comparisons for 64 words and their forms, which take several seconds.
    const hostile = (at: number): string =>
      `abc${at.toString(2).padStart(17, '0').replaceAll('0', 'b').replaceAll('1', 'c')}`;
    const terms = Array.from({ length: 100_000 }, (_, at) => hostile(at));
    const frequencies = new Map(terms.map((term, at) => [term, at + 1]));
    const create = (): Spelling =>
      createSpelling({
        all: () => terms,
        frequency: (term) => frequencies.get(term) ?? 0,
        termsOf: (word) => [word, `${word}b`, `${word}c`],
      });
    const words = Array.from({ length: 64 }, (_, at) => `${hostile(99_000 - 7 * at)}d`);
    const spelling = create();
    const start = performance.now();
    const found = spelling.correct(words);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(found.every((near) => near.length <= 3)).toBe(true);
    expect(create().correct(words)).toEqual(found);
    // What was found in a hurry is not taken for all that there is.
    const last = words.slice(-1);
    expect(create().correct(last)).not.toEqual(found.slice(-1));
    expect(spelling.correct(last)).toEqual(create().correct(last));
  });

  test('have a likeness from 0 to 1, and nothing throws', () => {
    const spelling = spellingOf({ persona: 3, campaign: 40, 'a\u0301b': 1, '🦊🦊🦊🦊': 2, constructor: 1 });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), likeWords)), (words) => {
        const found = spelling.correct(words);
        expect(found).toHaveLength(words.length);
        for (const near of found) {
          expect(near.length).toBeLessThanOrEqual(3);
          expect(near.every((each) => each.likeness > 0 && each.likeness <= 1)).toBe(true);
        }
      }),
    );
    expect(spelling.correct(['__proto__', 'constructer'])[1]?.[0]?.term).toBe('constructor');
  });
});

describe('a mended ending', () => {
  test('takes the place of one that is an edit away', () => {
    expect(mendedEndings('messagign')).toContain('messaging');
    expect(mendedEndings('pricng')).toContain('pricing');
    expect(mendedEndings('investmnets')).toContain('investments');
    expect(mendedEndings('ing')).toEqual([]);
  });
});

describe('the surface of a term', () => {
  const text = 'Messages and messages. Our messaging, the MESSAGE, messaging and messaging.';

  test('is its most frequent word in a text', () => {
    expect(surfaceOf('messag', text)).toBe('messaging');
    expect(surfaceOf('persona', text)).toBeUndefined();
  });

  test('is the word that looks most like the one that was asked', () => {
    expect(surfaceOf('messag', text, { asked: 'mesage' })).toBe('message');
    expect(surfaceOf('messag', text, { asked: 'mesages' })).toBe('messages');
    expect(surfaceOf('messag', text, { asked: 'm'.repeat(100) })).toBe('messaging');
  });

  test('is that of the language', () => {
    const [term = ''] = termsOfWord('kampagnen', ['de']);
    expect(surfaceOf(term, 'Die Kampagnen und die Kampagnen', { language: 'de' })).toBe('kampagnen');
  });
});
