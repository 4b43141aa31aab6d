import type { Document } from '../../library/document.ts';
import { dayNamed, textNamed } from '../../library/fields.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type Credited, creditedFor } from '../pages/credited.ts';
import { dayOf } from '../usage/calendar.ts';
import type { Span } from '../usage/days-of-use.ts';

/** A document or prompt that is new or was changed. */
export interface News extends Credited {
  readonly id: string;
  readonly title: string;
  readonly kind: Document['kind'];
  readonly approvedBy?: string;
  readonly isDraft: boolean;
  /** The day of its last change alone does not tell whether it was there before. */
  readonly what: 'new' | 'changed' | 'new or changed';
  readonly day: number;
}

function isIn({ from, to }: Span, day: number): boolean {
  return day >= from && day <= to;
}

function newsOfOne(document: Document, span: Span): News | undefined {
  const { id, title, kind, status, fields } = document;
  const days = ['approved_on', 'date'].map((name) => dayOf(dayNamed(fields, name) ?? ''));
  const newOn = days.find((each) => isIn(span, each));
  const day = newOn ?? dayOf(document.modified);
  if (!isIn(span, day)) return undefined;
  const wasThere = days.some((each) => each < span.from);
  const approvedBy = textNamed(fields, 'approved_by');
  return {
    id,
    title,
    kind,
    ...creditedFor(document),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    isDraft: status === 'draft',
    what: newOn !== undefined ? 'new' : wasThere ? 'changed' : 'new or changed',
    day,
  };
}

const ORDER = ['new', 'new or changed', 'changed'] as const;

/** What is run as it stands, and so is of use at once. */
function isToRun({ kind }: News): boolean {
  return kind === 'prompt' || kind === 'workflow';
}

function compareNews(a: News, b: News): number {
  return (
    Number(isToRun(b)) - Number(isToRun(a)) ||
    ORDER.indexOf(a.what) - ORDER.indexOf(b.what) ||
    b.day - a.day ||
    byCodeUnit(a.id, b.id)
  );
}

/** Prompts and workflows first; of these and of the others what is new, then what was changed; the newest first. What waits in the inbox is not news yet, and wins have a part of their own. */
export function newsOf({ documents }: Snapshot, span: Span): readonly News[] {
  const candidates = [...documents.values()].filter(
    ({ kind, status, isInInbox }) => kind !== 'win' && status !== 'deprecated' && !isInInbox,
  );
  return candidates.flatMap((document) => newsOfOne(document, span) ?? []).sort(compareNews);
}
