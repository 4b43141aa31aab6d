import { type Piece, type Speaker, type Turn, textPiece } from '../foreign-prompt.ts';
import type { Mark, OpenMark } from './marks.ts';

/** A template of another engine in our terms. */
export interface Assembled {
  readonly turns: readonly Turn[];
  /** Names whose value is a list that the source goes through. */
  readonly lists: ReadonlySet<string>;
  readonly remarks: readonly string[];
}

/** Blocks within blocks; ours are read 32 deep. */
const DEEPEST_BLOCK = 30;
const MOST_SHOWN = 5;

/** A block whose end is looked for. What is foreign stays as text with all its tags. */
interface Frame {
  readonly open: OpenMark;
  isForeign: boolean;
  readonly given: Piece[];
  otherwise: Piece[] | undefined;
  elseRaw: string;
  /** How many tags had stayed in the text before it. */
  readonly foreignBefore: number;
}

interface Work {
  readonly turns: { speaker: Speaker; pieces: Piece[] }[];
  readonly frames: Frame[];
  readonly lists: Set<string>;
  readonly remarks: Set<string>;
  readonly foreign: string[];
}

function place({ frames, turns }: Work): Piece[] {
  const frame = frames.at(-1);
  return frame?.otherwise ?? frame?.given ?? turns.at(-1)?.pieces ?? [];
}

function keep(work: Work, raw: string): void {
  place(work).push(textPiece(raw));
  work.foreign.push(raw.replace(/\s+/g, ' '));
}

function append(target: Piece[], pieces: readonly Piece[]): void {
  for (const piece of pieces) target.push(piece);
}

/** Ends the innermost frame; its tags stay in the text. */
function abandon(work: Work, closeRaw: string): void {
  const frame = work.frames.pop();
  if (frame === undefined) return;
  keep(work, frame.open.raw);
  append(place(work), frame.given);
  if (frame.otherwise !== undefined) append(place(work), [textPiece(frame.elseRaw), ...frame.otherwise]);
  if (closeRaw !== '') place(work).push(textPiece(closeRaw));
}

function finish(work: Work, closeRaw: string): void {
  const frame = work.frames.at(-1);
  const { condition, list } = frame?.open ?? {};
  if (frame === undefined || frame.isForeign || (condition === undefined && list === undefined)) {
    abandon(work, closeRaw);
    return;
  }
  work.frames.pop();
  const otherwise = frame.otherwise ?? [];
  if (list !== undefined) {
    work.lists.add(list);
    work.foreign.length = frame.foreignBefore;
    place(work).push({ type: 'value', name: list });
    work.remarks.add(
      `What is repeated for each of "${list}" is not carried over: the whole list is one value, put in as it is typed.`,
    );
  } else if (condition !== undefined) {
    const [given, rest] = condition.isNegated ? [otherwise, frame.given] : [frame.given, otherwise];
    place(work).push({ type: 'if', name: condition.name, given, otherwise: rest });
  }
}

function close(work: Work, { word, raw }: { word: string; raw: string }): void {
  if (!work.frames.some(({ open }) => open.word === word)) {
    keep(work, raw);
    return;
  }
  while (work.frames.at(-1)?.open.word !== word) abandon(work, '');
  finish(work, raw);
}

function turnTo(work: Work, speaker: Speaker): void {
  if (work.frames.length > 0) {
    work.remarks.add('Who says something changes within a block; that is not carried over.');
  } else {
    work.turns.push({ speaker, pieces: [] });
  }
}

function otherwise(work: Work, mark: Mark & { type: 'else' }): void {
  const frame = work.frames.at(-1);
  if (frame === undefined) keep(work, mark.raw);
  else if (mark.continues || frame.otherwise !== undefined) {
    frame.isForeign = true;
    place(work).push(textPiece(mark.raw));
  } else {
    frame.otherwise = [];
    frame.elseRaw = mark.raw;
  }
}

function frameOf({ foreign }: Work, open: OpenMark): Frame {
  return { open, isForeign: false, given: [], otherwise: undefined, elseRaw: '', foreignBefore: foreign.length };
}

function take(work: Work, mark: Mark): void {
  switch (mark.type) {
    case 'text':
      place(work).push(textPiece(mark.text));
      break;
    case 'value':
      place(work).push({ type: 'value', name: mark.name });
      break;
    case 'open':
      if (work.frames.length >= DEEPEST_BLOCK) keep(work, mark.raw);
      else work.frames.push(frameOf(work, mark));
      break;
    case 'else':
      otherwise(work, mark);
      break;
    case 'close':
      close(work, mark);
      break;
    case 'role':
      turnTo(work, mark.speaker);
      break;
    case 'gone':
      if (mark.remark !== undefined) work.remarks.add(mark.remark);
      break;
    case 'foreign':
      keep(work, mark.raw);
      break;
  }
}

function remarkOnForeign(foreign: readonly string[]): string[] {
  const tags = [...new Set(foreign)];
  if (tags.length === 0) return [];
  const more = tags.length > MOST_SHOWN ? ` and ${tags.length - MOST_SHOWN} more` : '';
  return [
    `Stays in the text as it stands, since only its own engine understands it: ${tags.slice(0, MOST_SHOWN).join(' ')}${more}.`,
  ];
}

/** Puts marks together as turns; the first speaker is the one who speaks before any mark says so. */
export function assemble(marks: readonly Mark[], first: Speaker): Assembled {
  const turns = [{ speaker: first, pieces: [] }];
  const work: Work = { turns, frames: [], lists: new Set(), remarks: new Set(), foreign: [] };
  for (const mark of marks) take(work, mark);
  while (work.frames.length > 0) abandon(work, '');
  return { turns, lists: work.lists, remarks: [...work.remarks, ...remarkOnForeign(work.foreign)] };
}
