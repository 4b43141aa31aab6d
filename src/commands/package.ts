import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of this package, which is also the starter library. */
export const PACKAGE_FOLDER = resolve(import.meta.dirname, '..', '..');

export function version(): string {
  const read: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8'));
  return typeof read === 'object' && read !== null && 'version' in read ? String(read.version) : '0.0.0';
}

/** The file that runs the commands. */
export const MAIN_FILE = join(PACKAGE_FOLDER, 'dist', 'main.js');
