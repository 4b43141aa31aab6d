import { constants } from 'node:fs';
import { lstat, mkdir, open } from 'node:fs/promises';
import { type OpenFile, WRITE_CALLS, type WriteCalls } from './write-calls.ts';

const TO_APPEND = constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** How large a file is. */
export interface Extent {
  readonly isFile: boolean;
  readonly size: number;
}

/** The calls of the system with which files grow at their end; all of them, so that any of them can be made to fail. */
export interface OwnCalls extends WriteCalls {
  /** Opens a file to write at its end; one that is not there is made. Follows no link at the end of the path. */
  readonly openToAppend: (path: string) => Promise<OpenFile>;
  /** Opens a file that is there, to have it put on disk. */
  readonly openToSync: (path: string) => Promise<OpenFile>;
  readonly extent: (path: string) => Promise<Extent>;
}

function callsFor(modes: { readonly file: number; readonly folder: number }): OwnCalls {
  return {
    ...WRITE_CALLS,
    mkdir: (path) => mkdir(path, modes.folder),
    openToAppend: (path) => open(path, TO_APPEND | constants.O_CREAT, modes.file),
    openToSync: (path) => open(path, TO_APPEND),
    async extent(path) {
      const stats = await lstat(path);
      return { isFile: stats.isFile(), size: stats.size };
    },
  };
}

/** What is made may be read by whoever the system lets read new files. */
export const SHARED_CALLS: OwnCalls = callsFor({ file: 0o666, folder: 0o777 });

/** What is made is this user's alone. */
export const PRIVATE_CALLS: OwnCalls = callsFor({ file: 0o600, folder: 0o700 });
