import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Visit } from '../../src/http/access.ts';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { openStreams, type Streams } from '../../src/http/streams.ts';
import { refusalOf } from './requests.ts';

function visitOf(principal: string, isStillWelcome: Visit['isStillWelcome'] = async () => true): Visit {
  return { member: { name: principal, principal, scope: 'read' }, isStillWelcome };
}
const MAYA = visitOf('maya');
const JON = visitOf('jon');

function open(limits: Partial<Limits> = {}): Streams {
  const streams = openStreams(limitsWith(limits));
  onTestFinished(() => streams.close());
  return streams;
}

/** An answer that says nothing for as long as it lasts. */
const silence = async (): Promise<Response> =>
  new Response(new ReadableStream<Uint8Array>(), { headers: { 'content-type': 'text/event-stream' } });

describe('a stream', () => {
  test('counts until its reader goes', async () => {
    const streams = open();
    const onEnd = vi.fn();
    const { body, status } = await streams.open(MAYA, silence, onEnd);
    expect([status, streams.size]).toEqual([200, 1]);
    expect(onEnd).not.toHaveBeenCalled();
    await body?.cancel();
    expect(streams.size).toBe(0);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  test('counts from the moment on in which it begins to open', async () => {
    const streams = open({ streamsPerMember: 1 });
    let begin: (response: Response) => void = () => undefined;
    const opening = streams.open(
      MAYA,
      () =>
        new Promise((resolve) => {
          begin = resolve;
        }),
    );
    expect((await streams.open(MAYA, silence)).status).toBe(429);
    begin(await silence());
    expect((await opening).status).toBe(200);
  });

  test('that is none after all does not count', async () => {
    const streams = open();
    const onEnd = vi.fn();
    const refused = await streams.open(MAYA, async () => new Response('no', { status: 409 }), onEnd);
    expect([refused.status, await refused.text()]).toEqual([409, 'no']);
    const broken = streams.open(MAYA, () => Promise.reject(new Error('broken')), onEnd);
    await expect(broken).rejects.toThrow('broken');
    expect([streams.size, onEnd.mock.calls.length]).toEqual([0, 2]);
  });

  test('is ended for all who listen when the server closes', async () => {
    const streams = open();
    const all = await Promise.all([MAYA, MAYA, JON].map((visit) => streams.open(visit, silence)));
    streams.close();
    expect(await Promise.all(all.map((response) => response.text()))).toEqual(['', '', '']);
    expect(streams.size).toBe(0);
  });
});

describe('too many streams', () => {
  test('of one member are refused to them, and to nobody else', async () => {
    const streams = open({ streamsPerMember: 2, streams: 10 });
    const onEnd = vi.fn();
    const first = await streams.open(MAYA, silence);
    await streams.open(MAYA, silence);
    const refused = await streams.open(MAYA, silence, onEnd);
    expect(await refusalOf(refused)).toEqual({ status: 429, says: expect.stringContaining('too many open streams') });
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(onEnd).toHaveBeenCalledOnce();
    expect((await streams.open(JON, silence)).status).toBe(200);
    await first.body?.cancel();
    expect((await streams.open(MAYA, silence)).status).toBe(200);
  });

  test('of all members are refused to everybody, and what is refused is not begun', async () => {
    const streams = open({ streams: 1 });
    await streams.open(MAYA, silence);
    const begun = vi.fn(silence);
    const refused = await streams.open(JON, begun);
    expect(await refusalOf(refused)).toEqual({ status: 503, says: expect.stringContaining('no room') });
    expect(begun).not.toHaveBeenCalled();
    expect(streams.size).toBe(1);
  });
});

describe('those who listen', () => {
  test('are asked again and again, and go when they are not welcome any more', async () => {
    const streams = open({ recheckMs: 10 });
    let isWelcome = true;
    const asked = vi.fn(async () => isWelcome);
    const theirs = await streams.open(visitOf('maya', asked), silence);
    const others = await streams.open(JON, silence);
    await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(1));
    expect(streams.size).toBe(2);
    isWelcome = false;
    expect(await theirs.text()).toBe('');
    expect(streams.size).toBe(1);
    await others.body?.cancel();
  });

  test('go when nobody can tell whether they are welcome', async () => {
    const streams = open({ recheckMs: 10 });
    const unknown = visitOf('maya', () => Promise.reject(new Error('no file')));
    expect(await (await streams.open(unknown, silence)).text()).toBe('');
    expect(streams.size).toBe(0);
  });
});
