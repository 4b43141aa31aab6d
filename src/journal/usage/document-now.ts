import { identityOf } from '../../library/disk/identity.ts';
import { isGeneratedName } from '../../library/disk/new-name.ts';
import { isInInbox } from '../../library/inbox.ts';
import type { Snapshot } from '../../library/snapshot.ts';

/** The id by which the library now knows what an entry names; `draft` for what waits in the inbox, and undefined for what is gone. */
export type FindNow = (id: string) => { readonly id: string } | 'draft' | undefined;

function fileName(id: string): string {
  return identityOf(id.slice(id.lastIndexOf('/') + 1));
}

/** By its name each document whose file bears one that nobody gives by hand; undefined where two have the same. */
function byGeneratedName({ documents }: Snapshot): ReadonlyMap<string, { readonly id: string } | undefined> {
  const named = new Map<string, { readonly id: string } | undefined>();
  for (const document of documents.values()) {
    const name = fileName(document.id);
    if (!document.isInInbox && isGeneratedName(name)) named.set(name, named.has(name) ? undefined : document);
  }
  return named;
}

/**
 * Who reads a draft looks at whether it is of use, so that drafts count nowhere. A document that was moved keeps its uses
 * only where its file's name tells it from all others.
 */
export function documentsNow(snapshot: Snapshot): FindNow {
  const moved = byGeneratedName(snapshot);
  return (id) => {
    const exact = snapshot.documents.get(id);
    if (exact !== undefined) return exact.isInInbox ? 'draft' : exact;
    if (isInInbox(id)) return 'draft';
    const here = snapshot.documents.get(snapshot.identities.get(identityOf(id)) ?? '');
    return here ?? moved.get(fileName(id));
  };
}
