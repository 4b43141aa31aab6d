// Where servers that are measured keep what they keep: use is recorded there, as it is with everybody, and nobody reads it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder;

/** One folder for all servers of this process; it goes when the process ends. */
export function someState() {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'team-context-bench-state-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
