import { chown, mkdir, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Refusal } from '../../src/refusal.ts';
import { refuseUnfit, stateFolder } from '../../src/state/folder.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

async function folder(): Promise<TemporaryFolder> {
  const made = await temporaryFolder();
  onTestFinished(made.remove);
  return made;
}

describe('the folder for what is ours', () => {
  test('is the one that TEAM_CONTEXT_STATE names', () => {
    expect(stateFolder({ TEAM_CONTEXT_STATE: '/here/it/is', XDG_STATE_HOME: '/not/here' })).toBe(
      resolve('/here/it/is'),
    );
  });

  test.skipIf(process.platform === 'win32' || process.platform === 'darwin')(
    'is where freedesktop.org wants it',
    () => {
      const usual = join(homedir(), '.local', 'state', 'team-context');
      expect(stateFolder({ XDG_STATE_HOME: '/state' })).toBe('/state/team-context');
      expect(stateFolder({ XDG_STATE_HOME: 'not/absolute' })).toBe(usual);
      expect(stateFolder({ TEAM_CONTEXT_STATE: '' })).toBe(usual);
    },
  );

  test.skipIf(process.platform !== 'darwin')('is where Apple wants it', () => {
    expect(stateFolder({})).toBe(join(homedir(), 'Library', 'Application Support', 'team-context'));
  });

  test.skipIf(process.platform !== 'win32')('is where Microsoft wants it', () => {
    expect(stateFolder({ LOCALAPPDATA: 'C:\\Local' })).toBe('C:\\Local\\team-context');
  });
});

describe('a folder is refused', () => {
  test('when it lies in the library, or is the library, be it there or not', async () => {
    const library = await folder();
    await mkdir(library.at('made'));
    for (const inside of ['made', 'not/made', '.hidden/state', '']) {
      await expect(refuseUnfit(library.at(inside), library.path)).rejects.toThrow(/lies inside the library/);
    }
  });

  test('when only its name lies outside', async () => {
    const [library, other] = [await folder(), await folder()];
    await mkdir(library.at('state'));
    await symlink(library.at('state'), other.at('link'));
    await expect(refuseUnfit(other.at('link/deeper'), library.path)).rejects.toThrow(/lies inside the library/);
    const [linked, real] = [other.at('library'), library.at('state')];
    await symlink(library.path, linked);
    await expect(refuseUnfit(real, linked)).rejects.toThrow(/lies inside the library/);
  });

  test('when it is a file', async () => {
    const [library, other] = [await folder(), await folder()];
    await writeFile(other.at('state'), '');
    await expect(refuseUnfit(other.at('state'), library.path)).rejects.toThrow(/is not a folder/);
  });

  test.skipIf(process.getuid?.() !== 0)('when it belongs to another user', async () => {
    const [library, other] = [await folder(), await folder()];
    await chown(other.path, 12_345, 12_345);
    await expect(refuseUnfit(other.path, library.path)).rejects.toThrow(/belongs to another user/);
  });

  test('in a sentence, and one beside the library is not', async () => {
    const [library, other] = [await folder(), await folder()];
    await expect(refuseUnfit(library.path, library.path)).rejects.toBeInstanceOf(Refusal);
    await expect(refuseUnfit(`${library.path} state`, library.path)).resolves.toBeUndefined();
    await expect(refuseUnfit(other.at('not/made'), library.path)).resolves.toBeUndefined();
    await expect(refuseUnfit(other.path, library.at('not there'))).resolves.toBeUndefined();
  });
});
