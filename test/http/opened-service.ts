import { Writable } from 'node:stream';
import { onTestFinished, vi } from 'vitest';
import { openSurface } from '../../src/commands/open-surface.ts';
import { challenge, openAccess } from '../../src/http/access.ts';
import { type Application, createApplication, type Offer } from '../../src/http/application.ts';
import { hostsFor } from '../../src/http/guards/hosts.ts';
import { type Limits, limitsWith } from '../../src/http/limits.ts';
import { listen } from '../../src/http/listener.ts';
import type { Scope } from '../../src/http/member.ts';
import { createRequestLog } from '../../src/http/observing/request-log.ts';
import { addToken } from '../../src/http/tokens/changes.ts';
import { openTokens, type Tokens } from '../../src/http/tokens/tokens.ts';
import type { Surface } from '../../src/mcp/surface.ts';
import { openState, type State } from '../../src/state/state.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

export interface ServiceOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  /** Only members with tokens are let in. */
  readonly hasMembers?: boolean;
  readonly isStateless?: boolean;
  readonly offer?: Offer;
  /** What time it is for tokens: milliseconds since 1970. */
  readonly now?: () => number;
}

/** The whole service on a real socket, in the process of the test. It is gone when the test is over. */
export interface Service {
  /** Of the protocol. */
  readonly url: string;
  /** Its library. */
  readonly folder: TemporaryFolder;
  readonly surface: Surface;
  readonly application: Application;
  readonly state: State;
  /** What it wrote down, line by line. */
  readonly log: Readonly<Record<string, unknown>>[];
  /** A new member's token. */
  add(name: string, scope?: Scope, expires?: Date): Promise<string>;
}

const FILES = { 'context/brand/voice.md': '# Voice\n\nWe sound warm.\n', 'prompts/launch.md': 'Write {{ much }}.\n' };

async function ownState(library: string): Promise<State> {
  const place = await temporaryFolder();
  onTestFinished(place.remove);
  vi.stubEnv('TEAM_CONTEXT_STATE', place.at('state'));
  onTestFinished(() => void vi.unstubAllEnvs());
  return openState({ library });
}

/** Keeps each line that is written to it. */
function lineKeeper(): { readonly lines: Record<string, unknown>[]; readonly destination: Writable } {
  const lines: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(line, _, done) {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  return { lines, destination };
}

function tokensOf(state: State, { now }: ServiceOptions): Tokens {
  const onFault = (fault: unknown): never => {
    throw fault;
  };
  const tokens = openTokens({ state, onFault, ...(now && { now }) });
  onTestFinished(tokens.close);
  return tokens;
}

export async function openService(options: ServiceOptions = {}): Promise<Service> {
  const limits = limitsWith(options.limits);
  const folder = await temporaryFolder(options.files ?? FILES);
  onTestFinished(folder.remove);
  const { lines, destination } = lineKeeper();
  const log = createRequestLog({ level: 'info', knows: () => true, destination });
  const onFault = (fault: unknown): void => log.fault(fault);
  const state = await ownState(folder.path);
  const authenticators = options.hasMembers === true ? [tokensOf(state, options).authenticate] : undefined;
  const surface = await openSurface({ root: folder.path, usesCache: false, onFault });
  onTestFinished(surface.close);
  const listener = await listen((request, address) => application.answer(request, address), {
    ...{ host: '127.0.0.1', port: 0, limits, onFault },
  });
  const url = `http://127.0.0.1:${listener.port}/mcp`;
  const { offer, isStateless } = options;
  const application = createApplication({
    ...{ surface, limits, log },
    access: openAccess({ authenticators, challenge, limits }),
    hosts: hostsFor({ host: '127.0.0.1', port: listener.port, allowedHosts: [] }),
    entrance: { url, hasTokens: options.hasMembers === true, hasIssuer: false },
    ...(offer && { offer }),
    ...(isStateless !== undefined && { isStateless }),
  });
  onTestFinished(async () => {
    const closed = listener.stopAccepting();
    await application.close();
    listener.cut();
    await closed;
  });
  await surface.library.ready;
  return {
    ...{ url, folder, surface, application, state, log: lines },
    add: async (name, scope = 'read', expires) => (await addToken(state, { name, scope, expires })).secret,
  };
}
