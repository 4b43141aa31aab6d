import { withRoom } from './growing.ts';
import { createSortedTerms, type SortedTerms } from './sorted-terms.ts';

/** The terms of an index and their numbers. A term that no text has any more keeps its number for a while. */
export interface Vocabulary {
  /** How many terms some text has. */
  readonly size: number;
  /** All numbers are below this. */
  readonly end: number;
  /** The terms in their order, those among them that no text has. */
  readonly sorted: SortedTerms;
  /** The number of a term, given to it now if it has none. */
  idOf(term: string): number;
  /** The number of a term that stands at an index of a list. What stands in a list stays there. */
  idAt(list: readonly string[], at: number): number;
  /** By index in a list: one more than the number of the term if `idAt` was asked for it before, or else 0. */
  askedIn(list: readonly string[]): Uint32Array;
  /** The number of a term that some text has. As in lunr, an empty one is never found, though it makes a text longer. */
  find(term: string): number | undefined;
  /** The term with a number; undefined for a number that is free. */
  termOf(id: number): string | undefined;
  /** How many texts have the term with a number. */
  textsWith(id: number): number;
  /** One more text has the term, or one less. */
  retain(id: number): void;
  release(id: number): void;
  /** Frees the numbers of terms that no text has, when these are more than the others. In steps. */
  tidy(): Generator<void, void>;
  /** Takes over the terms of numbers from `end` on; undefined for a number that is free. A RangeError if one is there. */
  restore(terms: readonly (string | undefined)[]): void;
  /** Takes over the order of the terms that were restored. A RangeError when it is none. */
  restoreOrder(ids: Uint32Array): void;
  /** Takes over how many texts have each term. A RangeError when one has a number that is free. */
  restoreTexts(counts: Uint32Array): void;
}

/** So many terms may be kept that no text has. */
const MOST_UNUSED = 1024;
/** So many are freed before others may go on. */
const STEP = 4096;

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: (string | undefined)[] = [];
  const free: number[] = [];
  const sorted = createSortedTerms((id) => terms[id] ?? '');
  /** By number: how many texts have the term. */
  let texts: Uint32Array = new Uint32Array(0);
  let size = 0;
  /** The list that was asked for last, and one more than the number of each of its terms, 0 while that is not known. */
  let listed: readonly string[] = [];
  let listedIds = new Uint32Array(0);

  function enter(term: string, id: number): number {
    ids.set(term, id);
    terms[id] = term;
    texts = withRoom(texts, id, (length) => new Uint32Array(length));
    return id;
  }

  function idOf(term: string): number {
    const known = ids.get(term);
    if (known !== undefined) return known;
    const id = enter(term, free.pop() ?? terms.length);
    sorted.add(id);
    return id;
  }

  function askedIn(list: readonly string[]): Uint32Array {
    if (list !== listed) {
      listed = list;
      listedIds = new Uint32Array(0);
    }
    if (list.length > listedIds.length) {
      listedIds = withRoom(listedIds, list.length - 1, (length) => new Uint32Array(length));
    }
    return listedIds;
  }

  return {
    get size() {
      return size;
    },
    get end() {
      return terms.length;
    },
    sorted,
    idOf,
    idAt(list, at) {
      const asked = askedIn(list);
      const known = asked[at] ?? 0;
      if (known > 0) return known - 1;
      const id = idOf(list[at] ?? '');
      asked[at] = id + 1;
      return id;
    },
    askedIn,
    find(term) {
      const id = ids.get(term);
      return id === undefined || texts[id] === 0 || term === '' ? undefined : id;
    },
    termOf: (id) => terms[id],
    textsWith: (id) => texts[id] ?? 0,
    retain(id) {
      const before = texts[id] ?? 0;
      texts[id] = before + 1;
      if (before === 0) size++;
    },
    release(id) {
      const after = (texts[id] ?? 0) - 1;
      texts[id] = after;
      if (after === 0) size--;
    },
    *tidy() {
      if (ids.size - size <= Math.max(MOST_UNUSED, size)) return;
      const isUsed = (id: number): boolean => (texts[id] ?? 0) > 0;
      sorted.keep(isUsed);
      listed = [];
      for (const [term, id] of ids) {
        if (isUsed(id)) continue;
        ids.delete(term);
        terms[id] = undefined;
        if (free.push(id) % STEP === 0) yield;
      }
    },
    restore(restored) {
      for (const term of restored) {
        if (term === undefined) free.push(terms.push(undefined) - 1);
        else if (ids.has(term)) throw new RangeError(`The term "${term}" is there twice.`);
        else enter(term, terms.length);
      }
    },
    restoreOrder(order) {
      let before: string | undefined;
      for (const id of order) {
        const term = terms[id];
        if (term === undefined || (before !== undefined && before >= term))
          throw new RangeError('The terms are out of order.');
        before = term;
      }
      if (order.length !== ids.size) throw new RangeError('The terms are out of order.');
      sorted.restore(order);
    },
    restoreTexts(counts) {
      texts = counts;
      size = 0;
      for (const [id, count] of counts.entries()) {
        if (count > 0 && terms[id] === undefined) throw new RangeError('A term has no name.');
        if (count > 0) size++;
      }
    },
  };
}
