import { emitKeypressEvents } from 'node:readline';

/** Keys that somebody presses, one after the other. */
export interface Keys {
  /** The next key: its letter, or undefined when no more come, as after Ctrl+C or when the terminal is gone. */
  next(): Promise<string | undefined>;
  /** The terminal is as it was before. */
  close(): void;
}

interface Pressed {
  readonly name?: string | undefined;
  readonly ctrl?: boolean | undefined;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Reads single keys from a terminal, which is restored however the program ends. */
export function openKeys(input: NodeJS.ReadStream): Keys {
  let pressed: string | undefined;
  let isOver = false;
  let wake = (): void => undefined;
  const end = (): void => {
    isOver = true;
    wake();
  };
  const press = (letter: string | undefined, { name, ctrl }: Pressed): void => {
    const isEnd = ctrl === true && (name === 'c' || name === 'd');
    if (isEnd) end();
    else pressed = (name ?? letter ?? '').toLowerCase();
    wake();
  };
  const restore = (): void => {
    // a terminal that is gone cannot be restored, and needs not
    if (input.isTTY) input.setRawMode(false);
  };
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', press).once('end', end).once('error', end);
  for (const signal of SIGNALS) process.once(signal, end);
  process.once('exit', restore);
  input.resume();
  return {
    async next() {
      // what was pressed before the question is no answer to it
      pressed = undefined;
      while (pressed === undefined && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return isOver ? undefined : pressed;
    },
    close() {
      input.off('keypress', press).off('end', end).off('error', end);
      for (const signal of SIGNALS) process.off(signal, end);
      process.off('exit', restore);
      restore();
      input.pause();
    },
  };
}
