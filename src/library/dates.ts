import { dayAfter, daysBetween } from './day.ts';
import { type Code, compareDiagnostics, type Diagnostic, diagnose, type Place, TOP } from './diagnostic.ts';
import type { Document } from './document.ts';
import { fieldNamed } from './fields.ts';
import { forceOf } from './force.ts';
import type { Snapshot } from './snapshot.ts';
import { lineStarts, placeAt } from './text/lines.ts';
import { oneLine } from './text/one-line.ts';

/** So many days ahead editors hear of a date. */
const DAYS_AHEAD = 14;
/** A date that a hint can suggest lies half a year ahead. */
const HALF_A_YEAR = 182;
const LONGEST_OWNER = 80;

interface Dated {
  readonly document: Document;
  /** The field as it is written in the file. */
  readonly key: string;
  /** The ISO date that stands there. */
  readonly date: string;
  readonly today: string;
}

/** A document that somebody should look at again, and why: at least one of its dates, as ISO dates. */
export interface Due {
  readonly document: Document;
  readonly reviewBy?: string;
  readonly validUntil?: string;
}

/** What is due or runs out on a day, which is an ISO date, or within 14 days. Of what is in force, or may come to be. */
export function dueIn(snapshot: Snapshot, day: string): readonly Due[] {
  const soon = dayAfter(day, DAYS_AHEAD);
  const isSoon = (date: string | undefined): date is string => date !== undefined && date <= soon;
  return [...snapshot.documents.values()].flatMap((document) => {
    const { reviewBy, validUntil, isInInbox } = document;
    if (isInInbox || (!isSoon(reviewBy) && !isSoon(validUntil))) return [];
    const { lapses } = forceOf(snapshot, document, day);
    if (lapses.includes('deprecated') || lapses.includes('superseded')) return [];
    return { document, ...(isSoon(reviewBy) ? { reviewBy } : {}), ...(isSoon(validUntil) ? { validUntil } : {}) };
  });
}

/** The same, as what editors are told. */
export function diagnoseDates(snapshot: Snapshot, today: string): readonly Diagnostic[] {
  return dueIn(snapshot, today).flatMap(({ document, reviewBy, validUntil }) => {
    const dated = (name: string, date: string): Dated => {
      return { document, key: fieldNamed(document.fields, name)?.key ?? name, date, today };
    };
    return [
      ...(reviewBy === undefined ? [] : [diagnoseReview(dated('review_by', reviewBy))]),
      ...(validUntil === undefined ? [] : [diagnoseValidity(dated('valid_until', validUntil))]),
    ];
  });
}

/** What is wrong with a library's files on a day, its dates included, in the order of `compareDiagnostics`. */
export function diagnosticsOn(snapshot: Snapshot, today: string): readonly Diagnostic[] {
  const ofDates = diagnoseDates(snapshot, today);
  return ofDates.length === 0 ? snapshot.diagnostics : [...snapshot.diagnostics, ...ofDates].sort(compareDiagnostics);
}

function diagnoseReview(dated: Dated): Diagnostic {
  const { key, date, today } = dated;
  const hint = `Read it, mend what is no longer true, then write when to read it next, such as "${key}: ${dayAfter(today, HALF_A_YEAR)}".`;
  if (date <= today) return diagnoseAt(dated, 'review-due', `This was to be reviewed by ${date}`, hint);
  return diagnoseAt(dated, 'review-soon', `This is to be reviewed by ${date}, ${inDays(today, date)}`, hint);
}

function diagnoseValidity(dated: Dated): Diagnostic {
  const { key, date, today } = dated;
  const hint = `If it still holds, write a later date, such as "${key}: ${dayAfter(today, HALF_A_YEAR)}"; if not, write "status: deprecated".`;
  if (date < today) return diagnoseAt(dated, 'validity-over', `This was valid until ${date}`, hint);
  return diagnoseAt(dated, 'validity-soon', `This is valid only until ${date}, ${inDays(today, date)}`, hint);
}

function inDays(today: string, date: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'which is today';
  return days === 1 ? 'which is tomorrow' : `which is in ${days} days`;
}

function diagnoseAt({ document, key }: Dated, code: Code, what: string, hint: string): Diagnostic {
  const owner = oneLine(document.owner ?? '', LONGEST_OWNER);
  const whose = owner === '' ? 'nobody is named as its owner' : `its owner is ${owner}`;
  return diagnose(
    code,
    { path: document.id, place: placeOfValue(document, key) },
    { message: `${what}; ${whose}.`, hint },
  );
}

/**
 * Where the value of a field stands in its file. It is looked for in the front matter as it is written, without reading
 * that again, so that a library full of dates costs next to nothing.
 */
function placeOfValue({ text, body }: Document, key: string): Place {
  const front = text.slice(0, text.length - body.length);
  const name = `["']?${key.replace(/[^\w\s]/g, '\\$&')}["']?[ \\t]*:[ \\t]*`;
  // most files have each field on a line of its own; a name within braces or indented is the second choice
  const found = new RegExp(`^${name}`, 'm').exec(front) ?? new RegExp(`(?<![\\w-])${name}`).exec(front);
  return found === null ? TOP : placeAt(lineStarts(front), found.index + found[0].length);
}
