import { z } from 'zod';
import type { Fields, Json, Kind } from './document.ts';
import { KINDS, STATUSES } from './document.ts';
import { nearest } from './nearest.ts';
import { oneLine } from './text/one-line.ts';

/** One field of front matter: what it accepts and, for whoever wrote something else, what to write. */
interface Field {
  readonly accepts: z.ZodType;
  readonly says: string;
  /** The words that are accepted, when only some are. */
  readonly choices?: readonly string[];
}

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim());
/** `[a, b]`, or a list of lines, or `a, b`. */
const list = z
  .preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value]),
    z.array(scalar),
  )
  .transform((items) => items.filter((item) => item !== ''));
/** `45`, or `45 min`; `2 hours` is not guessed at. */
const number = z.preprocess((value) => {
  const digits =
    typeof value === 'string' ? /^\s*(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?)?\s*$/i.exec(value)?.[1] : undefined;
  return digits === undefined ? value : Number(digits.replace(',', '.'));
}, z.number());
/** `2027-01-31`, with or without a time behind it; the time is dropped. */
const date = scalar.transform((value, context) => {
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(value)?.[1];
  if (day !== undefined && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)) return day;
  context.addIssue({ code: 'custom', message: 'not a date' });
  return z.NEVER;
});
const figures = z.record(z.string(), z.json());
const word = scalar.transform((value) => value.toLowerCase());

const text = { accepts: scalar, says: 'a short text' };
const texts = { accepts: list, says: 'a list, such as "[email, launch]"' };
const day = { accepts: date, says: 'a date as year-month-day, such as "2027-01-31"' };
const minutes = { accepts: number, says: 'a number of minutes, such as "45"' };

/** `guidelines` and `Personas` name the same kinds as `guideline` and `persona`. */
export function kindNamed(name: string): Kind | undefined {
  const wanted = name.trim().toLowerCase();
  return KINDS.find((kind) => kind === wanted || `${kind}s` === wanted);
}

const kind = word.transform((value, context) => {
  const known = kindNamed(value);
  if (known !== undefined) return known;
  context.addIssue({ code: 'custom', message: 'not a kind' });
  return z.NEVER;
});

const COMMON = {
  title: text,
  description: text,
  kind: { accepts: kind, says: `one of ${KINDS.join(', ')}`, choices: KINDS },
  tags: texts,
  aliases: texts,
  owner: text,
  status: { accepts: word.pipe(z.enum(STATUSES)), says: `one of ${STATUSES.join(', ')}`, choices: STATUSES },
  review_by: day,
  valid_until: day,
  supersedes: { accepts: scalar, says: 'the path of the older document, such as "context/brand/old-voice.md"' },
} satisfies Record<string, Field>;

const OF_KIND = {
  guideline: {},
  persona: { role: text, segment: text },
  messaging: {},
  learning: {
    campaign: text,
    channel: text,
    date: day,
    results: { accepts: figures, says: 'a list of figures, each on its own line, such as "open_rate: 41 %"' },
  },
  workflow: { author: text, task: text, tools: texts, minutes_before: minutes, minutes_after: minutes },
  win: { author: text, date: day, saved_minutes: minutes, used: texts },
  prompt: { name: text },
  reference: {},
} satisfies Record<Kind, Record<string, Field>>;

/** Fields of prompts that other rooms of this house read by themselves. */
const READ_ELSEWHERE = ['arguments', 'context'];

/** The fields of every kind that the library understands, read; whatever could not be read is absent. */
export type CommonFields = { readonly [name in keyof typeof COMMON]?: z.output<(typeof COMMON)[name]['accepts']> };

/** A field that is there but cannot be used. */
export interface FieldFault {
  readonly field: string;
  /** What stands there, on one line and not too long. */
  readonly given: string;
  /** One sentence: what to write instead. */
  readonly hint: string;
}

/** Every field name that documents of a kind may use with a meaning. */
export function fieldNames(of: Kind): readonly string[] {
  return [...Object.keys(COMMON), ...Object.keys(OF_KIND[of]), ...(of === 'prompt' ? READ_ELSEWHERE : [])];
}

function shown(value: Json): string {
  const text = oneLine(typeof value === 'string' ? value : JSON.stringify(value), 60);
  return `"${text.replaceAll('"', "'")}"`;
}

/** A field's name as people may write it: `Review by` and `review-by` are `review_by`. */
function folded(key: string): string {
  return key
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '_');
}

/** A field by its name, written exactly or otherwise; `key` is how it was written. */
export function fieldNamed(fields: Fields, name: string): { readonly key: string; readonly value: Json } | undefined {
  const key = Object.hasOwn(fields, name) ? name : Object.keys(fields).find((each) => folded(each) === name);
  const value = key === undefined ? undefined : fields[key];
  return key === undefined || value === undefined ? undefined : { key, value };
}

/** Whether a document of this kind can use the field, however it is written. */
export function isKnownField(key: string, of: Kind): boolean {
  return fieldNames(of).includes(folded(key));
}

function readOne(fields: Fields, name: string, field: Field): { value?: unknown; fault?: FieldFault } {
  const found = fieldNamed(fields, name);
  if (found === undefined || found.value === null || found.value === '') return {};
  const given = found.value;
  const result = field.accepts.safeParse(given);
  if (result.success) return { value: result.data };
  const [near] = typeof given === 'string' ? nearest(given, field.choices ?? [], 1) : [];
  const hint = near === undefined ? `Write ${field.says}.` : `Did you mean "${near}"?`;
  return { fault: { field: found.key, given: shown(given), hint } };
}

/** Reads the fields that every kind has. Nothing given, and a blank value, are the same. */
export function readCommonFields(fields: Fields): { common: CommonFields; faults: readonly FieldFault[] } {
  const common: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  for (const [name, field] of Object.entries(COMMON)) {
    const { value, fault } = readOne(fields, name, field);
    if (value !== undefined) common[name] = value;
    if (fault !== undefined) faults.push(fault);
  }
  return { common, faults };
}

/** What is wrong with the fields that only this kind has. */
export function checkKindFields(fields: Fields, of: Kind): readonly FieldFault[] {
  return Object.entries(OF_KIND[of]).flatMap(([name, field]) => readOne(fields, name, field).fault ?? []);
}

/** A field that only some kinds have, read as those kinds read it; undefined when it is absent or cannot be used. */
function readNamed<T>(fields: Fields, name: string, accepts: z.ZodType<T>): T | undefined {
  const given = fieldNamed(fields, name)?.value;
  return given === undefined || given === null || given === '' ? undefined : accepts.safeParse(given).data;
}

export const textNamed = (fields: Fields, name: string): string | undefined => readNamed(fields, name, scalar);
export const textsNamed = (fields: Fields, name: string): readonly string[] => readNamed(fields, name, list) ?? [];
export const dayNamed = (fields: Fields, name: string): string | undefined => readNamed(fields, name, date);
export const minutesNamed = (fields: Fields, name: string): number | undefined => readNamed(fields, name, number);
