import type { Document } from '../library/document.ts';
import { textNamed } from '../library/fields.ts';
import { oneLine } from '../library/text/one-line.ts';
import type { Remark } from '../reviewing/remarks.ts';
import { daysWaiting, waitingSince } from '../reviewing/waiting.ts';
import { counted } from './counted.ts';

/** A draft with all that a reviewer is shown beside its text. */
export interface Sheet {
  readonly draft: Document;
  /** The folder into which approving would move it; undefined when the library serves none. */
  readonly home: string | undefined;
  readonly remarks: readonly Remark[];
}

const LONGEST_LINE = 200;

const shown = (text: string): string => oneLine(text, LONGEST_LINE);

function authorOf({ fields, owner }: Document): string {
  return textNamed(fields, 'author') ?? owner ?? 'nobody is named';
}

function agoOf(draft: Document, today: string): string {
  const days = daysWaiting(draft, today);
  return days === 0 ? 'since today' : `for ${counted(days, 'day')}`;
}

/** One draft in the list, in two lines. */
export function entryLines({ draft, remarks }: Sheet, number: number, today: string): readonly string[] {
  const things = remarks.length === 0 ? 'nothing to look at' : `${counted(remarks.length, 'thing')} to look at`;
  return [
    `${String(number).padStart(3)}. ${shown(draft.title)}`,
    `     ${draft.kind}, by ${shown(authorOf(draft))}, waits ${agoOf(draft, today)}, ${things}`,
    `     ${shown(draft.id)}`,
  ];
}

/** What stands above a draft's text. */
export function headLines({ draft, home, remarks }: Sheet, today: string): readonly string[] {
  const goal = home === undefined ? 'nowhere: the settings serve no folder for this kind' : `${home}/`;
  const place = ({ line }: Remark): string => (line === undefined ? '' : `line ${line}: `);
  return [
    shown(draft.title),
    `  file      ${shown(draft.id)}`,
    `  kind      ${draft.kind}`,
    `  author    ${shown(authorOf(draft))}`,
    `  waits     since ${waitingSince(draft)}, ${agoOf(draft, today)}`,
    `  would go  to ${shown(goal)}`,
    `  size      ${counted(draft.text.split(/\r\n?|\n/).length, 'line')}, ${counted(draft.size, 'byte')}`,
    ...(remarks.length === 0 ? ['  Nothing in it asks to be looked at twice.'] : ['  Look at:']),
    // a remark is made of safe lines already, and may be long
    ...remarks.map((remark) => `    - ${place(remark)}${remark.says}`),
  ];
}

/** A draft's text, line by line, in which nothing can steer a terminal. */
export function textLines({ text }: Document): readonly string[] {
  const lines = text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
  return lines.map((line) => `  | ${oneLine(line.replaceAll('\t', '    '), Number.POSITIVE_INFINITY)}`);
}

/** What other programs are told of a draft. */
export function plainSheet({ draft, home, remarks }: Sheet, today: string): Record<string, unknown> {
  return {
    id: draft.id,
    title: draft.title,
    kind: draft.kind,
    author: textNamed(draft.fields, 'author') ?? draft.owner ?? null,
    since: waitingSince(draft),
    days_waiting: daysWaiting(draft, today),
    bytes: draft.size,
    would_go_to: home ?? null,
    remarks,
  };
}
