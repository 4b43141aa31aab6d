import { MOST_NUMBERS } from './pairs.ts';

/** The names of texts and their slots. A slot that is let go is given to a later text. */
export interface Names {
  readonly size: number;
  /** All slots are below this. */
  readonly end: number;
  /** The slot of a name, given to it now if it has none. Throws a RangeError when there is none left. */
  enter(name: string): number;
  slotOf(name: string): number | undefined;
  nameOf(slot: number): string | undefined;
  remove(name: string): void;
  /** Takes over the names of slots from `end` on; undefined for a slot that is free. A RangeError if one is there. */
  restore(names: readonly (string | undefined)[]): void;
}

export function createNames(): Names {
  const slots = new Map<string, number>();
  const names: (string | undefined)[] = [];
  const free: number[] = [];
  return {
    get size() {
      return slots.size;
    },
    get end() {
      return names.length;
    },
    enter(name) {
      const known = slots.get(name);
      if (known !== undefined) return known;
      const slot = free.pop() ?? names.length;
      if (slot >= MOST_NUMBERS) throw new RangeError(`The index is full: it holds ${MOST_NUMBERS} texts.`);
      slots.set(name, slot);
      names[slot] = name;
      return slot;
    },
    slotOf: (name) => slots.get(name),
    nameOf: (slot) => names[slot],
    remove(name) {
      const slot = slots.get(name);
      if (slot === undefined) return;
      slots.delete(name);
      names[slot] = undefined;
      free.push(slot);
    },
    restore(restored) {
      for (const name of restored) {
        const slot = names.push(name) - 1;
        if (name === undefined) free.push(slot);
        else if (slots.has(name)) throw new RangeError(`The text "${name}" is there twice.`);
        else slots.set(name, slot);
      }
    },
  };
}
