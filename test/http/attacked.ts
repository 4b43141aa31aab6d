import { expect } from 'vitest';
import type { Scope } from '../../src/http/member.ts';
import { addToken } from '../../src/http/tokens/changes.ts';
import { openState, type State } from '../../src/state/state.ts';
import { temporaryFolder } from '../folders.ts';
import { startHttpServer } from '../processes.ts';
import { portOf } from './raw.ts';
import { askingNewest, post, withToken } from './requests.ts';

/** A real server with members, in a process of its own, and somebody who only wants to work. */
export interface Attacked {
  readonly url: string;
  readonly port: number;
  readonly state: State;
  /** All that it wrote to standard error. */
  log(): string;
  add(name: string, scope?: Scope, expires?: Date): Promise<string>;
  /** Fails unless a member who does nothing wrong is served. */
  serves(): Promise<void>;
  close(): Promise<void>;
}

const FILES = { 'context/brand/voice.md': '# Voice\n\nWe sound warm.\n', 'prompts/launch.md': 'Write {{ much }}.\n' };

async function openOwnState(folder: string): Promise<State> {
  const before = process.env['TEAM_CONTEXT_STATE'];
  process.env['TEAM_CONTEXT_STATE'] = folder;
  try {
    return await openState({});
  } finally {
    if (before === undefined) delete process.env['TEAM_CONTEXT_STATE'];
    else process.env['TEAM_CONTEXT_STATE'] = before;
  }
}

/** Fails unless the newest protocol gives this member the list of tools. */
export async function expectServed(url: string, token?: string): Promise<void> {
  const response = await post(url, askingNewest('tools/list'), token === undefined ? {} : withToken(token));
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"tools":[')]);
}

export async function startAttacked(...flags: readonly string[]): Promise<Attacked> {
  const [library, place] = [await temporaryFolder(FILES), await temporaryFolder()];
  const state = await openOwnState(place.at('state'));
  const add: Attacked['add'] = async (name, scope = 'read', expires) =>
    (await addToken(state, { name, scope, expires })).secret;
  const calm = await add('calm');
  const env = { TEAM_CONTEXT_STATE: place.at('state'), TEAM_CONTEXT_CACHE: 'off' };
  const server = await startHttpServer([library.path, '--tokens', ...flags], { env });
  return {
    url: server.url,
    port: portOf(server.url),
    state,
    log: server.stderr,
    add,
    serves: () => expectServed(server.url, calm),
    async close() {
      server.kill('SIGTERM');
      await server.ended;
      await library.remove();
      await place.remove();
    },
  };
}
