import { readdir } from 'node:fs/promises';
import { identityOf } from '../library/disk/identity.ts';
import type { Library } from '../library/library.ts';
import { decode } from '../library/text/encoding.ts';
import { DEFAULT_SETTINGS, readSettings, SETTINGS_FILE } from '../settings.ts';
import { readBounded } from './find-prompts.ts';

const HOUR_MS = 3_600_000;
const LARGEST_SETTINGS = 2 ** 20;

export interface DaysToKeep {
  /** For how many days files are kept, by the settings that lie there now; infinite where they may not be the team's. */
  now(): Promise<number>;
}

/** How long the settings in a file keep things; infinite where they cannot be read in full. */
async function daysIn(root: string, name: string): Promise<number> {
  const bytes = await readBounded(root, name, LARGEST_SETTINGS);
  const text = typeof bytes === 'string' ? '' : (decode(bytes, SETTINGS_FILE).text ?? '');
  const { settings, diagnostics } = readSettings(text, DEFAULT_SETTINGS);
  const isSound = text.trim() !== '' && diagnostics.length === 0;
  return isSound ? settings.journal.keepDays : Number.POSITIVE_INFINITY;
}

/**
 * A settings file that is absent may still be on its way, as that of a folder that is being synchronised: there is none
 * only when none was found for an hour, while the rest of the library was. One that is empty or broken counts for nothing.
 */
export function openDaysToKeep(library: Library, now: () => number): DaysToKeep {
  let absentSince: number | undefined;

  const whenAbsent = (): number => {
    absentSince ??= now();
    const isThere = library.status().isReachable && library.current().documents.size > 0;
    const isForGood = isThere && now() - absentSince >= HOUR_MS;
    return isForGood ? DEFAULT_SETTINGS.journal.keepDays : Number.POSITIVE_INFINITY;
  };
  return {
    async now() {
      const names = await readdir(library.root).catch(() => undefined);
      if (names === undefined) return Number.POSITIVE_INFINITY;
      const [name, other] = names.filter((each) => identityOf(each) === SETTINGS_FILE);
      if (name === undefined) return whenAbsent();
      absentSince = undefined;
      return other === undefined ? daysIn(library.root, name) : Number.POSITIVE_INFINITY;
    },
  };
}
