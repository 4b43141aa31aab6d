import { authorOf } from '../../library/credit.ts';
import type { Document } from '../../library/document.ts';
import { memberKey } from '../member-key.ts';
import { countDays, type DaysOfUse } from './days-of-use.ts';
import type { Usage } from './usage.ts';

/** On which days who used a document, by the member's key. */
export type DaysByMember = ReadonlyMap<string, DaysOfUse>;

/** How many days of use a document has: each of them is one member on one day, however often. */
export function countMemberDays(users: DaysByMember): number {
  let memberDays = 0;
  for (const days of users.values()) memberDays += countDays(days);
  return memberDays;
}

/** The days of each member who used a document and is not its author. */
export function daysOfColleagues(document: Document, users: DaysByMember): readonly DaysOfUse[] {
  const author = authorOf(document);
  const own = author === undefined ? undefined : memberKey(author);
  return [...users].filter(([member]) => member !== own).map(([, days]) => days);
}

const NOBODY: DaysByMember = new Map();

/** Who used a document of the library on which days. */
export function usersOf({ id }: Document, { documents }: Pick<Usage, 'documents'>): DaysByMember {
  return documents.get(id) ?? NOBODY;
}
