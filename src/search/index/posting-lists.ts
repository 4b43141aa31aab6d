import { runThrough } from '../../library/slices.ts';
import { createArena } from './arena.ts';
import { createBlockTable } from './block-table.ts';
import type { Block } from './blocks.ts';
import type { ForwardLists } from './forward-lists.ts';
import { withRoom } from './growing.ts';
import { createBlockEditor, MOST_IN_BLOCK, type WrittenBlock } from './posting-block.ts';
import type { Runs } from './runs.ts';
import { createWaitingTexts, type KeyPostings } from './waiting-texts.ts';

/** The slots in which a key stands, ascending, and how often it stands there: one list for each key. */
export interface PostingLists {
  /** The bytes in which the lists are. */
  readonly bytes: number;
  /** In how many slots the key stands. */
  frequency(key: number): number;
  /** How often the key stands in a slot. */
  count(key: number, slot: number): number;
  /**
   * Takes in a text that no list has, with what stands in the forward lists for its slot. It waits there until somebody
   * wants to know, or until many do. In steps, between which the forward lists must not be used.
   */
  enter(slot: number, runs: Runs): Generator<void, void>;
  /** Writes what waits. In steps as well. */
  settle(): Generator<void, void>;
  /** Writes how often the key stands in a slot, in place of what was written for it before. */
  set(key: number, slot: number, count: number): void;
  /** Takes a slot out of a list; nothing happens when it is not there. */
  drop(key: number, slot: number): void;
  /** How many blocks a list has. */
  blocks(key: number): number;
  /** One block of a list, which ascend; undefined for an index beyond the last one. */
  block(key: number, at: number): Block | undefined;
  /** The index of the block in which a slot would be. */
  blockFor(key: number, slot: number): number;
  /** The units in which a block lies, from the offset of its address on. */
  pageOf(block: Block): Uint16Array;
  /** Takes over a block that was saved as the last one of a list. */
  restore(key: number, block: SavedBlock): void;
}

/** A block as it was written, and what is known about it. */
export interface SavedBlock extends WrittenBlock {
  /** How many postings it has. */
  readonly size: number;
  /** The greatest slot, if it has any. */
  readonly last: number;
}

/** Two blocks with fewer units are made one. */
const FEW_UNITS = MOST_IN_BLOCK / 2;

/** So many postings may wait: whoever wants to know has to wait for them, a few tens of milliseconds at most. */
const MOST_WAITING = 1 << 18;

export function createPostingLists(forward: ForwardLists): PostingLists {
  const arena = createArena();
  const editor = createBlockEditor(arena);
  const table = createBlockTable(editor.move);
  const waiting = createWaitingTexts(forward);
  /** Whether some texts may wait. A variable, since a search asks it for every block. */
  let isWaiting = false;
  let frequencies = new Uint32Array(0);
  /** By key: the greatest slot, behind which most new ones come. */
  let lasts = new Uint32Array(0);

  const frequencyOf = (key: number): number => frequencies[key] ?? 0;
  const blocksOf = (key: number): number => (frequencyOf(key) === 0 ? 0 : table.size(key));

  function noteLast(key: number, last: number, added: number): void {
    if (key >= lasts.length) {
      frequencies = withRoom(frequencies, key, (length) => new Uint32Array(length));
      lasts = withRoom(lasts, key, (length) => new Uint32Array(length));
    }
    frequencies[key] = frequencyOf(key) + added;
    lasts[key] = last;
  }

  /** Postings behind all others of a list, as many at once as the last block has room for. */
  function append(key: number, postings: KeyPostings): void {
    const { numbers, counts, from, to } = postings;
    for (let at = from; at < to; ) {
      const block = table.last(key);
      const least = block.length === 0 ? block.least : (lasts[key] ?? 0) + 1;
      const end = editor.endFor(block, postings, { from: at, to, least });
      if (end > at) table.setLast(key, editor.extend(block, postings, { from: at, to: end, least }));
      else table.insert(key, table.size(key), editor.create(numbers[at] ?? 0, counts[at] ?? 0));
      const next = Math.max(end, at + 1);
      noteLast(key, numbers[next - 1] ?? 0, next - at);
      at = next;
    }
  }

  function insert(key: number, slot: number, count: number): void {
    const at = table.indexFor(key, slot);
    const block = table.get(key, at);
    const changed = editor.set(block, slot, count);
    if (changed !== undefined) {
      table.set(key, at, changed);
      return;
    }
    split(key, at, block);
    insert(key, slot, count);
  }

  function split(key: number, at: number, block: Block): void {
    const [first, second] = editor.split(block);
    table.set(key, at, first);
    table.insert(key, at + 1, second);
  }

  /** Whether the slot was there. */
  function take(key: number, slot: number): boolean {
    const at = table.indexFor(key, slot);
    const block = table.get(key, at);
    const changed = editor.drop(block, slot);
    if (changed === block) return false;
    if (changed === undefined) {
      split(key, at, block);
      return take(key, slot);
    }
    table.set(key, at, changed);
    tidy(key, at);
    return true;
  }

  /** Drops a block that has become empty, or makes one of two that have become small. */
  function tidy(key: number, at: number): void {
    const size = table.size(key);
    if (size === 1) return;
    if (at > 0 && table.get(key, at).length === 0) {
      table.remove(key, at);
      return;
    }
    const before = at + 1 < size ? at : at - 1;
    const [first, second] = [table.get(key, before), table.get(key, before + 1)];
    if (first.length + second.length > FEW_UNITS) return;
    table.set(key, before, editor.merge(first, second));
    table.remove(key, before + 1);
  }

  /** Postings of slots that the list does not have. Most are of new texts, and behind what there is. */
  function write(key: number, postings: KeyPostings): void {
    const { numbers, counts, to } = postings;
    let { from } = postings;
    for (; from < to && !isBehind(key, numbers[from] ?? 0); from++) {
      insert(key, numbers[from] ?? 0, counts[from] ?? 0);
      frequencies[key] = frequencyOf(key) + 1;
    }
    if (from < to) append(key, from === postings.from ? postings : { numbers, counts, from, to });
  }

  function isBehind(key: number, slot: number): boolean {
    return frequencyOf(key) === 0 || slot > (lasts[key] ?? 0);
  }

  function* settle(): Generator<void, void> {
    isWaiting = false;
    yield* waiting.drain(write);
  }

  function settleAtOnce(): void {
    runThrough(settle());
  }

  /** The greatest slot of a list that has any. The first block may be empty, the others never are. */
  function findLast(key: number): number {
    return editor.last(table.last(key));
  }

  return {
    get bytes() {
      if (isWaiting) settleAtOnce();
      return arena.bytes;
    },
    frequency(key) {
      if (isWaiting) settleAtOnce();
      return frequencyOf(key);
    },
    count(key, slot) {
      if (isWaiting) settleAtOnce();
      return editor.count(table.get(key, table.indexFor(key, slot)), slot);
    },
    *enter(slot, runs) {
      isWaiting = true;
      waiting.add(slot, runs);
      if (waiting.postings >= MOST_WAITING) yield* settle();
    },
    *settle() {
      if (isWaiting) yield* settle();
    },
    set(key, slot, count) {
      if (isWaiting) settleAtOnce();
      if (isBehind(key, slot)) {
        append(key, { numbers: Uint32Array.of(slot), counts: Uint32Array.of(count), from: 0, to: 1 });
        return;
      }
      insert(key, slot, count);
      if (!editor.wasThere) frequencies[key] = frequencyOf(key) + 1;
    },
    drop(key, slot) {
      if (isWaiting) settleAtOnce();
      if (!take(key, slot)) return;
      frequencies[key] = frequencyOf(key) - 1;
      if (slot === lasts[key] && frequencyOf(key) > 0) lasts[key] = findLast(key);
    },
    blocks(key) {
      if (isWaiting) settleAtOnce();
      return blocksOf(key);
    },
    block(key, at) {
      if (isWaiting) settleAtOnce();
      return at < blocksOf(key) ? table.get(key, at) : undefined;
    },
    blockFor(key, slot) {
      if (isWaiting) settleAtOnce();
      return table.indexFor(key, slot);
    },
    pageOf: ({ address }) => arena.pageOf(address),
    restore(key, block) {
      const isFirst = block.least === 0;
      const restored = editor.restore(block, !isFirst);
      if (isFirst) table.set(key, 0, restored);
      else table.insert(key, table.size(key), restored);
      noteLast(key, block.last, block.size);
    },
  };
}
