import type { OwnFolder } from '../../library/disk/own-folder.ts';
import { codeOf } from '../../library/disk/scan-rules.ts';
import { openWaitingLines, type WaitingLine } from './waiting-lines.ts';
import { openWriting } from './writing.ts';

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
const SYNC_AFTER_MS = 60_000;
const CLOSE_WITHIN_MS = 2_000;

/** What is wrong with the folder, in a sentence; what is wrong with us, as it is. */
function sentenceOn(fault: unknown, folder: OwnFolder): unknown {
  const code = codeOf(fault);
  if (!/^E[A-Z0-9]+$/.test(code)) return fault;
  return `The journal cannot be written at the moment (${code}); answers are as before, and it is tried again. It lies in ${folder.path}`;
}

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
  const onFull = (): void =>
    onFault('The journal of one member is full for this month; what else they do in it is not recorded.');
  const writing = openWriting({ machine, onFull });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;
  let syncedAt = performance.now();
  let isClosed = false;
  let closing: Promise<void> | undefined;

  const schedule = (milliseconds: number): void => {
    if (!isClosed) timer ??= setTimeout(() => void write(), milliseconds).unref();
  };
  const onFailure = (fault: unknown, where: OwnFolder): void => {
    if (failures === 0) onFault(sentenceOn(fault, where));
    failures++;
  };
  const onSuccess = (): void => {
    const lost = waiting.takeLost();
    if (lost > 0) onFault(`Entries of the journal that are lost, since too many had to wait: ${lost}.`);
    if (failures > 0) onFault('The journal is written again.');
    failures = 0;
  };
  const sync = async (): Promise<void> => {
    if (performance.now() - syncedAt < SYNC_AFTER_MS && !isClosed) return;
    syncedAt = performance.now();
    await writing.sync();
  };
  const writeAll = async (where: OwnFolder): Promise<void> => {
    const left: WaitingLine[] = [];
    const faults: unknown[] = [];
    for (const [series, lines] of waiting.take()) {
      const unwritten = await writing.write(where, series, lines);
      left.push(...unwritten.lines);
      if ('fault' in unwritten) faults.push(unwritten.fault);
    }
    waiting.putBack(left);
    await sync().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) onFailure(faults[0], where);
    else onSuccess();
  };
  const writeOnce = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const where = folder();
    if (where === undefined) waiting.clear();
    else if (waiting.count() > 0 || isClosed) await writeAll(where);
  };
  /** One after the other. Never fails. */
  const write = (): Promise<void> => {
    running ??= writeOnce()
      .catch(onFault)
      .finally(() => {
        running = undefined;
        if (waiting.count() > 0) schedule(Math.min(LONGEST_PAUSE_MS, WRITE_AFTER_MS * 2 ** failures));
      });
    return running;
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    clearTimeout(timer);
    await within(CLOSE_WITHIN_MS, (running ?? Promise.resolve()).then(write));
    if (waiting.count() > 0) onFault(`Entries of the journal that could not be written: ${waiting.count()}.`);
  };
  return {
    add(line) {
      waiting.add(line);
      if (running !== undefined) return;
      if (waiting.count() >= WRITE_AT_LINES && failures === 0) void write();
      else schedule(WRITE_AFTER_MS);
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}
