import { isDeepStrictEqual } from 'node:util';
import type { Fields, Kind } from '../library/document.ts';
import { fieldNamed } from '../library/fields.ts';
import { readOpening } from '../library/text/fence.ts';
import { type FrontMatter, readFrontMatter } from '../library/text/front-matter.ts';
import { fieldLines } from '../library/text/front-matter-lines.ts';
import { linesOf } from '../library/text/lines.ts';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';

/** Who lets a draft into the library, and when. */
export interface Approval {
  /** As colleagues will read it. */
  readonly name: string;
  /** `2026-11-22`. */
  readonly date: string;
  /** The draft's kind. */
  readonly kind: Kind;
  /** The kind is written down where the draft does not say it, since its new place would make another one of it. */
  readonly needsKind?: boolean;
}

const BY = 'approved_by';
const ON = 'approved_on';
const LONGEST_NAME = 80;
const BOM = '\uFEFF';

function textOf(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) throw new Refusal('This file is saved as UTF-16. Save it as UTF-8, and approve it then.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('This file is not saved as UTF-8. Save it as UTF-8, and approve it then.');
  }
}

function readingOf(text: string): FrontMatter {
  return readFrontMatter(text, '');
}

/** Why nothing can be written into the front matter of a text; nothing when something can. */
export function whyNotApprovable(text: string): string | undefined {
  const { isIntact, fields, diagnostics } = readingOf(text);
  const taken = [BY, ON].map((name) => fieldNamed(fields, name)?.key).find((key) => key !== undefined);
  if (taken !== undefined)
    return `The front matter already has a line "${oneLine(taken, 40)}", which only an approval writes. Take the line out first.`;
  if (isIntact) return undefined;
  const [first] = diagnostics;
  const why = first === undefined ? '' : ` ${oneLine(first.message, 300)} ${oneLine(first.hint, 300)}`;
  return `Its front matter cannot be read, so nothing can be written into it.${why}`;
}

/** A place in a text, and the lines that go there. */
interface Insertion {
  readonly at: number;
  readonly lines: readonly string[];
  readonly lineEnd: string;
}

function inserted(text: string, { at, lines, lineEnd }: Insertion): string {
  return text.slice(0, at) + lines.map((line) => line + lineEnd).join('') + text.slice(at);
}

/** The line end with which the line before an offset ends, else the first one of the text. */
function lineEndAt(text: string, offset: number): string {
  return /\r\n$|\n$|\r$/.exec(text.slice(Math.max(0, offset - 2), offset))?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** How far the fields of front matter are indented, which is mostly not at all. */
function indentOf(source: string): string {
  return /^( *)[^\s#]/m.exec(source)?.[1] ?? '';
}

/** Before the closing fence of the front matter. Undefined when the text has none. */
function insideFrontMatter(text: string, lines: readonly string[]): Insertion | undefined {
  const start = text.startsWith(BOM) ? 1 : 0;
  const opening = readOpening(text.slice(start));
  const { body } = readingOf(text);
  if (opening.kind !== 'block' || body.length === text.length - start) return undefined;
  for (const line of linesOf(text, start)) {
    if (line.next !== start + opening.bodyStart) continue;
    const indent = indentOf(opening.source);
    return { at: line.start, lines: lines.map((each) => indent + each), lineEnd: lineEndAt(text, line.start) };
  }
  return undefined;
}

/** In front of everything, as front matter of its own. */
function inFront(text: string, lines: readonly string[]): Insertion {
  const at = text.startsWith(BOM) ? 1 : 0;
  return { at, lines: ['---', ...lines, '---'], lineEnd: lineEndAt(text, 0) };
}

/** Whether a text is read as it was before, with some fields more. */
function saysTheSame(before: FrontMatter, after: FrontMatter, added: Fields): boolean {
  return (
    after.isIntact && after.body === before.body && isDeepStrictEqual(after.fields, { ...before.fields, ...added })
  );
}

/**
 * The file with `approved_by` and `approved_on` in its front matter; every other byte stays as it is. Throws a Refusal when
 * it could not be read as the same document afterwards.
 */
export function approve(draft: Uint8Array, approval: Approval): Uint8Array {
  const text = textOf(draft);
  const obstacle = whyNotApprovable(text);
  if (obstacle !== undefined) throw new Refusal(obstacle);
  const name = oneLine(approval.name.trim(), LONGEST_NAME);
  const approved = { [BY]: name, [ON]: approval.date };
  const before = readingOf(text);
  const isUnsaid = fieldNamed(before.fields, 'kind') === undefined;
  const withKind = { kind: approval.kind, ...approved };
  const fields = approval.needsKind === true && isUnsaid ? withKind : approved;
  const inside = insideFrontMatter(text, fieldLines(fields));
  const added = inside === undefined ? withKind : fields;
  const result = inserted(text, inside ?? inFront(text, fieldLines(added)));
  if (!saysTheSame(before, readingOf(result), added))
    throw new Refusal(
      `Its front matter is written in a way to which nothing can be added safely. Write each field on a line of its own, as "title: My page".`,
    );
  return new TextEncoder().encode(result);
}

/** Whether a file is what a draft becomes when it is approved, by whomever and whenever. */
export function isApprovalOf(file: Uint8Array, draft: Uint8Array, kind: Kind): boolean {
  try {
    const { fields } = readingOf(textOf(file));
    const [name, date] = [fields[BY], fields[ON]];
    if (typeof name !== 'string' || typeof date !== 'string') return false;
    return [false, true].some((needsKind) => {
      const expected = approve(draft, { name, date, kind, needsKind });
      return Buffer.compare(expected, file) === 0;
    });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
