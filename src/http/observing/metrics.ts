import type { Status } from '../../mcp/status.ts';
import { methodLabel, type Outcome } from './call.ts';
import { createDurations, type Durations } from './durations.ts';
import { exposing, type Family, type Sample } from './exposition.ts';
import { type LoopDelays, watchLoop } from './loop-delay.ts';

/** A request to the protocol's address, when it is answered. */
export interface FinishedCall {
  /** The method of the protocol as the client sent it; absent where there is none. */
  readonly method?: string;
  readonly outcome: Outcome;
  /** Until the answer is complete; for a stream until it is open. */
  readonly milliseconds: number;
}

/** What is true when somebody asks. */
export interface Gauges {
  readonly status: Status;
  readonly sessions: number;
  readonly streams: number;
}

export interface Metrics {
  count(call: FinishedCall): void;
  /** The page for Prometheus. Delays of the event loop count from one page to the next. */
  page(gauges: Gauges): Response;
  close(): void;
}

interface Calls {
  readonly outcomes: Map<Outcome, number>;
  readonly durations: Durations;
}

type Tally = ReadonlyMap<string, Calls>;

function gauge(name: string, help: string, ...samples: readonly (Sample | number)[]): Family {
  const values = samples.map((sample) => (typeof sample === 'number' ? { value: sample } : sample));
  return { name, help, type: 'gauge', samples: values };
}

function familiesOfCalls(tally: Tally): Family[] {
  return [
    {
      name: 'team_context_requests_total',
      help: 'Requests to the protocol\'s address that have ended, by method of the protocol ("none" where there is none) and outcome.',
      type: 'counter',
      samples: [...tally].flatMap(([method, { outcomes }]) =>
        [...outcomes].map(([outcome, value]) => ({ labels: { method, outcome }, value })),
      ),
    },
    {
      name: 'team_context_request_duration_seconds',
      help: 'Seconds until a request was answered; for a stream, until it was open.',
      type: 'histogram',
      samples: [...tally].flatMap(([method, { durations }]) => durations.samples({ method })),
    },
  ];
}

function familiesOfLibrary(status: Status): Family[] {
  const documents = Object.values(status.documents).reduce((sum, count) => sum + count, 0);
  const { errors, warnings, info } = status.diagnostics;
  const age = status.seconds_since_check;
  return [
    gauge('team_context_documents', 'Documents that are served, without drafts in the inbox.', documents),
    gauge('team_context_documents_to_index', 'Documents that search has not taken in yet.', status.indexing ?? 0),
    gauge(
      'team_context_index_age_seconds',
      'Seconds since the whole folder was last compared with what is served; absent before the first time.',
      ...(age === undefined ? [] : [age]),
    ),
    gauge(
      'team_context_library_reachable',
      'Whether the folder can be reached (1) or what it last held is served (0).',
      status.reachable ? 1 : 0,
    ),
    gauge(
      'team_context_diagnostics',
      'What editors should mend in the library, by severity.',
      { labels: { severity: 'error' }, value: errors },
      { labels: { severity: 'warning' }, value: warnings },
      { labels: { severity: 'info' }, value: info },
    ),
  ];
}

function familiesOfProcess(delays: LoopDelays): Family[] {
  const { user, system } = process.cpuUsage();
  return [
    gauge(
      'team_context_event_loop_delay_seconds',
      'How late the event loop ran what was due, since the page before this one; quantile 1 is the worst.',
      ...[...delays].map(([quantile, value]) => ({ labels: { quantile: String(quantile) }, value })),
    ),
    {
      name: 'process_cpu_seconds_total',
      help: 'Seconds of processor time that this process has used.',
      type: 'counter',
      samples: [{ value: (user + system) / 1e6 }],
    },
    gauge('process_resident_memory_bytes', 'Memory of this process, in bytes.', process.memoryUsage.rss()),
    gauge(
      'process_start_time_seconds',
      'When this process began, in seconds since 1970.',
      performance.timeOrigin / 1_000,
    ),
  ];
}

/** Counts in memory; a restart begins anew. The names of methods come from a fixed list, so the number of series has an end. */
export function createMetrics(): Metrics {
  const tally = new Map<string, Calls>();
  const loop = watchLoop();

  const callsOf = (method: string): Calls => {
    const known = tally.get(method) ?? { outcomes: new Map(), durations: createDurations() };
    tally.set(method, known);
    return known;
  };
  return {
    count({ method, outcome, milliseconds }) {
      const { outcomes, durations } = callsOf(methodLabel(method));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      durations.add(milliseconds / 1_000);
    },
    page: ({ status, sessions, streams }) =>
      exposing([
        ...familiesOfCalls(tally),
        ...familiesOfLibrary(status),
        gauge('team_context_sessions', 'Sessions of clients of the 2025 protocol that are open.', sessions),
        gauge('team_context_streams', 'Streams on which clients are told of changes that are open.', streams),
        ...familiesOfProcess(loop.take()),
        gauge('team_context_build_info', 'The version of team-context; always 1.', {
          labels: { version: status.version },
          value: 1,
        }),
      ]),
    close: loop.close,
  };
}
