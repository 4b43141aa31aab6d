import { createHash } from 'node:crypto';
import { createFile, type NewFile } from './create-file.ts';
import { asSpelt, type InnerFolder } from './inner-folder.ts';
import { nameBeside, settledNames } from './new-name.ts';
import { readWhole } from './read-whole.ts';
import { codeOf } from './scan-rules.ts';
import { patiently, type WriteCalls } from './write-calls.ts';

/** A draft that is to be settled. */
export interface SeenDraft {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether a file is what a draft has become. */
export type IsRevised = (file: Uint8Array, draft: Uint8Array) => boolean;

/** A file in the folder in which the draft is to lie. */
export interface Place {
  readonly name: string;
  readonly wasThere: boolean;
  /** Tells the file from others; only of one that was made here. */
  readonly key?: string | undefined;
}

const MOST_OTHER_NAMES = 5;

/** SHA-256, in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the draft has become already in a folder; undefined when it is not there. */
export async function findSettled(
  calls: WriteCalls,
  { folder }: InnerFolder,
  { draft, isRevised }: { draft: SeenDraft; isRevised: IsRevised },
): Promise<Place | undefined> {
  const names = await calls.list(folder.at('.'));
  for (const wanted of settledNames(draft.name, hashOf(draft.bytes))) {
    const name = asSpelt(names, wanted);
    const bytes = name === undefined ? undefined : await readWhole(calls, folder.at(name));
    if (name !== undefined && bytes !== undefined && isRevised(bytes, draft.bytes)) return { name, wasThere: true };
  }
  return undefined;
}

/** Makes a file; undefined when the name is taken. */
async function makeUnder(calls: WriteCalls, { folder }: InnerFolder, file: NewFile): Promise<Place | undefined> {
  try {
    // a second spelling of one name is one document for the library
    if (asSpelt(await calls.list(folder.at('.')), file.name) !== undefined) return undefined;
    await createFile(calls, folder, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw error;
  }
  const found = await calls.lstat(folder.at(file.name)).catch(() => undefined);
  return { name: file.name, wasThere: false, key: found?.key };
}

/** Makes the file that the draft becomes, under a name that is free. */
export async function makeSettled(
  calls: WriteCalls,
  to: InnerFolder,
  { draft, bytes, find }: { draft: SeenDraft; bytes: Uint8Array; find: () => Promise<Place | undefined> },
): Promise<Place> {
  const others = Array.from({ length: MOST_OTHER_NAMES }, () => nameBeside(draft.name));
  for (const name of [...settledNames(draft.name, hashOf(draft.bytes)), ...others]) {
    // what looks like a random part may be a word that people chose, and choose again elsewhere
    const isUnique = name !== draft.name;
    const place = await makeUnder(calls, to, { name, bytes, isUnique });
    if (place !== undefined) return place;
    const theirs = await find();
    if (theirs !== undefined) return theirs;
  }
  throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
}

/** Takes a file away again that was made here a moment ago. Answers whether it is gone. */
export async function takeBack(calls: WriteCalls, { folder }: InnerFolder, { name, key }: Place): Promise<boolean> {
  const path = folder.at(name);
  const found = await calls.lstat(path).catch(() => undefined);
  if (found === undefined || key === undefined || found.key !== key) return false;
  return patiently(calls, () => calls.unlink(path)).then(
    () => true,
    () => false,
  );
}
