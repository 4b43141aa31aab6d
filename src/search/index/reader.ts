import { crc32 } from 'node:zlib';
import { HAS_SECOND } from './writer.ts';

/** Reads what a Writer wrote. Whatever is not there as it should be is a RangeError. */
export interface Reader {
  readonly isAtEnd: boolean;
  /** How many units were read. */
  readonly position: number;
  number(): number;
  /** All units of the file. */
  readonly file: Uint16Array;
  /** Where in the file the next units are, so many of which are passed over. */
  skip(length: number): number;
  json(): unknown;
}

const CHECKSUM_UNITS = 2;

/** So many bytes are looked at for the checksum before others may go on. */
const BYTES_AT_ONCE = 1 << 22;

/** Begins to read; the checksum is looked at first, in steps. */
export function* createReader(bytes: Uint8Array): Generator<void, Reader> {
  if (bytes.length % 2 !== 0 || bytes.length < 2 * CHECKSUM_UNITS) throw damaged('ends too early');
  const end = bytes.length / 2 - CHECKSUM_UNITS;
  const file = inUnits(bytes);
  const checksum = (file[end] ?? 0) + (file[end + 1] ?? 0) * 0x10000;
  let actual = 0;
  for (let from = 0; from < 2 * end; from += BYTES_AT_ONCE) {
    actual = crc32(bytes.subarray(from, Math.min(from + BYTES_AT_ONCE, 2 * end)), actual);
    yield;
  }
  if (actual !== checksum) throw damaged('does not have its checksum');
  let at = 0;

  function skip(length: number): number {
    if (at + length > end) throw damaged('ends too early');
    at += length;
    return at - length;
  }

  function unit(): number {
    if (at >= end) throw damaged('ends too early');
    return file[at++] ?? 0;
  }

  function number(): number {
    const first = unit();
    return first < HAS_SECOND ? first : (first - HAS_SECOND) * 0x10000 + unit();
  }

  return {
    get isAtEnd() {
      return at === end;
    },
    get position() {
      return at;
    },
    file,
    number,
    skip,
    json() {
      const length = number();
      const from = skip(Math.ceil(length / 2));
      try {
        return JSON.parse(Buffer.from(file.buffer, file.byteOffset + 2 * from, length).toString());
      } catch {
        throw damaged('has a list that cannot be read');
      }
    },
  };
}

/** The bytes as units, where they are if they lie so that this can be. */
function inUnits(bytes: Uint8Array): Uint16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length / 2);
}

/** The error for bytes that are not those of a saved index. */
export function damaged(how: string): RangeError {
  return new RangeError(`The saved index ${how}.`);
}
