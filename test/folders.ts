import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder that is gone when the test file is done. */
export interface TemporaryFolder {
  readonly path: string;
  /** Writes files, by their path in the folder; folders are made on the way. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  /** The full path of something in the folder. */
  at(path: string): string;
  remove(): Promise<void>;
}

/** A folder for one test. Where it really lies, so that no part of its path is a link. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'team-context-test-')));
  const at = (inside: string): string => join(path, ...inside.split('/'));
  const write: TemporaryFolder['write'] = async (more) => {
    for (const [inside, content] of Object.entries(more)) {
      await mkdir(dirname(at(inside)), { recursive: true });
      await writeFile(at(inside), content);
    }
  };
  await write(files);
  return { path, at, write, remove: () => rm(path, { recursive: true, force: true }) };
}

/** That many small documents. */
export function manyFiles(count: number, folder = 'context/notes'): Record<string, string> {
  const number = (index: number): string => String(index).padStart(4, '0');
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${folder}/note-${number(index)}.md`,
      `# Note ${number(index)}\n\nThis is note ${number(index)}.\n`,
    ]),
  );
}
