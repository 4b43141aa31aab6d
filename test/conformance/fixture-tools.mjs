// The tools that the suite calls by name, and that answer at once or while they run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pixelImage, silence, text } from './fixture-content.mjs';

/** Time between two messages of a tool, so that a client gets them one by one. */
const BETWEEN_MS = 50;

/** Words of JSON Schema 2020-12 that have to reach the client as they are. */
const SCHEMA_2020_12 = JSON.parse(readFileSync(join(import.meta.dirname, 'schema-2020-12.json'), 'utf8'));

function embedded(uri, mimeType, words) {
  return { type: 'resource', resource: { uri, mimeType, text: words } };
}

async function logThreeTimes(_given, { mcpReq }) {
  for (const message of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
    await mcpReq.log('info', message);
    await pause(BETWEEN_MS);
  }
  return { content: [text('Three messages were sent.')] };
}

async function reportProgress(_given, { mcpReq }) {
  const progressToken = mcpReq._meta?.progressToken;
  for (const progress of [0, 50, 100]) {
    if (progressToken !== undefined)
      await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
    await pause(BETWEEN_MS);
  }
  return { content: [text('Progress was reported.')] };
}

export const PLAIN_TOOLS = {
  test_simple_text: { call: () => ({ content: [text('This is a simple text response for testing.')] }) },
  test_image_content: { call: () => ({ content: [pixelImage()] }) },
  test_audio_content: { call: () => ({ content: [silence()] }) },
  test_embedded_resource: {
    call: () => ({
      content: [embedded('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
    }),
  },
  test_multiple_content_types: {
    call: () => ({
      content: [
        text('Multiple content types test:'),
        pixelImage(),
        embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
      ],
    }),
  },
  test_error_handling: {
    call: () => ({ content: [text('This tool intentionally returns an error for testing')], isError: true }),
  },
  test_tool_with_logging: { call: logThreeTimes },
  test_logging_tool: { call: logThreeTimes },
  test_tool_with_progress: { call: reportProgress },
  json_schema_2020_12_tool: { schema: SCHEMA_2020_12, call: () => ({ content: [text('ok')] }) },
};
