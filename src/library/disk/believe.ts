import type { Parsed } from '../parse.ts';
import type { Ledger, Pass } from './ledger.ts';
import type { Sight } from './waits.ts';

/** What a file holds: its bytes when they were read, or what they are known to be. */
export type Contents = { readonly hash: string } & ({ readonly bytes: Uint8Array } | { readonly parsed: Parsed });

/** What was read or recalled replaces what was known. */
export function believe(ledger: Ledger, { sight, contents }: { sight: Sight; contents: Contents }, pass: Pass): void {
  const { index, waits, absences } = ledger;
  const { candidate, signature } = sight;
  const { hash } = contents;
  const known = index.get(candidate.identity);
  waits.end(candidate.identity);
  index.delete(candidate.identity);
  index.set(candidate.identity, { ...candidate, signature, hash });
  if (known?.hash === hash && known.id === candidate.id) return;
  absences.arrive({ identity: candidate.identity, signature, hash });
  if (known !== undefined && known.id !== candidate.id) pass.removed.push(known.id);
  pass.changed.push({ id: candidate.id, ...contents, modified: Number(signature.mtimeNs / 1_000_000n) });
}
