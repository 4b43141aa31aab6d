/** Bytes that may wait for the reader of a live stream; then it is cut. */
const MOST_WAITING = 2 ** 20;
/** Bytes that are made ready before anybody asks for them. */
const READ_AHEAD = 2 ** 14;

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

export interface CuttableOptions {
  /** Called once, however it ends. */
  readonly onEnd: () => void;
  /** The source does not wait for its reader: it is read all the same, and the stream ends when too much waits. */
  readonly isLive?: boolean;
}

/** Passes a stream on. It ends with its source, with its reader, or when it is cut. */
export function cuttable(source: ReadableStream<Uint8Array>, { onEnd, isLive = false }: CuttableOptions): Cuttable {
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
  /** Passes one piece on; false when there is none to come. */
  const pass = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<boolean> => {
    const { done, value } = await reader.read();
    if (isOver) return false;
    const isFull = isLive && (controller.desiredSize ?? 0) <= 0;
    if (done || isFull) {
      end();
      return false;
    }
    controller.enqueue(value);
    return true;
  };
  const passAll = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    while (await pass(controller));
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        out = controller;
        if (isLive) void passAll(controller).catch(() => end());
      },
      async pull(controller) {
        if (!isLive) await pass(controller).catch(() => end());
      },
      cancel(reason) {
        finish();
        return reader.cancel(reason);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: isLive ? MOST_WAITING : READ_AHEAD }),
  );
  return { body, end };
}
