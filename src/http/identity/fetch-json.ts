import { oneLine } from '../../library/text/one-line.ts';

/** How the issuer is asked. */
export interface Asking {
  readonly fetch: typeof fetch;
  /** Ends the asking, whatever has arrived by then. */
  readonly signal: AbortSignal;
}

interface Answer {
  readonly status: number;
  /** Undefined when there are too many of them, or the status is not 200. */
  readonly bytes: Uint8Array | undefined;
}

/** More than any issuer's metadata or list of keys needs. */
const MOST_BYTES = 256 * 1024;

/** Leaving the loop early cancels what is still to come. */
async function bounded(body: NonNullable<Response['body']>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function answerAt(url: URL, { fetch, signal }: Asking): Promise<Answer> {
  // the keys have to come from where the issuer says, so no redirect is followed
  const response = await fetch(url, { headers: { accept: 'application/json' }, signal, redirect: 'manual' });
  const { status, body } = response;
  if (body === null) return { status, bytes: new Uint8Array() };
  if (status === 200) return { status, bytes: await bounded(body) };
  await body.cancel();
  return { status, bytes: undefined };
}

/** The code of the system where there is one, otherwise what fetching itself says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return 'code' in error ? oneLine(error.code, 40) : oneLine(error.message, 80);
}

/**
 * What lies at an address of the issuer. Throws an Error whose message is a sentence for the administrator: the issuer
 * cannot be reached or is too slow, redirects, or sends too much or something else than JSON.
 */
export async function fetchJson(url: URL, asking: Asking): Promise<unknown> {
  const { status, bytes } = await answerAt(url, asking).catch((error: unknown) => {
    if (asking.signal.aborted) throw new Error(`${url.origin} does not answer in time.`);
    throw new Error(`${url.origin} cannot be reached (${reasonOf(error)}).`);
  });
  if (status !== 200) throw new Error(`${url.href} answers with status ${status}.`);
  if (bytes === undefined) throw new Error(`${url.href} answers with more than ${MOST_BYTES} bytes.`);
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return read;
  } catch {
    throw new Error(`${url.href} does not answer with JSON.`);
  }
}
