import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import { createEmpty, type Look, lookAt, removeFile } from './whole-file.ts';

/** The right to do some work, which one process has at a time. */
export interface Lock {
  /** Throws a Refusal when it was held for so long that others no longer wait. */
  confirm(): Promise<void>;
  /** Never fails. */
  release(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 25;
/** Whoever holds a lock for so long has died: work takes milliseconds. */
const DEAD_MS = 30_000;

function isDead({ writtenAt }: Look): boolean {
  return Date.now() - writtenAt > DEAD_MS;
}

/**
 * Removes a lock whose holder has died. Many may find it dead, and one who comes late would remove the lock of the next
 * holder; so one at a time looks once more and removes it, by a lock of its own.
 */
async function removeDead(path: string): Promise<void> {
  const guard = `${path}-removal`;
  if ((await createEmpty(guard)) === undefined) {
    const theirs = await lookAt(guard);
    // it is held for two calls; somebody died between them
    if (theirs !== undefined && isDead(theirs)) await removeFile(guard);
    return;
  }
  try {
    const found = await lookAt(path);
    if (found !== undefined && isDead(found)) await removeFile(path);
  } finally {
    await removeFile(guard);
  }
}

/** Makes the file as soon as nobody else holds it. */
async function acquire(path: string, patienceMs: number): Promise<Look> {
  const began = performance.now();
  for (;;) {
    const ours = await createEmpty(path);
    if (ours !== undefined) return ours;
    if (performance.now() - began > patienceMs)
      throw new Refusal(
        `Another team-context is at work on the same files and does not end. Try again in half a minute; if that does not help and no other one runs, delete ${path}.`,
      );
    const theirs = await lookAt(path);
    if (theirs !== undefined && isDead(theirs)) await removeDead(path);
    // of a random length, so that those who wait do not all come back at the same moment
    await pause(PAUSE_MS * (0.5 + Math.random()));
  }
}

/**
 * Waits for the lock and takes it: a file that is there as long as somebody holds it. One that is older than 30 s is taken
 * over. Throws a Refusal when the others do not end within `patienceMs`.
 */
export async function takeLock(path: string, patienceMs = PATIENCE_MS): Promise<Lock> {
  const ours = await acquire(path, patienceMs);
  const taken = performance.now();
  const isOurs = async (): Promise<boolean> => {
    const there = await lookAt(path).catch(() => undefined);
    return there?.signature === ours.signature;
  };
  return {
    async confirm() {
      if (await isOurs()) return;
      throw new Refusal('This took so long that another team-context went on. Nothing was changed. Try again.');
    },
    async release() {
      // an old one may be taken over at any moment, also between looking and removing
      const isOld = performance.now() - taken > DEAD_MS / 2;
      if (!isOld && (await isOurs())) await removeFile(path).catch(() => undefined);
    },
  };
}
