// One connection that stays open, with one request at a time on it: as little of a client as can be, since it runs on the
// same machine as what it measures.
import { connect } from 'node:net';

const HEAD_ENDS = '\r\n\r\n';
/** The end of a body in chunks. JSON has no line ends within it, so this is nowhere else. */
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/** The answer in these bytes; undefined while it is not whole. */
function answerIn(bytes) {
  const end = bytes.indexOf(HEAD_ENDS);
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const from = end + HEAD_ENDS.length;
  const [, length] = /^content-length: (\d+)/im.exec(head) ?? [];
  const isChunked = length === undefined && /^transfer-encoding: chunked/im.test(head);
  const isWhole = isChunked ? hasLastChunk(bytes, from) : bytes.length >= from + Number(length ?? 0);
  return isWhole ? { status: Number(head.slice(9, 12)), head, body: bytes.subarray(from) } : undefined;
}

/** A body of nothing begins with its last chunk, which the line before it then ends. */
const hasLastChunk = (bytes, from) =>
  bytes
    .subarray(from - 2)
    .subarray(-LAST_CHUNK.length)
    .equals(LAST_CHUNK);

function textOf(port, { method, headers, body }) {
  const all = { host: `127.0.0.1:${port}`, ...headers, ...(body === '' ? {} : { 'content-length': body.length }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} /mcp HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}

/** A connection to a server on this machine. Bodies of requests are ASCII. */
export async function openConnection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((done, fail) => socket.once('connect', done).once('error', fail));
  let waiting;
  let parts = [];
  socket.on('data', (part) => {
    parts.push(part);
    if (parts.length > 1) parts = [Buffer.concat(parts)];
    const answer = answerIn(parts[0]);
    if (answer === undefined) return;
    parts = [];
    waiting.done(answer);
  });
  const lose = () => waiting?.fail(new Error('The server closed the connection.'));
  socket.on('error', lose).on('close', lose);
  return {
    /** The answer: its status, its head as text, its body as bytes as they came. */
    ask: (request) =>
      new Promise((done, fail) => {
        waiting = { done, fail };
        socket.write(textOf(port, request), 'latin1');
      }),
    close: () => socket.destroy(),
  };
}
