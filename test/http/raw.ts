import { lineTo } from './wire.ts';

/** An answer as it came over the wire. */
export interface Reply {
  /** 0 when the connection was closed without any. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Everything, and what came behind it. */
  readonly text: string;
}

export interface Written {
  readonly method?: string;
  /** The request's target, as it stands in its first line. */
  readonly target?: string;
  /** Instead of those that a good client sends, or beside them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whole lines, for headers that no record can hold. */
  readonly lines?: readonly string[];
  readonly body?: string;
}

/** A request as a client writes it, which wants the connection closed when it has its answer. */
export function written(port: number, { method = 'GET', target = '/mcp', headers, lines = [], body }: Written): string {
  const all = {
    host: `127.0.0.1:${port}`,
    connection: 'close',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const head = [...Object.entries(all).map(([name, value]) => `${name}: ${value}`), ...lines];
  return `${method} ${target} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body ?? ''}`;
}

/** A POST of this text to the protocol. */
export function posted(port: number, body: string, more: Written = {}): string {
  const headers = {
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    ...more.headers,
  };
  return written(port, { method: 'POST', ...more, headers, body });
}

function read(text: string): Reply {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(first.split(' ')[1] ?? 0), headers: new Map(headers), body: rest.join('\r\n\r\n'), text };
}

/** Says all of this on a new connection, and what is answered until the other side closes it. */
export async function say(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<Reply> {
  const { socket, closed, received } = lineTo(port);
  for (const part of parts) socket.write(part);
  await closed;
  return read(received());
}

/** How many answers there are, one behind the other. */
export function answersIn({ text }: Reply): number {
  return text.match(/HTTP\/1\.1 \d{3} /g)?.length ?? 0;
}

export function portOf(url: string): number {
  return Number(new URL(url).port);
}
