import { z } from 'zod';
import { type Diagnostic, diagnose } from './library/diagnostic.ts';
import type { Fields, Json } from './library/document.ts';
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
const YES = new Set(['on', 'yes', 'true']);
const NO = new Set(['off', 'no', 'none', 'never', 'false']);

/** A word in lower case; those that people write for `on` and `off` are these. */
function plainWord(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  return YES.has(word) ? 'on' : NO.has(word) ? 'off' : word;
}

const choice = <const Choices extends readonly string[]>(choices: Choices) => z.preprocess(plainWord, z.enum(choices));
const onOff = choice(['on', 'off']).transform((word) => word === 'on');
const place = choice(['local', 'shared', 'off', 'on']).transform((word) => (word === 'on' ? 'local' : word));

/** What a setting accepts, and the words that say so. */
interface Accepted {
  readonly accepts: z.ZodType;
  readonly says: string;
}
type Names = Readonly<Record<string, Accepted>>;

const DAYS = z.number().int().min(1).max(3_650);

/** The lines below `journal`; a word in their place is the first of them. */
const JOURNAL = {
  where: { accepts: place, says: '"local", "shared" or "off"' },
  queries: { accepts: onOff, says: '"on" or "off"' },
  ranking: { accepts: onOff, says: '"on" or "off"' },
  keep_days: { accepts: DAYS, says: 'a whole number of days from 1 to 3650, such as "keep_days: 400"' },
} satisfies Names;

const READ_JOURNAL = z.object({
  where: z.enum(['local', 'shared', 'off']),
  queries: z.boolean(),
  ranking: z.boolean(),
  keepDays: DAYS,
});

/** Each setting; the lines of `journal` are read by themselves. */
const SETTINGS = {
  name: { accepts: text.pipe(z.string().max(80)), says: 'a short text, such as "name: Acme marketing"' },
  about: { accepts: text.pipe(z.string().max(400)), says: 'one sentence of at most 400 characters' },
  glossary: { accepts: z.array(words), says: 'a list of lists, such as "- [ICP, ideal customer profile]"' },
  include: { accepts: words, says: 'a list of folders, such as "include: [context, prompts]"' },
  ignore: { accepts: words, says: 'a list of paths, such as "ignore: [\\"context/archive/**\\"]"' },
  sharing: { accepts: choice(['on', 'off', 'direct']), says: '"on", "off" or "direct"' },
  journal: { accepts: z.json(), says: JOURNAL.where.says },
} satisfies { [name in keyof Settings]-?: Accepted };

const NOT_A_MAP = {
  message: 'The settings are not lines of the form "name: value".',
  hint: 'Write one setting a line, such as "name: Acme marketing".',
};

/** A line that cannot be used as it stands. */
interface Fault {
  /** As it is written. */
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

interface Lines {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** The names that were meant and have no value now. */
  readonly open: readonly string[];
}

/** Reads lines by the names that there are; `what` is what a line is called. */
function readLines(given: Fields, names: Names, what: string): Lines {
  const values: Record<string, unknown> = {};
  const faults: Fault[] = [];
  const open: string[] = [];
  for (const [key, value] of Object.entries(given)) {
    const accepted = Object.hasOwn(names, key) ? names[key] : undefined;
    if (accepted === undefined) {
      const [near] = nearest(key, Object.keys(names), 1);
      const hint = near ? `Did you mean "${near}"?` : `The ${what}s are: ${Object.keys(names).join(', ')}.`;
      faults.push({ key, message: `There is no ${what} "${key}".`, hint });
      if (near !== undefined && !Object.hasOwn(given, near)) open.push(near);
      continue;
    }
    const { success, data } = accepted.accepts.safeParse(value);
    if (success) values[key] = data;
    else {
      open.push(key);
      faults.push({
        key,
        message: `The ${what} "${key}" cannot be used as it stands.`,
        hint: `Write ${accepted.says}.`,
      });
    }
  }
  return { values, faults, open };
}

/** What holds of a setting that cannot be read, and was never read before: nothing is written that somebody may not want. */
const CLOSED: Readonly<Partial<Record<string, unknown>>> = {
  sharing: 'off',
  journal: { ...DEFAULT_SETTINGS.journal, where: 'off', queries: false },
};

function lastGood(last: Settings, name: string): unknown {
  const value: unknown = Reflect.get(last, name);
  return Object.is(value, Reflect.get(DEFAULT_SETTINGS, name)) ? (CLOSED[name] ?? value) : value;
}

/** All last good settings. */
function lastSettings(last: Settings): Settings {
  return last === DEFAULT_SETTINGS ? { ...last, ...CLOSED } : last;
}

interface ReadJournal {
  readonly journal: JournalSettings;
  readonly faults: readonly { readonly keys: readonly string[]; readonly message: string; readonly hint: string }[];
}

/** Each line by itself; one that cannot be read keeps no words, and nothing at all if it is to say where. */
function readJournal(given: Json, last: JournalSettings): ReadJournal {
  const isMap = typeof given === 'object' && given !== null && !isList(given);
  const { values, faults, open } = isMap
    ? readLines(given, JOURNAL, 'line')
    : readLines({ where: given }, { where: JOURNAL.where }, 'setting');
  const { keep_days: keepDays, ...words } = values;
  const read = { ...DEFAULT_SETTINGS.journal, ...words, ...(keepDays === undefined ? {} : { keepDays }) };
  const isUsual = last === DEFAULT_SETTINGS.journal;
  const safe = {
    ...(open.includes('where') ? { where: isUsual ? 'off' : last.where } : {}),
    ...(open.length === 0 ? {} : { queries: false }),
  };
  return {
    journal: READ_JOURNAL.parse({ ...read, ...safe }),
    faults: faults.map(({ key, message, hint }) => ({
      keys: isMap ? ['journal', key] : ['journal'],
      message: isMap ? message : message.replace('"where"', '"journal"'),
      hint,
    })),
  };
}

/**
 * Reads the text of the settings file. What it does not mention has its default. What cannot be used, or has its name
 * misspelt, keeps its value in `last`, the last good settings; so do all settings when the file cannot be read at all. A
 * slip of the keyboard then never serves what was left out before, and where there were none before, nothing is shared or
 * recorded.
 */
export function readSettings(text: string, last: Settings): { settings: Settings; diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics: ofYaml, placeOf } = readYaml(text, SETTINGS_FILE);
  if (value === null) return { settings: DEFAULT_SETTINGS, diagnostics: ofYaml };
  if (value === undefined) return { settings: lastSettings(last), diagnostics: ofYaml };
  const fault = (keys: readonly string[], words: { message: string; hint: string }): Diagnostic =>
    diagnose('settings-broken', { path: SETTINGS_FILE, place: placeOf(keys, 'key') }, words);
  if (typeof value !== 'object' || isList(value))
    return { settings: lastSettings(last), diagnostics: [...ofYaml, fault([], NOT_A_MAP)] };
  const { values, faults, open } = readLines(value, SETTINGS, 'setting');
  const kept = open.flatMap((name) => {
    const good = lastGood(last, name);
    return good === undefined ? [] : [[name, good]];
  });
  const given = value['journal'];
  const read = given === undefined || given === null ? undefined : readJournal(given, last.journal);
  const { journal: _, ...others } = values;
  return {
    settings: { ...DEFAULT_SETTINGS, ...others, ...Object.fromEntries(kept), ...(read && { journal: read.journal }) },
    diagnostics: [
      ...ofYaml,
      ...faults.map(({ key, ...words }) => fault([key], words)),
      ...(read?.faults ?? []).map(({ keys, ...words }) => fault(keys, words)),
    ],
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
