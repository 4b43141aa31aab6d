import { orderByDigits } from './digit-sort.ts';

/** Postings that wait to be written. By key they lie close together, and the memory of a list is sought once for many. */
export interface PostingLog {
  readonly isEmpty: boolean;
  /** Whether it is time to write them. */
  readonly isFull: boolean;
  add(key: number, slot: number, count: number): void;
  /** Gives all of them in the order of their keys, those of one key in the order in which they came, and is empty then. */
  drain(write: (key: number, slot: number, count: number) => void): void;
  /** Lets go of the room for many. */
  shrink(): void;
}

/** Some ten milliseconds' work. */
const MOST = 1 << 17;
const FIRST_ROOM = 1 << 10;

export function createPostingLog(): PostingLog {
  let keys = new Uint32Array(0);
  let slots = new Uint32Array(0);
  let counts = new Uint32Array(0);
  let size = 0;

  function resize(room: number): void {
    keys = resized(keys, room);
    slots = resized(slots, room);
    counts = resized(counts, room);
  }

  return {
    get isEmpty() {
      return size === 0;
    },
    get isFull() {
      return size >= MOST;
    },
    add(key, slot, count) {
      if (size === keys.length) resize(Math.max(FIRST_ROOM, 2 * size));
      keys[size] = key;
      slots[size] = slot;
      counts[size] = count;
      size++;
    },
    drain(write) {
      const order = orderByDigits(keys.subarray(0, size));
      size = 0;
      for (let place = 0; place < order.length; place++) {
        const at = order[place] ?? 0;
        write(keys[at] ?? 0, slots[at] ?? 0, counts[at] ?? 0);
      }
    },
    shrink() {
      if (size === 0 && keys.length > FIRST_ROOM) resize(0);
    },
  };
}

function resized(list: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const other = new Uint32Array(room);
  other.set(list.subarray(0, room));
  return other;
}
