import { createTextUnits } from './text-units.ts';
import { MOST_JOINTS } from './tokens.ts';
import { HASH_OF_NOTHING, hashWith, type UnitRun } from './unit-table.ts';

/** Is told what a text has, in its order. Runs are where in the text it stands, and hold only until the call returns. */
export interface TokenVisitor {
  /** A token of ASCII in lower case, and its hash. */
  token(run: UnitRun, hash: number): void;
  /** What stands between spaces and has characters beyond ASCII; those within are in lower case. */
  stretch(run: UnitRun): void;
}

const FIRST_BEYOND_ASCII = 0x80;

const SORT = { other: 0, letter: 1, joint: 2, space: 3 } as const;

/** By ASCII character. */
const sorts = new Uint8Array(FIRST_BEYOND_ASCII);
for (let unit = 0; unit < FIRST_BEYOND_ASCII; unit++) sorts[unit] = sortOf(String.fromCharCode(unit));
const [A, Z] = [0x41, 0x5a];
const TO_LOWER_CASE = 0x20;

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
  const source = createTextUnits();
  const run: { units: Uint16Array; from: number; to: number } = { units: new Uint16Array(0), from: 0, to: 0 };

  /** Makes ASCII lower case. Whether there is nothing else. */
  function makeLowerCase(units: Uint16Array, end: number): boolean {
    let bits = 0;
    for (let at = 0; at < end; at++) {
      const unit = units[at] ?? 0;
      bits |= unit;
      if (unit <= Z && unit >= A) units[at] = unit | TO_LOWER_CASE;
    }
    return bits < FIRST_BEYOND_ASCII;
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
    run.units = source.read(text);
    const isAscii = makeLowerCase(run.units, end);
    let from = 0;
    for (let beyond = isAscii ? end : nextBeyondAscii(0, end); beyond < end; beyond = nextBeyondAscii(from, end)) {
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
  };
}
