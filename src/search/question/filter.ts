import type { Document } from '../../library/document.ts';
import type { Question } from '../engine.ts';

/** Whether a document is among those that a question is about. What lies in the inbox is, only for who asks for drafts. */
export function filterOf({ kind, tags, status }: Question): (document: Document) => boolean {
  const wanted = (tags ?? []).map(comparable).filter((tag) => tag !== '');
  if (kind === undefined && status === undefined && wanted.length === 0) return (document) => !document.isInInbox;
  return (document) => {
    if (kind !== undefined && document.kind !== kind) return false;
    if (status === 'draft' && document.status !== 'draft' && !document.isInInbox) return false;
    if (status !== 'draft' && document.isInInbox) return false;
    if (status !== undefined && status !== 'draft' && document.status !== status) return false;
    if (wanted.length === 0) return true;
    const own = document.tags.map(comparable);
    return wanted.every((tag) => own.includes(tag));
  };
}

function comparable(tag: string): string {
  return tag.normalize('NFKC').trim().toLowerCase();
}
