import { Refusal } from '../../refusal.ts';
import { refusing } from '../refusing.ts';

/** The names under which a server answers. Everything in lower case, as browsers write it. */
export interface Hosts {
  /** Whole values of `Host`. */
  readonly hosts: ReadonlySet<string>;
  /** Whole values of `Origin`. */
  readonly origins: ReadonlySet<string>;
}

export interface HostsOptions {
  /** What the server listens on: a name or an address, IPv6 with or without brackets. */
  readonly host: string;
  /** The port that it really listens on; not 0. */
  readonly port: number;
  /** Where clients find it when something stands in front of it. */
  readonly publicUrl?: string | URL | undefined;
  /** Names by which it is called, each with or without a port. */
  readonly allowedHosts: readonly string[];
}

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
const EVERYWHERE = new Set(['0.0.0.0', '[::]']);
const DEFAULT_PORTS = new Map([
  ['http:', 80],
  ['https:', 443],
]);

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** Whether only this machine reaches what listens there. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(bracketed(host).toLowerCase());
}

/** What a URL's `Host` may be: the default port is left out or written. */
function spellings({ protocol, host, port }: URL): string[] {
  return port === '' ? [host, `${host}:${DEFAULT_PORTS.get(protocol)}`] : [host];
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function publicAddress(written: string | URL): URL {
  const url = parseUrl(String(written));
  if (url === undefined || !DEFAULT_PORTS.has(url.protocol) || url.username !== '' || url.hostname.endsWith('.'))
    throw new Refusal(`"${written}" is not the address of a server. Write it like "https://context.example.com".`);
  return url;
}

/** A name as somebody wrote it, with the scheme under which it is called. */
function allowedAddress(written: string): URL {
  const scheme = isLoopback(written.replace(/:\d+$/, '')) ? 'http' : 'https';
  const url = parseUrl(`${scheme}://${written}`);
  const isHost =
    url !== undefined && url.href === `${url.protocol}//${url.host}/` && !/[*/\\?#@\s]|\.(:\d+)?$/.test(written);
  if (!isHost || url.port === '0')
    throw new Refusal(
      `"${written}" is not the name of a host. Write it like "context.example.com", or "context.example.com:8443" if clients use that port.`,
    );
  return url;
}

/**
 * Exactly those names: of this machine, where it is listened on; those that are allowed, with their own port or else with
 * the default one and the one that is listened on; the one of the public URL. Pages are trusted when they come from
 * there: by http from this machine, by https from elsewhere, and from the public URL as it is. Throws a Refusal for what
 * is no name.
 */
export function hostsFor({ host, port, publicUrl, allowedHosts }: HostsOptions): Hosts {
  const bound = bracketed(host).toLowerCase();
  const local = isLoopback(host) ? [...LOOPBACK_NAMES, bound] : [];
  const allowed = allowedHosts.map(allowedAddress);
  const addresses = [
    ...local.map((name) => new URL(`http://${name}:${port}`)),
    ...allowed,
    ...(publicUrl === undefined ? [] : [publicAddress(publicUrl)]),
  ];
  // with nothing in front of the server, its own port is part of the name
  const direct = allowed.filter((url) => url.port === '').map(({ hostname }) => new URL(`http://${hostname}:${port}`));
  // what listens everywhere listens on this machine, too, where monitors ask; but pages from here are not trusted
  const here = EVERYWHERE.has(bound) ? LOOPBACK_NAMES.map((name) => new URL(`http://${name}:${port}`)) : [];
  const trusted = [...addresses, ...direct.filter(({ hostname }) => isLoopback(hostname))];
  return {
    hosts: new Set([...addresses, ...direct, ...here].flatMap(spellings)),
    origins: new Set(trusted.map(({ origin }) => origin)),
  };
}

function isAllowedHost(request: Request, hosts: Hosts): boolean {
  // twice the header is one value with a comma in it, which is nobody's name
  const written = request.headers.get('host')?.toLowerCase();
  if (written === undefined || !hosts.hosts.has(written)) return false;
  // the URL has another host if the first line of the request named a whole URL
  const called = new URL(request.url);
  return (
    called.username === '' && called.password === '' && called.host === new URL(`${called.protocol}//${written}`).host
  );
}

/**
 * The answer for a request that a foreign web page may have sent; undefined for all others. What counts is the header
 * `Host` as it came, not the URL that was made from it, where much of what is odd about it can no longer be seen; but the
 * two must agree. No `Origin` is fine, for only browsers send it.
 */
export function checkHost(request: Request, hosts: Hosts): Response | undefined {
  if (!isAllowedHost(request, hosts))
    return refusing(
      403,
      'This server does not answer under that host name. Its administrator can allow it with "--allowed-host".',
    );
  const origin = request.headers.get('origin')?.toLowerCase();
  if (origin !== undefined && !hosts.origins.has(origin))
    return refusing(403, 'This server does not answer web pages from elsewhere.');
  return undefined;
}
