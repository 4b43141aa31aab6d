// Whether memory grows with the requests that were answered.
import { measureLoad } from './http-load.mjs';

const CONNECTIONS = 8;
/** Requests after which all sessions are ended and others begun. */
const A_BATCH = 500;

/** Memory after each of these numbers of requests: all kinds by turns, half of them in sessions, which come and go. */
export async function measureMemory(server, kinds, steps) {
  const makers = Object.entries(kinds);
  const measured = [];
  let answered = 0;
  for (const [at, step] of steps.entries()) {
    for (; answered < step; answered += A_BATCH) {
      const batch = answered / A_BATCH;
      const [method, paramsOf] = makers[(batch >> 1) % makers.length];
      const era = batch % 2 === 0 ? 2026 : 2025;
      await measureLoad(server, {
        era,
        method: method.split(' ')[0],
        paramsOf,
        connections: CONNECTIONS,
        count: A_BATCH,
      });
    }
    measured.push({ requests: steps[at], ...(await server.order('memory')) });
  }
  return measured;
}
