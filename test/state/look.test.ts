import { appendFile, chmod, mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openState, type State } from '../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

const NAME = 'tokens.json';
const isWindows = process.platform === 'win32';

let place: TemporaryFolder;
let state: State;
beforeEach(async () => {
  place = await temporaryFolder();
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  state = await openState({ library: place.at('library') });
  return async () => {
    vi.unstubAllEnvs();
    await place.remove();
  };
});

const bytes = new TextEncoder().encode('ours');
const signature = async (): Promise<string | undefined> => (await state.look(NAME))?.signature;

describe('a look at a file of ours', () => {
  test('sees nothing where nothing is', async () => {
    expect(await state.look(NAME)).toBeUndefined();
  });

  test('sees the same until something changes, whoever reads', async () => {
    await state.write(NAME, [bytes]);
    const before = await signature();
    await state.read(NAME);
    expect(await signature()).toBe(before);
    const seen = new Set([before]);
    await state.write(NAME, [bytes]);
    seen.add(await signature());
    await appendFile(join(state.folder, NAME), 'more');
    seen.add(await signature());
    await utimes(join(state.folder, NAME), new Date(), new Date(0));
    seen.add(await signature());
    expect(seen.size).toBe(4);
  });

  test.skipIf(isWindows)('sees whose it is and who may use it', async () => {
    await state.write(NAME, [bytes]);
    expect(await state.look(NAME)).toMatchObject({ isOwn: true, isPrivate: true });
    for (const mode of [0o640, 0o604, 0o620, 0o602, 0o644]) {
      const before = await signature();
      await chmod(join(state.folder, NAME), mode);
      expect(await state.look(NAME)).toMatchObject({ isOwn: true, isPrivate: false });
      expect(await signature()).not.toBe(before);
    }
    await writeFile(place.at('elsewhere'), '', { mode: 0o600 });
    await symlink(place.at('elsewhere'), join(state.folder, 'link'));
    await mkdir(join(state.folder, 'folder'));
    expect(await state.look('link')).toMatchObject({ isOwn: false });
    expect(await state.look('folder')).toMatchObject({ isOwn: false });
  });
});
