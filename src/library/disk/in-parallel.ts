/** Does `work` for every member of a list, at most `width` at a time. They begin in the order of the list. */
export async function inParallel<T>(list: readonly T[], width: number, work: (it: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  const worker = async (): Promise<void> => {
    for (const it of rest) await work(it);
  };
  await Promise.all(Array.from({ length: Math.min(width, list.length) }, worker));
}
