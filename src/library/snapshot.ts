import { DEFAULT_SETTINGS, type Settings } from '../settings.ts';
import { compareDiagnostics, type Diagnostic } from './diagnostic.ts';
import { identityOf } from './disk/identity.ts';
import type { Document } from './document.ts';
import type { Shelf } from './find.ts';
import { byCodeUnit } from './order.ts';
import { namePrompts } from './prompt-names.ts';
import { diagnoseReferences } from './references.ts';

/** The whole library at one moment. Never changes; a later one shares every document that was not touched. */
export interface Snapshot extends Shelf {
  /** Every document by id, ids ascending; those in the inbox included. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Every prompt that can be run, by its name on the wire, names ascending. */
  readonly prompts: ReadonlyMap<string, Document>;
  /** The ids by identity, for whoever looks a path up without regard to case and Unicode form. */
  readonly identities: ReadonlyMap<string, string>;
  readonly settings: Settings;
  /** What is wrong with the files, in the order of `compareDiagnostics`. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What differs between two snapshots. All ids are ascending. */
export interface Change {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export const EMPTY_SNAPSHOT: Snapshot = {
  documents: new Map(),
  prompts: new Map(),
  identities: new Map(),
  settings: DEFAULT_SETTINGS,
  diagnostics: [],
};

/** Documents become a snapshot. The result does not depend on their order. `diagnostics` are those of the single files. */
export function takeSnapshot(parts: {
  documents: Iterable<Document>;
  settings: Settings;
  diagnostics?: Iterable<Diagnostic>;
}): Snapshot {
  const sorted = [...parts.documents].sort((a, b) => byCodeUnit(a.id, b.id));
  const documents = new Map(sorted.map((document) => [document.id, document]));
  const identities = new Map(sorted.map((document) => [identityOf(document.id), document.id]));
  const { prompts, diagnostics: ofNames } = namePrompts(sorted);
  const bare = { documents, prompts, identities, settings: parts.settings };
  const diagnostics = [...(parts.diagnostics ?? []), ...ofNames, ...diagnoseReferences(bare)];
  return { ...bare, diagnostics: diagnostics.sort(compareDiagnostics) };
}

export function compareSnapshots(before: Snapshot, after: Snapshot): Change {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [id, document] of after.documents) {
    const old = before.documents.get(id);
    if (old === undefined) added.push(id);
    else if (old !== document) changed.push(id);
  }
  const removed = [...before.documents.keys()].filter((id) => !after.documents.has(id));
  return { before, after, added, changed, removed };
}
