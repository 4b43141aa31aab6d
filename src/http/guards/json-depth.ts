const QUOTE = 0x22;
const BACKSLASH = 0x5c;

const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;

/**
 * Whether objects and arrays lie deeper within each other than this, in the bytes of a JSON text: 1 is an object or array
 * without others in it. Nothing is parsed, so that what is too deep for a parser never gets there; in bytes that are no
 * JSON, the part before the first mistake counts right.
 */
export function isDeeperThan(depth: number, json: Uint8Array): boolean {
  let open = 0;
  let isString = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] ?? 0;
    if (isString && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) isString = !isString;
    else if (!isString && isOpening(byte)) open += 1;
    else if (!isString && isClosing(byte)) open -= 1;
    if (open > depth) return true;
  }
  return false;
}
