import { createWriteStream, existsSync } from 'node:fs';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  createRequestLog,
  type FinishedRequest,
  type LogLevel,
  type RequestLog,
} from '../../../src/http/observing/request-log.ts';

const NAMES = ['search', 'launch-email'];
const knows = ({ name }: { name: string }): boolean => NAMES.includes(name);

const REQUEST: FinishedRequest = {
  id: 'r1',
  member: 'Ada',
  method: 'POST',
  path: '/mcp',
  rpc: { method: 'tools/call', name: 'search' },
  status: 200,
  outcome: 'ok',
  milliseconds: 12.345,
};

/** A log, and what it wrote: as text, and as the objects of its lines. */
function logging(level: LogLevel = 'info'): { log: RequestLog; text(): string; lines(): Record<string, unknown>[] } {
  let text = '';
  const destination = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  const log = createRequestLog({ level, knows, destination });
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line))),
  };
}

function written(request: Partial<FinishedRequest>, level: LogLevel = 'debug'): Record<string, unknown> {
  const { log, lines } = logging(level);
  log.write({ ...REQUEST, ...request });
  return lines()[0] ?? {};
}

describe('a request', () => {
  test('is one line of JSON that says who did what, and how it ended', () => {
    const { time, ...line } = written({ address: '192.0.2.7' });
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(line).toEqual({
      level: 'info',
      id: 'r1',
      member: 'Ada',
      method: 'POST',
      path: '/mcp',
      rpc: 'tools/call',
      tool: 'search',
      status: 200,
      outcome: 'ok',
      ms: 12.3,
      address: '192.0.2.7',
    });
  });

  test('names a prompt of ours', () => {
    expect(written({ rpc: { method: 'prompts/get', name: 'launch-email' } })).toMatchObject({ prompt: 'launch-email' });
  });

  test('does not name a tool or a method that we do not have', () => {
    const { text, log } = logging();
    log.write({ ...REQUEST, rpc: { method: 'tools/call', name: 'canary' } });
    log.write({ ...REQUEST, rpc: { method: 'canary', name: 'search' } });
    log.write({ ...REQUEST, rpc: { method: '__proto__', name: 'search' } });
    expect(text()).toContain('"tool":"unknown"');
    expect(text()).toContain('"rpc":"other"');
    expect(text()).not.toMatch(/canary|__proto__/);
  });

  test('never says which document was read', () => {
    const line = written({ rpc: { method: 'resources/read', name: 'search' } });
    expect(line).toMatchObject({ rpc: 'resources/read' });
    expect(JSON.stringify(line)).not.toContain('search');
  });

  test('shows a short hash in place of the session, the same for the same session', () => {
    const [one, again, other] = ['session-one', 'session-one', 'session-two'].map((session) => written({ session }));
    expect(one?.['session']).toMatch(/^[0-9a-f]{8}$/);
    expect(again?.['session']).toBe(one?.['session']);
    expect(other?.['session']).not.toBe(one?.['session']);
    expect(JSON.stringify(one)).not.toContain('session-one');
  });

  test('stays one readable line, whatever a member or an address is called', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\u202e', '\n{"level":"x"}', '"}'),
    );
    fc.assert(
      fc.property(text, text, text, (member, address, session) => {
        const { log, text: all, lines } = logging();
        log.write({ ...REQUEST, member, address, session });
        expect(all().match(/\n/g)).toHaveLength(1);
        expect(all().trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(lines()).toHaveLength(1);
      }),
    );
  });

  test.each([
    [{}, 'info'],
    [{ status: 404, outcome: 'refused' }, 'info'],
    [{ status: 200, outcome: 'failed' }, 'error'],
    [{ status: 500, outcome: 'failed' }, 'error'],
    [{ status: 503, outcome: 'refused' }, 'warn'],
    [{ path: '/healthz' }, 'debug'],
    [{ path: '/metrics' }, 'debug'],
    [{ path: '/readyz', status: 503, outcome: 'refused' }, 'debug'],
  ] as const)('%j has the level %s', (request, level) => {
    expect(written(request)).toMatchObject({ level });
  });

  test.each([
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ] as const)('is written from its level on: with %s, %i of four', (level, count) => {
    const { log, lines } = logging(level);
    log.write({ ...REQUEST, path: '/healthz' });
    log.write(REQUEST);
    log.write({ ...REQUEST, status: 503, outcome: 'refused' });
    log.write({ ...REQUEST, status: 500, outcome: 'failed' });
    expect(lines()).toHaveLength(count);
  });
});

describe('a fault', () => {
  function reported(fault: unknown): Record<string, unknown> {
    const { log, lines } = logging('error');
    log.fault(fault, 'r1');
    expect(lines()).toHaveLength(1);
    return lines()[0] ?? {};
  }

  function thrownBy(work: () => unknown): unknown {
    try {
      return work();
    } catch (fault) {
      return fault;
    }
  }

  test('is written with its stack and the request in which it showed', () => {
    const line = reported(new TypeError('x is not a function'));
    expect(line).toMatchObject({ level: 'error', id: 'r1', fault: 'TypeError: x is not a function' });
    expect(line['stack']).toMatch(/^at .*request-log\.test\.ts/);
  });

  test('is written with its causes', () => {
    const line = reported(new Error('outer', { cause: new Error('inner') }));
    expect(line).toMatchObject({ fault: 'Error: outer', cause: { fault: 'Error: inner' } });
  });

  test('that is its own cause ends', () => {
    const fault = new Error('round');
    fault.cause = fault;
    expect(JSON.stringify(reported(fault)).match(/Error: round/g)).toHaveLength(4);
  });

  test.each([
    ['a body that is no JSON', () => JSON.parse('{"a": canary}')],
    ['a body with lines that look like a stack', () => JSON.parse('canary"\n    at canary (canary.ts:1:1)\n')],
    ['a header that cannot be sent', () => new Headers({ a: 'canary\u0000' })],
    ['an address that is none', () => new URL('//canary')],
    ['a value that does not fit', () => z.object({ a: z.number() }).parse({ a: 'canary' })],
    ['a text', () => 'canary'],
    ['an object', () => ({ message: 'canary', stack: 'canary' })],
    ['an error with more than it should have', () => Object.assign(new Error('none'), { body: 'canary' })],
    ['a cause', () => new Error('none', { cause: 'canary' })],
    ['an error of many lines', () => new Error('say "a\n    at canary\n"')],
  ])('does not repeat what a client sent: %s', (_, work) => {
    expect(JSON.stringify(reported(thrownBy(work)))).not.toContain('canary');
  });
});

test.skipIf(!existsSync('/dev/full'))('a log that cannot be written does not end the server', async () => {
  const destination = createWriteStream('/dev/full');
  const log = createRequestLog({ level: 'info', knows, destination });
  log.write(REQUEST);
  await vi.waitFor(() => expect(destination.errored).not.toBeNull());
  log.write(REQUEST);
  log.fault(new Error('one more'));
});
