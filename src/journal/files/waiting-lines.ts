/** A line that waits to be written, for the files of its series. */
export interface WaitingLine {
  readonly series: string;
  readonly bytes: Uint8Array;
}

export interface WaitingLines {
  /** The oldest ones go when there are too many. */
  add(line: WaitingLine): void;
  /** All that wait, by their series, oldest first; nothing waits any more. */
  take(): Map<string, WaitingLine[]>;
  /** Puts back what could not be written, before those that came meanwhile. */
  putBack(lines: readonly WaitingLine[]): void;
  clear(): void;
  count(): number;
  /** How many had to go since this was asked the last time. */
  takeLost(): number;
}

export interface Room {
  readonly lines: number;
  readonly bytes: number;
}

export function openWaitingLines(room: Room): WaitingLines {
  let lines: WaitingLine[] = [];
  /** How many of the first lines are no longer there. */
  let gone = 0;
  let bytes = 0;
  let lost = 0;

  const forget = (): void => {
    lines = [];
    gone = 0;
    bytes = 0;
  };
  const isTooMuch = (): boolean => lines.length - gone > room.lines || bytes > room.bytes;
  const dropOldest = (): void => {
    while (isTooMuch()) {
      bytes -= lines[gone]?.bytes.length ?? 0;
      gone++;
      lost++;
    }
    if (gone <= room.lines) return;
    lines = lines.slice(gone);
    gone = 0;
  };
  return {
    add(line) {
      lines.push(line);
      bytes += line.bytes.length;
      dropOldest();
    },
    take() {
      const taken = grouped(lines.slice(gone));
      forget();
      return taken;
    },
    putBack(back) {
      lines = [...back, ...lines.slice(gone)];
      gone = 0;
      bytes = lines.reduce((sum, line) => sum + line.bytes.length, 0);
      dropOldest();
    },
    clear: forget,
    count: () => lines.length - gone,
    takeLost() {
      const taken = lost;
      lost = 0;
      return taken;
    },
  };
}

function grouped(lines: readonly WaitingLine[]): Map<string, WaitingLine[]> {
  const groups = new Map<string, WaitingLine[]>();
  for (const line of lines) {
    const group = groups.get(line.series);
    if (group === undefined) groups.set(line.series, [line]);
    else group.push(line);
  }
  return groups;
}
