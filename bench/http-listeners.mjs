// Many clients that wait to be told of a change: sessions of 2025 with a stream each, and streams of 2026.
import { appendFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openConnection } from './http-connection.mjs';
import { beginSession, bodylessOf, requestOf } from './http-requests.mjs';
import { EDITED } from './library.mjs';

const ERAS = [2025, 2026];
const URI = `team://library/${EDITED.join('/')}`;
const OPENED_AT_ONCE = 50;
/** Longer than anything that tells twice would wait. */
const SETTLE_MS = 2_500;
const MOST_MS = 30_000;

/** A listener, when its stream is open: `told` is when it was told of the change, each time. */
function listen(port, { method, headers, body }, era) {
  const listener = { era, told: [], close: () => undefined };
  return new Promise((done, fail) => {
    const outgoing = request({ port, host: '127.0.0.1', path: '/mcp', method, headers, agent: false }, (incoming) => {
      if (incoming.statusCode !== 200) fail(new Error(`There is no stream: ${incoming.statusCode}`));
      let rest = '';
      incoming.setEncoding('utf8').on('data', (text) => {
        const events = (rest + text).split('\n\n');
        rest = events.pop();
        for (const event of events) if (event.includes('resources/updated')) listener.told.push(performance.now());
      });
      incoming.on('error', () => undefined);
      listener.close = () => incoming.destroy();
      done(listener);
    });
    outgoing.once('error', fail).end(body);
  });
}

async function openSessionListener(port) {
  const connection = await openConnection(port);
  const session = await beginSession(connection);
  const subscription = { method: 'resources/subscribe', params: { uri: URI } };
  await connection.ask(requestOf(2025, subscription, { session }));
  connection.close();
  return listen(port, bodylessOf('GET', { session }), 2025);
}

function openStreamListener(port) {
  const notifications = { promptsListChanged: true, resourcesListChanged: true, resourceSubscriptions: [URI] };
  const asked = requestOf(2026, { method: 'subscriptions/listen', params: { notifications } });
  return listen(port, asked, 2026);
}

async function openMany(open, count) {
  const opened = [];
  while (opened.length < count) {
    const next = Array.from({ length: Math.min(OPENED_AT_ONCE, count - opened.length) }, open);
    opened.push(...(await Promise.all(next)));
  }
  return opened;
}

async function change(library, listeners, at) {
  for (const listener of listeners) listener.told = [];
  appendFileSync(join(library, ...EDITED), `\nChange ${at} of those that everybody hears of.\n`);
  const saved = performance.now();
  const isOver = () => listeners.every(({ told }) => told.length > 0) || performance.now() - saved > MOST_MS;
  while (!isOver()) await wait(20);
  await wait(SETTLE_MS);
  return ERAS.map((era) => {
    const ofEra = listeners.filter((listener) => listener.era === era);
    const times = ofEra.flatMap(({ told }) => told.map((time) => time - saved));
    const once = ofEra.filter(({ told }) => told.length === 1).length;
    return { era, first: Math.min(...times), last: Math.max(...times), once, clients: ofEra.length };
  });
}

const gaugeIn = (page, name) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(page)?.[1]);

async function countsOf({ port }) {
  const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return { sessions: gaugeIn(page, 'team_context_sessions'), streams: gaugeIn(page, 'team_context_streams') };
}

/** Streams that the server still holds some time after all clients have gone. */
async function streamsLeft(server) {
  const until = performance.now() + MOST_MS;
  let { streams } = await countsOf(server);
  while (streams > 0 && performance.now() < until) {
    await wait(100);
    ({ streams } = await countsOf(server));
  }
  return streams;
}

/** Opens as many clients of each era, changes a file several times, and says when they were told and what they cost. */
export async function measureListeners(server, library, { clients, changes }) {
  const idle = await server.order('memory');
  const sessions = await openMany(() => openSessionListener(server.port), clients);
  const withSessions = await server.order('memory');
  const streams = await openMany(() => openStreamListener(server.port), clients);
  const withAll = await server.order('memory');
  const held = await countsOf(server);
  const listeners = [...sessions, ...streams];
  await wait(SETTLE_MS);
  const told = [];
  for (let at = 0; at < changes; at++) told.push(...(await change(library, listeners, at)));
  for (const { close } of listeners) close();
  return {
    told,
    held,
    left: await streamsLeft(server),
    bytes: { 2025: (withSessions.used - idle.used) / clients, 2026: (withAll.used - withSessions.used) / clients },
  };
}
