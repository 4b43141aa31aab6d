/**
 * Memory in pieces of any length, in units of 16 bits. A piece that is given back is used again for one of about the same
 * length.
 */
export interface Arena {
  /** How many bytes are held, in use or not. */
  readonly bytes: number;
  /** The address of a new piece for at least one unit. What is in it is left over. A RangeError when all is full. */
  take(length: number): number;
  /** Takes back a piece that was given for `length` units, or for another length with the same room. */
  giveBack(address: number, length: number): void;
  /** The units in which a piece lies, from `offsetOf` its address on. */
  pageOf(address: number): Uint16Array;
}

const PAGE_BITS = 17;
const PAGE = 1 << PAGE_BITS;
/** An address has 32 bits. */
const MOST_PAGES = 1 << (32 - PAGE_BITS);
/** A piece with more room has a page of its own. */
const MOST_SHARED = PAGE / 4;
/** Room for an address: a piece that waits to be used again tells where the next one is. */
const LEAST = 2;
const NOWHERE = 0xffffffff;

/** Up to this length there is a room for each; beyond it there are eight in each doubling. */
const FINE = 16;
const STEP_BITS = 3;

/** How many units a piece for `length` units has: within them it may grow and shrink where it is. */
export function roomFor(length: number): number {
  if (length <= FINE) return Math.max(LEAST, length);
  const shift = 31 - Math.clz32(length - 1) - STEP_BITS;
  return (((length - 1) >>> shift) + 1) << shift;
}

/** Where in its page a piece begins. */
export function offsetOf(address: number): number {
  return address & (PAGE - 1);
}

/** All rooms of pieces that share a page, ascending. */
const ROOMS = roomsUpTo(MOST_SHARED);

function roomsUpTo(most: number): number[] {
  const rooms: number[] = [];
  for (let room = LEAST; room <= most; room = roomFor(room + 1)) rooms.push(room);
  return rooms;
}

/** The index of a room among all of them. */
function rankOf(room: number): number {
  if (room <= FINE) return room - LEAST;
  const log = 31 - Math.clz32(room - 1);
  const step = ((room - 1) >>> (log - STEP_BITS)) - (1 << STEP_BITS);
  return FINE - LEAST + 1 + ((log - Math.log2(FINE)) << STEP_BITS) + step;
}

/**
 * Makes an arena of pages. It grows by one page at a time, so that nothing has to be copied however large it is; each
 * size of room has a chain of the pieces that were given back, linked through the pieces themselves.
 */
export function createArena(): Arena {
  const pages: Uint16Array[] = [];
  const freePages: number[] = [];
  const firstFree = new Uint32Array(ROOMS.length).fill(NOWHERE);
  /** The part of the newest shared page that was never used. */
  let fresh = 0;
  let freshEnd = 0;
  let bytes = 0;

  function addPage(length: number): number {
    const index = freePages.pop() ?? pages.length;
    if (index >= MOST_PAGES) throw new RangeError('The index is full: it has no room for other texts.');
    const page = new Uint16Array(length);
    pages[index] = page;
    bytes += page.byteLength;
    return index * PAGE;
  }

  function pageOf(address: number): Uint16Array {
    return pages[address >>> PAGE_BITS] ?? NO_UNITS;
  }

  function chain(address: number, rank: number): void {
    const page = pageOf(address);
    const next = firstFree[rank] ?? NOWHERE;
    page[offsetOf(address)] = next >>> 16;
    page[offsetOf(address) + 1] = next;
    firstFree[rank] = address;
  }

  function unchain(rank: number): number {
    const address = firstFree[rank] ?? NOWHERE;
    if (address === NOWHERE) return NOWHERE;
    const page = pageOf(address);
    firstFree[rank] = (page[offsetOf(address)] ?? 0) * 0x10000 + (page[offsetOf(address) + 1] ?? 0);
    return address;
  }

  /** Makes free pieces of the rest of the newest page, for which a next one comes. */
  function useUpRest(): void {
    while (freshEnd - fresh >= LEAST) {
      const rank = ROOMS.findLastIndex((room) => room <= freshEnd - fresh);
      chain(fresh, rank);
      fresh += ROOMS[rank] ?? 0;
    }
  }

  return {
    get bytes() {
      return bytes;
    },
    take(length) {
      const room = roomFor(length);
      if (room > MOST_SHARED) return addPage(room);
      const free = unchain(rankOf(room));
      if (free !== NOWHERE) return free;
      if (freshEnd - fresh < room) {
        useUpRest();
        fresh = addPage(PAGE);
        freshEnd = fresh + PAGE;
      }
      const address = fresh;
      fresh += room;
      return address;
    },
    giveBack(address, length) {
      const room = roomFor(length);
      if (room <= MOST_SHARED) {
        chain(address, rankOf(room));
        return;
      }
      const index = address >>> PAGE_BITS;
      bytes -= pageOf(address).byteLength;
      pages[index] = NO_UNITS;
      freePages.push(index);
    },
    pageOf,
  };
}

const NO_UNITS = new Uint16Array(0);
