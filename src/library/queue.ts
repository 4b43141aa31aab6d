/** Takes what is added, one after the other and in order. */
export interface Queue<T> {
  add(one: T): void;
  /** How many wait; the one that is being taken is not among them. */
  waiting(): number;
  /** Nothing is taken before this. */
  begin(): void;
}

/** A fault in one is reported and does not stop the next. `onIdle` is called whenever one was taken and none waits. */
export function openQueue<T>(options: {
  readonly take: (one: T) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
  readonly onIdle: () => void;
}): Queue<T> {
  let waiting = 0;
  let begin = (): void => undefined;
  let tail = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const takeNext = async (one: T): Promise<void> => {
    waiting--;
    try {
      await options.take(one);
    } catch (fault) {
      options.onFault(fault);
    }
    if (waiting === 0) options.onIdle();
  };
  return {
    add(one) {
      waiting++;
      tail = tail.then(() => takeNext(one));
    },
    waiting: () => waiting,
    begin: () => begin(),
  };
}
