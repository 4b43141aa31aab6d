import { createHash, randomBytes } from 'node:crypto';

/** By which people, and programs that look for secrets, know what they have found. */
const PREFIX = 'tctx_';
const RANDOM_BYTES = 32;

/** What a member shows to be let in. Nobody can guess it, so a plain hash of it may be kept. */
export function newSecret(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** SHA-256 of the whole of it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
