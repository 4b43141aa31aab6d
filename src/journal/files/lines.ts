import { isUtf8 } from 'node:buffer';
import { DAY_MS } from '../../library/day.ts';
import { oneLine } from '../../library/text/one-line.ts';
import { type Entry, OUTCOMES, type Outcome, USES, type Use } from '../entry.ts';
import { isPrivate } from './private-words.ts';

/** Of the form of a line; a later one may say more, with the same names for the same things. */
const VERSION = 1;

/** The bounds on what one line says. */
export const LONGEST = { line: 4_000, name: 80, words: 300, id: 1_000 } as const;
/** Somebody else may have written longer lines, and no longer ones are read. */
export const LONGEST_READ = 16_384;

const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/;
const ENTRY_ID = /^[A-Za-z0-9_-]{8,64}$/;

const PLAIN = /^[ -~]*$/;
/** A name in a path that is empty, or leads up or nowhere. */
const NO_NAME = /(?:^|\/)\.{0,2}(?:\/|$)/;

function shown(text: string, longest: number): string {
  return text.length <= longest && PLAIN.test(text) ? text.trim() : oneLine(text.trim(), longest);
}

/** Whether this can be the id of a document: a path inside the library that can be shown as it stands. */
function isDocumentId(id: unknown): id is string {
  if (typeof id !== 'string' || id.length > LONGEST.id || NO_NAME.test(id)) return false;
  return PLAIN.test(id) || oneLine(id, LONGEST.id) === id;
}

function rounded(strength: number): number {
  return Math.round(Math.min(1, Math.max(0, strength)) * 100) / 100;
}

/** What only a search has; its words only when it found little or nothing and they may be kept. */
function ofSearch({ use, outcome, hits, strength, words }: Omit<Entry, 'id' | 'at'>): Partial<Entry> {
  if (use !== 'search') return {};
  const asked = outcome === 'done' || words === undefined || isPrivate(words) ? '' : shown(words, LONGEST.words);
  return {
    ...(isCount(hits) ? { hits } : {}),
    ...(typeof strength === 'number' && Number.isFinite(strength) ? { strength: rounded(strength) } : {}),
    ...(asked === '' ? {} : { words: asked }),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** An entry within all bounds, as it is written and read. */
export function bounded(entry: Entry): Entry {
  return withShownTexts({ ...entry, ids: entry.ids.filter(isDocumentId) });
}

function withShownTexts(entry: Entry): Entry {
  const { id, at, member, client = '', use, ids, outcome } = entry;
  const program = shown(client, LONGEST.name);
  return {
    id,
    at,
    member: shown(member, LONGEST.name),
    ...(program === '' ? {} : { client: program }),
    use,
    ids,
    outcome,
    ...ofSearch(entry),
  };
}

function jsonOf({ id, at, ...rest }: Entry): string {
  return JSON.stringify({ v: VERSION, id, at: new Date(at).toISOString(), ...rest });
}

/** An entry as one line without its end, of at most 4,000 bytes: ids that find no room in it are left out, the last ones first. */
export function lineOf(entry: Entry): string {
  const within = bounded(entry);
  let room = LONGEST.line - Buffer.byteLength(jsonOf({ ...within, ids: [] }));
  const ids: string[] = [];
  for (const id of within.ids) {
    room -= Buffer.byteLength(JSON.stringify(id)) + 1;
    if (room < 0) break;
    ids.push(id);
  }
  return jsonOf({ ...within, ids });
}

function isUse(value: unknown): value is Use {
  return USES.some((use) => use === value);
}

function isOutcome(value: unknown): value is Outcome {
  return OUTCOMES.some((outcome) => outcome === value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(line: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  if (!isUtf8(line)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('utf8'));
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function momentOf(value: unknown, now: number): number | undefined {
  if (typeof value !== 'string' || !AT.test(value)) return undefined;
  const at = Date.parse(value);
  return at >= 0 && at <= now + DAY_MS ? at : undefined;
}

const textOr = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOr = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/**
 * What a line says, be it written by a later version or by nobody knows whom; undefined when it is no entry, or lies more
 * than a day after `now`. Never throws.
 */
export function entryIn(line: Uint8Array, now: number): Entry | undefined {
  const fields = fieldsOf(line);
  if (fields === undefined) return undefined;
  const { v, id, member, use, ids, outcome } = fields;
  const at = momentOf(fields['at'], now);
  if (typeof v !== 'number' || !(v >= VERSION) || at === undefined || !isUse(use) || !isOutcome(outcome))
    return undefined;
  if (typeof id !== 'string' || !ENTRY_ID.test(id)) return undefined;
  if (!Array.isArray(ids) || !ids.every(isDocumentId)) return undefined;
  const entry = withShownTexts({
    id,
    at,
    member: textOr(member),
    client: textOr(fields['client']),
    use,
    ids,
    outcome,
    hits: numberOr(fields['hits']),
    strength: numberOr(fields['strength']),
    words: textOr(fields['words']),
  });
  return entry.member === '' ? undefined : entry;
}
