/**
 * What a term may look like, as an automaton over UTF-16 units. States are numbers from 0, the one to begin with; they are
 * worked out as they are reached.
 */
export interface Pattern {
  /** The state after one more unit; undefined when nothing can match any more. */
  step(state: number, unit: number): number | undefined;
  accepts(state: number): boolean;
}

/** Where one may go from one point of a pattern. Points are numbers. */
interface Moves {
  /** What matches one unit, and the point after it; every unit does when it is undefined. */
  readonly steps: readonly { readonly unit?: number | undefined; readonly to: number }[];
  /** Points that one is at as well. */
  readonly also: readonly number[];
  readonly isEnd: boolean;
}

const ASTERISK = '*'.charCodeAt(0);
const DEAD = -1;

/** Matches a term in which each asterisk stands for any units, or none. */
export function wildcardPattern(term: string): Pattern {
  const units = unitsOf(term);
  return createPattern(0, (point) => {
    const unit = units[point];
    if (unit === undefined) return { steps: [], also: [], isEnd: true };
    if (unit === ASTERISK) return { steps: [{ to: point }], also: [point + 1], isEnd: false };
    return { steps: [{ unit, to: point + 1 }], also: [], isEnd: false };
  });
}

/**
 * Matches what lunr's `term~edits` does: a unit too many, too few or wrong is an edit, and so is a unit that changed places
 * with the next one, which may be edited again there. With `wildcard` an asterisk in the term is any one unit.
 */
export function editPattern(term: string, edits: number, wildcard: boolean): Pattern {
  const units = unitsOf(term).map((unit) => (wildcard && unit === ASTERISK ? undefined : unit));
  const points = createRests(units.length);
  return createPattern(points.of({ held: NOTHING, at: 0, edits }), (point) => {
    const { held, at, edits: left } = points.at(point);
    /** What is left of the term begins with the unit that is held back, if one is. */
    const [first, behind] = held === NOTHING ? [at, at + 1] : [held, at];
    const length = (held === NOTHING ? 0 : 1) + units.length - at;
    const rest = points.of({ held: NOTHING, at: behind, edits: left });
    const steps = length > 0 ? [{ unit: units[first], to: rest }] : [];
    const also: number[] = [];
    if (left > 0) {
      const without = points.of({ held: NOTHING, at: behind, edits: left - 1 });
      steps.push({ unit: undefined, to: points.of({ held, at, edits: left - 1 }) });
      if (length > 0) steps.push({ unit: undefined, to: without });
      if (length > 1) {
        also.push(without);
        steps.push({ unit: units[behind], to: points.of({ held: first, at: behind + 1, edits: left - 1 }) });
      }
    }
    return { steps, also, isEnd: length === 0 || (length === 1 && left > 0) };
  });
}

const NOTHING = -1;

/** What is left of a term: a unit that changed places, all units from `at` on, and so many edits. */
interface Rest {
  readonly held: number;
  readonly at: number;
  readonly edits: number;
}

/** Numbers for what can be left of a term. */
function createRests(length: number): { of(rest: Rest): number; at(point: number): Rest } {
  const across = length + 2;
  return {
    of: ({ held, at, edits }) => (edits * across + held + 1) * across + at,
    at(point) {
      const row = Math.floor(point / across);
      return { held: (row % across) - 1, at: point % across, edits: Math.floor(row / across) };
    },
  };
}

function unitsOf(term: string): number[] {
  return Array.from({ length: term.length }, (_, at) => term.charCodeAt(at));
}

/** A state is a set of points; the same set is the same state. */
function createPattern(start: number, movesOf: (point: number) => Moves): Pattern {
  const moves = new Map<number, Moves>();
  const states: { readonly points: readonly number[]; readonly isEnd: boolean; readonly next: Map<number, number> }[] =
    [];
  const known = new Map<string, number>();

  function movesAt(point: number): Moves {
    const there = moves.get(point) ?? movesOf(point);
    moves.set(point, there);
    return there;
  }

  /** The state of some points and of all that one is at as well. */
  function stateOf(begun: Iterable<number>): number {
    const reached = new Set(begun);
    for (const point of reached) for (const other of movesAt(point).also) reached.add(other);
    if (reached.size === 0) return DEAD;
    const points = [...reached].sort((a, b) => a - b);
    const key = points.join();
    const state = known.get(key) ?? states.length;
    if (state === states.length) {
      known.set(key, state);
      states.push({ points, isEnd: points.some((point) => movesAt(point).isEnd), next: new Map() });
    }
    return state;
  }

  stateOf([start]);
  return {
    step(state, unit) {
      const there = states[state];
      if (there === undefined) return undefined;
      let next = there.next.get(unit);
      if (next === undefined) {
        const steps = there.points.flatMap((point) => movesAt(point).steps);
        next = stateOf(steps.filter((step) => step.unit === undefined || step.unit === unit).map(({ to }) => to));
        there.next.set(unit, next);
      }
      return next === DEAD ? undefined : next;
    },
    accepts: (state) => states[state]?.isEnd ?? false,
  };
}
