import { createHash } from 'node:crypto';
import { Refusal } from '../../refusal.ts';
import { createFile, type NewFile } from './create-file.ts';
import { asSpelt, type InnerFolder, withInnerFolder } from './inner-folder.ts';
import { hasRandomPart, nameBeside, settledNames } from './new-name.ts';
import { readWhole } from './read-whole.ts';
import { codeOf } from './scan-rules.ts';
import { patiently, type WriteCalls } from './write-calls.ts';
import { type Attempt, refusalOf } from './write-refusals.ts';

/** What is to become of a draft that a person has looked at. */
export interface Settling {
  /** The draft: its path in the library, inside the inbox. */
  readonly id: string;
  /** SHA-256, in hex, of the bytes that the person has seen. */
  readonly hash: string;
  /** Where it is to lie, from the library on, with `/`. */
  readonly folder: string;
  /** The file that it becomes; without it, it stays as it is. May throw a Refusal. */
  readonly revise?: (draft: Uint8Array) => Uint8Array;
  /** Whether a file is what this draft has become already, by whomever; else only the very same bytes are. */
  readonly isRevised?: (file: Uint8Array, draft: Uint8Array) => boolean;
  /** Another place in which somebody else may settle it at the same time. */
  readonly rival?: Pick<Settling, 'folder' | 'isRevised'>;
  /** Makes nothing: only ends what was broken off when the new file was there already. */
  readonly isFinishing?: boolean;
}

/** A draft that is settled. */
export interface Settled {
  /** Where it lies now. */
  readonly id: string;
  /** It lay there before: an earlier attempt was broken off, or somebody else was quicker. */
  readonly wasThere: boolean;
  /** The draft could not be removed, and still lies in the inbox. */
  readonly isDraftLeft: boolean;
}

/** A draft as it was found on disk, and proved to be what was seen. */
interface Draft {
  readonly folder: InnerFolder['folder'];
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file in the folder in which the draft is to lie. */
interface Place {
  readonly name: string;
  readonly wasThere: boolean;
  /** Tells the file from others; only of one that was made here. */
  readonly key?: string | undefined;
}

const MOST_OTHER_NAMES = 5;

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);
const folderOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

const isTheSame = (file: Uint8Array, draft: Uint8Array): boolean => areSame(file, draft);

/** The words in which it is said that a folder of the library could not be used. */
function attemptIn(folder: string): Attempt {
  return {
    folder,
    outcome: 'Nothing was changed',
    ifUnsure: 'Look at the inbox once more: whatever was begun is ended then.',
  };
}

async function refusing<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, attemptIn(folder));
  }
}

function goneRefusal(id: string): Refusal {
  return new Refusal(
    `"${id}" no longer lies in the inbox: somebody has settled or moved it meanwhile. Look at the inbox once more.`,
  );
}

function changedRefusal(id: string): Refusal {
  return new Refusal(`Nothing was changed: "${id}" has been changed meanwhile. Look at it again, and decide then.`);
}

async function findDraft(calls: WriteCalls, { folder }: InnerFolder, { id, hash }: Settling): Promise<Draft> {
  const name = asSpelt(await calls.list(folder.at('.')), nameOf(id));
  const bytes = name === undefined ? undefined : await readWhole(calls, folder.at(name));
  if (name === undefined || bytes === undefined) throw goneRefusal(id);
  if (hashOf(bytes) !== hash) throw changedRefusal(id);
  return { folder, name, bytes };
}

/** What the draft has become already in a folder; undefined when it is not there. */
async function findSettled(
  calls: WriteCalls,
  { folder }: InnerFolder,
  { draft, isRevised }: { draft: Draft; isRevised: NonNullable<Settling['isRevised']> },
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
async function makeSettled(
  calls: WriteCalls,
  to: InnerFolder,
  { draft, bytes, find }: { draft: Draft; bytes: Uint8Array; find: () => Promise<Place | undefined> },
): Promise<Place> {
  const others = Array.from({ length: MOST_OTHER_NAMES }, () => nameBeside(draft.name));
  for (const name of [...settledNames(draft.name, hashOf(draft.bytes)), ...others]) {
    const isUnique = name !== draft.name || hasRandomPart(name);
    const place = await makeUnder(calls, to, { name, bytes, isUnique });
    if (place !== undefined) return place;
    const theirs = await find();
    if (theirs !== undefined) return theirs;
  }
  throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
}

/** Takes a file away again that was made here a moment ago. Answers whether it is gone. */
async function takeBack(calls: WriteCalls, { folder }: InnerFolder, { name, key }: Place): Promise<boolean> {
  const path = folder.at(name);
  const found = await calls.lstat(path).catch(() => undefined);
  if (found === undefined || key === undefined || found.key !== key) return false;
  return patiently(calls, () => calls.unlink(path)).then(
    () => true,
    () => false,
  );
}

type Removal = 'done' | 'left' | 'changed' | 'was gone';

/** Whether the draft still lies in its folder; where that cannot be found out, it may. */
async function isThere(calls: WriteCalls, { folder, name }: Draft): Promise<boolean> {
  const isMissing = await calls.lstat(folder.at(name)).then(
    () => false,
    (error: unknown) => codeOf(error) === 'ENOENT',
  );
  if (!isMissing) return true;
  // all of the folder may be out of sight
  return calls.list(folder.at('.')).then(
    (names) => names.includes(name),
    () => true,
  );
}

/** Removes the draft, if it is still what was seen. Never fails. */
async function removeDraft(calls: WriteCalls, draft: Draft): Promise<Removal> {
  const { folder, name, bytes } = draft;
  const path = folder.at(name);
  try {
    const there = await readWhole(calls, path);
    if (there === undefined) return (await isThere(calls, draft)) ? 'changed' : 'was gone';
    if (!areSame(there, bytes)) return 'changed';
    await folder.prove();
    await patiently(calls, () => calls.unlink(path));
  } catch (error) {
    if (await isThere(calls, draft)) return 'left';
    return codeOf(error) === 'ENOENT' ? 'was gone' : 'done';
  }
  if (await isThere(calls, draft)) return 'left';
  await folder.sync().catch(() => undefined);
  return 'done';
}

/** Where somebody else has settled the same draft in the meantime. */
async function findRival(
  calls: WriteCalls,
  root: string,
  { draft, rival }: { draft: Draft; rival: Settling['rival'] },
): Promise<string | undefined> {
  if (rival === undefined) return undefined;
  const { folder, isRevised = isTheSame } = rival;
  return withInnerFolder(calls, { root, path: folder, isWanted: false }, async (inner) => {
    const place = await findSettled(calls, inner, { draft, isRevised });
    return place && `${inner.path}/${place.name}`;
  }).catch(() => undefined);
}

/** What is certain once the new file is there: the draft goes, or the new file does. */
async function conclude(
  calls: WriteCalls,
  settling: Settling & { readonly root: string },
  { draft, to, place }: { draft: Draft; to: InnerFolder; place: Place },
): Promise<Settled> {
  const id = `${to.path}/${place.name}`;
  const removal = await removeDraft(calls, draft);
  if (removal === 'changed') {
    const isBack = place.wasThere || (await takeBack(calls, to, place));
    if (isBack) throw changedRefusal(settling.id);
    throw new Refusal(`"${settling.id}" has been changed meanwhile, and what it was before is "${id}" now.`);
  }
  if (removal === 'was gone' && !place.wasThere) {
    const theirs = await findRival(calls, settling.root, { draft, rival: settling.rival });
    if (theirs !== undefined && (await takeBack(calls, to, place)))
      throw new Refusal(
        `Somebody else was quicker with "${settling.id}": it is "${theirs}" now. Nothing else was changed.`,
      );
  }
  return { id, wasThere: place.wasThere, isDraftLeft: removal === 'left' };
}

/**
 * Gives a draft its place: the new file first, whole and never over another, then the draft goes. Where it is broken off,
 * the old state is left, or the new file with or without the draft. Undefined when there was nothing to finish. Throws a
 * Refusal when the draft is gone, or no longer what was seen, or the system does not allow it.
 */
export async function settle(
  calls: WriteCalls,
  settling: Settling & { readonly root: string },
): Promise<Settled | undefined> {
  const { root, id, folder, revise, isRevised = isTheSame, isFinishing = false } = settling;
  const settleIn = async (to: InnerFolder, draft: Draft, bytes: Uint8Array): Promise<Settled | undefined> => {
    const find = (): Promise<Place | undefined> => findSettled(calls, to, { draft, isRevised });
    const there = await find();
    if (there === undefined && isFinishing) return undefined;
    const place = there ?? (await makeSettled(calls, to, { draft, bytes, find }));
    return conclude(calls, settling, { draft, to, place });
  };
  const from = folderOf(id);
  return refusing(from, async () => {
    let isFound = false;
    const settled = await withInnerFolder(calls, { root, path: from, isWanted: false }, async (inner) => {
      isFound = true;
      const draft = await findDraft(calls, inner, settling);
      const bytes = isFinishing ? draft.bytes : (revise?.(draft.bytes) ?? draft.bytes);
      const where = { root, path: folder, isWanted: !isFinishing };
      return refusing(folder, () => withInnerFolder(calls, where, (to) => settleIn(to, draft, bytes)));
    });
    if (!isFound) throw goneRefusal(id);
    return settled;
  });
}
