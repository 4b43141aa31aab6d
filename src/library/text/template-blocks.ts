import type { Token } from './template-tokens.ts';

/** Where a block continues and ends: indexes of its tokens. */
export interface Block {
  readonly otherwise: number | undefined;
  readonly close: number;
}

/** What is wrong with one token. */
export interface BlockFault {
  readonly token: Token;
  readonly type: 'unclosed' | 'unopened' | 'too-deep';
}

/** An opening tag that waits for its end. `isOurs` is false for the blocks of other template languages. */
interface Frame {
  readonly index: number;
  readonly token: Token;
  readonly word: string;
  readonly isOurs: boolean;
  otherwise: number | undefined;
}

/** Blocks within blocks are read this deep. */
export const DEEPEST_BLOCK = 32;

/**
 * Finds which tags belong together: the blocks by the index of their opening token. Tags that are in no block are text.
 * Blocks of other languages (`{{#each rows}} … {{else}} … {{/each}}`) are followed too, so that their ends are not taken
 * for ends of ours.
 */
export function pairBlocks(tokens: readonly Token[]): {
  blocks: ReadonlyMap<number, Block>;
  faults: readonly BlockFault[];
} {
  const blocks = new Map<number, Block>();
  const faults: BlockFault[] = [];
  const frames: Frame[] = [];
  const waiting = new Map<string, number>();
  let depth = 0;

  const push = (frame: Frame): void => {
    frames.push(frame);
    waiting.set(frame.word, (waiting.get(frame.word) ?? 0) + 1);
    if (frame.isOurs) depth++;
  };
  const pop = (): Frame | undefined => {
    const frame = frames.pop();
    if (frame === undefined) return undefined;
    waiting.set(frame.word, (waiting.get(frame.word) ?? 0) - 1);
    if (frame.isOurs) depth--;
    return frame;
  };
  const abandon = (frame: Frame): void => {
    if (frame.isOurs) faults.push({ token: frame.token, type: 'unclosed' });
  };

  const open = (index: number, token: Token & { type: 'open' }): void => {
    const isTooDeep = token.name !== undefined && depth >= DEEPEST_BLOCK;
    if (isTooDeep) faults.push({ token, type: 'too-deep' });
    const isOurs = token.name !== undefined && !isTooDeep;
    push({ index, token, word: token.word, isOurs, otherwise: undefined });
  };
  const turn = (index: number, token: Token): void => {
    const frame = frames.at(-1);
    if (frame?.isOurs && frame.otherwise === undefined) frame.otherwise = index;
    else if (frame === undefined || frame.isOurs) faults.push({ token, type: 'unopened' });
  };
  const close = (index: number, token: Token & { type: 'close' }): void => {
    if ((waiting.get(token.word) ?? 0) === 0) {
      if (token.word === 'if') faults.push({ token, type: 'unopened' });
      return;
    }
    for (let frame = pop(); frame !== undefined; frame = pop()) {
      if (frame.word !== token.word) abandon(frame);
      else {
        if (frame.isOurs) blocks.set(frame.index, { otherwise: frame.otherwise, close: index });
        return;
      }
    }
  };

  for (const [index, token] of tokens.entries()) {
    if (token.type === 'open') open(index, token);
    else if (token.type === 'else') turn(index, token);
    else if (token.type === 'close') close(index, token);
  }
  for (const frame of frames) abandon(frame);
  return { blocks, faults };
}
