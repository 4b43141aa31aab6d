import type { Asked } from './clauses.ts';
import type { PostingLists } from './posting-lists.ts';
import { createScan } from './scan.ts';

/** Whether a text has what it must have and nothing that it must not. Undefined when every text is right. */
export function sieveOf(
  { required, prohibited }: Asked,
  postings: PostingLists,
  slots: number,
): ((slot: number) => boolean) | undefined {
  if (required.length === 0 && prohibited.length === 0) return undefined;
  /** How many of the things that are required, one after the other, a slot has. */
  const had = new Uint32Array(slots);
  const isBarred = new Uint8Array(slots);
  const scan = createScan(postings);
  const visit = (keys: readonly number[], each: (slot: number) => void): void => {
    for (const key of keys) {
      scan.open(key);
      for (let read = scan.next(); read > 0; read = scan.next()) {
        for (let at = 0; at < read; at++) each(scan.slots[at] ?? 0);
      }
    }
  };
  for (const [before, keys] of required.entries()) {
    visit(keys, (slot) => {
      if (had[slot] === before) had[slot] = before + 1;
    });
  }
  visit(prohibited, (slot) => {
    isBarred[slot] = 1;
  });
  return (slot) => had[slot] === required.length && isBarred[slot] === 0;
}
