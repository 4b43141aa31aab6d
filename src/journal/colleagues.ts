import type { Entry } from './entry.ts';
import type { Marks } from './files/reading.ts';
import type { Journal } from './journal.ts';
import { openUsers } from './latest-uses.ts';
import { memberKey } from './member-key.ts';

/** How many members use what. It answers at once, with what is known so far. */
export interface Colleagues {
  /** How many members besides this one used a document in the last 30 days. */
  usedBy(id: string, member: string): number;
  /** How many members used each document in the last 30 days, by its id. */
  spread(): ReadonlyMap<string, number>;
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

const WINDOW_MS = 30 * 86_400_000;
const RENEW_MS = 60_000;

export function openColleagues({ journal, onFault, now = Date.now }: ColleaguesOptions): Colleagues {
  let users = openUsers();
  let marks: Marks = new Map();
  let place: string | undefined;
  let renewedAt = Number.NEGATIVE_INFINITY;
  let renewing: Promise<void> | undefined;
  let isClosed = false;

  const since = (): number => now() - WINDOW_MS;
  const take = ({ use, ids, member, at }: Entry): void => {
    if (use !== 'share' && at > since()) users.add(ids, memberKey(member), at);
  };
  /** What is known of another folder does not count. */
  const forgetIfMoved = (): void => {
    if (journal.where() === place) return;
    place = journal.where();
    users = openUsers();
    marks = new Map();
    renewedAt = Number.NEGATIVE_INFINITY;
  };
  const read = async (): Promise<void> => {
    const [ours, begun] = [users, marks];
    users.forget(since());
    for await (const entries of journal.entries(since(), begun)) {
      if (isClosed || ours !== users) return;
      for (const entry of entries) take(entry);
    }
  };
  const renew = (): Promise<void> => {
    forgetIfMoved();
    if (isClosed || place === undefined) return Promise.resolve();
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
      return users.othersOf(id, memberKey(member), since());
    },
    spread() {
      renewSoon();
      return users.counts(since());
    },
    renew,
    close() {
      isClosed = true;
      stop();
    },
  };
}
