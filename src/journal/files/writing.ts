import { FULL, type OwnFolder } from '../../library/disk/own-folder.ts';
import { codeOf } from '../../library/disk/scan-rules.ts';
import { fileNameOf } from './file-name.ts';
import type { WaitingLine } from './waiting-lines.ts';

/** A file is not to become larger. */
const MOST_BYTES = 8 * 2 ** 20;
const MOST_PARTS = 4;
/** So much goes into one write: the system keeps it together, also where another process writes into the same file. */
const BATCH_BYTES = 2 ** 18;
/** Nobody has so many members; what is known of files is forgotten then. */
const MOST_SERIES = 10_000;
const LINE_END = Buffer.from('\n');

export interface Writing {
  /**
   * Adds lines to the files of their series, in their order. Answers with those that are not surely written, and with what
   * went wrong. Never throws.
   */
  write(folder: OwnFolder, series: string, lines: readonly WaitingLine[]): Promise<Unwritten>;
  /** What was written survives a power failure. Throws errors of the system. */
  sync(): Promise<void>;
}

export interface Unwritten {
  readonly lines: readonly WaitingLine[];
  readonly fault?: unknown;
}

export interface WritingOptions {
  /** What tells this machine from others. */
  readonly machine: () => Promise<string>;
  /** Told once for each series that there is no room left for it. */
  readonly onFull: (series: string) => void;
}

/** As many lines as go into one write. */
function batchOf(lines: readonly WaitingLine[]): readonly WaitingLine[] {
  let bytes = 0;
  const end = lines.findIndex((line, index) => {
    bytes += line.bytes.length + 1;
    return index > 0 && bytes > BATCH_BYTES;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

/** A line end stands in front: a line that a dead process left torn does not swallow the next one. */
function bytesOf(lines: readonly WaitingLine[]): Uint8Array {
  return Buffer.concat([LINE_END, ...lines.flatMap(({ bytes }) => [bytes, LINE_END])]);
}

/** How many of the lines were written with their ends, when so many bytes were. */
function wholeLines(lines: readonly WaitingLine[], written: number): number {
  let end = LINE_END.length;
  const torn = lines.findIndex(({ bytes }) => {
    end += bytes.length + LINE_END.length;
    return end > written;
  });
  return torn === -1 ? lines.length : torn;
}

/**
 * All processes of one machine write into the same files: each write is at the end, as one piece. A file for each process
 * would leave thousands in a folder that is synchronised, and a file that two machines write would be a conflict there.
 */
export function openWriting({ machine, onFull }: WritingOptions): Writing {
  /** The part of each series that is written now; one more than there may be when all are full. */
  const parts = new Map<string, number>();
  const unsynced = new Map<string, { readonly folder: OwnFolder; readonly name: string }>();

  const nextPart = (series: string, part: number): void => {
    if (parts.size >= MOST_SERIES) parts.clear();
    parts.set(series, part + 1);
    if (part + 1 > MOST_PARTS) onFull(series);
  };
  /** Answers how many of the lines are done with. */
  const append = async (folder: OwnFolder, series: string, lines: readonly WaitingLine[]): Promise<number> => {
    const known = `${folder.path}\n${series}`;
    const part = parts.get(known) ?? 1;
    if (part > MOST_PARTS) return lines.length;
    const name = fileNameOf(series, await machine(), part);
    try {
      const written = await folder.append(name, bytesOf(lines), MOST_BYTES);
      unsynced.set(`${known}\n${part}`, { folder, name });
      const whole = wholeLines(lines, written);
      if (whole === 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return whole;
    } catch (error) {
      if (codeOf(error) !== FULL) throw error;
      nextPart(known, part);
      return 0;
    }
  };
  return {
    async write(folder, series, lines) {
      let rest = lines;
      try {
        while (rest.length > 0) rest = rest.slice(await append(folder, series, batchOf(rest)));
        return { lines: [] };
      } catch (fault) {
        return { lines: rest, fault };
      }
    },
    async sync() {
      const files = [...unsynced.values()];
      unsynced.clear();
      for (const { folder, name } of files) await folder.sync(name);
    },
  };
}
