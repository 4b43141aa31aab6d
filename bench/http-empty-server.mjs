// What every server on the SDK costs over HTTP: one tool that answers nothing, in both eras, and nothing in front of it.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import {
  createMcpHandler,
  isLegacyRequest,
  McpServer,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { z } from 'zod';

function build() {
  const server = new McpServer({ name: 'empty', version: '1.0.0' });
  server.registerTool(
    'search',
    { inputSchema: z.object({ query: z.string() }), outputSchema: z.object({ results: z.array(z.string()) }) },
    () => ({
      content: [{ type: 'text', text: '{"results":[]}' }],
      structuredContent: { results: [] },
    }),
  );
  return server;
}

const sessions = new Map();

async function begin() {
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    onsessioninitialized: (id) => void sessions.set(id, transport),
  });
  transport.onclose = () => sessions.delete(transport.sessionId);
  await build().connect(transport);
  return transport;
}

const modern = createMcpHandler(build, { legacy: 'reject' });

async function answer(request) {
  const parsedBody = request.method === 'POST' ? await request.json() : undefined;
  if (!(await isLegacyRequest(request, parsedBody))) return modern.fetch(request, { parsedBody });
  const transport = sessions.get(request.headers.get('mcp-session-id')) ?? (await begin());
  return transport.handleRequest(request, { parsedBody });
}

const respond = getRequestListener(answer, { overrideGlobalObjects: false });
const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
