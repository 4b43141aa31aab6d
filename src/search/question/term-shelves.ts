import { editsFrom, LONGEST_PATTERN } from './edit-distance.ts';

/** Terms, laid out so that those that look alike are found without looking at all of them. */
export interface TermShelves {
  /** What terms begin with. */
  readonly initials: ReadonlySet<string>;
  /** The terms with the first letter of a form that are 1 to `most` edits from it; not all when the effort is spent. */
  alike(form: string, most: 1 | 2, effort: Effort): Alike[];
}

export interface Alike {
  readonly term: string;
  readonly edits: number;
}

/** How much may still be done, counted in terms that are glanced at. Below 0 nothing is. */
export interface Effort {
  left: number;
}

/** Terms with the same first letter and the same length, each with the set of its letters. */
interface Shelf {
  readonly terms: string[];
  readonly letters: number[];
}

/** By length. */
type Rack = (Shelf | undefined)[];

const SHORTEST_TERM = 3;
/** How many glances take as long as counting the edits between two words, and as what is done with a term that is found. */
const COUNTING = 25;
const FINDING = 100;

export function shelve(terms: Iterable<string>): TermShelves {
  const racks = new Map<string, Rack>();
  for (const term of terms) {
    if (term.length < SHORTEST_TERM || term.length > LONGEST_PATTERN) continue;
    const shelf = shelfFor(racks, term);
    shelf.terms.push(term);
    shelf.letters.push(lettersOf(term));
  }
  return {
    initials: new Set(racks.keys()),
    alike(form, most, effort) {
      const letters = lettersOf(form);
      const editsTo = editsFrom(form);
      const found: Alike[] = [];
      for (const shelf of racks.get(form.charAt(0))?.slice(form.length - most, form.length + most + 1) ?? []) {
        if (shelf === undefined) continue;
        for (let at = 0; at < shelf.terms.length && effort.left >= 0; at++) {
          effort.left--;
          if (!mayBeWithin(most, letters, shelf.letters[at] ?? 0)) continue;
          effort.left -= COUNTING;
          const term = shelf.terms[at] ?? '';
          const edits = editsTo(term);
          if (edits === 0 || edits > most) continue;
          effort.left -= FINDING;
          found.push({ term, edits });
        }
      }
      return found;
    },
  };
}

function shelfFor(racks: Map<string, Rack>, term: string): Shelf {
  const initial = term.charAt(0);
  let rack = racks.get(initial);
  if (rack === undefined) {
    rack = new Array<Shelf | undefined>(LONGEST_PATTERN + 1).fill(undefined);
    racks.set(initial, rack);
  }
  const shelf = rack[term.length] ?? { terms: [], letters: [] };
  rack[term.length] = shelf;
  return shelf;
}

/** The set of a word's letters as bits; letters of other alphabets share them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** An edit brings no more than one new letter and takes no more than one away. */
function mayBeWithin(edits: 1 | 2, one: number, other: number): boolean {
  return hasAtMost(edits, one & ~other) && hasAtMost(edits, other & ~one);
}

function hasAtMost(count: 1 | 2, bits: number): boolean {
  const withoutOne = bits & (bits - 1);
  return (count === 1 ? withoutOne : withoutOne & (withoutOne - 1)) === 0;
}
