import { spawn } from 'node:child_process';
import { readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';
import { CHILD_ENV, MAIN, run } from '../processes.ts';

const FILES = 40;
const KILLS = 30;
const HOUR = 3_600_000;

const SOURCES = Object.fromEntries(
  Array.from({ length: FILES }, (_, index) => [
    `old/prompt-${index}.md`,
    `Prompt ${index} about {{ topic }}.\n\n${`Line of ${index}.\n`.repeat(4_000)}`,
  ]),
);

/** What lies in the folder, by name. */
async function textsIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch(() => []);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** Imports, and is killed as soon as there are so many names in the folder. */
async function importUntil(words: readonly string[], folder: string, count: number): Promise<void> {
  const child = spawn(process.execPath, [MAIN, 'import', ...words], { env: { ...CHILD_ENV }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const watch = setInterval(async () => {
    if ((await readdir(folder).catch(() => [])).length >= count) child.kill('SIGKILL');
  }, 1);
  await ended;
  clearInterval(watch);
}

async function library(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({ 'context/voice.md': 'Warm.\n' });
  onTestFinished(folder.remove);
  return folder;
}

test('an import that is killed leaves whole files, and the next one does the rest', { timeout: 120_000 }, async () => {
  const sources = await temporaryFolder(SOURCES);
  onTestFinished(sources.remove);
  const undisturbed = await library();
  const wordsFor = (folder: TemporaryFolder): string[] => [sources.at('old'), '--library', folder.path];
  expect((await run(['import', ...wordsFor(undisturbed)])).code).toBe(0);
  const whole = await textsIn(undisturbed.at('prompts'));
  expect(whole.size).toBe(FILES);

  let begun = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const folder = await library();
    await importUntil(wordsFor(folder), folder.at('prompts'), 1 + Math.floor((kill * FILES) / KILLS));
    const left = await textsIn(folder.at('prompts'));
    const files = [...left].filter(([name]) => !name.endsWith('.tmp'));
    for (const [name, text] of files) expect(text === whole.get(name), `${name} is whole`).toBe(true);
    if (files.length > 0 && files.length < FILES) begun++;
    const then = new Date(Date.now() - 2 * HOUR);
    for (const name of left.keys()) if (name.endsWith('.tmp')) await utimes(folder.at(`prompts/${name}`), then, then);
    if (kill % 10 !== 0) continue;
    await run(['import', ...wordsFor(folder)]);
    expect(await textsIn(folder.at('prompts'))).toEqual(whole);
  }
  // a kill that came too early or too late shows nothing
  expect(begun).toBeGreaterThan(KILLS / 2);
});
