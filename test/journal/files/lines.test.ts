import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, OUTCOMES, USES } from '../../../src/journal/entry.ts';
import { entryIn, LONGEST, lineOf } from '../../../src/journal/files/lines.ts';

const NOW = Date.UTC(2026, 10, 22, 20, 46);
const ENTRY: Entry = {
  id: 'q83vEjRWeJq8',
  at: NOW,
  member: 'Ana Sousa',
  client: 'claude-ai',
  use: 'prompt',
  ids: ['prompts/launch-email.md', 'context/brand/voice.md'],
  outcome: 'done',
};
const SEARCH: Entry = {
  ...ENTRY,
  use: 'search',
  ids: [],
  outcome: 'little',
  hits: 2,
  strength: 0.25,
  words: 'tone for layoffs',
};

const bytesOf = (line: string): Uint8Array => new TextEncoder().encode(line);
const read = (line: string, now = NOW): Entry | undefined => entryIn(bytesOf(line), now);
/** The line of an entry, with other fields. */
const lineWith = (fields: object, entry = ENTRY): string => JSON.stringify({ ...JSON.parse(lineOf(entry)), ...fields });

const anyEntry: fc.Arbitrary<Entry> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/),
  at: fc.integer({ min: 0, max: NOW }),
  member: fc.string({ unit: 'binary', maxLength: 300 }),
  client: fc.option(fc.string({ unit: 'binary', maxLength: 300 }), { nil: undefined }),
  use: fc.constantFrom(...USES),
  ids: fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zü]{1,40}\/[a-z/.]{1,300}$/)), {
    maxLength: 60,
  }),
  outcome: fc.constantFrom(...OUTCOMES),
  hits: fc.option(fc.double(), { nil: undefined }),
  strength: fc.option(fc.double(), { nil: undefined }),
  words: fc.option(fc.string({ unit: 'binary', maxLength: 3_000 }), { nil: undefined }),
});

describe('an entry', () => {
  test('is one line that is read as the same entry', () => {
    expect(lineOf(SEARCH)).toBe(
      '{"v":1,"id":"q83vEjRWeJq8","at":"2026-11-22T20:46:00.000Z","member":"Ana Sousa","client":"claude-ai",' +
        '"use":"search","ids":[],"outcome":"little","hits":2,"strength":0.25,"words":"tone for layoffs"}',
    );
    for (const entry of [ENTRY, SEARCH]) expect(read(lineOf(entry))).toEqual(entry);
  });

  test('of any texts is one line within the bounds, and what is read from it makes the same line', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const line = lineOf(entry);
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(LONGEST.line);
        expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)).toBe(false);
        const back = read(line);
        if (back === undefined) expect(entry.member.trim()).toBe('');
        else expect(lineOf(back)).toBe(line);
      }),
      { numRuns: 2_000 },
    );
  });

  test('with more ids than a line holds keeps the first ones', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `context/notes/note-${index}.md`);
    const kept = read(lineOf({ ...ENTRY, ids }))?.ids ?? [];
    expect(kept.length).toBeGreaterThan(100);
    expect(kept).toEqual(ids.slice(0, kept.length));
  });

  test('has the words of a search that found little or nothing, and never other words', () => {
    expect(read(lineOf({ ...SEARCH, outcome: 'nothing' }))?.words).toBe('tone for layoffs');
    for (const entry of [{ ...SEARCH, outcome: 'done' } as const, { ...SEARCH, use: 'brief' } as const])
      expect(lineOf(entry)).not.toContain('layoffs');
    expect(read(lineWith({ outcome: 'done' }, SEARCH))?.words).toBeUndefined();
  });

  test('leaves out ids that are no paths inside the library', () => {
    const ids = ['context/a.md', '/etc/passwd', '../up.md', 'a//b.md', 'a/./b.md', '', 'line\nend.md', 'context/ü.md'];
    expect(read(lineOf({ ...ENTRY, ids }))?.ids).toEqual(['context/a.md', 'context/ü.md']);
  });
});

describe('a line', () => {
  test('of a later version that says the same and more is read', () => {
    expect(read(lineWith({ v: 7, mood: { good: true } }))).toEqual(ENTRY);
  });

  test.each([
    ['torn', lineOf(ENTRY).slice(0, 60)],
    ['of no JSON', 'hello'],
    ['that is a list', '[1]'],
    ['without a version', lineWith({ v: undefined })],
    ['with another sort of use', lineWith({ use: 'spy' })],
    ['with another outcome', lineWith({ outcome: 'perhaps' })],
    ['without a member', lineWith({ member: ' ' })],
    ['with a member that is no text', lineWith({ member: 7 })],
    ['without ids', lineWith({ ids: undefined })],
    ['with a path that leads up', lineWith({ ids: ['context/a.md', '../../b.md'] })],
    ['with an id that is no text', lineWith({ ids: [7] })],
    ['with an id of its own that nobody gives', lineWith({ id: 'a b' })],
    ['with no moment', lineWith({ at: 'yesterday' })],
    ['with a day that is none', lineWith({ at: '2026-13-41T00:00:00Z' })],
    ['from the far future', lineWith({ at: new Date(NOW + 86_400_001).toISOString() })],
  ])('%s is passed over', (_, line) => {
    expect(read(line)).toBeUndefined();
  });

  test('of a clock that is a little fast is read', () => {
    const at = NOW + 86_400_000;
    expect(read(lineWith({ at: new Date(at).toISOString() }))?.at).toBe(at);
  });

  test('that is no UTF-8 is passed over', () => {
    const bytes = bytesOf(lineOf(ENTRY));
    bytes[bytes.indexOf(0x41)] = 0xff;
    expect(entryIn(bytes, NOW)).toBeUndefined();
  });

  test('of any bytes, and any change of a good one, never throws and never gets beyond the bounds', () => {
    const changed = fc.tuple(anyEntry, fc.nat(), fc.uint8Array({ maxLength: 8 })).map(([entry, place, bytes]) => {
      const line = Buffer.from(lineOf(entry));
      const at = place % line.length;
      return new Uint8Array(Buffer.concat([line.subarray(0, at), bytes, line.subarray(at + bytes.length)]));
    });
    const anyJson = fc.json().map((text) => bytesOf(text));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), anyJson, changed), (line) => {
        const entry = entryIn(line, NOW);
        if (entry === undefined) return;
        expect(Buffer.byteLength(lineOf(entry))).toBeLessThanOrEqual(LONGEST.line);
        expect(entry.member).not.toBe('');
        expect(entry.at).toBeLessThanOrEqual(NOW + 86_400_000);
      }),
      { numRuns: 5_000 },
    );
  });
});
