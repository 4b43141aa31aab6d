import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { openDelivery } from './delivery.ts';
import { openWaitingLines, type WaitingLine } from './waiting-lines.ts';

/** Lines on their way to a folder that may be full, slow or gone. */
export interface Outbox {
  /** Never throws and never waits. */
  add(line: WaitingLine): void;
  /** Writes what waits, within 2 s. */
  close(): Promise<void>;
}

export interface OutboxOptions {
  /** Where to write now; undefined where nothing may be written any more. */
  readonly folder: () => OwnFolder | undefined;
  readonly machine: () => Promise<string>;
  /** Told when writing begins to fail and when it works again. */
  readonly onFault: (fault: unknown) => void;
}

const ROOM = { lines: 10_000, bytes: 8 * 2 ** 20 };
const WRITE_AFTER_MS = 1_000;
const WRITE_AT_LINES = 200;
const LONGEST_PAUSE_MS = 60_000;
const CLOSE_WITHIN_MS = 2_000;

/** Does the work, or gives up waiting for it. Never fails. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work.catch(() => undefined), over]);
  clearTimeout(timer);
}

export function openOutbox({ folder, machine, onFault }: OutboxOptions): Outbox {
  const waiting = openWaitingLines(ROOM);
  const delivery = openDelivery({ waiting, machine, onFault });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isClosed = false;
  let closing: Promise<void> | undefined;

  const schedule = (milliseconds: number): void => {
    if (!isClosed) timer ??= setTimeout(() => void write(), milliseconds).unref();
  };
  const writeOnce = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const where = folder();
    if (where === undefined) waiting.clear();
    else if (waiting.count() > 0 || isClosed) await delivery.deliver(where, isClosed);
  };
  /** One after the other. Never fails. */
  const write = (): Promise<void> => {
    running ??= writeOnce()
      .catch(onFault)
      .finally(() => {
        running = undefined;
        if (waiting.count() > 0) schedule(Math.min(LONGEST_PAUSE_MS, WRITE_AFTER_MS * 2 ** delivery.failures()));
      });
    return running;
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    clearTimeout(timer);
    await within(CLOSE_WITHIN_MS, (running ?? Promise.resolve()).then(write));
    delivery.giveUp();
  };
  return {
    add(line) {
      waiting.add(line);
      if (running !== undefined) return;
      if (waiting.count() >= WRITE_AT_LINES && delivery.failures() === 0) void write();
      else schedule(WRITE_AFTER_MS);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
