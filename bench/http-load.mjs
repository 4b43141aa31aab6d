// Keeps a server busy over some connections, and measures how it answers.
import { openConnection } from './http-connection.mjs';
import { beginSession, bodylessOf, requestOf } from './http-requests.mjs';
import { percentile } from './statistics.mjs';

/** Fails for anything but an answer with what was asked for: a fast refusal must not pass for speed. */
function check({ status, body }) {
  if (status === 200 && body.includes('"result":') && !body.includes('"isError":true')) return;
  throw new Error(`A request failed: ${status} ${body.toString('utf8', 0, 300)}`);
}

/**
 * Answers `count` requests of a kind over `connections`, each of which asks again when it has its answer; those of 2025 each
 * in a session of its own. Milliseconds, and microseconds of the server's processor time a request.
 */
export async function measureLoad(server, { era, method, paramsOf, connections, count }) {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(server, era)));
  const times = [];
  let asked = 0;
  const keepAsking = async ({ connection, session }) => {
    while (asked < count) {
      const who = { session, ...server.members?.[asked % server.members.length] };
      asked++;
      const request = requestOf(era, { method, params: paramsOf() }, who);
      const began = performance.now();
      const answer = await connection.ask(request);
      times.push(performance.now() - began);
      check(answer);
    }
  };
  const processor = await server.order('processor');
  const began = performance.now();
  await Promise.all(clients.map(keepAsking));
  const seconds = (performance.now() - began) / 1_000;
  const used = (await server.order('processor')) - processor;
  await Promise.all(clients.map(closeClient));
  return { times, perSecond: count / seconds, processor: used / count };
}

async function openClient({ port }, era) {
  const connection = await openConnection(port);
  return era === 2025 ? { connection, session: await beginSession(connection) } : { connection };
}

async function closeClient({ connection, session }) {
  if (session !== undefined) await connection.ask(bodylessOf('DELETE', { session }));
  connection.close();
}

/** Several rounds of the same as one. */
export function together(rounds) {
  const times = rounds.flatMap((round) => round.times);
  return {
    perSecond: percentile(
      rounds.map((round) => round.perSecond),
      0.5,
    ),
    processor: percentile(
      rounds.map((round) => round.processor),
      0.5,
    ),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}
