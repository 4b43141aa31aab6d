// The requests that are measured, as bytes on the wire.
import { generator, wordAt } from './library.mjs';

const REVISIONS = { 2026: '2026-07-28', 2025: '2025-11-25' };
const CLIENT = { name: 'bench', version: '1' };
const META = {
  'io.modelcontextprotocol/protocolVersion': REVISIONS[2026],
  'io.modelcontextprotocol/clientInfo': CLIENT,
  'io.modelcontextprotocol/clientCapabilities': {},
};
const COMMON_WORDS = 2_000;
const WORDS_A_QUESTION = 3;

/** Of the library that library.mjs writes: the number of a document says its folder and its group. */
const uriOfDocument = (number) => `team://library/context/brand/group-${number % 20}/document-${number}.md`;

/** What each kind of request asks for: something else each time, and the same in every run. */
export function requestKinds(documents) {
  const random = generator(documents);
  const below = (end) => Math.floor(random() * end);
  const sixth = () => 6 * below(Math.floor(documents / 6));
  const question = () => Array.from({ length: WORDS_A_QUESTION }, () => wordAt(below(COMMON_WORDS))).join(' ');
  return {
    'tools/call search': () => ({ name: 'search', arguments: { query: question() } }),
    'prompts/get': () => ({ name: `document-${sixth() + 5}`, arguments: {} }),
    'resources/read': () => ({ uri: uriOfDocument(sixth()) }),
    'prompts/list': () => ({}),
  };
}

/** The one request that the empty server answers. */
export const EMPTY_KIND = 'tools/call search';

/** A request of either era. `who` has the session's id, and the member's token and address, where there are any. */
export function requestOf(era, { method, params, id = 1 }, who = {}) {
  const content = era === 2026 ? { ...params, _meta: META } : params;
  const message = { jsonrpc: '2.0', ...(id === null ? {} : { id }), method, params: content };
  const name = params?.name ?? params?.uri;
  const modern = { 'mcp-method': method, ...(name === undefined ? {} : { 'mcp-name': name }) };
  const headers = { ...headersOf(era, who), 'content-type': 'application/json', ...(era === 2026 ? modern : {}) };
  return { method: 'POST', headers, body: JSON.stringify(message) };
}

/** What has no body: `GET` opens the stream of a session, `DELETE` ends it. */
export const bodylessOf = (method, who) => ({ method, headers: headersOf(2025, who), body: '' });

function headersOf(era, { session, token, address }) {
  return {
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': REVISIONS[era],
    ...(session === undefined ? {} : { 'mcp-session-id': session }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(address === undefined ? {} : { 'x-forwarded-for': address }),
  };
}

/** Begins a session on a connection; its id. */
export async function beginSession(connection) {
  const params = { protocolVersion: REVISIONS[2025], capabilities: {}, clientInfo: CLIENT };
  const { head } = await connection.ask(requestOf(2025, { method: 'initialize', params }));
  const [, session] = /^mcp-session-id: (\S+)/im.exec(head) ?? [];
  if (session === undefined) throw new Error(`There is no session: ${head}`);
  await connection.ask(requestOf(2025, { method: 'notifications/initialized', id: null }, { session }));
  return session;
}
