import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Surface } from '../../mcp/surface.ts';
import { cuttable, isStream } from '../cuttable.ts';
import { askedOf } from '../message.ts';
import type { Outcome } from './call.ts';
import type { Metrics } from './metrics.ts';
import type { RequestLog } from './request-log.ts';

/** One request while it is answered, and what comes to be known of it. */
export interface Exchange {
  readonly id: string;
  readonly request: Request;
  readonly address: string;
  /** The pattern of the route. */
  path: string;
  member?: string;
  /** The messages that came with it. */
  body?: unknown;
  /** The answer stays open for as long as the client listens. */
  isLasting: boolean;
  /** What became of what was asked, where the answer's status does not say it. */
  outcome?: Outcome;
}

export interface Exchanges {
  /** Answers a request; it is written down and counted when its last byte has been handed over. */
  answer(request: Request, address: string, work: (exchange: Exchange) => Promise<Response>): Promise<Response>;
  /** The same surface, but what goes wrong while a request is answered is noted with it. */
  heeding(surface: Surface): Surface;
}

export const PROTOCOL_PATH = '/mcp';

/** The status of an answer whose client has gone before there was one. */
const GONE = 499;

function outcomeOf({ outcome, request }: Exchange, status: number): Outcome {
  if (outcome !== undefined) return outcome;
  if (status === GONE) return 'cancelled';
  // that there is no room, or that the server is being stopped, is a reason and not a fault
  if (status >= 500 && status !== 503) return 'failed';
  if (status >= 400) return 'refused';
  return request.signal.aborted ? 'cancelled' : 'ok';
}

export function openExchanges(log: RequestLog, metrics: Metrics): Exchanges {
  const current = new AsyncLocalStorage<Exchange>();

  const count = (exchange: Exchange, status: number, milliseconds: number): void => {
    const rpc = askedOf(exchange.body);
    const outcome = outcomeOf(exchange, status);
    if (exchange.path === PROTOCOL_PATH) metrics.count({ outcome, milliseconds, ...(rpc && { method: rpc.method }) });
  };
  const write = (exchange: Exchange, status: number, milliseconds: number): void => {
    const { id, request, address, path, member, body } = exchange;
    const outcome = outcomeOf(exchange, status);
    const rpc = askedOf(body);
    const session = request.headers.get('mcp-session-id');
    log.write({
      ...{ id, address, path, status, outcome, milliseconds, method: request.method },
      ...(member === undefined ? {} : { member }),
      ...(rpc === undefined ? {} : { rpc }),
      ...(session === null ? {} : { session }),
    });
  };
  return {
    async answer(request, address, work) {
      const began = performance.now();
      const exchange: Exchange = { id: randomUUID(), request, address, path: 'unknown', isLasting: false };
      const response = await current.run(exchange, () => work(exchange));
      response.headers.set('x-request-id', exchange.id);
      const note = (how: typeof count): void => how(exchange, response.status, performance.now() - began);
      if (response.body === null || !isStream(response)) {
        note(count);
        note(write);
        return response;
      }
      // how long somebody listens says nothing about how fast we are
      if (exchange.isLasting) note(count);
      const onEnd = (): void => {
        if (!exchange.isLasting) note(count);
        note(write);
      };
      const { body } = cuttable(response.body, { onEnd });
      return new Response(body, response);
    },
    heeding: (surface) => ({
      ...surface,
      onFault(fault) {
        const exchange = current.getStore();
        if (exchange !== undefined) exchange.outcome = 'failed';
        log.fault(fault, exchange?.id);
      },
      onRefusal() {
        const exchange = current.getStore();
        if (exchange !== undefined) exchange.outcome ??= 'refused';
      },
    }),
  };
}
