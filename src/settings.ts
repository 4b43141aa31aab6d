import { z } from 'zod';
import { type Diagnostic, diagnose } from './library/diagnostic.ts';
import { nearest } from './library/nearest.ts';
import { readYaml } from './library/text/front-matter.ts';

/** The file with the library's settings, at its root. */
export const SETTINGS_FILE = 'team-context.yaml';

/** What a team can set in `team-context.yaml`. */
export interface Settings {
  /** Shown to clients; empty when the team gave none. */
  readonly name: string;
  /** One sentence for the server's instructions. */
  readonly about: string;
  /** Groups of words that mean the same. */
  readonly glossary: readonly (readonly string[])[];
  /** Folders to serve instead of `context/` and `prompts/`. */
  readonly include?: readonly string[];
  /** Globs of paths that are not served. */
  readonly ignore: readonly string[];
  /** `off` does not offer the tools that write; `direct` lets them write past the inbox. */
  readonly sharing: 'on' | 'off' | 'direct';
  /** Where use is recorded. */
  readonly journal: 'local' | 'shared' | 'off';
}

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  about: '',
  glossary: [],
  ignore: [],
  sharing: 'on',
  journal: 'local',
};

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z
  .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(text))
  .transform((items) => items.map((item) => item.trim()).filter((item) => item !== ''));
/** YAML 1.2 reads `on` and `off` as words; somebody may still write `true` or `false`. */
const onOrOff = (value: unknown) => (value === true ? 'on' : value === false ? 'off' : value);

/** Each setting with what it accepts, and the words that say so. */
const SETTINGS = {
  name: { accepts: text.pipe(z.string().max(80)), says: 'a short text, such as "name: Acme marketing"' },
  about: { accepts: text.pipe(z.string().max(400)), says: 'one sentence of at most 400 characters' },
  glossary: { accepts: z.array(words), says: 'a list of lists, such as "- [ICP, ideal customer profile]"' },
  include: { accepts: words, says: 'a list of folders, such as "include: [context, prompts]"' },
  ignore: { accepts: words, says: 'a list of paths, such as "ignore: [\\"context/archive/**\\"]"' },
  sharing: { accepts: z.preprocess(onOrOff, z.enum(['on', 'off', 'direct'])), says: '"on" or "off"' },
  journal: { accepts: z.preprocess(onOrOff, z.enum(['local', 'shared', 'off'])), says: '"local", "shared" or "off"' },
} satisfies { [name in keyof Settings]-?: { accepts: z.ZodType; says: string } };

/**
 * Reads the text of the settings file. `settings` is undefined when the file could not be read at all, and then the last
 * good settings stay in force; a single wrong setting falls back to its default.
 */
export function readSettings(text: string): { settings?: Settings; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics: faults, placeOf } = readYaml(text, SETTINGS_FILE);
  const diagnostics = [...faults];
  const wrong = (key: string | undefined, message: string, hint: string): void => {
    const place = key === undefined ? placeOf([]) : placeOf([key], 'key');
    diagnostics.push(diagnose('settings-broken', { path: SETTINGS_FILE, place }, { message, hint }));
  };
  if (value === null) return { settings: DEFAULT_SETTINGS, diagnostics };
  if (value === undefined) return { diagnostics };
  if (typeof value !== 'object' || Array.isArray(value)) {
    wrong(
      undefined,
      'The settings are not lines of the form "name: value".',
      'Write one setting a line, such as "name: Acme marketing".',
    );
    return { diagnostics };
  }
  const read: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const setting = Object.entries(SETTINGS).find(([name]) => name === key)?.[1];
    if (setting === undefined) {
      const [near] = nearest(key, Object.keys(SETTINGS), 1);
      const hint = near ? `Did you mean "${near}"?` : `The settings are: ${Object.keys(SETTINGS).join(', ')}.`;
      wrong(key, `There is no setting "${key}".`, hint);
      continue;
    }
    const result = setting.accepts.safeParse(given);
    if (result.success) read[key] = result.data;
    else wrong(key, `The setting "${key}" cannot be used as it stands.`, `Write ${setting.says}.`);
  }
  return { settings: { ...DEFAULT_SETTINGS, ...read }, diagnostics };
}
