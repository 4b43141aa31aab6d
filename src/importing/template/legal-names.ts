const LONGEST_NAME = 60;
/** A tag of ours, and no name. */
const TAGS = new Set(['else']);

function legalName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')
    .slice(0, LONGEST_NAME);
  if (plain.replaceAll('_', '') === '') return 'value';
  return /^[\p{L}_]/u.test(plain) && !TAGS.has(plain) ? plain : `_${plain}`;
}

/** Names that can stand in a placeholder, by the names of the source: each its own, most as they were. */
export function legalNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const legal = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const wanted = legalName(name);
    let unique = wanted;
    for (let number = 2; taken.has(unique); number++) unique = `${wanted}_${number}`;
    taken.add(unique);
    legal.set(name, unique);
  }
  return legal;
}
