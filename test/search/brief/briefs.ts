import { compareSnapshots, EMPTY_SNAPSHOT, type Snapshot } from '../../../src/library/snapshot.ts';
import { BRIEF_CHARS, type Brief, type BriefRequest, buildBrief } from '../../../src/search/brief/brief.ts';
import { createEmbeddedEngine } from '../../../src/search/embedded-engine.ts';
import { libraryOf } from '../../library-of.ts';

const TODAY = '2026-11-22';

/** Collects briefs from one library. */
export type Briefs = (request: Partial<BriefRequest> & Pick<BriefRequest, 'task'>) => Promise<Brief>;

/** A library, by its files or as it was read, from which briefs can be had. */
export async function briefsFrom(library: Readonly<Record<string, string>> | Snapshot): Promise<Briefs> {
  const snapshot = isSnapshot(library) ? library : libraryOf(library);
  const engine = createEmbeddedEngine({ today: () => TODAY });
  await engine.apply(compareSnapshots(EMPTY_SNAPSHOT, snapshot));
  return (request) => buildBrief({ snapshot, engine }, { maxChars: BRIEF_CHARS.usual, today: TODAY, ...request });
}

function isSnapshot(library: Readonly<Record<string, string>> | Snapshot): library is Snapshot {
  return 'documents' in library && library.documents instanceof Map;
}

/** The lines of one part of a brief, without its title; empty when it has no such part. */
export function partOf({ text }: Brief, title: string): string {
  const [, rest = ''] = text.split(new RegExp(`^## ${title}.*$`, 'm'));
  return rest.split(/^## /m)[0]?.trim() ?? '';
}

/** The ids that a brief names as the sources of its passages. */
export function sourcesOf({ text }: Brief): string[] {
  return [...text.matchAll(/^\[([^\]]+)\]/gm)].map(([, id = '']) => id);
}
