import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Candidate, selectPrompts } from '../importing/recognise.ts';
import { Refusal } from '../refusal.ts';

/** A prompt's file on the disk, found below one source. */
export interface FoundPrompt extends Candidate {
  /** The folder from which on the paths are. */
  readonly root: string;
}

/** What lies below one source. */
export interface Found {
  readonly prompts: readonly FoundPrompt[];
  /** How many files are no prompts, by their ending. */
  readonly others: ReadonlyMap<string, number>;
  /** What was not looked into. */
  readonly problems: readonly string[];
}

const DEEPEST_FOLDER = 12;
const MOST_FILES = 20_000;
/** Folders of other programs that hold prompts although their names begin with a dot. */
const LOOKED_INTO = new Set(['.github', '.claude', '.prompts']);
const PASSED_OVER = new Set(['node_modules', '__MACOSX']);

interface Walk {
  readonly root: string;
  readonly files: string[];
  readonly problems: string[];
  isCut: boolean;
}

function isPassedOver(name: string): boolean {
  return PASSED_OVER.has(name) || (name.startsWith('.') && !LOOKED_INTO.has(name));
}

async function walk(found: Walk, folder: string, depth: number): Promise<void> {
  const entries = await readdir(join(found.root, ...folder.split('/')), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    found.problems.push(`${folder === '' ? found.root : folder}: the folder cannot be read.`);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isPassedOver(entry.name)) continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink()) found.problems.push(`${path}: links are not followed.`);
    else if (entry.isDirectory()) {
      if (depth < DEEPEST_FOLDER) await walk(found, path, depth + 1);
      else found.problems.push(`${path}: folders more than ${DEEPEST_FOLDER} deep are not looked into.`);
    } else if (entry.isFile()) {
      if (found.files.length < MOST_FILES) found.files.push(path);
      else found.isCut = true;
    }
  }
}

function endingOf(path: string): string {
  const [, ending = 'files without an ending'] = /[^/](\.[^./]+)$/.exec(path) ?? [];
  return ending;
}

/** The folder that stands for a source: a skill and a pattern are folders, whichever file of theirs is named. */
async function rootOf(source: string): Promise<{ root: string; only: string | undefined }> {
  const path = resolve(source);
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) throw new Refusal(`${source} does not exist. Name a file or a folder with prompts.`);
  if (stats.isSymbolicLink()) throw new Refusal(`${source} is a link. Name what it points to.`);
  if (stats.isDirectory()) return { root: path, only: undefined };
  if (!stats.isFile()) throw new Refusal(`${source} is neither a file nor a folder.`);
  const isFolderPrompt = /^(?:skill|system)\.md$/i.test(basename(path));
  return { root: dirname(path), only: isFolderPrompt ? undefined : basename(path) };
}

/** Looks for prompts in a file or a folder. Throws a Refusal when there is nothing of that name. */
export async function findPrompts(source: string): Promise<Found> {
  const { root, only } = await rootOf(source);
  const found: Walk = { root, files: [], problems: [], isCut: false };
  if (only === undefined) await walk(found, '', 0);
  else found.files.push(only);
  if (found.isCut) found.problems.push(`Only the first ${MOST_FILES.toLocaleString('en-US')} files are looked at.`);
  // the name of the folder tells what a file in it is
  const name = basename(root);
  const paths = found.files.map((path) => `${name}/${path}`);
  const { candidates, others } = selectPrompts(paths, { isNamed: only !== undefined });
  const counts = new Map<string, number>();
  for (const other of others) counts.set(endingOf(other), (counts.get(endingOf(other)) ?? 0) + 1);
  const prompts = candidates.map((candidate) => ({ ...candidate, root: dirname(root) }));
  return { prompts, others: counts, problems: found.problems };
}

/** Reads a file of at most so many bytes; a sentence when it cannot be had. Follows no link. */
export async function readBounded(root: string, path: string, most: number): Promise<Uint8Array | string> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(join(root, ...path.split('/')), flags).catch(() => undefined);
  if (handle === undefined) return 'The file cannot be read.';
  try {
    const stats = await handle.stat();
    const { size } = stats;
    if (!stats.isFile()) return 'It is no file.';
    if (size > most) return `The file has ${size} bytes, and at most ${most} are read.`;
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    return bytesRead === size ? bytes : 'The file changed while it was read. Try again.';
  } catch {
    return 'The file cannot be read.';
  } finally {
    await handle.close();
  }
}
