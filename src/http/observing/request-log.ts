import { createHash } from 'node:crypto';
import { pino, stdTimeFunctions } from 'pino';
import { oneLine } from '../../library/text/one-line.ts';
import { methodLabel, type Outcome } from './call.ts';
import { reportOf } from './fault-report.ts';

/** From the least that is written to the most, and nothing at all. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a message of the protocol asks for. The name may be any text: only names of ours are written. */
export interface Asked {
  readonly method: string;
  /** The tool's or the prompt's name as the client sent it. */
  readonly name?: string;
}

/** One request, when it is over. */
export interface FinishedRequest {
  readonly id: string;
  /** Absent when nobody was recognised. */
  readonly member?: string;
  readonly method: string;
  /** The pattern of the route, such as `/mcp`; never what the client typed. */
  readonly path: string;
  readonly rpc?: Asked;
  readonly status: number;
  readonly outcome: Outcome;
  readonly milliseconds: number;
  /** The session's id; only a short hash of it is written. */
  readonly session?: string;
  readonly address?: string;
}

export interface RequestLog {
  write(request: FinishedRequest): void;
  /** A sentence for the administrator that belongs to no request. */
  say(sentence: string, level?: 'info' | 'warn'): void;
  /** Something is wrong with us; `id` is the request in which it showed. */
  fault(fault: unknown, id?: string): void;
}

export interface RequestLogOptions {
  readonly level: LogLevel;
  /** Whether this server has a tool or a prompt of that name. */
  readonly knows: (asked: Required<Asked>) => boolean;
  /** Standard error when absent. */
  readonly destination?: Pick<NodeJS.WritableStream, 'write' | 'on'>;
}

/** Which methods name something that may be written; what is read by URI may not. */
const NAMED: Readonly<Record<string, string>> = { 'tools/call': 'tool', 'prompts/get': 'prompt' };

/** Asked by machines every few seconds. */
const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

const LONGEST = 100;
const LONGEST_SENTENCE = 1_000;

function levelOf({ status, outcome, path }: FinishedRequest): Exclude<LogLevel, 'silent'> {
  if (outcome === 'failed') return 'error';
  if (PROBES.has(path)) return 'debug';
  return status >= 500 ? 'warn' : 'info';
}

/** Enough to tell the sessions of a day apart, too little to find one. */
function hashOf(session: string): string {
  return createHash('sha256').update(session).digest('hex').slice(0, 8);
}

function fieldsOfCall(asked: Asked | undefined, knows: RequestLogOptions['knows']): Record<string, string> {
  if (asked === undefined) return {};
  const { method, name } = asked;
  const kind = Object.hasOwn(NAMED, method) ? NAMED[method] : undefined;
  const rpc = methodLabel(method);
  if (kind === undefined || name === undefined) return { rpc };
  return { rpc, [kind]: knows({ method, name }) ? oneLine(name, LONGEST) : 'unknown' };
}

function fieldsOf(request: FinishedRequest, knows: RequestLogOptions['knows']): Record<string, string | number> {
  const { member, session, address } = request;
  return {
    id: oneLine(request.id, LONGEST),
    ...(member === undefined ? {} : { member: oneLine(member, LONGEST) }),
    method: oneLine(request.method, LONGEST),
    path: oneLine(request.path, LONGEST),
    ...fieldsOfCall(request.rpc, knows),
    status: request.status,
    outcome: request.outcome,
    ms: Math.round(request.milliseconds * 10) / 10,
    ...(session === undefined ? {} : { session: hashOf(session) }),
    ...(address === undefined ? {} : { address: oneLine(address, LONGEST) }),
  };
}

/** One line of JSON for each request, and for each fault. Holds no token, no argument and no text of anybody. */
export function createRequestLog({ level, knows, destination = process.stderr }: RequestLogOptions): RequestLog {
  // a full disk or a reader that has gone must not end the server
  destination.on('error', () => undefined);
  const stream = { write: (line: string): void => void destination.write(line) };
  const log = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  return {
    write(request) {
      const requestLevel = levelOf(request);
      if (log.isLevelEnabled(requestLevel)) log[requestLevel](fieldsOf(request, knows));
    },
    say: (sentence, level = 'info') => log[level](oneLine(sentence, LONGEST_SENTENCE)),
    fault(fault, id) {
      log.error({ ...(id === undefined ? {} : { id: oneLine(id, LONGEST) }), ...reportOf(fault) });
    },
  };
}
