import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeNew } from '../../src/commands/write-new.ts';
import { temporaryFolder } from '../folders.ts';

test('of many who write one name at once, one does, and nothing else is left', async () => {
  const folder = await temporaryFolder();
  const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(100_000));
  const written = await Promise.all(texts.map((text) => writeNew(folder.path, 'a.md', text)));
  expect(written.filter((each) => each)).toHaveLength(1);
  expect(await readdir(folder.path)).toEqual(['a.md']);
  expect(await readFile(folder.at('a.md'), 'utf8')).toBe(texts[written.indexOf(true)]);
  await folder.remove();
});

test('never writes over what is there', async () => {
  const folder = await temporaryFolder({ 'a.md': 'Ours' });
  expect(await writeNew(folder.path, 'a.md', 'Theirs')).toBe(false);
  expect(await readFile(folder.at('a.md'), 'utf8')).toBe('Ours');
  expect(await readdir(folder.path)).toEqual(['a.md']);
  await folder.remove();
});
