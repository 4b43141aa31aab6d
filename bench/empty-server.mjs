// What every server on the SDK costs: one tool that answers nothing.
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

serveStdio(() => {
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
});
