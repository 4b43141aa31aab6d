/** The same for every way in which one name is written: case, the form of accents and surplus spaces do not matter. */
export function memberKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC').trim().replace(/\s+/g, ' ');
}
