import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHost, type HostsOptions, hostsFor, isLoopback } from '../../../src/http/guards/hosts.ts';
import { Refusal } from '../../../src/refusal.ts';
import { serving, statusFor } from '../wire.ts';

const LOCAL = { host: '127.0.0.1', port: 8326, allowedHosts: [] };
const PUBLIC = { host: '192.0.2.1', port: 8326, allowedHosts: ['context.example.com'] };

const namesOf = (options: HostsOptions): string[] => [...hostsFor(options).hosts].sort();
const originsOf = (options: HostsOptions): string[] => [...hostsFor(options).origins].sort();

/** The status of a request with this Host and Origin; 200 when nothing speaks against it. */
function statusOf(options: HostsOptions, host: string | undefined, origin?: string): number {
  const headers = new Headers();
  if (host !== undefined) headers.set('host', host);
  if (origin !== undefined) headers.set('origin', origin);
  const hosts = hostsFor(options);
  // the URL is the one that belongs to the name, so that the header alone decides
  const [first = 'localhost'] = hosts.hosts;
  const url = host !== undefined && hosts.hosts.has(host.toLowerCase()) ? host : first;
  return checkHost(new Request(`http://${url}/mcp`, { headers }), hosts)?.status ?? 200;
}

describe('the names of a server', () => {
  test('are those of this machine, with its port, when it listens for this machine alone', () => {
    const names = ['127.0.0.1:8326', '[::1]:8326', 'localhost:8326'];
    for (const host of ['127.0.0.1', '::1', '[::1]', 'localhost', 'LOCALHOST'])
      expect(namesOf({ ...LOCAL, host })).toEqual(names);
    expect(originsOf(LOCAL)).toEqual(names.map((name) => `http://${name}`));
  });

  test('have the address that it listens on among them when that is another one of this machine', () => {
    expect(namesOf({ ...LOCAL, host: '127.0.0.5' })).toContain('127.0.0.5:8326');
  });

  test('need no port where it is the default one, in origins never', () => {
    expect(namesOf({ ...LOCAL, port: 80 })).toContain('localhost');
    expect(namesOf({ ...LOCAL, port: 80 })).toContain('localhost:80');
    expect(originsOf({ ...LOCAL, port: 80 })).toEqual(['http://127.0.0.1', 'http://[::1]', 'http://localhost']);
  });

  test('are only the allowed ones when others reach it, trusted as pages by https alone', () => {
    expect(namesOf(PUBLIC)).toEqual(['context.example.com', 'context.example.com:443', 'context.example.com:8326']);
    expect(originsOf(PUBLIC)).toEqual(['https://context.example.com']);
    expect(namesOf({ ...PUBLIC, allowedHosts: [] })).toEqual([]);
  });

  test('have exactly the port that was allowed with them', () => {
    const options = { ...PUBLIC, allowedHosts: ['Context.example.com:9000'] };
    expect(namesOf(options)).toEqual(['context.example.com:9000']);
    expect(originsOf(options)).toEqual(['https://context.example.com:9000']);
  });

  test('are allowed on this machine by http, also when others reach it', () => {
    const options = { ...PUBLIC, allowedHosts: ['localhost'] };
    expect(namesOf(options)).toEqual(['localhost', 'localhost:80', 'localhost:8326']);
    expect(originsOf(options)).toEqual(['http://localhost', 'http://localhost:8326']);
  });

  test('include the public one, whose pages are trusted as it is written', () => {
    const options = { ...PUBLIC, allowedHosts: [], publicUrl: 'https://Tools.example.com/context/' };
    expect(namesOf(options)).toEqual(['tools.example.com', 'tools.example.com:443']);
    expect(originsOf(options)).toEqual(['https://tools.example.com']);
    expect(originsOf({ ...options, publicUrl: new URL('http://intranet:8080') })).toEqual(['http://intranet:8080']);
  });

  test('with letters of other languages are known as browsers send them', () => {
    expect(namesOf({ ...PUBLIC, allowedHosts: ['bücher.example'] })).toContain('xn--bcher-kva.example');
  });

  test.each(['https://context.example.com', '*.example.com', 'a.example/', 'me@a.example', 'a.example.', 'a b', ''])(
    'cannot be %j, and what is right is said',
    (name) => {
      expect(() => hostsFor({ ...PUBLIC, allowedHosts: [name] })).toThrow(Refusal);
      expect(() => hostsFor({ ...PUBLIC, allowedHosts: [name] })).toThrow(/Write it like/);
    },
  );

  test.each(['a.example:0', 'a.example:99999', 'a.example\\', 'a.example.:80', '::1', 'a,b@c'])(
    'cannot be %j either',
    (name) => expect(() => hostsFor({ ...PUBLIC, allowedHosts: [name] })).toThrow(Refusal),
  );

  test.each(['context.example.com', 'ftp://context.example.com', 'https://me:pass@a.example', 'https://a.example./'])(
    'do not come from the public URL %j',
    (publicUrl) => expect(() => hostsFor({ ...PUBLIC, publicUrl })).toThrow(Refusal),
  );
});

test('what listens everywhere answers its own machine, and trusts no page from there', () => {
  for (const host of ['0.0.0.0', '::', '[::]']) {
    const { hosts, origins } = hostsFor({ ...PUBLIC, host });
    for (const name of ['localhost:8326', '127.0.0.1:8326', '[::1]:8326']) expect(hosts).toContain(name);
    expect([...origins]).toEqual([...hostsFor(PUBLIC).origins]);
  }
});

test('only names of this machine are reached by nobody else', () => {
  const isLocal = (host: string): boolean => isLoopback(host);
  expect(['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]'].every(isLocal)).toBe(true);
  expect(['0.0.0.0', '::', '', '192.168.1.5', 'localhost.example.com', '127.0.0.1.example.com'].some(isLocal)).toBe(
    false,
  );
});

describe('a request', () => {
  test.each(['localhost:8326', '127.0.0.1:8326', '[::1]:8326', 'LocalHost:8326'])('for %j is answered', (host) => {
    expect(statusOf(LOCAL, host)).toBe(200);
  });

  test.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8326',
    'localhost',
    'localhost:80',
    'localhost:0',
    'localhost:08326',
    'localhost:8326:8326',
    'localhost:',
    'localhost.:8326',
    'localhost.evil.example:8326',
    '127.0.0.1.evil.example:8326',
    'evil.example@localhost:8326',
    'localhost:8326@evil.example',
    'localhost:8326/',
    'localhost:8326#',
    'localhost:8326, localhost:8326',
    'localhost:8326, evil.example',
    'http://localhost:8326',
    '0.0.0.0:8326',
    '127.1:8326',
    '2130706433:8326',
    '0x7f.1:8326',
    '::1:8326',
    '[::1%lo]:8326',
    '[0:0:0:0:0:0:0:1]:8326',
    '[::ffff:127.0.0.1]:8326',
    'null',
    'context.example.com',
  ])('for %j is refused by a server for this machine', (host) => {
    expect(statusOf(LOCAL, host)).toBe(403);
  });

  test('is refused whatever its host is, unless that is in the list', () => {
    const names = namesOf(LOCAL);
    const near = fc
      .tuple(
        fc.constantFrom(...names),
        fc.nat(16),
        fc.string({ unit: fc.constantFrom(...'.:@[]/ ,0aé\t%'), maxLength: 3 }),
      )
      .map(([name, at, odd]) => `${name.slice(0, at)}${odd}${name.slice(at)}`);
    const anything = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)) });
    fc.assert(
      fc.property(fc.oneof(near, anything), (host) => {
        // spaces around a value are no part of it
        const expected = names.includes(host.trim().toLowerCase()) ? 200 : 403;
        expect(statusOf(LOCAL, host.trim())).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['http://localhost:8326', 200],
    ['http://127.0.0.1:8326', 200],
    ['HTTP://LOCALHOST:8326', 200],
    ['https://localhost:8326', 403],
    ['http://localhost', 403],
    ['http://localhost:3000', 403],
    ['http://localhost:8326/', 403],
    ['http://evil.example', 403],
    ['http://localhost:8326.evil.example', 403],
    ['http://localhost:8326, http://evil.example', 403],
    ['null', 403],
    ['', 403],
    ['file://', 403],
    ['vscode-webview://anything', 403],
  ])('from a page of %j gets %i', (origin, status) => {
    expect(statusOf(LOCAL, 'localhost:8326', origin)).toBe(status);
  });

  test('from a page reached without encryption is refused by a server that others reach', () => {
    expect(statusOf(PUBLIC, 'context.example.com', 'https://context.example.com')).toBe(200);
    expect(statusOf(PUBLIC, 'context.example.com', 'http://context.example.com')).toBe(403);
    expect(statusOf(PUBLIC, 'context.example.com', 'https://localhost')).toBe(403);
  });

  test('gets no word of what it sent, and no permission for other pages', async () => {
    const headers = { host: 'evil-canary.example', origin: 'https://evil-canary.example' };
    const answer = checkHost(new Request('http://evil-canary.example/', { headers }), hostsFor(LOCAL));
    expect([...(answer?.headers.keys() ?? [])].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(await answer?.text()).not.toContain('canary');
  });
});

describe('on a socket', () => {
  const options = { ...LOCAL, port: 80 };
  const served = (): Promise<number> =>
    serving((request) => checkHost(request, hostsFor(options)) ?? new Response('', { status: 200 }));
  const asked = async (target: string, ...hosts: readonly string[]): Promise<number> => {
    const lines = hosts.map((host) => `Host: ${host}\r\n`).join('');
    return statusFor(await served(), `GET ${target} HTTP/1.1\r\n${lines}Connection: close\r\n\r\n`);
  };

  test('a request with one good name is answered', async () => {
    expect(await asked('/', 'localhost')).toBe(200);
    expect(await asked('/', 'LOCALHOST:80')).toBe(200);
    expect(await asked('/', '[::1]')).toBe(200);
    expect(await asked('http://localhost/mcp', 'localhost')).toBe(200);
  });

  test('a second name is refused, in whichever order and even if it is the same', async () => {
    expect(await asked('/', 'localhost', 'evil.example')).toBe(403);
    expect(await asked('/', 'evil.example', 'localhost')).toBe(403);
    expect(await asked('/', 'localhost', 'localhost')).toBe(403);
  });

  test('a first line that names another host than the header is refused', async () => {
    expect(await asked('http://evil.example/mcp', 'localhost')).toBe(403);
    expect(await asked('http://localhost/mcp', 'evil.example')).toBe(403);
    expect(await asked('http://me@localhost/mcp', 'localhost')).toBe(403);
    expect(await asked('http://:pass@localhost/mcp', 'localhost')).toBe(403);
    expect(await asked('http://localhost:81/mcp', 'localhost')).toBe(403);
  });

  test('a request without a name is refused, also in the words of HTTP 1.0', async () => {
    expect(await asked('/')).toBe(400);
    expect(await statusFor(await served(), 'GET / HTTP/1.0\r\n\r\n')).toBe(400);
  });

  test.each(['1.2.3.4.5', 'a..b', 'localhost:99999', '[::1', 'localhost\\', '%', 'é'])(
    'the odd name %j takes nothing down',
    async (host) => {
      const status = await asked('/', host);
      expect([400, 403]).toContain(status);
      expect(await asked('/', 'localhost')).toBe(200);
    },
  );
});
