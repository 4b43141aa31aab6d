/** Who used which documents when: the last time of each, for a bounded number of documents and members. */
export interface Users {
  add(ids: readonly string[], member: string, at: number): void;
  /** How many members besides this one used it after a moment. */
  othersOf(id: string, member: string, after: number): number;
  /** How many members used each document after a moment. */
  counts(after: number): ReadonlyMap<string, number>;
  /** What was before a moment takes no room any more. */
  forget(before: number): void;
}

/** More than any library and team have. What comes beyond is not counted. */
const MOST = { documents: 50_000, pairs: 1_000_000 };

/** So long a count is as good as a new one. */
const COUNTED_MS = 60_000;

/** By document and by the number of a member, the time of the last use. */
type LastUses = Map<string, Map<number, number>>;

/** A small number for each member. */
function openNumbers() {
  const numbers = new Map<string, number>();
  let next = 0;
  return {
    of: (member: string) => numbers.get(member),
    make(member: string): number {
      const number = numbers.get(member) ?? next++;
      numbers.set(member, number);
      return number;
    },
    /** All but these. */
    forget(used: ReadonlySet<number>): void {
      for (const [member, number] of numbers) if (!used.has(number)) numbers.delete(member);
    },
  };
}

function countMembers(lastUses: LastUses, after: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [id, uses] of lastUses) {
    let members = 0;
    for (const at of uses.values()) if (at > after) members++;
    if (members > 0) counts.set(id, members);
  }
  return counts;
}

/** Removes what was before a moment; answers how much that was. */
function removeBefore(lastUses: LastUses, before: number): number {
  let removed = 0;
  for (const [id, uses] of lastUses) {
    for (const [number, at] of uses) {
      if (at > before) continue;
      uses.delete(number);
      removed++;
    }
    if (uses.size === 0) lastUses.delete(id);
  }
  return removed;
}

export function openUsers(most = MOST): Users {
  const numbers = openNumbers();
  const lastUses: LastUses = new Map();
  let pairs = 0;
  let counted: { readonly after: number; readonly counts: ReadonlyMap<string, number> } | undefined;

  const usesOf = (id: string): Map<number, number> | undefined => {
    const known = lastUses.get(id);
    if (known !== undefined || lastUses.size >= most.documents) return known;
    const uses = new Map<number, number>();
    lastUses.set(id, uses);
    return uses;
  };
  const addOne = (id: string, number: number, at: number): void => {
    const uses = usesOf(id);
    const last = uses?.get(number);
    if (uses === undefined || (last === undefined && pairs >= most.pairs) || (last ?? 0) >= at) return;
    if (last === undefined) {
      pairs++;
      counted = undefined;
    }
    uses.set(number, at);
  };
  return {
    add(ids, member, at) {
      const number = numbers.make(member);
      for (const id of ids) addOne(id, number, at);
    },
    othersOf(id, member, after) {
      const own = numbers.of(member);
      let others = 0;
      for (const [number, at] of lastUses.get(id) ?? []) if (number !== own && at > after) others++;
      return others;
    },
    counts(after) {
      if (counted !== undefined && after - counted.after < COUNTED_MS && after >= counted.after) return counted.counts;
      const counts = countMembers(lastUses, after);
      counted = { after, counts };
      return counts;
    },
    forget(before) {
      pairs -= removeBefore(lastUses, before);
      const used = new Set<number>();
      for (const uses of lastUses.values()) for (const number of uses.keys()) used.add(number);
      numbers.forget(used);
      counted = undefined;
    },
  };
}
