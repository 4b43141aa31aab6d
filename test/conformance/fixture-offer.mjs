// Our server with what the suite asks for by name. Prompts and resources are documents of a library wherever we have such.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { getPrompt } from '../../dist/mcp/prompts.js';
import { readResource } from '../../dist/mcp/resources.js';
import { buildServer } from '../../dist/mcp/server.js';
import { Refusal } from '../../dist/refusal.js';
import { pixelImage, pixelResource, text } from './fixture-content.mjs';
import { ASKING_TOOLS, askForContext } from './fixture-questions.mjs';
import { PLAIN_TOOLS } from './fixture-tools.mjs';

const ANYTHING = { type: 'object', properties: {} };

function invalid(message, about = {}) {
  return new ProtocolError(ProtocolErrorCode.InvalidParams, message, about);
}

async function refusingAsWeDo(work, about = {}) {
  try {
    return await work();
  } catch (wrong) {
    throw wrong instanceof Refusal ? invalid(wrong.message, about) : wrong;
  }
}

/** Our prompts have hyphens in their names, and our documents live at addresses of ours. */
function ourPrompt(name) {
  return name.replaceAll('_', '-');
}
function ourUri(uri) {
  return uri.startsWith('test://') ? `${uri.replace('test://', 'team://library/context/')}.md` : uri;
}

/** The prompts that no document can be: with an image, or with a question to the user. */
const OTHER_PROMPTS = {
  test_prompt_with_image: () => ({
    messages: [pixelImage(), text('Please analyze the image above.')].map((content) => ({ role: 'user', content })),
  }),
  test_input_required_result_prompt: ({ mcpReq }) => askForContext(mcpReq.inputResponses),
};

async function readForSuite(surface, uri) {
  if (uri === 'test://static-binary') return { contents: [pixelResource(uri)] };
  const { contents } = (await readResource(surface, ourUri(uri))).result;
  return { contents: contents.map((content) => ({ ...content, uri })) };
}

/** What `createApplication` offers; one of the tools writes a prompt into the library's `folder`, as an editor would. */
export function offerForSuite(folder) {
  let written = 0;
  const addPrompt = async () => {
    written += 1;
    const words = `---\ntitle: Added ${written}\ndescription: A prompt that was not there before.\n---\nSay hello.\n`;
    await writeFile(join(folder, 'prompts', `added-${written}.md`), words);
    return { content: [text('There is another prompt now.')] };
  };
  const tools = { ...PLAIN_TOOLS, ...ASKING_TOOLS, test_trigger_prompt_change: { call: addPrompt } };
  const listed = Object.entries(tools).map(([name, { schema = ANYTHING }]) => ({
    name,
    description: 'Answers what the conformance suite expects.',
    inputSchema: schema,
  }));
  return {
    tools: listed,
    async build(surface, connection) {
      const server = await buildServer(surface, connection);
      server.registerCapabilities({ logging: {} });
      server.setRequestHandler('tools/list', () => ({ tools: listed }));
      server.setRequestHandler('tools/call', ({ params }, context) => {
        const tool = tools[params.name];
        if (tool === undefined) throw invalid(`There is no tool "${params.name}".`);
        return tool.call(params.arguments ?? {}, context);
      });
      server.setRequestHandler('prompts/get', ({ params }, context) => {
        const other = OTHER_PROMPTS[params.name];
        if (other !== undefined) return other(context);
        return refusingAsWeDo(async () => {
          const asked = { ...params, name: ourPrompt(params.name) };
          return (await getPrompt(surface, asked, surface.owner)).result;
        });
      });
      server.setRequestHandler('resources/read', ({ params }) =>
        refusingAsWeDo(() => readForSuite(surface, params.uri), { uri: params.uri }),
      );
      return server;
    },
  };
}
