/** A piece of a list: the postings whose slots are not below `least`, up to those of the next block. */
export interface Block {
  readonly least: number;
  readonly address: number;
  /** In units; 0 for a block without postings, which has no address. */
  readonly length: number;
  /** Whether it has room for as many units as a block can have; otherwise it has what it needs. */
  readonly isWide: boolean;
}

/** The blocks of a long list, ascending and wide: three numbers each. */
export interface Blocks {
  size: number;
  words: Uint32Array;
}

const WORDS = 3;

export function createBlocks(first: Block): Blocks {
  const made: Blocks = { size: 0, words: new Uint32Array(3 * WORDS) };
  insertBlock(made, 0, first);
  return made;
}

export function blockAt({ words }: Blocks, at: number): Block {
  const word = at * WORDS;
  return { least: words[word] ?? 0, address: words[word + 1] ?? 0, length: words[word + 2] ?? 0, isWide: true };
}

/** The index of the block in which a slot would be. */
export function blockFor({ size, words }: Blocks, slot: number): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((words[middle * WORDS] ?? 0) <= slot) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function setBlock({ words }: Blocks, at: number, { least, address, length }: Block): void {
  const word = at * WORDS;
  words[word] = least;
  words[word + 1] = address;
  words[word + 2] = length;
}

export function insertBlock(blocks: Blocks, at: number, block: Block): void {
  const end = blocks.size * WORDS;
  if (end === blocks.words.length) {
    const roomier = new Uint32Array(WORDS * Math.ceil((blocks.size + 1) * 1.25));
    roomier.set(blocks.words);
    blocks.words = roomier;
  }
  blocks.words.copyWithin((at + 1) * WORDS, at * WORDS, end);
  blocks.size++;
  setBlock(blocks, at, block);
}

export function removeBlock(blocks: Blocks, at: number): void {
  blocks.words.copyWithin(at * WORDS, (at + 1) * WORDS, blocks.size * WORDS);
  blocks.size--;
}
