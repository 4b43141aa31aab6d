import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/library/diagnostic.ts';
import { DEEPEST_INCLUDE } from '../../src/library/references.ts';
import { libraryOf } from '../library-of.ts';

type Files = Readonly<Record<string, string>>;

const part = (name: string | number): string => `prompts/parts/${name}.md`;
const include = (...names: readonly (string | number)[]): string =>
  names.map((name) => `{{> ${part(name)} }}`).join('\n');
const faultsOf = (files: Files, code: Diagnostic['code']): unknown[] =>
  libraryOf(files)
    .diagnostics.filter((each) => each.code === code)
    .map(({ path, line }) => [path, line]);

/** Parts that include each other one after the other, from `0` to `count`; the last includes what `last` says. */
function chain(count: number, last = 'end'): Record<string, string> {
  const links = Array.from({ length: count }, (_, i) => [part(i), include(i + 1)]);
  return Object.fromEntries([...links, [part(count), last]]);
}

describe('a reference to what is not there', () => {
  test('is never answered with what waits in the inbox, nor with the document itself', () => {
    const files = {
      'context/brand/voice.md': '---\nsupersedes: context/brand/voce.md\n---\nx',
      'inbox/voice.md': 'x',
    };
    const hints = libraryOf(files).diagnostics.map(({ hint }) => hint);
    expect(hints).toEqual(['Write the path from the library folder, such as "context/brand/voice.md".']);
  });

  test('is reported each time; what was meant is searched for in the first twenty', () => {
    const names = Array.from({ length: 30 }, (_, i) => `  - context/voce.md#${i}`);
    const files = { 'context/voice.md': 'x', 'prompts/p.md': `---\ncontext:\n${names.join('\n')}\n---\nx` };
    const hints = libraryOf(files).diagnostics.map(({ hint }) => hint);
    expect(hints).toHaveLength(30);
    expect(hints.filter((hint) => hint === 'Did you mean "context/voice.md"?')).toHaveLength(20);
    expect(hints.slice(20).every((hint) => hint.startsWith('Write the path'))).toBe(true);
  });

  test('costs next to nothing, be the library large and the references many', () => {
    const documents = Array.from({ length: 2_000 }, (_, i) => [`context/brand/quarterly-campaign-report-${i}.md`, 'x']);
    const broken = Array.from({ length: 40 }, (_, p) => {
      const lines = Array.from({ length: 50 }, (_, i) => `{{> context/brand/qartely-campagn-reprt-${p}-${i}.md }}`);
      return [`prompts/p${p}.md`, lines.join('\n')];
    });
    const files = Object.fromEntries([...documents, ...broken]);
    const began = performance.now();
    expect(faultsOf(files, 'reference-not-found')).toHaveLength(2_000);
    // generous: comparing all with all takes minutes
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('includes that lead in a circle', () => {
  test('are reported on every file of the circle, and on no file that only leads to it', () => {
    const files = {
      'prompts/start.md': include('a'),
      [part('a')]: include('b', 'aside'),
      [part('b')]: `text\n${include('c')}`,
      [part('c')]: include('a', 'aside'),
      [part('aside')]: 'x',
    };
    expect(faultsOf(files, 'include-circle')).toEqual([
      [part('a'), 1],
      [part('b'), 2],
      [part('c'), 1],
    ]);
  });

  test('are reported when a file includes itself', () => {
    expect(faultsOf({ [part('a')]: include('a') }, 'include-circle')).toEqual([[part('a'), 1]]);
  });

  test('are found exactly where following every include leads back, whatever the includes', () => {
    const names = [0, 1, 2, 3, 4, 5, 6];
    const edges = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 14 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const next = new Map(names.map((name) => [name, pairs.filter(([from]) => from === name).map(([, to]) => to)]));
        const reaches = (from: number, to: number): boolean => {
          const seen = new Set([from]);
          for (const one of seen) {
            if (one === to) return true;
            for (const each of next.get(one) ?? []) seen.add(each);
          }
          return false;
        };
        const files = Object.fromEntries(names.map((name) => [part(name), include(...(next.get(name) ?? []))]));
        const expected = names.flatMap((name) =>
          (next.get(name) ?? []).flatMap((to, i) => (reaches(to, name) ? [[part(name), i + 1]] : [])),
        );
        expect(faultsOf(files, 'include-circle')).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('includes that lead deep', () => {
  const prompt = { 'prompts/start.md': include(0) };

  test('are reported from one more than is followed, and only on prompts', () => {
    expect(faultsOf({ ...prompt, ...chain(DEEPEST_INCLUDE - 1) }, 'include-too-deep')).toEqual([]);
    expect(faultsOf({ ...prompt, ...chain(DEEPEST_INCLUDE) }, 'include-too-deep')).toEqual([['prompts/start.md', 1]]);
  });

  test('count their longest way, and a circle on it for nothing', () => {
    const shortcut = { 'prompts/start.md': include(7, 0), ...chain(DEEPEST_INCLUDE) };
    expect(faultsOf(shortcut, 'include-too-deep')).toEqual([['prompts/start.md', 2]]);
    const last = DEEPEST_INCLUDE - 1;
    expect(faultsOf({ ...prompt, ...chain(last, include(last)) }, 'include-too-deep')).toEqual([]);
  });

  test('are followed to the end of any chain and round any circle, in no time', () => {
    const began = performance.now();
    expect(faultsOf({ ...prompt, ...chain(6_000) }, 'include-too-deep')).toEqual([['prompts/start.md', 1]]);
    expect(faultsOf(chain(6_000, include(0)), 'include-circle')).toHaveLength(6_001);
    // generous: following each part by itself takes minutes
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
