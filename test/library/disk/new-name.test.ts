import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyName } from '../../../src/library/disk/file-names.ts';
import {
  isGeneratedName,
  isTemporaryName,
  nameBeside,
  newName,
  plainSlug,
  temporaryName,
} from '../../../src/library/disk/new-name.ts';

const AT = Date.parse('2026-11-22T23:59:59Z');

describe('the name of a new file', () => {
  test('is its date, its title and something random', () => {
    expect(newName('Six hours → 30 minutes: the “Launch” kit', AT)).toMatch(
      /^2026-11-22-six-hours-30-minutes-the-launch-kit-[0-9a-z]{8}\.md$/,
    );
    const names = Array.from({ length: 1_000 }, () => newName('The same', AT));
    expect(new Set(names).size).toBe(1_000);
  });

  test('can be had on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (title) => {
        const name = newName(title, AT);
        expect(name).toMatch(/^2026-11-22-[a-z0-9]+(?:-[a-z0-9]+)*\.md$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(classifyName(name, new Set())).toEqual({ kind: 'document' });
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a name that was made is told from one that somebody gave', () => {
  for (const title of ['Launch', '', 'パン屋', 'x '.repeat(300)]) {
    const name = newName(title, AT);
    expect([name, nameBeside(name)].map(isGeneratedName)).toEqual([true, true]);
  }
  const given = ['cfo.md', '2026-11-22.md', '2026-11-22-cfo.md', 'launch-7k2m9x0a.md', '2026-11-22-q4-planning.md'];
  for (const name of given) expect(isGeneratedName(name)).toBe(false);
});

test.each([
  ['Crème brûlée für Łódź', 'creme-brulee-fur-lodz'],
  ['Straße & Søn', 'strasse-son'],
  ["What's new?", 'whats-new'],
  ['../../etc/passwd', 'etc-passwd'],
  ['CON', 'con-file'],
  ['LPT1', 'lpt1-file'],
  ['パン屋', 'untitled'],
  ['', 'untitled'],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
])('"%s" is "%s" in plain letters', (title, slug) => {
  expect(plainSlug(title)).toBe(slug);
});

test('what is being written is told from documents, and from the temporary files of others', () => {
  const name = temporaryName();
  expect(isTemporaryName(name)).toBe(true);
  expect(classifyName(name, new Set())).toEqual({ kind: 'litter' });
  for (const other of ['.~lock.voice.md#', '.~team-context-0.tmp', 'voice.md', `x${name}`, `${name}x`])
    expect(isTemporaryName(other)).toBe(false);
});
