import { createArena, offsetOf } from './arena.ts';
import { withRoom } from './growing.ts';
import { createPairs, MOST_UNITS, readPairs, type WrittenUnits, writePairs } from './pairs.ts';
import type { Runs } from './runs.ts';

/** The keys that the text in a slot has, ascending, and how often it has each. */
export interface ForwardLists {
  /** The bytes in which the lists are. */
  readonly bytes: number;
  isEmpty(slot: number): boolean;
  /** What a slot has. It is overwritten by the next reading. */
  read(slot: number): Runs;
  /** Writes what a slot has, in place of what it had. */
  write(slot: number, runs: Runs): void;
  /** A slot's list as it is written. It is what is in memory, not a copy. */
  unitsOf(slot: number): Uint16Array;
  /** Takes over a list as it was written. */
  restore(slot: number, written: WrittenUnits): void;
}

export function createForwardLists(): ForwardLists {
  const arena = createArena();
  /** By slot; an empty list has no address. */
  let addresses = new Uint32Array(0);
  let lengths = new Uint32Array(0);
  let read = createPairs(0);
  let written = new Uint16Array(0);

  function unitsOf(slot: number): Uint16Array {
    const address = addresses[slot] ?? 0;
    const from = offsetOf(address);
    return arena.pageOf(address).subarray(from, from + (lengths[slot] ?? 0));
  }

  function store(slot: number, units: Uint16Array): void {
    addresses = withRoom(addresses, slot, (length) => new Uint32Array(length));
    lengths = withRoom(lengths, slot, (length) => new Uint32Array(length));
    const before = lengths[slot] ?? 0;
    if (before > 0) arena.giveBack(addresses[slot] ?? 0, before);
    lengths[slot] = units.length;
    if (units.length === 0) return;
    const address = arena.take(units.length);
    addresses[slot] = address;
    arena.pageOf(address).set(units, offsetOf(address));
  }

  return {
    get bytes() {
      return arena.bytes;
    },
    isEmpty: (slot) => (lengths[slot] ?? 0) === 0,
    read(slot) {
      const to = lengths[slot] ?? 0;
      if (read.numbers.length < to) read = createPairs(to);
      const size = to === 0 ? 0 : readPairs({ units: unitsOf(slot), from: 0, to, least: 0 }, read);
      return { numbers: read.numbers, counts: read.counts, size };
    },
    write(slot, runs) {
      const { size } = runs;
      if (written.length < size * MOST_UNITS) written = new Uint16Array(size * MOST_UNITS);
      store(slot, written.subarray(0, writePairs(written, runs, { from: 0, to: size, least: 0 })));
    },
    unitsOf,
    restore: (slot, { units, from, to }) => store(slot, units.subarray(from, to)),
  };
}
