import { crc32 } from 'node:zlib';

/** Writes a file of units of 16 bits, in pieces that are full one after the other. */
export interface Writer {
  /** How many units were written. */
  readonly length: number;
  /** A number below 2 ** 31, in one unit or two. */
  number(value: number): void;
  units(value: Uint16Array): void;
  /** Something that JSON can say, with its length before it. */
  json(value: unknown): void;
  /** All pieces, with their checksum as the last two units. */
  end(): Uint8Array[];
}

const PIECE = 1 << 17;
/** Units of a file after which others may go on: about a millisecond's work, or a few. */
export const UNITS_AT_ONCE = 1 << 16;
/** The bit that says of the first unit of a number that there is a second one. */
export const HAS_SECOND = 0x8000;

export function createWriter(): Writer {
  const pieces: Uint8Array[] = [];
  let piece = new Uint16Array(PIECE);
  let at = 0;
  /** Units in the pieces before. */
  let before = 0;
  let checksum = 0;

  function finishPiece(): void {
    const finished = new Uint8Array(piece.buffer, 0, at * 2);
    checksum = crc32(finished, checksum);
    pieces.push(finished);
    before += at;
    at = 0;
  }

  function makeRoom(length: number): void {
    if (at + length <= piece.length) return;
    finishPiece();
    piece = new Uint16Array(Math.max(PIECE, length));
  }

  function number(value: number): void {
    makeRoom(2);
    if (value >= HAS_SECOND) piece[at++] = (value >>> 16) | HAS_SECOND;
    piece[at++] = value;
  }

  function units(value: Uint16Array): void {
    makeRoom(value.length);
    for (let unit = 0; unit < value.length; unit++) piece[at++] = value[unit] ?? 0;
  }

  return {
    get length() {
      return before + at;
    },
    number,
    units,
    json(value) {
      const text = Buffer.from(JSON.stringify(value));
      number(text.length);
      const padded = new Uint16Array(Math.ceil(text.length / 2));
      new Uint8Array(padded.buffer).set(text);
      units(padded);
    },
    end() {
      finishPiece();
      pieces.push(new Uint8Array(Uint16Array.of(checksum, checksum >>> 16).buffer));
      return pieces;
    },
  };
}
