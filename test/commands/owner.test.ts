import { expect, onTestFinished, test } from 'vitest';
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

test('a name that is given counts most, then that of the folder, of the user, and of the system', async () => {
  const folder = await temporaryFolder({
    'library/.git/config': '[user]\n\tname = Of the folder\n',
    gitconfig: '[user]\n\tname = Of the user\n',
    'plain/voice.md': 'Warm.\n',
  });
  onTestFinished(folder.remove);
  const environment = { GIT_CONFIG_GLOBAL: folder.at('gitconfig') };
  const nameOf = (root: string, more: Record<string, string> = {}): string =>
    ownerOf(folder.at(root), { ...environment, ...more }).name;
  expect(nameOf('library', { TEAM_CONTEXT_MEMBER: ' Ana\nLark ' })).toBe('Ana Lark');
  expect(nameOf('library', { TEAM_CONTEXT_MEMBER: ' ' })).toBe('Of the folder');
  expect(nameOf('plain')).toBe('Of the user');
  expect(nameOf('plain', { GIT_CONFIG_GLOBAL: folder.at('nowhere') })).not.toBe('');
});
