import { MOST_JOINTS } from './tokens.ts';
import { HASH_OF_NOTHING, hashWith, type UnitRun } from './unit-table.ts';

/** Is told what a text has, in its order. Runs are where in the text it stands, and hold only until the call returns. */
export interface TokenVisitor {
  /** A token of ASCII in lower case, and its hash. */
  token(run: UnitRun, hash: number): void;
  /** What stands between spaces and has characters beyond ASCII; those within are in lower case. */
  stretch(run: UnitRun): void;
}

/** Room for longer texts is not kept. */
const MOST_KEPT = 1 << 16;
const FIRST_BEYOND_ASCII = 0x80;

const SORT = { other: 0, letter: 1, joint: 2, space: 3 } as const;

/** By ASCII character. */
const sorts = new Uint8Array(FIRST_BEYOND_ASCII);
const lowerCase = new Uint8Array(FIRST_BEYOND_ASCII);
for (let unit = 0; unit < FIRST_BEYOND_ASCII; unit++) {
  const character = String.fromCharCode(unit);
  sorts[unit] = sortOf(character);
  lowerCase[unit] = character.toLowerCase().charCodeAt(0);
}

function sortOf(character: string): number {
  if (/[a-zA-Z0-9]/.test(character)) return SORT.letter;
  if (/['-]/.test(character)) return SORT.joint;
  return /\s/.test(character) ? SORT.space : SORT.other;
}

/**
 * Makes what reads a text as `tokensOf` does, without making strings. No token reaches across a space, and only what stands
 * between two of them together with a character beyond ASCII has to be read as text.
 */
export function createTokenScan(visitor: TokenVisitor): (text: string) => void {
  let room = new Uint16Array(0);
  const run = { units: room, from: 0, to: 0 };

  /** Copies a text in lower case, with a space behind it. Returns where the first character beyond ASCII is. */
  function copy(text: string): number {
    let first = text.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      run.units[at] = unit < FIRST_BEYOND_ASCII ? (lowerCase[unit] ?? 0) : unit;
      if (unit >= FIRST_BEYOND_ASCII && first === text.length) first = at;
    }
    run.units[text.length] = 0x20;
    return first;
  }

  function isSpace(at: number): boolean {
    const unit = run.units[at] ?? 0;
    return unit < FIRST_BEYOND_ASCII && sorts[unit] === SORT.space;
  }

  /** Where the next character beyond ASCII is, or the end. */
  function nextBeyondAscii(from: number, end: number): number {
    let at = from;
    while (at < end && (run.units[at] ?? 0) < FIRST_BEYOND_ASCII) at++;
    return at;
  }

  function scanAscii(from: number, end: number): void {
    const { units } = run;
    let at = from;
    while (at < end) {
      if (sorts[units[at] ?? 0] !== SORT.letter) {
        at++;
        continue;
      }
      run.from = at;
      let hash = HASH_OF_NOTHING;
      for (let joints = 0; ; joints++) {
        do hash = hashWith(hash, units[at++] ?? 0);
        while (sorts[units[at] ?? 0] === SORT.letter);
        const goesOn = sorts[units[at] ?? 0] === SORT.joint && sorts[units[at + 1] ?? 0] === SORT.letter;
        if (!goesOn || joints === MOST_JOINTS) break;
        hash = hashWith(hash, units[at++] ?? 0);
      }
      run.to = at;
      visitor.token(run, hash);
    }
  }

  return (text) => {
    const end = text.length;
    if (end >= room.length) room = new Uint16Array(Math.min(2 * end, Math.max(end, MOST_KEPT)) + 1);
    run.units = room;
    let from = 0;
    for (let beyond = copy(text); beyond < end; beyond = nextBeyondAscii(from, end)) {
      let start = beyond;
      while (start > from && !isSpace(start - 1)) start--;
      scanAscii(from, start);
      from = beyond;
      while (from < end && !isSpace(from)) from++;
      run.from = start;
      run.to = from;
      visitor.stretch(run);
    }
    scanAscii(from, end);
    if (room.length > MOST_KEPT + 1) room = new Uint16Array(0);
  };
}
