import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { oneLine } from '../library/text/one-line.ts';
import type { Sharer } from '../sharing/sharing.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const LONGEST_NAME = 80;
const MOST_CHARACTERS = 100_000;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, MOST_CHARACTERS);
  } catch {
    return '';
  }
}

/** A value as git writes it: perhaps between quotes, and with a remark behind it. */
function unquoted(written: string): string {
  const [, quoted] = /^"((?:[^"\\]|\\.)*)"/.exec(written) ?? [];
  if (quoted !== undefined) return quoted.replace(/\\(["\\])/g, '$1').trim();
  const remark = written.search(/[#;]/);
  return (remark < 0 ? written : written.slice(0, remark)).trim();
}

/** The last `name` under `[user]` in a configuration of git; empty without one. */
export function gitNameIn(configuration: string): string {
  let name = '';
  let isUser = false;
  for (const line of configuration.split(/\r?\n/)) {
    const [, heading] = /^\s*\[([^\]]*)\]/.exec(line) ?? [];
    if (heading !== undefined) isUser = heading.trim().toLowerCase() === 'user';
    const [, value] = /^\s*name\s*=\s*(.*)$/i.exec(line) ?? [];
    if (isUser && value !== undefined) name = unquoted(value);
  }
  return name;
}

/**
 * The user's configurations of git, the one that counts most first. Git itself is not asked: it may not be there, and takes
 * time. That of the library does not count: in a folder that is synchronised it would give everybody one name.
 */
function gitConfigurations(environment: Environment): string[] {
  const home = environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
  const ofUser = environment['GIT_CONFIG_GLOBAL'];
  return ofUser === undefined ? [join(homedir(), '.gitconfig'), join(home, 'git', 'config')] : [ofUser];
}

function nameOfSystem(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** What whoever runs this program is called: by `TEAM_CONTEXT_MEMBER`, else by git, else by the system. */
export function ownerOf(environment: Environment = process.env): Sharer {
  const asked = [
    (): string => environment['TEAM_CONTEXT_MEMBER'] ?? '',
    ...gitConfigurations(environment).map((file) => () => gitNameIn(textOf(file))),
    nameOfSystem,
  ];
  for (const ask of asked) {
    const name = oneLine(ask().trim(), LONGEST_NAME);
    if (name !== '') return { name, principal: 'owner' };
  }
  return { name: 'somebody', principal: 'owner' };
}
