import { hostsFor, isLoopback } from '../http/guards/hosts.ts';
import { type Limits, limitsBehindProxy, limitsWith } from '../http/limits.ts';
import { LOG_LEVELS, type LogLevel } from '../http/observing/request-log.ts';
import { Refusal } from '../refusal.ts';
import type { Typed } from './command.ts';

/** How the library is to be served to the network, as somebody typed it and as far as it makes sense. */
export interface Network {
  readonly host: string;
  readonly port: number;
  /** Without a path at its end, such as `https://context.example.com`. */
  readonly publicUrl: URL | undefined;
  readonly allowedHosts: readonly string[];
  /** Whether requests may come from elsewhere than this machine, so that somebody has to ask who sends them. */
  readonly isPublic: boolean;
  readonly isStateless: boolean;
  /** Whether a token is asked for although only this machine can come here. */
  readonly asksForTokens: boolean;
  readonly company: { readonly issuer: URL; readonly audience: string } | undefined;
  readonly isBehindProxy: boolean;
  readonly limits: Limits;
  readonly logLevel: LogLevel;
}

/** T, E, A, M on the keys of a telephone. */
const PORT = 8326;
const HOST = '127.0.0.1';

type Flags = Typed['flags'];

function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  if (typeof value !== 'string') return undefined;
  if (value !== '') return value;
  throw new Refusal(`--${name} needs a value behind it; what came was empty.`);
}

function numberOf(flags: Flags, name: string, least: number, most: number): number | undefined {
  const text = textOf(flags, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Refusal(`--${name} takes a whole number from ${least} to ${most}, not "${text}".`);
}

function urlOf(flags: Flags, name: string, example: string): URL | undefined {
  const text = textOf(flags, name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && url.username + url.password !== '')
    throw new Refusal(`--${name} takes an address without a name and a password in it, such as ${example}.`);
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '') return url;
  throw new Refusal(`--${name} takes a web address such as ${example}, not "${text}".`);
}

function companyOf(flags: Flags): Network['company'] {
  const issuer = urlOf(flags, 'issuer', 'https://login.example.com');
  const audience = textOf(flags, 'audience');
  if (issuer === undefined && audience === undefined) return undefined;
  if (issuer !== undefined && audience !== undefined) return { issuer, audience };
  throw new Refusal(
    'For company accounts, --issuer and --audience belong together: --issuer https://login.example.com --audience https://context.example.com/mcp',
  );
}

function logLevelOf(flags: Flags): LogLevel {
  const text = textOf(flags, 'log-level') ?? 'info';
  const level = LOG_LEVELS.find((each) => each === text);
  if (level !== undefined) return level;
  throw new Refusal(`--log-level is one of ${LOG_LEVELS.join(', ')}, not "${text}".`);
}

/** Throws a Refusal for what cannot be meant, and for what would let strangers in. */
export function readNetwork(flags: Flags): Network {
  const host = textOf(flags, 'host') ?? HOST;
  const port = numberOf(flags, 'port', 0, 65_535) ?? PORT;
  const publicUrl = urlOf(flags, 'public-url', 'https://context.example.com');
  if (publicUrl !== undefined && publicUrl.pathname !== '/')
    throw new Refusal(
      `--public-url takes the address of a whole host, such as ${publicUrl.origin}: leave out "${publicUrl.pathname}".`,
    );
  const allowedHosts = [flags['allowed-host'] ?? []].flat().map(String);
  // says at once what is no name
  hostsFor({ host, port: port === 0 ? PORT : port, publicUrl, allowedHosts });
  const names = [...allowedHosts.map((name) => name.replace(/:\d+$/, '')), ...(publicUrl ? [publicUrl.hostname] : [])];
  if (!isLoopback(host) && names.length === 0)
    throw new Refusal(
      `With --host ${host} other machines can come here. Say under which name they call this server, such as --allowed-host context.example.com, or --public-url https://context.example.com when a proxy stands in front of it.`,
    );
  const sessions = numberOf(flags, 'max-sessions', 1, 100_000);
  const streams = numberOf(flags, 'max-streams', 1, 100_000);
  // each stream keeps a connection, and requests need some more
  const connections = streams === undefined ? undefined : Math.max(1_000, 2 * streams);
  const limits = limitsWith({ sessions, streams, connections });
  const isBehindProxy = flags['trust-proxy'] === true;
  return {
    host,
    port,
    publicUrl,
    allowedHosts,
    isPublic: ![host, ...names].every(isLoopback),
    isStateless: flags['stateless'] === true,
    asksForTokens: flags['tokens'] === true,
    company: companyOf(flags),
    isBehindProxy,
    limits: isBehindProxy ? limitsBehindProxy(limits) : limits,
    logLevel: logLevelOf(flags),
  };
}
