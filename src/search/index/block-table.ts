import {
  type Block,
  type Blocks,
  blockAt,
  blockFor,
  createBlocks,
  insertBlock,
  removeBlock,
  setBlock,
} from './blocks.ts';
import { withRoom } from './growing.ts';

/** Where the blocks of each list are. A list of one block has the block as narrow as it can be, one of several wide ones. */
export interface BlockTable {
  /** How many blocks the list of a key has: at least one, which may be without postings. */
  size(key: number): number;
  get(key: number, at: number): Block;
  /** The last block of a list. */
  last(key: number): Block;
  /** Writes what has become of the last block of a list. */
  setLast(key: number, block: Block): void;
  /** Writes what has become of a block. */
  set(key: number, at: number, block: Block): void;
  /** The index of the block in which a slot would be. */
  indexFor(key: number, slot: number): number;
  /** Puts a wide block in behind others. */
  insert(key: number, at: number, block: Block): void;
  /** Takes out a block that is not the first one. */
  remove(key: number, at: number): void;
}

/** In place of a length: the list has several blocks, and its address is the index of their table. */
const LONG = 0xffff;

/** Makes the table of lists without postings. `move` makes a block wide or narrow. */
export function createBlockTable(move: (block: Block, isWide: boolean) => Block): BlockTable {
  /** By key: the address and the length of the list's only block. */
  let addresses = new Uint32Array(0);
  let lengths = new Uint16Array(0);
  const longLists: (Blocks | undefined)[] = [];
  const free: number[] = [];

  function longOf(key: number): Blocks | undefined {
    return lengths[key] === LONG ? longLists[addresses[key] ?? 0] : undefined;
  }

  function onlyBlock(key: number): Block {
    return { least: 0, address: addresses[key] ?? 0, length: lengths[key] ?? 0, isWide: false };
  }

  function setOnly(key: number, address: number, length: number): void {
    if (key >= lengths.length) {
      addresses = withRoom(addresses, key, (room) => new Uint32Array(room));
      lengths = withRoom(lengths, key, (room) => new Uint16Array(room));
    }
    addresses[key] = address;
    lengths[key] = length;
  }

  function makeLong(key: number): Blocks {
    const long = createBlocks(move(onlyBlock(key), true));
    const index = free.pop() ?? longLists.length;
    longLists[index] = long;
    setOnly(key, index, LONG);
    return long;
  }

  return {
    size: (key) => longOf(key)?.size ?? 1,
    get(key, at) {
      const long = longOf(key);
      return long === undefined ? onlyBlock(key) : blockAt(long, at);
    },
    last(key) {
      const long = longOf(key);
      return long === undefined ? onlyBlock(key) : blockAt(long, long.size - 1);
    },
    setLast(key, block) {
      const long = longOf(key);
      if (long === undefined) setOnly(key, block.address, block.length);
      else setBlock(long, long.size - 1, block);
    },
    set(key, at, block) {
      const long = longOf(key);
      if (long === undefined) setOnly(key, block.address, block.length);
      else setBlock(long, at, block);
    },
    indexFor(key, slot) {
      const long = longOf(key);
      return long === undefined ? 0 : blockFor(long, slot);
    },
    insert(key, at, block) {
      insertBlock(longOf(key) ?? makeLong(key), at, block);
    },
    remove(key, at) {
      const long = longOf(key);
      if (long === undefined) return;
      removeBlock(long, at);
      if (long.size > 1) return;
      const index = addresses[key] ?? 0;
      longLists[index] = undefined;
      free.push(index);
      const { address, length } = move(blockAt(long, 0), false);
      setOnly(key, address, length);
    },
  };
}
