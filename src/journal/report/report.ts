import { type Document, KINDS, type Kind } from '../../library/document.ts';
import { isPart } from '../../library/path.ts';
import type { Snapshot } from '../../library/snapshot.ts';
import { type FindNearest, type OpenGap, openGaps } from '../pages/open-gaps.ts';
import { dateOf } from '../usage/calendar.ts';
import { usersOf } from '../usage/document-uses.ts';
import { type JournalState, journalState } from '../usage/journal-state.ts';
import type { Usage } from '../usage/usage.ts';
import { type LoggedWins, loggedWins, type SavedByWorkflow, savedByWorkflows } from './minutes.ts';
import { type Spread, spreadOf } from './spread.ts';
import { type Trend, topMembersOf, trendOf, type Week, weeksOf } from './weeks.ts';

export interface Unused {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
}

/** Whether what a few know becomes what the many can do: figures of some weeks. */
export interface Report {
  /** The team's name; empty when it gave none. */
  readonly team: string;
  readonly journal: JournalState;
  /** The first and the last day, `2026-11-22`; the last one is the day of the report. */
  readonly from: string;
  readonly to: string;
  readonly weeks: readonly Week[];
  readonly trend: Trend;
  /** How many members are in the window at all. */
  readonly members: number;
  /** How many of them are a tenth, rounded up; absent, as all shares are, where they are fewer than 10. */
  readonly topMembers?: number;
  /** Every document of the library but drafts, those that spread most first. */
  readonly spread: readonly Spread[];
  /** How many entries of the window name what the library has no more. */
  readonly gone: number;
  /** Approved, and used by nobody in the window, by kind; empty while nothing is known of use. */
  readonly unused: readonly Unused[];
  /** Those that most members searched for. */
  readonly gaps: readonly OpenGap[];
  /** How many different ones there are; when `areGapsCut`, so many were kept. */
  readonly gapsInAll: number;
  readonly areGapsCut: boolean;
  /** Searches that found little or nothing and whose words were not recorded. */
  readonly wordless: number;
  /** An estimate, and never to be added to what was logged. */
  readonly saved: { readonly minutes: number; readonly workflows: readonly SavedByWorkflow[] };
  readonly wins: LoggedWins;
  /** Only what was recorded on this computer is in the figures. */
  readonly isLocal: boolean;
  /** Entries of days to come, which count nowhere. */
  readonly later: number;
}

export interface ReportOptions {
  /** Undefined when the journal is off. Its window begins on a Monday and ends today. */
  readonly usage: Usage | undefined;
  readonly window: Usage['window'];
  readonly snapshot: Snapshot;
  readonly nearest: FindNearest;
  readonly namesMembers: boolean;
  readonly isLocal?: boolean;
}

const MOST_GAPS = 20;

const NO_USAGE: Omit<Usage, 'window'> = {
  entries: 0,
  later: 0,
  members: new Map(),
  documents: new Map(),
  gone: 0,
  gaps: { ranked: [], isCut: false },
  wordless: 0,
};

function isAsset({ id, status, isInInbox }: Document): boolean {
  return status === 'approved' && !isInInbox && !isPart(id);
}

/** In the order of the kinds, then of the ids. */
function unusedOf(documents: readonly Document[], usage: Usage): readonly Unused[] {
  const isUsed = (document: Document): boolean =>
    [...usersOf(document, usage).values()].some(({ bits }) => bits.some((word) => word !== 0));
  const unused = documents.filter((document) => isAsset(document) && !isUsed(document));
  return KINDS.flatMap((kind) =>
    unused.filter((document) => document.kind === kind).map(({ id, title }) => ({ id, title, kind })),
  );
}

function withoutAuthor({ author: _, ...spread }: Spread): Spread {
  return spread;
}

export async function reportOf(options: ReportOptions): Promise<Report> {
  const { snapshot, window } = options;
  const usage = options.usage ?? { ...NO_USAGE, window };
  const documents = [...snapshot.documents.values()];
  const journal = journalState(options.usage);
  const topMembers = topMembersOf(usage);
  const weeks = weeksOf(usage);
  const spread = spreadOf(documents, usage);
  const workflows = savedByWorkflows(documents, usage);
  return {
    team: snapshot.settings.name,
    journal,
    from: dateOf(window.from),
    to: dateOf(window.to),
    weeks,
    trend: trendOf(weeks),
    members: usage.members.size,
    ...(topMembers === undefined ? {} : { topMembers }),
    spread: options.namesMembers ? spread : spread.map(withoutAuthor),
    gone: usage.gone,
    unused: journal === 'on' ? unusedOf(documents, usage) : [],
    gaps: await openGaps(usage.gaps.ranked, MOST_GAPS, options.nearest),
    gapsInAll: usage.gaps.ranked.length,
    areGapsCut: usage.gaps.isCut,
    wordless: usage.wordless,
    saved: { minutes: workflows.reduce((sum, { minutes }) => sum + minutes, 0), workflows },
    wins: loggedWins(documents, window),
    isLocal: options.isLocal ?? false,
    later: usage.later,
  };
}
