import { identityOf } from '../library/disk/identity.ts';

/** The same for every way in which one name is written: case, the form of accents and surplus spaces do not matter. */
export function memberKey(name: string): string {
  return identityOf(name).trim().replace(/\s+/g, ' ');
}
