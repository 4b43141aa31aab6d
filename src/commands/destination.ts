import { lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { openShelf, type Shelf } from '../importing/shelf.ts';
import { decode } from '../library/text/encoding.ts';
import { Refusal } from '../refusal.ts';
import { codeOf } from '../state/whole-file.ts';
import { readBounded } from './find-prompts.ts';
import { refuseUnserved } from './served-folder.ts';
import { removeLeftOvers, writeNew } from './write-new.ts';

/** The folder of a library into which new files are put. */
export interface Destination {
  /** Its path in the library, with `/`. */
  readonly folder: string;
  /** The path in the library of the file with this very text; undefined when there is none. */
  holding(text: string): string | undefined;
  /** Puts a text in under a new name and answers with its path in the library. */
  put(title: string, text: string): Promise<string>;
}

const LARGEST_FILE = 2 ** 20;
const DEEPEST_FOLDER = 12;
const MOST_FILES = 50_000;
/** What a system says of a folder in which nothing can be written. */
const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);
/** Names that others take while one is looked for. */
const MOST_TRIES = 100;

/** The path inside the library that was asked for. */
function folderInside(root: string, asked: string): string {
  const inside = relative(root, resolve(root, asked)).split(sep).join('/');
  const isOutside = inside === '..' || inside.startsWith('../') || isAbsolute(inside);
  if (isOutside)
    throw new Refusal(`--to names a folder of the library, such as "prompts/email"; ${asked} lies outside.`);
  if (inside === '') throw new Refusal('--to names a folder of the library, such as "prompts/email".');
  if (inside.split('/').some((step) => step.startsWith('.') || step === 'node_modules'))
    throw new Refusal(`The library passes over "${inside}". Name another folder with --to.`);
  return inside;
}

/** No step of the way may be a link, so that nothing is written outside the library. */
async function refuseLinks(root: string, folder: string): Promise<void> {
  let path = root;
  for (const step of folder.split('/')) {
    path = join(path, step);
    const stats = await lstat(path).catch(() => undefined);
    if (stats === undefined) return;
    if (!stats.isDirectory()) throw new Refusal(`${path} is not a folder. Name another one with --to.`);
  }
}

/** Puts on the shelf what is there already. */
async function stock(shelf: Shelf, root: string, folder: string): Promise<void> {
  const names: string[] = [];
  const look = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(join(root, ...folder.split('/'), ...inside.split('/')), {
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory() && depth < DEEPEST_FOLDER) await look(name, depth + 1);
      else if (entry.isFile() && !entry.name.startsWith('.') && names.length < MOST_FILES) names.push(name);
    }
  };
  await look('', 0);
  for (const name of names.sort()) {
    const bytes = await readBounded(root, `${folder}/${name}`, LARGEST_FILE);
    const text = typeof bytes === 'string' ? '' : decode(bytes, name).text;
    shelf.put(name, text ?? '');
  }
}

/** Opens a folder of the library, or one that will be there. With `isTrial`, nothing is written. */
export async function openDestination(
  library: string,
  { asked, isTrial }: { asked: string; isTrial: boolean },
): Promise<Destination> {
  const root = await realpath(library);
  const folder = folderInside(root, asked);
  await refuseLinks(root, folder);
  await refuseUnserved(root, folder);
  const shelf = openShelf();
  await stock(shelf, root, folder);
  const path = join(root, ...folder.split('/'));

  if (!isTrial) await removeLeftOvers(path);

  const writeNamed = async (title: string, text: string): Promise<string> => {
    await mkdir(path, { recursive: true });
    await refuseLinks(root, folder);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const name = shelf.freeName(title);
      if (await writeNew(path, name, text)) return name;
      shelf.put(name, '');
    }
    throw new Refusal(`No free name for "${title}" was found in ${folder}.`);
  };

  const write = async (title: string, text: string): Promise<string> => {
    try {
      return isTrial ? shelf.freeName(title) : await writeNamed(title, text);
    } catch (error) {
      if (!NOT_WRITABLE.has(codeOf(error) ?? '')) throw error;
      throw new Refusal(`Nothing more can be written to ${path}: the folder is protected, or the disk is full.`);
    }
  };

  return {
    folder,
    holding(text) {
      const name = shelf.holding(text);
      return name === undefined ? undefined : `${folder}/${name}`;
    },
    async put(title, text) {
      const name = await write(title, text);
      shelf.put(name, text);
      return `${folder}/${name}`;
    },
  };
}
