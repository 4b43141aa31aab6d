/** The terms of an index and their numbers. A number whose term is gone is given to a later term. */
export interface Vocabulary {
  readonly size: number;
  /** The number of a term, given to it now if it has none. */
  idOf(term: string): number;
  /** The number of a term that is there. */
  find(term: string): number | undefined;
  /** Lets a number go, and its term with it. */
  forget(id: number): void;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: (string | undefined)[] = [];
  const free: number[] = [];
  return {
    get size() {
      return ids.size;
    },
    idOf(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      const id = free.pop() ?? terms.length;
      ids.set(term, id);
      terms[id] = term;
      return id;
    },
    find(term) {
      return ids.get(term);
    },
    forget(id) {
      const term = terms[id];
      if (term === undefined) return;
      ids.delete(term);
      terms[id] = undefined;
      free.push(id);
    },
  };
}
