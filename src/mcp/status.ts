import { diagnosticsOn } from '../library/dates.ts';
import { today } from '../library/day.ts';
import { formatDiagnostic } from '../library/diagnostic.ts';
import { KINDS } from '../library/document.ts';
import { isInInbox } from '../library/inbox.ts';
import type { Surface } from './surface.ts';

const MOST_DIAGNOSTICS = 20;

/** The state of the library in figures: what the status tool and the status resource both show. */
export interface Status {
  readonly name?: string;
  readonly version: string;
  readonly documents: Readonly<Record<string, number>>;
  readonly prompts: number;
  readonly drafts_waiting: number;
  /** ISO time; absent before the first reading has ended. */
  readonly last_change?: string;
  readonly seconds_since_check?: number;
  readonly watching: 'events' | 'polling';
  readonly reachable: boolean;
  readonly reading?: { readonly done: number; readonly total: number };
  readonly indexing?: number;
  /** Files of other types, which are not served, by extension. */
  readonly passed_over: Readonly<Record<string, number>>;
  readonly diagnostics: {
    readonly errors: number;
    readonly warnings: number;
    readonly info: number;
    readonly first: readonly string[];
  };
}

/** Computed without waiting for anything, so that it also tells how far a first reading has come. */
export function statusOf(surface: Surface): Status {
  const snapshot = surface.library.current();
  const status = surface.library.status();
  const listed = [...snapshot.documents.values()].filter((document) => !document.isInInbox);
  // of what waits in the inbox nothing but its number gets to whoever did not ask for it
  const diagnostics = diagnosticsOn(snapshot, today()).filter(({ path }) => !isInInbox(path));
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const bySeverity = ['error', 'warning', 'info'].flatMap((severity) =>
    diagnostics.filter((each) => each.severity === severity),
  );
  const building = surface.engine.status().building;
  return {
    ...(snapshot.settings.name === '' ? {} : { name: snapshot.settings.name }),
    version: surface.version,
    documents: Object.fromEntries(KINDS.map((kind) => [kind, listed.filter((each) => each.kind === kind).length])),
    prompts: snapshot.prompts.size,
    drafts_waiting: snapshot.documents.size - listed.length,
    ...(status.changedAt === undefined ? {} : { last_change: new Date(status.changedAt).toISOString() }),
    ...(status.lastScan === undefined
      ? {}
      : { seconds_since_check: Math.round((performance.now() - status.lastScan) / 1_000) }),
    watching: status.watching,
    reachable: status.isReachable,
    ...(status.reading === undefined ? {} : { reading: status.reading }),
    ...(building === undefined ? {} : { indexing: building }),
    passed_over: status.passedOver,
    diagnostics: {
      errors: count('error'),
      warnings: count('warning'),
      info: count('info'),
      first: bySeverity.slice(0, MOST_DIAGNOSTICS).map(formatDiagnostic),
    },
  };
}

/** The status as a page that a person can read. */
export function statusPage(status: Status): string {
  const kinds = Object.entries(status.documents).filter(([, count]) => count > 0);
  const { errors, warnings, info, first } = status.diagnostics;
  const passedOver = Object.entries(status.passed_over);
  const more = errors + warnings + info - first.length;
  return [
    `# ${status.name ?? 'The team library'}: status`,
    '',
    `- Documents: ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'}`,
    `- Prompts: ${status.prompts}`,
    `- Drafts that wait in the inbox: ${status.drafts_waiting}`,
    `- Last change: ${status.last_change ?? 'not read yet'}`,
    `- Last look at the folder: ${status.seconds_since_check === undefined ? 'not yet' : `${status.seconds_since_check} s ago`} (${status.watching})`,
    `- The folder can be reached: ${status.reachable ? 'yes' : 'no'}`,
    `- To mend: errors ${errors}, warnings ${warnings}, hints ${info}`,
    ...(passedOver.length === 0
      ? []
      : [
          `- Files of other types, which are not served: ${passedOver.map(([type, count]) => `${type} ${count}`).join(', ')}`,
        ]),
    ...(first.length === 0 ? [] : ['', '```', ...first, '```']),
    ...(more > 0 ? ['', `And ${more} more: run "team-context check" for all of them.`] : []),
    '',
  ].join('\n');
}
