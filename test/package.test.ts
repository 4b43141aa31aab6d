import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT } from './processes.ts';

const FOLDERS = ['dist', 'context', 'prompts', 'docs'];
const FILES = ['team-context.yaml', 'mcp.json.example', 'README.md', 'LICENSE', 'CHANGELOG.md', 'package.json'];
/** Each package that comes with ours is one more that somebody has to trust. Thirteen of them come with the log. */
const MOST_PACKAGES = 34;

const packed = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]);
const lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      dev: z.boolean().optional(),
      peer: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

test('the package holds what was built, the starter library and the papers, and nothing else', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout, status } = spawnSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: PROJECT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(status).toBe(0);
  const paths = packed.parse(JSON.parse(stdout))[0].files.map(({ path }) => path);
  expect(paths.filter((path) => !FILES.includes(path) && !FOLDERS.includes(path.split('/')[0] ?? ''))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('dist/') && !/\.js$/.test(path))).toEqual([]);
  for (const file of [
    ...FILES.filter((each) => existsSync(join(PROJECT, each))),
    'dist/main.js',
    'context/brand/voice-and-tone.md',
    'prompts/launch-email.md',
  ]) {
    expect(paths).toContain(file);
  }
});

test(`an installation brings at most ${MOST_PACKAGES} packages`, () => {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')));
  const brought = Object.entries(packages).filter(
    ([path, { dev, peer, optional, devOptional }]) => path !== '' && !dev && !peer && !optional && !devOptional,
  );
  expect(brought.length).toBeGreaterThan(5);
  expect(brought.length).toBeLessThanOrEqual(MOST_PACKAGES);
});

// npm leaves out what the registry of the writing machine does not have, and then `npm ci` refuses the file
test('the lock file names the packages of every platform, so that it installs on each of them', () => {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
});
