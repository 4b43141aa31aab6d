import { constants } from 'node:fs';
import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  unlink,
} from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './scan-rules.ts';

export type OpenFile = FileHandle;

/** The calls of the system with which a new file is written; all of them, so that any of them can be made to fail. */
export interface WriteCalls {
  readonly platform: NodeJS.Platform;
  /** Opens a file that is not there yet. */
  readonly create: (path: string) => Promise<OpenFile>;
  /** Opens a file to read it; follows no link at the end of the path, and waits for nobody. */
  readonly openFile: (path: string) => Promise<OpenFile>;
  /** Opens a folder; follows no link at the end of the path. */
  readonly openFolder: (path: string) => Promise<OpenFile>;
  readonly mkdir: (path: string) => Promise<void>;
  readonly lstat: (path: string) => Promise<Found>;
  readonly list: (path: string) => Promise<readonly string[]>;
  readonly link: (from: string, to: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (path: string) => Promise<void>;
  readonly realpath: (path: string) => Promise<string>;
  readonly readlink: (path: string) => Promise<string>;
}

/** What lies at a path. */
export interface Found {
  readonly kind: 'file' | 'folder' | 'other';
  /** Tells files apart. */
  readonly key: string;
  /** When it was last written: milliseconds since 1970. */
  readonly writtenAt: number;
}

/** Virus scanners and sync clients hold a file for moments on Windows. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 50;
const HELD: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

export const WRITE_CALLS: WriteCalls = {
  platform: process.platform,
  create: (path) => open(path, 'wx+'),
  openFile: (path) => open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)),
  openFolder: (path) => open(path, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0) | (constants.O_NOFOLLOW ?? 0)),
  mkdir: (path) => mkdir(path),
  async lstat(path) {
    const stats = await lstat(path, { bigint: true });
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { kind, key: `${stats.dev}:${stats.ino}`, writtenAt: Number(stats.mtimeMs) };
  },
  list: (path) => readdir(path),
  link,
  rename,
  unlink,
  realpath: (path) => realpath(path),
  readlink: (path) => readlink(path),
};

/** Does on Windows again for 2 s what fails because somebody else has the file open. */
export async function patiently<T>({ platform }: WriteCalls, call: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const isOver = performance.now() - began > PATIENCE_MS;
      if (platform !== 'win32' || isOver || !HELD.has(codeOf(error))) throw error;
      await pause(PAUSE_MS);
    }
  }
}
