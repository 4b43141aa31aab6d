import { describe, expect, test } from 'vitest';
import { homeOf, writtenFolders } from '../../src/library/homes.ts';
import type { Snapshot } from '../../src/library/snapshot.ts';
import type { Settings } from '../../src/settings.ts';
import { libraryOf } from '../library-of.ts';

function library(ids: readonly string[], settings: Partial<Settings> = {}, text = '# A\n'): Snapshot {
  const snapshot = libraryOf(Object.fromEntries(ids.map((id) => [id, text])));
  return { ...snapshot, settings: { ...snapshot.settings, ...settings } };
}

describe('a new document of a kind belongs', () => {
  test('where most of its kind lie', () => {
    const ids = ['context/workflows/2025/a.md', 'context/workflows/2026/b.md', 'context/workflows/2026/c.md'];
    expect(homeOf(library(ids), 'workflow')).toBe('context/workflows/2026');
    expect(homeOf(library(['prompts/email/a.md', 'prompts/email/b.md', 'prompts/c.md']), 'prompt')).toBe(
      'prompts/email',
    );
  });

  test('in the usual one of two folders with as many, as people spelt it', () => {
    const ids = ['context/A-workflows/a.md', 'context/Workflows/b.md', 'context/z/c.md'];
    const snapshot = library(ids, {}, '---\nkind: workflow\n---\n');
    expect(homeOf(snapshot, 'workflow')).toBe('context/Workflows');
  });

  test.each([
    ['guideline', 'context/brand'],
    ['win', 'context/wins'],
    ['prompt', 'prompts'],
    ['reference', 'context/reference'],
  ] as const)('in the usual folder where there is none yet: %s', (kind, folder) => {
    expect(homeOf(library(['context/brand/voice.md']), kind)).toBe(folder);
    expect(homeOf(library([]), kind)).toBe(folder);
    expect(homeOf(library(['inbox/a.md']), kind)).toBe(folder);
  });

  test('in no folder that would take everything else out of what is served', () => {
    const whole = library(['brand/voice.md', 'notes.md']);
    expect(homeOf(whole, 'workflow')).toBe('shared/workflows');
    expect(homeOf(whole, 'prompt')).toBe('shared/prompts');
    expect(homeOf(library(['stories/a.md'], {}, '---\nkind: workflow\n---\n'), 'workflow')).toBe('stories');
  });

  test('inside what the settings serve', () => {
    expect(homeOf(library(['team/a.md'], { include: ['team'] }), 'workflow')).toBe('team/workflows');
    expect(homeOf(library(['team/a.md'], { include: ['Team/**', 'context'] }), 'workflow')).toBe('context/workflows');
    expect(homeOf(library(['context/a.md'], { ignore: ['context/wins/**'] }), 'win')).toBeUndefined();
    expect(homeOf(library(['context/a.md'], { ignore: ['context/wins/**'] }), 'workflow')).toBe('context/workflows');
  });

  test('beside others that were put there for what they are: not at the root, nor among parts and readmes', () => {
    expect(homeOf(library(['a.prompt.md', 'b.prompt.md', 'prompts/parts/c.prompt.md', 'prompts/d.md']), 'prompt')).toBe(
      'prompts',
    );
    expect(homeOf(library(['context/brand/README.md']), 'reference')).toBe('context/reference');
  });
});

test('the folders that are written to are those of all kinds, each once', () => {
  const folders = writtenFolders(library(['context/a.md']));
  expect(folders).toContain('context/workflows');
  expect(new Set(folders).size).toBe(folders.length);
});
