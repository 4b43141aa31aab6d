import { readdir } from 'node:fs/promises';
import { narrowsScope, scopeOf } from '../library/disk/scope.ts';
import { decode } from '../library/text/encoding.ts';
import { Refusal } from '../refusal.ts';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE, type Settings } from '../settings.ts';
import { readBounded } from './find-prompts.ts';

const LARGEST_SETTINGS = 2 ** 20;

async function settingsOf(root: string): Promise<Settings> {
  const bytes = await readBounded(root, SETTINGS_FILE, LARGEST_SETTINGS);
  const text = typeof bytes === 'string' ? undefined : decode(bytes, SETTINGS_FILE).text;
  return text === undefined ? DEFAULT_SETTINGS : readSettings(text, DEFAULT_SETTINGS).settings;
}

/**
 * Throws a Refusal when files in this folder of the library would not be served, or when the folder, by being there,
 * would take everything else out of what is served.
 */
export async function refuseUnserved(root: string, folder: string): Promise<void> {
  const settings = await settingsOf(root);
  const entries = (await readdir(root)).filter((name) => !name.startsWith('.') && name !== SETTINGS_FILE);
  const isNarrowed = entries.some(narrowsScope);
  if (settings.include === undefined && !isNarrowed && entries.length > 0 && narrowsScope(folder)) {
    throw new Refusal(
      `This library is served whole, and with a folder "${folder.split('/')[0]}" nothing outside of "context" and "prompts" would be. ` +
        'Name another folder, for example: --to imported-prompts.',
    );
  }
  const isServed = scopeOf(settings, isNarrowed || narrowsScope(folder));
  if (isServed(`${folder}/prompt.md`, 'file')) return;
  throw new Refusal(`The library does not serve "${folder}". Name a folder that it serves with --to.`);
}
