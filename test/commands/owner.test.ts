import { expect, onTestFinished, test } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import { gitNameIn, ownerOf } from '../../src/commands/owner.ts';
import { temporaryFolder } from '../folders.ts';

test.each([
  ['[user]\n\tname = Ana Lark\n\temail = ana@example.com\n', 'Ana Lark'],
  ['[core]\n\tname = no\n[User]\r\n  Name="Ana \\"Lark\\"" ; hers\r\n', 'Ana "Lark"'],
  ['[user]\n\tname = Ana # at work\n[user]\n\tname = Lark\n', 'Lark'],
  ['[user "work"]\n\tname = no\n[alias]\n\tname = no\n', ''],
  ['[user]\n\temail = ana@example.com\n', ''],
  ['', ''],
])('git configured with %j knows "%s"', (configuration, name) => {
  expect(gitNameIn(configuration)).toBe(name);
});

test('a name that is given counts most, then that of the user, and of the system', async () => {
  const folder = await temporaryFolder({ gitconfig: '[user]\n\tname = Of the user\n' });
  onTestFinished(folder.remove);
  const environment = { GIT_CONFIG_GLOBAL: folder.at('gitconfig') };
  const nameWith = (more: Record<string, string>): string => ownerOf({ ...environment, ...more }).name;
  expect(nameWith({ TEAM_CONTEXT_MEMBER: ' Ana\nLark ' })).toBe('Ana Lark');
  expect(nameWith({ TEAM_CONTEXT_MEMBER: ' ' })).toBe('Of the user');
  expect(nameWith({ GIT_CONFIG_GLOBAL: folder.at('nowhere') })).not.toBe('');
});

test('a folder that colleagues share does not say who anybody is', async () => {
  const library = await temporaryFolder({
    '.git/config': '[user]\n\tname = Ana Boss\n',
    'context/voice.md': 'Warm.\n',
  });
  onTestFinished(library.remove);
  const surface = await openSurface({ root: library.path, usesCache: false });
  onTestFinished(surface.close);
  expect(surface.owner.name).not.toBe('Ana Boss');
});

test('a long line of blanks in a configuration costs nothing', () => {
  // where the work grew with the square of the length this would take a quarter of a minute
  const began = performance.now();
  expect(gitNameIn(`[user]\nname = x${' '.repeat(99_000)}y\n`)).toMatch(/^x +y$/);
  expect(performance.now() - began).toBeLessThan(2_000);
});
