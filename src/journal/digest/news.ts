import { authorOf } from '../../library/credit.ts';
import type { Document } from '../../library/document.ts';
import { dayNamed, textNamed } from '../../library/fields.ts';
import { byCodeUnit } from '../../library/order.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { dayOf } from '../usage/calendar.ts';
import type { Span } from '../usage/days-of-use.ts';

/** A document or prompt that is new or was changed. */
export interface News {
  readonly id: string;
  readonly title: string;
  readonly kind: Document['kind'];
  /** Who made it. */
  readonly by?: string;
  readonly approvedBy?: string;
  readonly isDraft: boolean;
  /** Else it was changed. */
  readonly isNew: boolean;
  readonly day: number;
}

function isIn({ from, to }: Span, day: number): boolean {
  return day >= from && day <= to;
}

/** The last day in the span on which it was approved, or that it bears; NaN when there is none. */
function newDay({ fields }: Document, span: Span): number {
  const days = ['approved_on', 'date'].map((name) => dayOf(dayNamed(fields, name) ?? ''));
  return days.find((day) => isIn(span, day)) ?? Number.NaN;
}

function newsOfOne(document: Document, span: Span): News | undefined {
  const { id, title, kind, status, fields } = document;
  const since = newDay(document, span);
  const isNew = !Number.isNaN(since);
  const day = isNew ? since : dayOf(document.modified);
  if (!isIn(span, day)) return undefined;
  const by = authorOf(document);
  const approvedBy = textNamed(fields, 'approved_by');
  return {
    id,
    title,
    kind,
    ...(by === undefined ? {} : { by }),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    isDraft: status === 'draft',
    isNew,
    day,
  };
}

/** What is new, then what was changed; the newest first. What waits in the inbox is not news yet, and wins have a part of their own. */
export function newsOf({ documents }: Snapshot, span: Span): readonly News[] {
  const candidates = [...documents.values()].filter(
    ({ kind, status, isInInbox }) => kind !== 'win' && status !== 'deprecated' && !isInInbox,
  );
  return candidates
    .flatMap((document) => newsOfOne(document, span) ?? [])
    .sort((a, b) => Number(b.isNew) - Number(a.isNew) || b.day - a.day || byCodeUnit(a.id, b.id));
}
