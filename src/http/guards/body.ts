import type { Limits } from '../limits.ts';
import { refusing } from '../refusing.ts';
import { isDeeperThan } from './json-depth.ts';

export type BodyLimits = Pick<Limits, 'bodyBytes' | 'bodyMs' | 'depth' | 'batch' | 'uriLength'>;

/** Codes of JSON-RPC 2.0. */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** Characters of the id of a message. Some are kept for as long as a session lasts. */
const LONGEST_ID = 256;

/** What is made ready for a body whose length is not known yet. */
const FIRST_BYTES = 4_096;

function invalid(code: number, message: string): Response {
  const { status, headers } = refusing(400, message);
  return Response.json({ jsonrpc: '2.0', error: { code, message }, id: null }, { status, headers });
}

function tooLarge({ bodyBytes }: BodyLimits): Response {
  return refusing(413, `The body of a request has at most ${bodyBytes} bytes.`);
}

/** The answer for a body that is not even looked at. */
function refuseByHeaders({ headers }: Request, limits: BodyLimits): Response | undefined {
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    return refusing(415, 'The body of a request is JSON: send the header "Content-Type: application/json".');
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity')
    return refusing(415, 'The body of a request is not compressed: leave out the header "Content-Encoding".', {
      'accept-encoding': 'identity',
    });
  return Number(headers.get('content-length') ?? 0) > limits.bodyBytes ? tooLarge(limits) : undefined;
}

/** Gathers bytes in one place, so that a body that comes in crumbs takes no more room than one that comes whole. */
function openBuffer(most: number): { add(bytes: Uint8Array): boolean; bytes(): Uint8Array } {
  let buffer = new Uint8Array(Math.min(FIRST_BYTES, most));
  let length = 0;
  return {
    /** False when they are too many. */
    add(bytes) {
      const needed = length + bytes.length;
      if (needed > most) return false;
      if (needed > buffer.length) {
        const larger = new Uint8Array(Math.min(most, Math.max(needed, 2 * buffer.length)));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(bytes, length);
      length = needed;
      return true;
    },
    bytes: () => buffer.subarray(0, length),
  };
}

const NOT_WHOLE = 'The body of the request ended before it was whole.';

/** The body at once, without a stream in between, which would double what it costs to take in a request. */
async function receiveWhole(request: Request, limits: BodyLimits): Promise<Uint8Array | Response> {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > limits.bodyBytes ? tooLarge(limits) : bytes;
  } catch {
    // only the connection fails here, and then hardly anybody reads the answer
    return refusing(400, NOT_WHOLE);
  }
}

async function receiveParts(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limits: BodyLimits,
): Promise<Uint8Array | Response> {
  const buffer = openBuffer(limits.bodyBytes);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return buffer.bytes();
      if (!buffer.add(value)) return tooLarge(limits);
    }
  } catch {
    // only the connection fails here, and then hardly anybody reads the answer
    return refusing(400, NOT_WHOLE);
  }
}

/** All bytes of the body; nothing more is read once there is an answer without them. */
async function readBytes(request: Request, limits: BodyLimits): Promise<Uint8Array | Response> {
  // what says that it is small is small, by the parser in front of us; in crumbs it takes a little more room, but not much
  const isSmall = Number(request.headers.get('content-length') ?? Number.NaN) <= FIRST_BYTES;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = isSmall ? undefined : request.body?.getReader();
  const receiving = reader === undefined ? receiveWhole(request, limits) : receiveParts(reader, limits);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Response>((resolve) => {
    const answer = (): void =>
      resolve(
        refusing(408, `The body of a request arrives within ${limits.bodyMs / 1_000} s.`, { connection: 'close' }),
      );
    timer = setTimeout(answer, limits.bodyMs);
  });
  const received = await Promise.race([receiving, late]);
  clearTimeout(timer);
  if (received instanceof Response) reader?.cancel().catch(() => undefined);
  return received;
}

/** Takes away the keys with which a value that is copied field by field would change what it inherits. */
function dropPrototypes(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const each of Array.isArray(value) ? value : Object.values(value)) dropPrototypes(each);
}

function parse(bytes: Uint8Array): { readonly message: unknown } | Response {
  try {
    return { message: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return invalid(PARSE_ERROR, 'The body of the request is not JSON in UTF-8.');
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

/** The URIs that a message names: of a resource, of a completion's template, of what it listens to. */
function urisOf(message: object): unknown[] {
  const params = fieldOf(message, 'params');
  const listening = fieldOf(fieldOf(params, 'notifications'), 'resourceSubscriptions');
  return [
    fieldOf(params, 'uri'),
    fieldOf(fieldOf(params, 'ref'), 'uri'),
    ...(Array.isArray(listening) ? listening : []),
  ];
}

function refuseMessage(message: unknown, limits: BodyLimits): Response | undefined {
  const all: readonly unknown[] = Array.isArray(message) ? message : [message];
  if (all.length === 0 || !all.every(isObject))
    return invalid(INVALID_REQUEST, 'The body of a request is a JSON-RPC message, or a list of them.');
  if (all.length > limits.batch) return refusing(400, `The body of a request has at most ${limits.batch} messages.`);
  const isLong = (uri: unknown): boolean => typeof uri === 'string' && uri.length > limits.uriLength;
  if (all.flatMap(urisOf).some(isLong)) return refusing(400, `A URI has at most ${limits.uriLength} characters.`);
  const ids = all.map((each) => fieldOf(each, 'id'));
  return ids.some((id) => typeof id === 'string' && id.length > LONGEST_ID)
    ? refusing(400, `The id of a message has at most ${LONGEST_ID} characters.`)
    : undefined;
}

/**
 * What a POST brings: one JSON-RPC message, or a list of a few, or the answer for a request that brings something else, too
 * much, or too slowly. Nothing in the answer repeats what came.
 */
export async function readMessage(
  request: Request,
  limits: BodyLimits,
): Promise<{ readonly message: unknown } | Response> {
  const bytes = refuseByHeaders(request, limits) ?? (await readBytes(request, limits));
  if (bytes instanceof Response) return bytes;
  if (isDeeperThan(limits.depth, bytes))
    return refusing(400, `A message has at most ${limits.depth} objects and lists within each other.`);
  const parsed = parse(bytes);
  if (parsed instanceof Response) return parsed;
  dropPrototypes(parsed.message);
  return refuseMessage(parsed.message, limits) ?? parsed;
}
