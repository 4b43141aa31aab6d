/** The UTF-16 units of one text after the other. */
export interface TextUnits {
  /** The units of a text, and a space behind it. They hold until the next text is read. */
  read(text: string): Uint16Array;
}

/** Room for longer texts is not kept. */
const MOST_KEPT = 1 << 16;
const SPACE = 0x20;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Makes room for units. Writing them as bytes takes a tenth of the time of asking for them one by one. */
export function createTextUnits(): TextUnits {
  let bytes: Buffer = Buffer.alloc(0);
  let units: Uint16Array = new Uint16Array(0);

  function makeRoom(length: number): void {
    const room = new ArrayBuffer(2 * length);
    bytes = Buffer.from(room);
    units = new Uint16Array(room);
  }

  return {
    read(text) {
      const needed = text.length + 1;
      const isKept = needed <= MOST_KEPT;
      if (needed > units.length || (isKept && units.length > MOST_KEPT)) {
        makeRoom(isKept ? Math.min(2 * needed, MOST_KEPT) : needed);
      }
      const written = bytes.write(text, 'utf16le');
      if (!isLittleEndian) bytes.subarray(0, written).swap16();
      units[text.length] = SPACE;
      return units;
    },
  };
}
