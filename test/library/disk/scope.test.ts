import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherOf } from '../../../src/library/disk/glob.ts';
import { narrowsScope, type Scope, scopeOf } from '../../../src/library/disk/scope.ts';

const servedFrom = (scope: Scope, isNarrowed: boolean, paths: readonly string[]): string[] =>
  paths.filter((path) => scopeOf(scope, isNarrowed)(path, 'file'));

describe('the scope of a library', () => {
  const paths = [
    'README.md',
    'team-context.yaml',
    'context/a.md',
    'Context/b.md',
    'prompts/c.md',
    'inbox/d.md',
    'contextual/e.md',
    'x/context/f.md',
  ];

  it('is the whole folder unless it has one of the usual folders', () => {
    expect(servedFrom({}, false, paths)).toEqual(paths);
  });

  it('is the usual folders, the inbox and the settings when it has', () => {
    expect(servedFrom({}, true, paths)).toEqual([
      'team-context.yaml',
      'context/a.md',
      'Context/b.md',
      'prompts/c.md',
      'inbox/d.md',
    ]);
  });

  it('is what the settings include instead', () => {
    expect(servedFrom({ include: ['./x/Context/', 'prompts'] }, true, paths)).toEqual([
      'team-context.yaml',
      'prompts/c.md',
      'inbox/d.md',
      'x/context/f.md',
    ]);
    expect(servedFrom({ include: ['.'] }, true, paths)).toEqual(paths);
    expect(servedFrom({ include: [] }, true, paths)).toEqual(['team-context.yaml', 'inbox/d.md']);
  });

  it('leaves out what the settings ignore, but never the settings', () => {
    expect(servedFrom({ ignore: ['*.md', '*.yaml'] }, false, paths)).toEqual(['team-context.yaml']);
    expect(servedFrom({ ignore: ['context/**'] }, true, paths)).toEqual([
      'team-context.yaml',
      'prompts/c.md',
      'inbox/d.md',
    ]);
  });

  it('never holds what was declined, whatever the settings include', () => {
    const declined = ['inbox/declined/a.md', 'Inbox/Declined/b/c.md'];
    const near = ['inbox/declined.md', 'inbox/declined-later/a.md', 'context/inbox/declined/a.md'];
    for (const isNarrowed of [true, false]) {
      for (const scope of [{}, { include: ['.'] }, { include: ['inbox/declined', 'context'] }]) {
        expect(servedFrom(scope, isNarrowed, declined)).toEqual([]);
        expect(servedFrom(scope, isNarrowed, near).slice(0, 2)).toEqual(near.slice(0, 2));
        expect(scopeOf(scope, isNarrowed)('inbox/declined', 'folder')).toBe(false);
      }
    }
  });

  it('holds the folders on the way to an included one, and not what else lies in them', () => {
    const isInScope = scopeOf({ include: ['x/context'] }, false);
    expect([isInScope('x', 'folder'), isInScope('x', 'file'), isInScope('x/other', 'folder')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is narrowed by a usual folder at the root alone', () => {
    expect(['context', 'Prompts', 'prompts/a.md'].every(narrowsScope)).toBe(true);
    expect(['x/context', 'contexts', 'context.md'].some(narrowsScope)).toBe(false);
  });
});

describe('a glob', () => {
  it.each([
    [
      'context/archive/**',
      ['context/archive/a.md', 'context/archive/b/c.md', 'Context/Archive'],
      ['context/a.md', 'archive/a.md'],
    ],
    ['context/archive', ['context/archive/a.md'], ['context/archives/a.md']],
    ['archive', ['archive/a.md', 'x/archive/a.md'], ['archives/a.md']],
    ['/archive', ['archive/a.md'], ['x/archive/a.md']],
    ['*.draft.md', ['a.draft.md', 'x/b.draft.md'], ['a.md']],
    ['**/old-*/*.md', ['old-1/a.md', 'x/y/old-2/b.md'], ['old-1/x/a.txt', 'old/a.md']],
    ['context/?.md', ['context/a.md'], ['context/ab.md']],
    ['caf\u00e9/', ['cafe\u0301/a.md'], ['cafe/a.md']],
    ['', [], ['a.md']],
  ])('%s means some paths and not others', (glob, meant, others) => {
    const isMeant = matcherOf([glob]);
    expect(meant.filter((path) => !isMeant(path))).toEqual([]);
    expect(others.filter(isMeant)).toEqual([]);
  });

  it('without wildcards means a path and all below it', () => {
    const segment = fc.stringMatching(/^[a-z0-9 ._-]{1,8}$/).filter((it) => it.trim() === it && it !== '.');
    const property = fc.property(fc.array(segment, { minLength: 2, maxLength: 5 }), segment, (segments, below) => {
      const path = segments.join('/');
      expect(matcherOf([path])(path)).toBe(true);
      expect(matcherOf([path])(`${path}/${below}`)).toBe(true);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('takes time that does not explode with its stars', () => {
    // milliseconds where backtracking would take years
    const isMeant = matcherOf([`${'a*'.repeat(100)}b`, `${'**/a/'.repeat(50)}b`]);
    const began = performance.now();
    expect(isMeant(`${'a'.repeat(200)}/${'a/'.repeat(100)}c`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
