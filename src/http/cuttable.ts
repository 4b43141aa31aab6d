/** Bytes that may wait for a reader who does not read; then the stream is cut. */
const MOST_WAITING = 2 ** 20;

/** Whether an answer comes as server-sent events, one after the other. */
export function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') === true;
}

/** A stream that somebody else than its reader can end. */
export interface Cuttable {
  readonly body: ReadableStream<Uint8Array>;
  /** Ends it, with these last words if any. */
  end(lastWords?: string): void;
}

/** Passes everything on at once. Ends with its source, with its reader, when too much waits, or when it is cut. */
export function cuttable(source: ReadableStream<Uint8Array>, onEnd: () => void): Cuttable {
  const reader = source.getReader();
  let isOver = false;
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  const finish = (): boolean => {
    if (isOver) return false;
    isOver = true;
    onEnd();
    return true;
  };
  const end = (lastWords?: string): void => {
    if (!finish()) return;
    if (lastWords !== undefined) out?.enqueue(new TextEncoder().encode(lastWords));
    out?.close();
    reader.cancel().catch(() => undefined);
  };
  const pass = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (isOver) return;
      if (done || (controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(value);
    }
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = controller;
        void pass(controller).catch(() => end());
      },
      cancel(reason) {
        finish();
        return reader.cancel(reason);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  return { body, end };
}
