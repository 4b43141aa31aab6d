import { Refusal } from '../refusal.ts';
import { folderOf, type IsInScope, narrowsScope, scopeOf } from './disk/scope.ts';
import { type Document, KINDS, type Kind } from './document.ts';
import { byCodeUnit } from './order.ts';
import { isPart } from './path.ts';
import { fileNameOf, folderAbove } from './path-parts.ts';
import type { Snapshot } from './snapshot.ts';

/** Where documents of a kind lie in most libraries. */
const USUAL: { readonly [kind in Kind]: string } = {
  guideline: 'context/brand',
  persona: 'context/personas',
  messaging: 'context/messaging',
  learning: 'context/learnings',
  workflow: 'context/workflows',
  win: 'context/wins',
  prompt: 'prompts',
  reference: 'context/reference',
};

/** The last part of a usual folder, for libraries that have neither `context/` nor `prompts/`. */
const plainName = (kind: Kind): string => fileNameOf(USUAL[kind]);

/** For libraries that are served whole: `context` and `prompts` would take everything else out of what is served. */
const SHARED_FOLDER = 'shared';

/** Documents that lie where they do because of what they are; those at the root could lie anywhere. */
function isAtHome({ id, isInInbox }: Document): boolean {
  return !isInInbox && id.includes('/') && !isPart(id) && !/(?:^|\/)readme\.[^/]*$/i.test(id);
}

/** The folders in which documents of a kind lie, that with most of them first; of two with as many, the usual one. */
function foldersOf({ documents }: Snapshot, kind: Kind): readonly string[] {
  const counts = new Map<string, number>();
  for (const document of documents.values()) {
    if (document.kind !== kind || !isAtHome(document)) continue;
    const folder = folderAbove(document.id);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const isUsual = (folder: string): number => (folder.toLowerCase() === USUAL[kind] ? 1 : 0);
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || isUsual(b) - isUsual(a) || byCodeUnit(a, b))
    .map(([folder]) => folder);
}

/** Which part of a library is served, as far as its documents tell, and whether `context/` and `prompts/` alone are. */
function servedPart({ documents, settings }: Snapshot): { isServed: IsInScope; isWhole: boolean } {
  const outside = [...documents.values()].filter(({ isInInbox }) => !isInInbox);
  const isNarrowed = outside.length === 0 || outside.some(({ id }) => narrowsScope(id));
  return { isServed: scopeOf(settings, isNarrowed), isWhole: settings.include === undefined && !isNarrowed };
}

/**
 * The folder, from the library on, with `/`, in which a new document of a kind belongs: where most of its kind lie, else
 * the usual one. Undefined when the settings serve none that could be meant.
 */
export function homeOf(snapshot: Snapshot, kind: Kind): string | undefined {
  const { isServed, isWhole } = servedPart(snapshot);
  const included = (snapshot.settings.include ?? []).map(folderOf).filter((folder) => folder !== '' && folder !== '.');
  const candidates = [
    ...foldersOf(snapshot, kind),
    ...(isWhole ? [`${SHARED_FOLDER}/${plainName(kind)}`] : [USUAL[kind]]),
    ...included.map((folder) => `${folder}/${plainName(kind)}`),
  ];
  return candidates.find((folder) => isServed(folder, 'folder') && isServed(`${folder}/new.md`, 'file'));
}

/** The same; throws a Refusal that begins with the outcome, `Nothing was saved`, when the settings serve none. */
export function homeFor(snapshot: Snapshot, kind: Kind, outcome: string): string {
  const home = homeOf(snapshot, kind);
  if (home !== undefined) return home;
  throw new Refusal(
    `${outcome}: the settings of the library (team-context.yaml) serve no folder for documents of the kind "${kind}". Name one under "include", or take it out of "ignore".`,
  );
}

/** Every folder into which this program may have written a document. */
export function writtenFolders(snapshot: Snapshot): readonly string[] {
  return [...new Set(KINDS.flatMap((kind) => homeOf(snapshot, kind) ?? []))];
}
