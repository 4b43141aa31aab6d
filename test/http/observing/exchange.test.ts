import { setImmediate as turn } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSurface } from '../../../src/commands/open-surface.ts';
import { type Exchange, type Exchanges, openExchanges, PROTOCOL_PATH } from '../../../src/http/observing/exchange.ts';
import type { FinishedCall } from '../../../src/http/observing/metrics.ts';
import type { FinishedRequest } from '../../../src/http/observing/request-log.ts';
import type { Surface } from '../../../src/mcp/surface.ts';
import { temporaryFolder } from '../../folders.ts';

let surface: Surface;
beforeAll(async () => {
  const folder = await temporaryFolder({ 'context/voice.md': '# Voice\n' });
  const opened = await openSurface({ root: folder.path, usesCache: false });
  surface = opened;
  return async () => {
    await opened.close();
    await folder.remove();
  };
});

let written: FinishedRequest[];
let counted: FinishedCall[];
let faults: { fault: unknown; id: string | undefined }[];
let exchanges: Exchanges;
beforeEach(() => {
  [written, counted, faults] = [[], [], []];
  const log = {
    write: (request: FinishedRequest) => void written.push(request),
    say: () => undefined,
    fault: (fault: unknown, id?: string) => void faults.push({ fault, id }),
  };
  const metrics = { count: (call: FinishedCall) => void counted.push(call), page: () => new Response(), close() {} };
  exchanges = openExchanges(log, metrics);
});

const CALL = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'search', arguments: { query: 'secret' } },
};

/** Answers a request to the protocol's address, as somebody who has sent a message. */
function ask(work: (exchange: Exchange) => Response | Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: { 'mcp-session-id': 'a-session' },
    ...(signal && { signal }),
  });
  return exchanges.answer(request, '192.0.2.1', async (exchange) => {
    exchange.path = PROTOCOL_PATH;
    exchange.body = CALL;
    return work(exchange);
  });
}

/** A stream that a test ends. */
function openStream() {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      out = controller;
    },
  });
  const response = new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  return { response, end: () => out?.close() };
}

describe('a request that is answered', () => {
  test('is counted, and written down with who asked for what, but not with what they wrote', async () => {
    const response = await ask((exchange) => {
      exchange.member = 'maya';
      return Response.json({});
    });
    expect(counted).toEqual([{ method: 'tools/call', outcome: 'ok', milliseconds: expect.any(Number) }]);
    expect(written).toEqual([
      {
        id: response.headers.get('x-request-id'),
        ...{ member: 'maya', method: 'POST', path: '/mcp', address: '192.0.2.1', session: 'a-session' },
        ...{ rpc: { method: 'tools/call', name: 'search' }, status: 200, outcome: 'ok' },
        milliseconds: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(written)).not.toContain('secret');
  });

  test.each([
    [200, 'ok'],
    [202, 'ok'],
    [401, 'refused'],
    [429, 'refused'],
    [503, 'refused'],
    [500, 'failed'],
    [504, 'failed'],
  ])('with %i is %s', async (status, outcome) => {
    await ask(() => new Response(null, { status }));
    expect([counted[0]?.outcome, written[0]?.outcome]).toEqual([outcome, outcome]);
  });

  test('after its client has gone was given up', async () => {
    const client = new AbortController();
    await ask(() => {
      client.abort();
      return Response.json({});
    }, client.signal);
    expect(written[0]?.outcome).toBe('cancelled');
  });

  test('elsewhere than at the address of the protocol is not counted among its requests', async () => {
    await exchanges.answer(new Request('http://localhost/healthz'), '192.0.2.1', async () => new Response('ok'));
    expect([counted, written]).toEqual([[], [expect.objectContaining({ path: 'unknown', status: 200 })]]);
  });
});

describe('an answer that comes as a stream', () => {
  test('is counted and written down when its last byte is handed over', async () => {
    const { response, end } = openStream();
    const answer = await ask(() => response);
    expect([answer.status, answer.headers.get('x-request-id')]).toEqual([200, expect.any(String)]);
    expect([counted, written]).toEqual([[], []]);
    end();
    await answer.text();
    expect([counted.length, written.length]).toEqual([1, 1]);
  });

  test('and lasts is counted when it opens, and written down when it ends', async () => {
    const { response, end } = openStream();
    const answer = await ask((exchange) => {
      exchange.isLasting = true;
      return response;
    });
    expect([counted.length, written.length]).toEqual([1, 0]);
    end();
    await answer.text();
    expect([counted.length, written.length]).toEqual([1, 1]);
  });

  test('is written down once when its reader goes', async () => {
    const answer = await ask(() => openStream().response);
    await answer.body?.cancel();
    await turn();
    expect(written).toHaveLength(1);
  });
});

describe('what goes wrong while a request is answered', () => {
  test('is written down with the id of that request, and counts as failed although the answer says 200', async () => {
    const heeded = exchanges.heeding(surface);
    const response = await ask(async () => {
      await turn();
      heeded.onFault(new Error('broken'));
      return Response.json({});
    });
    expect(faults).toEqual([{ fault: new Error('broken'), id: response.headers.get('x-request-id') }]);
    expect([counted[0]?.outcome, written[0]?.outcome]).toEqual(['failed', 'failed']);
  });

  test('and what is refused stay with their own requests, however many run at once', async () => {
    const heeded = exchanges.heeding(surface);
    const outcomes = ['ok', 'refused', 'failed'].map(async (outcome) => {
      const response = await ask(async () => {
        await turn();
        if (outcome === 'refused') heeded.onRefusal?.();
        if (outcome === 'failed') heeded.onFault(new Error('broken'));
        await turn();
        return Response.json({});
      });
      return [response.headers.get('x-request-id'), outcome];
    });
    const expected = Object.fromEntries(await Promise.all(outcomes));
    expect(Object.fromEntries(written.map(({ id, outcome }) => [id, outcome]))).toEqual(expected);
  });

  test('is a fault, also when something was refused as well', async () => {
    const heeded = exchanges.heeding(surface);
    await ask(() => {
      heeded.onFault(new Error('broken'));
      heeded.onRefusal?.();
      return Response.json({});
    });
    expect(written[0]?.outcome).toBe('failed');
  });

  test('belongs to no request when none is answered', () => {
    const heeded = exchanges.heeding(surface);
    heeded.onFault(new Error('broken'));
    heeded.onRefusal?.();
    expect(faults).toEqual([{ fault: new Error('broken'), id: undefined }]);
    expect(heeded.library).toBe(surface.library);
  });
});
