import { Refusal } from '../../refusal.ts';
import { fileNameOf, folderAbove } from '../path-parts.ts';
import { asSpelt, type InnerFolder, withInnerFolder } from './inner-folder.ts';
import { readWhole } from './read-whole.ts';
import { codeOf } from './scan-rules.ts';
import {
  findSettled,
  hashOf,
  type IsRevised,
  makeSettled,
  type Place,
  type SeenDraft,
  takeBack,
} from './settled-file.ts';
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
  readonly isRevised?: IsRevised;
  /** Another place in which somebody else may settle it at the same time. */
  readonly rival?: Pick<Settling, 'folder' | 'isRevised'>;
  /**
   * Makes nothing: only ends what was broken off when the new file was there already. A draft that stays as it is must not be
   * newer than that file: somebody has put it back.
   */
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
interface FoundDraft extends SeenDraft {
  readonly folder: InnerFolder['folder'];
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

/** How it is said that a draft is no longer what was seen. */
export const CHANGED = 'has been changed meanwhile';

function goneRefusal(id: string): Refusal {
  return new Refusal(
    `"${id}" no longer lies in the inbox: somebody has settled or moved it meanwhile. Look at the inbox once more.`,
  );
}

function changedRefusal(id: string): Refusal {
  return new Refusal(`Nothing was changed: "${id}" ${CHANGED}. Look at it again, and decide then.`);
}

async function findDraft(calls: WriteCalls, { folder }: InnerFolder, { id, hash }: Settling): Promise<FoundDraft> {
  const name = asSpelt(await calls.list(folder.at('.')), fileNameOf(id));
  const bytes = name === undefined ? undefined : await readWhole(calls, folder.at(name));
  if (name === undefined || bytes === undefined) throw goneRefusal(id);
  if (hashOf(bytes) !== hash) throw changedRefusal(id);
  return { folder, name, bytes };
}

/** When a file was last written; undefined when that cannot be found out. */
function writtenAt(calls: WriteCalls, path: string): Promise<number | undefined> {
  return calls.lstat(path).then(
    (found) => found.writtenAt,
    () => undefined,
  );
}

/** Whether a draft was written after the file that is the same: somebody wants it to be looked at once more. */
async function isBroughtBack(
  calls: WriteCalls,
  { draft, to, place }: { draft: FoundDraft; to: InnerFolder; place: Place },
): Promise<boolean> {
  const ofDraft = await writtenAt(calls, draft.folder.at(draft.name));
  const ofPlace = await writtenAt(calls, to.folder.at(place.name));
  return ofDraft === undefined || ofPlace === undefined || ofDraft > ofPlace;
}

type Removal = 'done' | 'left' | 'changed' | 'was gone';

/** Whether the draft still lies in its folder; where that cannot be found out, it may. */
async function isThere(calls: WriteCalls, { folder, name }: FoundDraft): Promise<boolean> {
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
async function removeDraft(calls: WriteCalls, draft: FoundDraft): Promise<Removal> {
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
  { draft, rival }: { draft: FoundDraft; rival: Settling['rival'] },
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
  { draft, to, place }: { draft: FoundDraft; to: InnerFolder; place: Place },
): Promise<Settled> {
  const id = `${to.path}/${place.name}`;
  const removal = await removeDraft(calls, draft);
  if (removal === 'changed') {
    const isBack = place.wasThere || (await takeBack(calls, to, place));
    if (isBack) throw changedRefusal(settling.id);
    throw new Refusal(`"${settling.id}" ${CHANGED}, and what it was before is "${id}" now.`);
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
  const settleIn = async (to: InnerFolder, draft: FoundDraft, bytes: Uint8Array): Promise<Settled | undefined> => {
    const find = (): Promise<Place | undefined> => findSettled(calls, to, { draft, isRevised });
    const there = await find();
    if (isFinishing && there === undefined) return undefined;
    const mayBeBack = isFinishing && settling.isRevised === undefined;
    if (mayBeBack && there !== undefined && (await isBroughtBack(calls, { draft, to, place: there }))) return undefined;
    const place = there ?? (await makeSettled(calls, to, { draft, bytes, find }));
    return conclude(calls, settling, { draft, to, place });
  };
  const from = folderAbove(id);
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
