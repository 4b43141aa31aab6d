import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { oneLine } from '../library/text/one-line.ts';
import { Refusal } from '../refusal.ts';
import { type Seal, sealed, unseal } from '../state/seal.ts';
import { CACHE_ENDING, openState } from '../state/state.ts';
import type { Chunks } from '../state/whole-file.ts';
import { fingerprint } from './package.ts';
import { reportFault } from './report-fault.ts';

/** What is saved of a library: what its files were read as, and what search made of them. */
const PARTS = ['library', 'index'] as const;
export type Part = (typeof PARTS)[number];

/** What earlier starts on a library leave for later ones, on this machine and for this user. */
export interface WarmStart {
  /** Where the library really lies. */
  readonly root: string;
  /** As it was written, if nothing that it depends on is another now. Never fails. */
  read(part: Part): Promise<Uint8Array | undefined>;
  /** When somebody last wrote it: milliseconds since 1970. */
  writtenAt(part: Part): Promise<number | undefined>;
  /** Throws a Refusal when it cannot be written. */
  write(part: Part, chunks: Chunks): Promise<void>;
  /** Nothing is left for later starts. */
  forget(): Promise<void>;
}

const LONGEST_LINE = 1_000;
const HINT =
  'Nothing is saved for the next start. Name another folder in TEAM_CONTEXT_STATE, or set TEAM_CONTEXT_CACHE=off if this is meant.';

/** Another number for another form of what is saved. */
const FORMAT = 1;

/** What the same bytes mean depends on all of this. */
function sealOf(part: Part, root: string, program: string): Seal {
  return {
    part,
    format: FORMAT,
    root,
    program,
    user: process.getuid?.() ?? 0,
    node: process.version,
    icu: process.versions['icu'] ?? '',
    unicode: process.versions['unicode'] ?? '',
    machine: `${process.platform} ${process.arch}`,
  };
}

/** Whether somebody wants every start to read the whole library. */
export function isCacheOff(flags: Readonly<Record<string, unknown>>): boolean {
  return flags['no-cache'] === true || process.env['TEAM_CONTEXT_CACHE']?.toLowerCase() === 'off';
}

/** Throws a Refusal when there is no place for it. */
async function openWarmStart(library: string): Promise<WarmStart> {
  const root = await realpath(library).catch(() => resolve(library));
  const state = await openState({ library: root });
  const key = createHash('sha256').update(root).digest('hex').slice(0, 32);
  const nameOf = (part: Part): string => `${part}-${key}${CACHE_ENDING}`;
  let program: string | undefined;
  const seal = (part: Part): Seal => {
    program ??= fingerprint();
    return sealOf(part, root, program);
  };
  return {
    root,
    async read(part) {
      const bytes = await state.read(nameOf(part));
      return bytes && unseal(seal(part), bytes);
    },
    writtenAt: (part) => state.writtenAt(nameOf(part)),
    write: (part, chunks) => state.write(nameOf(part), sealed(seal(part), chunks)),
    async forget() {
      for (const part of PARTS) await state.remove(nameOf(part));
    },
  };
}

/** Says why there is none on stderr, and goes on without. */
export async function warmStartFor(library: string): Promise<WarmStart | undefined> {
  try {
    return await openWarmStart(library);
  } catch (wrong) {
    explainNoCache(wrong);
    return undefined;
  }
}

/** One line on stderr for who can do something about it, or the stack when it is our fault. */
export function explainNoCache(wrong: unknown): void {
  if (wrong instanceof Refusal) console.error(oneLine(`${wrong.message} ${HINT}`, LONGEST_LINE));
  else reportFault(wrong);
}
