import type { Signature } from '../disk/scan-rules.ts';
import { readJson } from './plain.ts';

/** How a file looked when its contents were read, and what says that they are the same. */
export interface SavedVersion {
  /** On disk, from the root. */
  readonly path: string;
  readonly signature: Signature;
  readonly hash: string;
  /** Its times tell of every later change. */
  readonly isFirm: boolean;
}

/** One line of JSON. Leaves out the number of the device, which is another one after every start of the machine. */
export function writeVersion({ path, signature, hash, isFirm }: SavedVersion): string {
  const { size, mtimeNs, ctimeNs, ino } = signature;
  return JSON.stringify([path, hash, isFirm, size, `${mtimeNs}`, `${ctimeNs}`, `${ino}`]);
}

function isWhole(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,20}$/.test(value);
}

/** Undefined when that is not what `writeVersion` wrote. */
export function readVersion(line: string): SavedVersion | undefined {
  const fields = readJson(line);
  if (!Array.isArray(fields)) return undefined;
  const [path, hash, isFirm, size, mtimeNs, ctimeNs, ino]: readonly unknown[] = fields;
  if (typeof path !== 'string' || typeof hash !== 'string' || typeof isFirm !== 'boolean') return undefined;
  if (typeof size !== 'number' || !isWhole(mtimeNs) || !isWhole(ctimeNs) || !isWhole(ino)) return undefined;
  const signature = { size, mtimeNs: BigInt(mtimeNs), ctimeNs: BigInt(ctimeNs), ino: BigInt(ino), dev: 0n };
  return { path, signature, hash, isFirm };
}
