import { authorOf } from '../library/credit.ts';
import type { Document } from '../library/document.ts';
import { daysWaiting, waitingSince } from '../library/inbox.ts';
import { counted } from '../library/text/counted.ts';
import { fieldLines } from '../library/text/front-matter-lines.ts';
import { oneLine } from '../library/text/one-line.ts';
import { versionOf } from '../reviewing/draft-named.ts';
import type { Remark } from '../reviewing/remarks.ts';

/** A draft with all that a reviewer is shown beside its text. */
export interface Sheet {
  readonly draft: Document;
  /** The folder into which approving would move it; undefined when the library serves none. */
  readonly home: string | undefined;
  readonly remarks: readonly Remark[];
}

const LONGEST_LINE = 200;

const shown = (text: string): string => oneLine(text, LONGEST_LINE);

const NO_AUTHOR = 'no author named';

function agoOf(draft: Document, today: string): string {
  const days = daysWaiting(draft, today);
  return days === 0 ? 'since today' : `for ${counted(days, 'day')}`;
}

/** One draft in the list, in two lines. */
export function entryLines({ draft, remarks }: Sheet, number: number, today: string): readonly string[] {
  const author = authorOf(draft);
  const credit = author === undefined ? NO_AUTHOR : `by ${shown(author)}`;
  const things = remarks.length === 0 ? 'nothing to look at' : `${counted(remarks.length, 'thing')} to look at`;
  return [
    `${String(number).padStart(3)}. ${shown(draft.title)}`,
    `     ${draft.kind}, ${credit}, waits ${agoOf(draft, today)}, ${things}`,
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
    `  author    ${shown(authorOf(draft) ?? NO_AUTHOR)}`,
    `  waits     ${agoOf(draft, today)} (${waitingSince(draft)})`,
    `  would go  to ${shown(goal)}`,
    `  size      ${counted(draft.text.split(/\r\n?|\n/).length, 'line')}, ${counted(draft.size, 'byte')}`,
    ...(remarks.length === 0 ? ['  Nothing was found that needs a second look.'] : ['  Look at:']),
    // a remark is made of safe lines already, and may be long
    ...remarks.map((remark) => `    - ${place(remark)}${remark.says}`),
  ];
}

/** How to approve a draft only while it is what was shown. */
export function howToApprove(draft: Document): readonly string[] {
  // what a shell could take for something else is not put into a line that people copy
  const id = /^[\w./-]+$/.test(draft.id) ? draft.id : 'ID';
  const version = versionOf(draft);
  return [`  hash      ${version}: approve exactly this with --approve ${id}@${version}`];
}

function linesOf({ text }: Document): readonly string[] {
  return text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
}

const printed = (line: string): string => `  | ${oneLine(line.replaceAll('\t', '    '), Number.POSITIVE_INFINITY)}`;

/** A draft's text, line by line, in which nothing can steer a terminal. */
export function textLines(draft: Document): readonly string[] {
  return linesOf(draft).map(printed);
}

/** The same without the lines at the top that say no more than what stands above the text. */
export function previewLines(draft: Document): readonly string[] {
  const day = waitingSince(draft);
  const said = { title: draft.title, kind: draft.kind, author: authorOf(draft), date: day };
  const known = new Set(
    Object.entries(said).flatMap(([name, value]) =>
      value === undefined || value.length > LONGEST_LINE ? [] : [`${name}: ${value}`, ...fieldLines({ [name]: value })],
    ),
  );
  const lines = linesOf(draft);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const isRepeated = (line: string, index: number): boolean =>
    // an indented line goes on with the one above it
    index < end && known.has(line) && !/^\s/.test(lines[index + 1] ?? '');
  return lines.filter((line, index) => !isRepeated(line, index)).map(printed);
}

/** What other programs are told of a draft. */
export function plainSheet({ draft, home, remarks }: Sheet, today: string): Record<string, unknown> {
  return {
    id: draft.id,
    title: draft.title,
    kind: draft.kind,
    author: authorOf(draft) ?? null,
    since: waitingSince(draft),
    days_waiting: daysWaiting(draft, today),
    bytes: draft.size,
    would_go_to: home ?? null,
    remarks,
  };
}
