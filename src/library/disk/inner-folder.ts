import { sep } from 'node:path';
import { byCodeUnit } from '../order.ts';
import { type HeldFolder, holdFolder } from './held-folder.ts';
import { identityOf } from './identity.ts';
import { codeOf } from './scan-rules.ts';
import type { WriteCalls } from './write-calls.ts';

/** A folder inside the library, held while something is written there. */
export interface InnerFolder {
  /** From the library on, as it is spelt on disk, with `/`. */
  readonly path: string;
  readonly folder: HeldFolder;
}

/** The name among these that is meant. People may have spelt it otherwise, as `Inbox`; the wanted spelling comes first. */
export function asSpelt(names: readonly string[], wanted: string): string | undefined {
  if (names.includes(wanted)) return wanted;
  return names.filter((name) => identityOf(name) === identityOf(wanted)).sort(byCodeUnit)[0];
}

async function make(calls: WriteCalls, above: HeldFolder, name: string): Promise<string> {
  try {
    await calls.mkdir(above.at(name));
    await above.sync().catch(() => undefined);
  } catch (error) {
    // somebody else was quicker
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return name;
}

interface Wanted {
  /** The real path of the folder to begin in. */
  readonly root: string;
  /** From there on, with `/`. */
  readonly path: string;
  /** Whether folders that are not there are made. */
  readonly isWanted: boolean;
}

/** Does something with a folder inside the library at a real path. Undefined when it is not there. Throws errors with codes. */
export async function withInnerFolder<T>(
  calls: WriteCalls,
  { root, path, isWanted }: Wanted,
  work: (inner: InnerFolder) => Promise<T>,
): Promise<T | undefined> {
  const holding = async (
    inner: InnerFolder & { readonly real: string },
    rest: readonly string[],
  ): Promise<T | undefined> => {
    const { folder } = inner;
    try {
      const [wanted, ...below] = rest;
      if (wanted === undefined) return await work(inner);
      const found = asSpelt(await calls.list(folder.at('.')), wanted);
      if (found === undefined && !isWanted) return undefined;
      const name = found ?? (await make(calls, folder, wanted));
      const real = (inner.real.endsWith(sep) ? inner.real : inner.real + sep) + name;
      const next = await holdFolder(calls, { through: folder.at(name), real });
      return await holding({ path: inner.path === '' ? name : `${inner.path}/${name}`, folder: next, real }, below);
    } finally {
      await folder.release().catch(() => undefined);
    }
  };
  const folder = await holdFolder(calls, { through: root, real: root });
  return holding({ path: '', folder, real: root }, path.split('/'));
}
