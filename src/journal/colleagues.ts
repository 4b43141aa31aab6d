import { DAY_MS } from '../library/day.ts';
import type { Entry } from './entry.ts';
import type { Marks } from './files/reading.ts';
import type { Journal } from './journal.ts';
import { openUsers, type Users } from './latest-uses.ts';
import { memberKey } from './member-key.ts';

/** How many members use what. It answers at once, with what is known so far. */
export interface Colleagues {
  /** How many members besides this one used a document in the last 30 days. */
  usedBy(id: string, member: string): number;
  /** How many members used each document in the last 30 days, by its id. */
  membersByDocument(): ReadonlyMap<string, number>;
  /** Reads what colleagues did meanwhile, unless that is being done; never fails. */
  renew(): Promise<void>;
  close(): void;
}

export interface ColleaguesOptions {
  readonly journal: Pick<Journal, 'entries' | 'where' | 'subscribe'>;
  /** Told of faults of ours. */
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const WINDOW_MS = 30 * DAY_MS;
const RENEW_MS = 60_000;

/** What was read in one folder so far. */
interface Known {
  readonly place: string | undefined;
  readonly users: Users;
  readonly marks: Marks;
}

function nothingKnown(place: string | undefined): Known {
  return { place, users: openUsers(), marks: new Map() };
}

export function openColleagues({ journal, onFault, now = Date.now }: ColleaguesOptions): Colleagues {
  let known = nothingKnown(undefined);
  let renewedAt = Number.NEGATIVE_INFINITY;
  let renewing: Promise<void> | undefined;
  let isClosed = false;

  const since = (): number => now() - WINDOW_MS;
  const take = ({ use, ids, member, at }: Entry): void => {
    if (use !== 'share' && at > since()) known.users.add(ids, memberKey(member), at);
  };
  /** What is known of another folder does not count. */
  const forgetIfMoved = (): void => {
    if (journal.where() === known.place) return;
    known = nothingKnown(journal.where());
    renewedAt = Number.NEGATIVE_INFINITY;
  };
  const read = async (): Promise<void> => {
    const begun = known;
    begun.users.forget(since());
    for await (const entries of journal.entries(since(), begun.marks)) {
      if (isClosed || begun !== known) return;
      for (const entry of entries) take(entry);
    }
  };
  const renew = (): Promise<void> => {
    forgetIfMoved();
    if (isClosed || known.place === undefined) return Promise.resolve();
    if (renewing !== undefined) return renewing;
    renewedAt = now();
    renewing = read()
      .catch(onFault)
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };
  const renewSoon = (): void => {
    forgetIfMoved();
    if (renewing === undefined && Math.abs(now() - renewedAt) >= RENEW_MS) setImmediate(() => void renew());
  };
  const stop = journal.subscribe((entry) => {
    forgetIfMoved();
    take(entry);
  });
  return {
    usedBy(id, member) {
      renewSoon();
      return known.users.othersOf(id, memberKey(member), since());
    },
    membersByDocument() {
      renewSoon();
      return known.users.counts(since());
    },
    renew,
    close() {
      isClosed = true;
      stop();
    },
  };
}
