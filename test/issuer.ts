import { generateKeyPairSync, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** What every token of the test issuer is for, unless it is told otherwise. */
export const AUDIENCE = 'https://context.example.com';

export interface IssuerKey {
  readonly algorithm: Algorithm;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export interface TokenParts {
  readonly key?: IssuerKey;
  /** Beside `alg`, `kid` and `typ`; undefined leaves one of them out. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Beside those of a member who may read; undefined leaves one of them out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface IssuerOptions {
  /** Below the address of the host; none by default. */
  readonly path?: string;
  /** Where the metadata lies; that of RFC 8414 by default. */
  readonly metadataPath?: string;
}

/** An identity provider on this machine: metadata and keys over HTTP, and tokens without asking anybody. */
export interface Issuer {
  /** As it writes itself in `iss`. */
  readonly name: string;
  readonly url: URL;
  readonly metadataPath: string;
  /** The paths that were asked for. */
  readonly requests: readonly string[];
  key(algorithm: Algorithm): IssuerKey;
  token(parts?: TokenParts): string;
  /** From now on there are new keys, and the old ones are gone. */
  rotate(): void;
  /** Answers at this path in another way. */
  answer(path: string, listener: RequestListener): void;
  /** Lets nobody connect, until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Where the keys lie. */
export const KEYS_PATH = '/keys';

const rsaKeys = new Map<string, IssuerKey>();

function makeKey(algorithm: Algorithm, kid: string): IssuerKey {
  const make = {
    RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: () => generateKeyPairSync('ed25519'),
  };
  // RSA keys take long to make, so the issuers of one process share them
  const key = rsaKeys.get(kid) ?? { algorithm, kid, ...make[algorithm]() };
  if (algorithm === 'RS256') rsaKeys.set(kid, key);
  return key;
}

export function publicJwk({ publicKey, kid, algorithm }: IssuerKey): JsonWebKey {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: algorithm, use: 'sig' };
}

export const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token of these texts, signed with this key whatever the header says. */
export function signed(header: string, claims: string, { privateKey, algorithm }: IssuerKey): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign(algorithm === 'EdDSA' ? null : 'sha256', Buffer.from(text), key);
  return `${text}.${signature.toString('base64url')}`;
}

/** Close it with `stop`. */
export async function startIssuer({ path = '', metadataPath }: IssuerOptions = {}): Promise<Issuer> {
  const metadataAt = metadataPath ?? `/.well-known/oauth-authorization-server${path}`;
  const answers = new Map<string, RequestListener>();
  const requests: string[] = [];
  let generation = 0;
  let keys: readonly IssuerKey[] = [];
  const rotate = (): void => {
    generation += 1;
    keys = ALGORITHMS.map((algorithm) => makeKey(algorithm, `${algorithm}-${generation}`));
  };
  rotate();

  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    const answer = answers.get(request.url ?? '');
    if (answer !== undefined) return answer(request, response);
    response.writeHead(404).end('Nothing lies here.');
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = portOf(server.address());
  const host = `http://127.0.0.1:${port}`;
  const name = `${host}${path}`;

  const json =
    (value: () => unknown): RequestListener =>
    (_, response) =>
      void response.setHeader('content-type', 'application/json').end(JSON.stringify(value()));
  answers.set(
    metadataAt,
    json(() => ({ issuer: name, jwks_uri: `${host}${KEYS_PATH}`, response_types_supported: ['code'] })),
  );
  answers.set(
    KEYS_PATH,
    json(() => ({ keys: keys.map(publicJwk) })),
  );

  const keyFor = (algorithm: Algorithm): IssuerKey => {
    const key = keys.find((each) => each.algorithm === algorithm);
    if (key === undefined) throw new Error(`The test issuer has no key for ${algorithm}.`);
    return key;
  };
  return {
    name,
    url: new URL(name),
    metadataPath: metadataAt,
    requests,
    key: keyFor,
    token({ key = keyFor('ES256'), header, claims } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const about = { iss: name, aud: AUDIENCE, sub: 'u-1', client_id: 'desktop', iat: now, exp: now + 300 };
      return signed(
        JSON.stringify({ alg: key.algorithm, kid: key.kid, typ: 'at+jwt', ...header }),
        JSON.stringify({ ...about, scope: 'read', ...claims }),
        key,
      );
    },
    rotate,
    answer: (at, listener) => void answers.set(at, listener),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () => listen(port),
  };
}

function portOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The test issuer has no port.');
  return address;
}
