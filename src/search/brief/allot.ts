import type { Ranked } from './candidate.ts';
import { BY_IMPORTANCE, FORMS, type Part } from './part.ts';
import type { Passage } from './passage.ts';
import { createSaid } from './said.ts';
import { createTable } from './table.ts';

/** What the brief shows, and what it has no room for. */
export interface Allotment {
  readonly passages: ReadonlyMap<Part, readonly Passage[]>;
  /** The most important part first, and best first within each. */
  readonly leftOut: readonly Ranked[];
}

/** With less room than this a part shows nothing that helps: at first only as many parts get any as can have so much. */
const LEAST = 300;
/** How often what was not used is shared out again, before whoever comes first gets the rest. */
const ROUNDS = 3;

/** A part in which all hits lie gets this much more than its share. */
const GAIN_OF_HITS = 1.5;

/**
 * Gives room to the parts by their shares, more where more of the hits lie, as `hits` says in parts of 1; what one does not
 * need goes to the others, the most important first.
 */
export function allot(
  candidates: ReadonlyMap<Part, readonly Ranked[]>,
  hits: ReadonlyMap<Part, number>,
  room: number,
): Allotment {
  const said = createSaid();
  const tables = BY_IMPORTANCE.map((part) => ({
    part,
    share: FORMS[part].share * (1 + GAIN_OF_HITS * (hits.get(part) ?? 0)),
    table: createTable(part, neededOf(candidates.get(part) ?? [], FORMS[part].needed), said),
  }));
  const first = [...tables]
    .sort((a, b) => b.share - a.share)
    .filter(({ table }) => table.isHungry())
    .slice(0, Math.max(1, Math.floor(room / LEAST)));
  let left = room;
  for (let round = 0; round <= ROUNDS; round++) {
    const hungry = tables.filter((one) => (round > 0 || first.includes(one)) && one.table.isHungry());
    const shares = hungry.reduce((sum, { share }) => sum + share, 0);
    const toShare = left;
    for (const { share, table } of hungry) {
      left -= table.fill(round === ROUNDS ? left : Math.min(left, (toShare * share) / shares));
    }
  }
  return {
    passages: new Map(tables.map(({ part, table }) => [part, table.passages()])),
    leftOut: tables.flatMap(({ table }) => table.leftOut()),
  };
}

function neededOf(ranked: readonly Ranked[], least: number): readonly Ranked[] {
  const best = ranked[0]?.worth ?? 0;
  return ranked.filter(({ worth }) => worth > 0 && worth >= least * best);
}
