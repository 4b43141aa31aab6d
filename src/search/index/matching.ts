import type { Pattern } from './pattern.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The numbers of the terms in use that look as a pattern says, in the order of the terms. What two neighbours have in
 * common is read once, and terms that begin as one that cannot match are skipped together. Nothing matches an empty term.
 */
export function termsLike(pattern: Pattern, { sorted, termOf, textsWith }: Vocabulary): number[] {
  const found: number[] = [];
  /** By length of what was read of the term before: the state after it. */
  const states = [0];
  let before = '';
  let at = 0;
  while (at < sorted.size) {
    const id = sorted.at(at);
    const term = termOf(id) ?? '';
    states.length = 1 + commonLength(term, before, states.length - 1);
    const read = readOn(pattern, term, states);
    before = term;
    if (read < term.length) {
      at = sorted.endOf(term.slice(0, read + 1), at + 1);
      continue;
    }
    if (term !== '' && textsWith(id) > 0 && pattern.accepts(states[read] ?? 0)) found.push(id);
    at++;
  }
  return found;
}

/** Reads the units of a term for which there is no state yet; returns how many of the term's units could be read in all. */
function readOn(pattern: Pattern, term: string, states: number[]): number {
  for (let read = states.length - 1; read < term.length; read++) {
    const state = pattern.step(states[read] ?? 0, term.charCodeAt(read));
    if (state === undefined) return read;
    states.push(state);
  }
  return term.length;
}

function commonLength(a: string, b: string, most: number): number {
  const end = Math.min(a.length, b.length, most);
  let length = 0;
  while (length < end && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
