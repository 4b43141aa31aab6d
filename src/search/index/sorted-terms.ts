/** The numbers of terms in the order of the terms, by UTF-16 units. */
export interface SortedTerms {
  readonly size: number;
  /** Takes in the number of a term that is not among them. */
  add(id: number): void;
  /** Takes over an order that was known before, in place of the one that is here. */
  restore(ids: Uint32Array): void;
  /** Lets go of all numbers but those that are to be kept. */
  keep(isKept: (id: number) => boolean): void;
  /** The number at an index of the order. */
  at(index: number): number;
  /** The index of the first term that is not before a text, from an index on. */
  startOf(text: string, from?: number): number;
  /** The index of the first term behind all that begin with a text, from an index on. */
  endOf(text: string, from?: number): number;
}

/** New ones wait until somebody wants the order, or until there are so many. */
const MOST_WAITING = 1024;

export function createSortedTerms(termOf: (id: number) => string): SortedTerms {
  let sorted: Uint32Array = new Uint32Array(0);
  let waiting: number[] = [];

  /** The index of the first term from an index on that does not come first. */
  function find(from: number, comesFirst: (term: string) => boolean): number {
    let low = from;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comesFirst(termOf(sorted[middle] ?? 0))) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What lies between two of those that waited is copied as it is. */
  function settle(): void {
    if (waiting.length === 0) return;
    const added = waiting.map((id) => ({ id, term: termOf(id) })).sort((a, b) => (a.term < b.term ? -1 : 1));
    const merged = new Uint32Array(sorted.length + added.length);
    let from = 0;
    for (const [before, { id, term }] of added.entries()) {
      const to = find(from, (other) => other < term);
      merged.set(sorted.subarray(from, to), from + before);
      merged[to + before] = id;
      from = to;
    }
    merged.set(sorted.subarray(from), from + added.length);
    sorted = merged;
    waiting = [];
  }

  return {
    get size() {
      return sorted.length + waiting.length;
    },
    add(id) {
      if (waiting.push(id) >= MOST_WAITING) settle();
    },
    restore(ids) {
      sorted = ids;
      waiting = [];
    },
    keep(isKept) {
      settle();
      sorted = sorted.filter(isKept);
    },
    at(index) {
      settle();
      return sorted[index] ?? 0;
    },
    startOf(text, from = 0) {
      settle();
      return find(from, (term) => term < text);
    },
    endOf(text, from = 0) {
      settle();
      return find(from, (term) => term < text || term.startsWith(text));
    },
  };
}
