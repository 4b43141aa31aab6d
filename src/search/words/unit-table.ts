import { withRoom } from '../index/growing.ts';

/** Some units: those from index `from` up to `to`. */
export interface UnitRun {
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
}

export function unitsOf(text: string): UnitRun {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < units.length; at++) units[at] = text.charCodeAt(at);
  return { units, from: 0, to: units.length };
}

/** Numbers by runs of UTF-16 units: a map whose keys are parts of a text, for which no string has to be made. */
export interface UnitTable {
  /** The number of a run with this hash; NOT_THERE when it has none. */
  find(run: UnitRun, hash: number): number;
  /** Gives a number to a run that has none. */
  add(run: UnitRun, hash: number, number: number): void;
}

/** Is no run's number. */
export const NOT_THERE = -0x80000000;

/** The hash of a run is that of its units, one after the other, beginning with this (FNV-1a). */
export const HASH_OF_NOTHING = 0x811c9dc5;

export function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashOf({ units, from, to }: UnitRun): number {
  let hash = HASH_OF_NOTHING;
  for (let at = from; at < to; at++) hash = hashWith(hash, units[at] ?? 0);
  return hash;
}

const FIRST_ROOM = 1024;
/** In a place of the table: where in the list of runs one begins, and its hash. */
const PLACE = 2;
/** In the list of runs: the number in two units, the length, and then the units. */
const HEAD = 3;
const NOWHERE = 0;

function isAt(runs: Uint16Array, start: number, { units, from, to }: UnitRun): boolean {
  if (runs[start + 2] !== to - from) return false;
  let known = start + HEAD;
  for (let at = from; at < to; at++) if (runs[known++] !== units[at]) return false;
  return true;
}

export function createUnitTable(): UnitTable {
  let places = new Uint32Array(FIRST_ROOM * PLACE);
  /** Where in the table its last place is; all bits of where another one is are among its own. */
  let last = places.length - PLACE;
  let runs = new Uint16Array(0);
  /** The first unit is left out, since NOWHERE is no place. */
  let end = 1;
  let size = 0;

  /** The first place for a hash; the next ones are tried when it is taken. */
  function firstPlace(hash: number): number {
    return (PLACE * (hash ^ (hash >>> 15))) & last;
  }

  function enter(start: number, hash: number): void {
    let place = firstPlace(hash);
    while (places[place] !== NOWHERE) place = (place + PLACE) & last;
    places[place] = start;
    places[place + 1] = hash;
  }

  function grow(): void {
    const before = places;
    places = new Uint32Array(2 * before.length);
    last = places.length - PLACE;
    for (let at = 0; at < before.length; at += PLACE) {
      const start = before[at] ?? NOWHERE;
      if (start !== NOWHERE) enter(start, before[at + 1] ?? 0);
    }
  }

  return {
    find(run, hash) {
      const [table, known] = [places, runs];
      for (let place = firstPlace(hash); ; place = (place + PLACE) & last) {
        const start = table[place] ?? NOWHERE;
        if (start === NOWHERE) return NOT_THERE;
        if (table[place + 1] === hash >>> 0 && isAt(known, start, run))
          return ((known[start] ?? 0) << 16) | (known[start + 1] ?? 0);
      }
    },
    add({ units, from, to }, hash, number) {
      if (2 * PLACE * ++size > places.length) grow();
      const length = to - from;
      runs = withRoom(runs, end + HEAD + length, (room) => new Uint16Array(room));
      runs[end] = number >>> 16;
      runs[end + 1] = number;
      runs[end + 2] = length;
      runs.set(units.subarray(from, to), end + HEAD);
      enter(end, hash);
      end += HEAD + length;
    },
  };
}
