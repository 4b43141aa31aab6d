import { z } from 'zod';
import { type Diagnostic, diagnose } from './library/diagnostic.ts';
import type { Json } from './library/document.ts';
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
  readonly journal: JournalSettings;
}

/** What is recorded of the use of the library. */
export interface JournalSettings {
  /** On this machine, in the library for all to see, or nowhere. */
  readonly where: 'local' | 'shared' | 'off';
  /** Whether the words of searches are kept that found little or nothing. */
  readonly queries: boolean;
  /** Whether what more colleagues use ranks a little higher. */
  readonly ranking: boolean;
  /** Days after which what was recorded is removed. */
  readonly keepDays: number;
}

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  about: '',
  glossary: [],
  ignore: [],
  sharing: 'on',
  journal: { where: 'local', queries: true, ranking: true, keepDays: 400 },
};

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z
  .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(text))
  .transform((items) => items.map((item) => item.trim()).filter((item) => item !== ''));
/** YAML 1.2 reads `on` and `off` as words; somebody may still write `true` or `false`. */
const onOrOff = (value: unknown) => (value === true ? 'on' : value === false ? 'off' : value);

const PLACES = ['local', 'shared', 'off'] as const;
const place = z.preprocess(onOrOff, z.enum(PLACES));
const onOff = z.preprocess(onOrOff, z.enum(['on', 'off'])).transform((word) => word === 'on');

/** A word that says where, or lines that say more. */
const journal = z
  .preprocess(
    (value) => (typeof value === 'object' ? value : { where: value }),
    z.strictObject({
      where: place.optional(),
      queries: onOff.optional(),
      ranking: onOff.optional(),
      keep_days: z.number().int().min(1).max(3_650).optional(),
    }),
  )
  .transform(({ keep_days: keepDays, ...given }): JournalSettings => {
    const named = Object.entries({ ...given, keepDays }).filter(([, value]) => value !== undefined);
    return { ...DEFAULT_SETTINGS.journal, ...Object.fromEntries(named) };
  });

/** Each setting with what it accepts, and the words that say so. */
const SETTINGS = {
  name: { accepts: text.pipe(z.string().max(80)), says: 'a short text, such as "name: Acme marketing"' },
  about: { accepts: text.pipe(z.string().max(400)), says: 'one sentence of at most 400 characters' },
  glossary: { accepts: z.array(words), says: 'a list of lists, such as "- [ICP, ideal customer profile]"' },
  include: { accepts: words, says: 'a list of folders, such as "include: [context, prompts]"' },
  ignore: { accepts: words, says: 'a list of paths, such as "ignore: [\\"context/archive/**\\"]"' },
  sharing: { accepts: z.preprocess(onOrOff, z.enum(['on', 'off', 'direct'])), says: '"on", "off" or "direct"' },
  journal: {
    accepts: journal,
    says: '"local", "shared" or "off", or lines below it: "where: shared", "queries: off", "ranking: off", "keep_days: 400"',
  },
} satisfies { [name in keyof Settings]-?: { accepts: z.ZodType; says: string } };

function isName(key: string): key is keyof Settings {
  return Object.hasOwn(SETTINGS, key);
}

const NAMES = Object.keys(SETTINGS).filter(isName);

const NOT_A_MAP = {
  message: 'The settings are not lines of the form "name: value".',
  hint: 'Write one setting a line, such as "name: Acme marketing".',
};

type Read = { readonly value: unknown } | { readonly fault: { readonly message: string; readonly hint: string } };

function readOne(key: string, given: Json, near: string | undefined): Read {
  if (!isName(key)) {
    const hint = near ? `Did you mean "${near}"?` : `The settings are: ${NAMES.join(', ')}.`;
    return { fault: { message: `There is no setting "${key}".`, hint } };
  }
  const { accepts, says } = SETTINGS[key];
  const { success, data } = accepts.safeParse(given);
  if (success) return { value: data };
  return { fault: { message: `The setting "${key}" cannot be used as it stands.`, hint: `Write ${says}.` } };
}

/**
 * Reads the text of the settings file. What it does not mention has its default. What cannot be used, or has its name
 * misspelt, keeps its value in `last`, the last good settings; so do all settings when the file cannot be read at all. A
 * slip of the keyboard then never serves what was left out before.
 */
export function readSettings(text: string, last: Settings): { settings: Settings; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics: faults, placeOf } = readYaml(text, SETTINGS_FILE);
  if (value === null) return { settings: DEFAULT_SETTINGS, diagnostics: faults };
  if (value === undefined) return { settings: last, diagnostics: faults };
  if (typeof value !== 'object' || Array.isArray(value)) {
    const fault = diagnose('settings-broken', { path: SETTINGS_FILE, place: placeOf([]) }, NOT_A_MAP);
    return { settings: last, diagnostics: [...faults, fault] };
  }
  const diagnostics = [...faults];
  const settings: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const meant = isName(key) ? key : nearest(key, NAMES, 1).find(isName);
    const read = readOne(key, given, meant);
    if ('value' in read) settings[key] = read.value;
    else {
      const isOpen = meant === key || (meant !== undefined && !Object.hasOwn(value, meant));
      if (isOpen && last[meant] !== undefined) settings[meant] = last[meant];
      const where = { path: SETTINGS_FILE, place: placeOf([key], 'key') };
      diagnostics.push(diagnose('settings-broken', where, read.fault));
    }
  }
  return { settings: { ...DEFAULT_SETTINGS, ...settings }, diagnostics };
}
