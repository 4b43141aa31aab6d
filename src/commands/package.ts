import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

/** The folder of this package, which is also the starter library. */
export const PACKAGE_FOLDER = resolve(import.meta.dirname, '..', '..');

function packageField(name: string): unknown {
  const read: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'));
  return typeof read === 'object' && read !== null
    ? Object.entries(read).find(([key]) => key === name)?.[1]
    : undefined;
}

export function version(): string {
  return String(packageField('version') ?? '0.0.0');
}

/** How the files look that hold this program's code. */
function codeFiles(): string[] {
  const folder = resolve(import.meta.dirname, '..');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name));
  return files.map(({ parentPath, name }) => {
    const { size, mtimeMs } = statSync(join(parentPath, name));
    return `${relative(folder, join(parentPath, name))} ${size} ${mtimeMs}`;
  });
}

/** What tells the versions of the packages that this program stands on. */
function dependencies(): string[] {
  const folders = createRequire(import.meta.url).resolve.paths('team-context') ?? [];
  return Object.keys(packageField('dependencies') ?? {}).map((name) => {
    const found = folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
    return found === undefined ? name : readFileSync(found, 'utf8');
  });
}

/** The same as long as this program and all that it depends on are the same, so that they make the same of the same files. */
export function fingerprint(): string {
  const parts = [version(), ...codeFiles().sort(), ...dependencies()];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** The file that runs the commands. */
export const MAIN_FILE = join(PACKAGE_FOLDER, 'dist', 'main.js');
