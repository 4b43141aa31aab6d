import { type Clause, readClauses } from './clauses.ts';
import { sieveOf } from './presence.ts';
import { createScan, createScanAmong, type Scan } from './scan.ts';
import { addKey } from './scoring.ts';
import type { IndexState } from './state.ts';
import { addTo, createTally, type Matches, makeRoom, raiseTo, type Tally, takeMatches, touch } from './tally.ts';

/** A term that would say what is asked for, and how much it counts when it does. */
export interface Alternative {
  readonly term: string;
  /** Not below 0. */
  readonly weight: number;
}

/** One thing that is asked for. A text gets what the best of its alternatives is worth there, and not their sum. */
export type Concept = readonly Alternative[];

/** Answers queries to an index, one after the other. `among` are the slots that are looked at, ascending; all if absent. */
export interface Querying<Field extends string> {
  match(clauses: readonly Clause<Field>[], among?: Uint32Array): Matches;
  weigh(concepts: readonly Concept[], among?: Uint32Array): Matches;
}

/** The texts that are looked at. */
interface View {
  readonly scan: Scan;
  readonly slotAt: (place: number) => number;
  /** How many places there are. */
  readonly places: number;
}

export function createQuerying<Field extends string>(state: IndexState<Field>): Querying<Field> {
  const { fields, names, postings, vocabulary } = state;
  const scanAll = createScan(postings);
  const sums = createTally();
  /** Of one concept: the most that an alternative is worth, and what the one at hand is worth. */
  const most = createTally();
  const part = createTally();

  function viewOf(among: Uint32Array | undefined): View {
    if (among === undefined) return { scan: scanAll, slotAt: (slot) => slot, places: names.end };
    return { scan: createScanAmong(postings, among), slotAt: (place) => among[place] ?? 0, places: among.length };
  }

  function touchAll({ slotAt, places }: View): void {
    for (let place = 0; place < places; place++) if (names.nameOf(slotAt(place)) !== undefined) touch(sums, place);
  }

  function addAlternative(id: number, weight: number, view: { scan: Scan; tally: Tally }): void {
    for (let field = 0; field < fields.length; field++)
      addKey(state, { key: id * fields.length + field, share: weight }, view);
  }

  function addConcept(concept: Concept, { scan, places }: View): void {
    const known = concept.flatMap(({ term, weight }) => {
      const id = vocabulary.find(term);
      return id === undefined ? [] : [{ id, weight }];
    });
    const [only] = known;
    if (only !== undefined && known.length === 1) {
      addAlternative(only.id, only.weight, { scan, tally: sums });
      return;
    }
    makeRoom(most, places);
    makeRoom(part, places);
    for (const { id, weight } of known) {
      addAlternative(id, weight, { scan, tally: part });
      raiseTo(most, part);
    }
    addTo(sums, most);
  }

  return {
    match(clauses, among) {
      const asked = readClauses(state, clauses);
      const view = viewOf(among);
      makeRoom(sums, view.places);
      if (asked.isNegated) touchAll(view);
      for (const [key, weight] of asked.weights) {
        const magnitude = asked.magnitudes[key % fields.length] ?? 0;
        addKey(state, { key, share: magnitude === 0 ? 0 : weight / magnitude }, { scan: view.scan, tally: sums });
      }
      const matches = takeMatches(sums, view.slotAt);
      const isRight = sieveOf(asked, postings, names.end);
      return isRight === undefined ? matches : pick(matches, isRight);
    },
    weigh(concepts, among) {
      const view = viewOf(among);
      makeRoom(sums, view.places);
      for (const concept of concepts) addConcept(concept, view);
      return takeMatches(sums, view.slotAt);
    },
  };
}

function pick({ slots, scores }: Matches, isPicked: (slot: number) => boolean): Matches {
  return { slots: slots.filter(isPicked), scores: scores.filter((_, at) => isPicked(slots[at] ?? 0)) };
}
