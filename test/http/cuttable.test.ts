import { expect, test, vi } from 'vitest';
import { cuttable, isStream } from '../../src/http/cuttable.ts';

const MIB = 2 ** 20;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A stream into which a test writes, with what became of it. */
function openSource() {
  const cancelled = vi.fn();
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      out = controller;
    },
    cancel: cancelled,
  });
  return {
    stream,
    cancelled,
    write: (text: string) => out?.enqueue(bytes(text)),
    close: () => out?.close(),
    fail: (wrong: Error) => out?.error(wrong),
  };
}

const whole = (body: ReadableStream<Uint8Array>): Promise<string> => new Response(body).text();

test('what comes is passed on, and the end of its source is its end', async () => {
  const source = openSource();
  const onEnd = vi.fn();
  const { body } = cuttable(source.stream, { onEnd });
  const reader = body.getReader();
  source.write('one');
  expect((await reader.read()).value).toEqual(bytes('one'));
  expect(onEnd).not.toHaveBeenCalled();
  source.write('two');
  source.close();
  expect((await reader.read()).value).toEqual(bytes('two'));
  expect((await reader.read()).done).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('a stream that is cut says its last words after everything that came before, and stops its source', async () => {
  const source = openSource();
  const onEnd = vi.fn();
  const { body, end } = cuttable(source.stream, { onEnd });
  source.write('before ');
  await new Promise((resolve) => setImmediate(resolve));
  end('last words');
  end('never said');
  expect(await whole(body)).toBe('before last words');
  expect(onEnd).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(source.cancelled).toHaveBeenCalledOnce());
});

test('a reader who goes stops the source', async () => {
  const source = openSource();
  const onEnd = vi.fn();
  const { body, end } = cuttable(source.stream, { onEnd });
  await body.cancel('enough');
  expect(source.cancelled).toHaveBeenCalledExactlyOnceWith('enough');
  end('into the void');
  expect(onEnd).toHaveBeenCalledOnce();
});

test('a source that breaks ends the stream, and what came is not lost', async () => {
  const source = openSource();
  const onEnd = vi.fn();
  const { body } = cuttable(source.stream, { onEnd });
  const reader = body.getReader();
  source.write('one');
  expect((await reader.read()).value).toEqual(bytes('one'));
  source.fail(new Error('broken'));
  expect((await reader.read()).done).toBe(true);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('for a reader who does not read a live stream, a mebibyte is kept and no more', async () => {
  let produced = 0;
  const cancelled = vi.fn();
  const long = new ReadableStream<Uint8Array>({
    pull(controller) {
      produced += MIB / 4;
      controller.enqueue(new Uint8Array(MIB / 4));
      if (produced === 16 * MIB) controller.close();
    },
    cancel: cancelled,
  });
  const onEnd = vi.fn();
  const { body } = cuttable(long, { onEnd, isLive: true });
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce());
  expect(cancelled).toHaveBeenCalledOnce();
  expect(produced).toBeLessThanOrEqual(2 * MIB);
  expect((await whole(body)).length).toBe(MIB);
});

test('an answer waits for its reader, and nothing of it is lost', async () => {
  let produced = 0;
  const long = new ReadableStream<Uint8Array>({
    pull(controller) {
      produced += MIB / 4;
      controller.enqueue(new Uint8Array(MIB / 4));
      if (produced === 16 * MIB) controller.close();
    },
  });
  const onEnd = vi.fn();
  const { body } = cuttable(long, { onEnd });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([produced <= MIB, onEnd.mock.calls.length]).toEqual([true, 0]);
  expect((await whole(body)).length).toBe(16 * MIB);
  expect(onEnd).toHaveBeenCalledOnce();
});

test('one event may be larger than what is kept', async () => {
  const source = openSource();
  const { body } = cuttable(source.stream, { onEnd: () => undefined });
  source.write('x'.repeat(3 * MIB));
  source.close();
  expect((await whole(body)).length).toBe(3 * MIB);
});

test('only server-sent events are a stream', () => {
  const of = (type: string): boolean => isStream(new Response('', { headers: { 'content-type': type } }));
  expect(['text/event-stream', 'text/event-stream; charset=utf-8', 'application/json', ''].map(of)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isStream(new Response(null))).toBe(false);
});
