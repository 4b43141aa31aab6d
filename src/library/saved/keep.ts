import type { Kept } from '../disk/memory.ts';
import type { Recollection } from './recall.ts';
import { prepareSave, type Saving } from './save.ts';

/** Remembers what was saved last, so that the same is not saved twice. `memory` is what this start began with. */
export function openKeeping(memory: Promise<Recollection>) {
  const openedAt = Date.now();
  let savedKey: string | undefined;

  async function* marking({ key, chunks }: Saving): AsyncGenerator<Uint8Array> {
    yield* chunks;
    savedKey = key;
  }
  return {
    /** Undefined when the same files were saved last. */
    async save(files: readonly Kept[]): Promise<AsyncIterable<Uint8Array> | undefined> {
      const savedAt = Date.now();
      const { key, readAt = openedAt } = await memory;
      const saving = await prepareSave(files, { savedAt, readAt });
      return saving.key === (savedKey ?? key) ? undefined : marking(saving);
    },
  };
}
