import { existsSync } from 'node:fs';
import { type Access, challenge, openAccess } from '../http/access.ts';
import { type Application, createApplication } from '../http/application.ts';
import { hostsFor, isLoopback } from '../http/guards/hosts.ts';
import { senderOf } from '../http/guards/sender.ts';
import { type Identity, openIdentity } from '../http/identity/identity.ts';
import { type Limits, limitsForOne } from '../http/limits.ts';
import { type Listener, listen } from '../http/listener.ts';
import { PROTOCOL_PATH } from '../http/observing/exchange.ts';
import { createRequestLog } from '../http/observing/request-log.ts';
import { type Entrance, waysToConnect } from '../http/pages/connecting.ts';
import { openTokens, type Tokens } from '../http/tokens/tokens.ts';
import { BUILT_INS } from '../library/built-in-names.ts';
import { stopDigests } from '../mcp/digest.ts';
import type { Surface } from '../mcp/surface.ts';
import { TOOLS } from '../mcp/tools.ts';
import { Refusal } from '../refusal.ts';
import { openState } from '../state/state.ts';
import { EXIT } from './command.ts';
import { ENDING } from './ending.ts';
import type { Network } from './network.ts';
import { openSurface, type SurfaceOptions } from './open-surface.ts';
import { progressReport, reportOn, type Tell } from './serving-reports.ts';
import type { Chosen } from './which-library.ts';

export interface ServeHttpOptions {
  readonly chosen: Chosen;
  readonly network: Network;
  /** How the library is opened. */
  readonly reading: Pick<SurfaceOptions, 'poll' | 'usesCache' | 'isReadOnly'>;
}

/** An address under which the server answers: what it listens on, such as 0.0.0.0, need not be one. */
function baseOf({ publicUrl, host, allowedHosts }: Network, port: number): string {
  if (publicUrl !== undefined) return publicUrl.href.replace(/\/$/, '');
  if (isLoopback(host)) return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const name = allowedHosts.find((each) => !isLoopback(each.replace(/:\d+$/, ''))) ?? allowedHosts[0] ?? host;
  return `http://${/:\d+$/.test(name) ? name : `${name}:${port}`}`;
}

/** What `open` gives. When it fails, the listener is closed, which would keep the process alive. */
async function closingOnFailure<T>(listener: Listener, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (wrong) {
    void listener.stopAccepting();
    listener.cut();
    throw wrong;
  }
}

/** Member tokens where others can come here or somebody wants them asked for. Throws a Refusal where nobody could come in. */
async function tokensFor(
  network: Network,
  root: string,
  onFault: (fault: unknown) => void,
): Promise<Tokens | undefined> {
  if (!network.isPublic && !network.asksForTokens) return undefined;
  const tokens = openTokens({ state: await openState({ library: root }), onFault });
  if (network.company !== undefined || (await tokens.hasAny())) return tokens;
  await tokens.close();
  throw new Refusal(
    'Nobody could come in: there is no valid token yet. Make one for each member, such as "team-context token add maya", or name your identity provider with --issuer and --audience. Then start again.',
  );
}

/** Tells members from strangers, by their tokens. */
function accessFor(limits: Limits, tokens: Tokens | undefined, identity: Identity | undefined): Access {
  const authenticators = [tokens, identity].flatMap((each) => (each === undefined ? [] : [each.authenticate]));
  return openAccess({
    authenticators: authenticators.length === 0 ? undefined : authenticators,
    challenge: identity?.challenge ?? challenge,
    limits,
  });
}

/** What to open and what to paste, on standard output: over HTTP it is nobody's protocol. */
function welcome(entrance: Entrance, base: string): string {
  const ways = waysToConnect(entrance).filter(({ paste }) => paste !== undefined);
  return [
    `team-context is serving. Open ${base}/ in a browser to see what it serves and how to connect.`,
    ...ways.flatMap(({ client, steps, paste }) => ['', `${client}: ${steps.join(' ')}`, '', indented(paste ?? '')]),
    '',
    'Ctrl+C ends it.',
  ].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ENDING) process.once(signal, () => resolve());
  });
}

/** Serves the library to the network until the system asks the process to end. */
export async function serveHttp({ chosen, network, reading }: ServeHttpOptions): Promise<number> {
  let served: Surface | undefined;
  const log = createRequestLog({
    level: network.logLevel,
    knows: ({ method, name }) =>
      method === 'tools/call'
        ? TOOLS.some(({ listed }) => listed.name === name)
        : BUILT_INS.some((each) => each === name) || served?.library.current().prompts.has(name) === true,
  });
  const tell: Tell = (text, level) => log.say(text, level);
  const onFault = (fault: unknown): void => (typeof fault === 'string' ? log.say(fault, 'warn') : log.fault(fault));
  /** Whether an identity provider answers is the administrator's matter, and no fault of ours. */
  const onIssuerFault = (fault: unknown): void => onFault(fault instanceof Error ? fault.message : fault);
  const ended = untilAskedToEnd();
  if (!existsSync(chosen.root))
    tell(`There is no folder ${chosen.root} yet. It is served as soon as it appears.`, 'warn');
  if (network.publicUrl?.protocol === 'http:' && network.isPublic)
    tell(
      `Tokens for ${network.publicUrl.origin} travel without encryption. Put TLS in front, and name its https address.`,
      'warn',
    );
  const tokens = await tokensFor(network, chosen.root, onFault);
  let begin: (application: Application) => void = () => undefined;
  const begun = new Promise<Application>((resolve) => {
    begin = resolve;
  });
  const { host, port } = network;
  const isOpen = tokens === undefined && network.company === undefined;
  const limits = isOpen ? limitsForOne(network.limits) : network.limits;
  const listener = await listen(
    async (request, address) => (await begun).answer(request, senderOf(request, address, network.isBehindProxy)),
    { host, port, limits, onFault },
  );
  const base = baseOf(network, listener.port);
  const url = `${base}${PROTOCOL_PATH}`;
  const { identity, surface } = await closingOnFailure(listener, async () => ({
    identity: network.company && openIdentity({ ...network.company, resource: new URL(url), onFault: onIssuerFault }),
    surface: await openSurface({
      root: chosen.root,
      ...reading,
      isRecording: true,
      onFault,
      onProgress: progressReport(tell),
    }),
  }));
  served = surface;
  reportOn(surface, tell);
  const entrance = { url, hasTokens: tokens !== undefined, hasIssuer: identity !== undefined };
  const application = createApplication({
    surface,
    entrance,
    log,
    access: accessFor(limits, tokens, identity),
    hosts: hostsFor({ ...network, port: listener.port }),
    limits,
    isStateless: network.isStateless,
    ...(identity && { identity }),
  });
  begin(application);
  console.log(welcome(entrance, base));
  await ended;
  tell('Stopping: finishing what runs.');
  const closed = listener.stopAccepting();
  stopDigests(surface);
  await application.close();
  listener.cut();
  await closed;
  await surface.close();
  await tokens?.close();
  return EXIT.ok;
}
