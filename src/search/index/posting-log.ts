import { orderByDigits } from './digit-sort.ts';

/** Postings that wait to be written. By key they lie close together, and the memory of a list is sought once for many. */
export interface PostingLog {
  /** Whether it is time to write them. */
  readonly isFull: boolean;
  add(key: number, slot: number, count: number): void;
  /** Gives all of them by key, ascending, and is empty then. */
  drain(write: (key: number, postings: LoggedPostings) => void): void;
  /** Lets go of the room for many. */
  shrink(): void;
}

/** Postings from index `from` up to `to`, in the order in which they came. Two may be of one slot. */
export interface LoggedPostings {
  readonly slots: Uint32Array;
  readonly counts: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** A few milliseconds' work. */
const MOST = 1 << 13;
const FIRST_ROOM = 1 << 10;

interface Columns {
  readonly keys: Uint32Array;
  readonly slots: Uint32Array;
  readonly counts: Uint32Array;
}

function createColumns(room: number): Columns {
  return { keys: new Uint32Array(room), slots: new Uint32Array(room), counts: new Uint32Array(room) };
}

export function createPostingLog(): PostingLog {
  let columns = createColumns(0);
  let sorted = createColumns(0);
  let size = 0;

  function grow(): void {
    const { keys, slots, counts } = columns;
    columns = createColumns(Math.max(FIRST_ROOM, 2 * size));
    columns.keys.set(keys);
    columns.slots.set(slots);
    columns.counts.set(counts);
  }

  /** Copied first and written afterwards, since a loop that only copies waits for many places of the memory at once. */
  function sort(): void {
    if (sorted.keys.length < size) sorted = createColumns(columns.keys.length);
    const { keys, slots, counts } = columns;
    const order = orderByDigits(keys.subarray(0, size));
    for (let place = 0; place < size; place++) {
      const at = order[place] ?? 0;
      sorted.keys[place] = keys[at] ?? 0;
      sorted.slots[place] = slots[at] ?? 0;
      sorted.counts[place] = counts[at] ?? 0;
    }
  }

  return {
    get isFull() {
      return size >= MOST;
    },
    add(key, slot, count) {
      if (size === columns.keys.length) grow();
      const { keys, slots, counts } = columns;
      keys[size] = key;
      slots[size] = slot;
      counts[size] = count;
      size++;
    },
    drain(write) {
      sort();
      const { keys, slots, counts } = sorted;
      const end = size;
      size = 0;
      for (let from = 0; from < end; ) {
        const key = keys[from] ?? 0;
        let to = from + 1;
        while (to < end && keys[to] === key) to++;
        write(key, { slots, counts, from, to });
        from = to;
      }
    },
    shrink() {
      if (size > 0 || columns.keys.length === FIRST_ROOM) return;
      columns = createColumns(FIRST_ROOM);
      sorted = createColumns(0);
    },
  };
}
