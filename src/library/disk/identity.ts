const PLAIN = /^[ -~]*$/;

/**
 * The same for every spelling of one path that some usual disk takes for the same file: case and the two ways of storing
 * accents do not matter.
 */
export function identityOf(path: string): string {
  // nearly all names: no accents, nothing to normalise
  if (PLAIN.test(path)) return path.toLowerCase();
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}
