import { emitKeypressEvents } from 'node:readline';
import { ENDING } from './ending.ts';

/** Keys that somebody presses, one after the other. */
export interface Keys {
  /** The next key: its letter, or undefined when no more come, as after Ctrl+C or when the terminal is gone. */
  next(): Promise<string | undefined>;
  /** The terminal is as it was before. */
  close(): void;
}

/** Where keys come from. */
export interface Terminal extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
  setRawMode(isRaw: boolean): unknown;
}

interface Pressed {
  readonly name?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** Reads single keys from a terminal, which is restored however the program ends. */
export function openKeys(input: Terminal): Keys {
  let pressed: string | undefined;
  let isAwaited = false;
  let isOver = false;
  let wake = (): void => undefined;
  const end = (): void => {
    isOver = true;
    wake();
  };
  const press = (letter: string | undefined, { name, ctrl, meta }: Pressed): void => {
    if (ctrl === true && (name === 'c' || name === 'd')) end();
    // one key answers one question: what is pressed before it or in one go with the answer is no answer to the next
    if (!isAwaited || ctrl === true || meta === true) return;
    isAwaited = false;
    pressed = (name ?? letter ?? '').toLowerCase();
    wake();
  };
  const restore = (): void => {
    // a terminal that is gone cannot be restored, and needs not
    if (input.isTTY) input.setRawMode(false);
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', press).once('end', end).once('error', end);
  for (const signal of ENDING) process.once(signal, end);
  process.once('exit', restore);
  input.resume();
  return {
    async next() {
      pressed = undefined;
      // what is still on its way from before the question comes first
      await new Promise((resolve) => setImmediate(resolve));
      isAwaited = true;
      while (pressed === undefined && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return isOver ? undefined : pressed;
    },
    close() {
      input.off('keypress', press).off('end', end).off('error', end);
      for (const signal of ENDING) process.off(signal, end);
      process.off('exit', restore);
      restore();
      input.pause();
    },
  };
}
