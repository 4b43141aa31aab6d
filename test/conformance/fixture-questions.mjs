// The tools that ask their caller for something before they answer: a person's words, a model's, or the folders.
import { randomBytes } from 'node:crypto';
import {
  acceptedContent,
  CLIENT_CAPABILITIES_META_KEY,
  createRequestStateCodec,
  inputRequired,
  inputResponse,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import { text } from './fixture-content.mjs';

const codec = createRequestStateCodec({ key: randomBytes(32), ttlSeconds: 300 });

const STRING = { type: 'string' };
const MESSAGE = { type: 'object', properties: { message: STRING }, required: ['message'] };
const PROMPT = { type: 'object', properties: { prompt: STRING }, required: ['prompt'] };

/** A form with a field for each default value. */
const DEFAULTS = {
  name: { type: 'string', default: 'John Doe' },
  age: { type: 'integer', default: 30 },
  score: { type: 'number', default: 95.5 },
  status: { type: 'string', enum: ['active', 'inactive', 'pending'], default: 'active' },
  verified: { type: 'boolean', default: true },
};

function titled(kind) {
  return ['First', 'Second', 'Third'].map((word, index) => ({ const: `value${index + 1}`, title: `${word} ${kind}` }));
}

/** A form with each way to write a choice. */
const CHOICES = {
  untitledSingle: { type: 'string', enum: ['option1', 'option2', 'option3'] },
  titledSingle: { type: 'string', oneOf: titled('Option') },
  legacyEnum: {
    type: 'string',
    enum: ['opt1', 'opt2', 'opt3'],
    enumNames: ['Option One', 'Option Two', 'Option Three'],
  },
  untitledMulti: { type: 'array', items: { type: 'string', enum: ['option1', 'option2', 'option3'] } },
  titledMulti: { type: 'array', items: { anyOf: titled('Choice') } },
};

function form(message, properties, required = Object.keys(properties)) {
  return inputRequired.elicit({ message, requestedSchema: { type: 'object', properties, required } });
}

function sampling(words, maxTokens = 100) {
  return inputRequired.createMessage({ messages: [{ role: 'user', content: text(words) }], maxTokens });
}

/** What an earlier answer left with the client; refuses what we did not write. */
async function stateOf(context) {
  const state = context.mcpReq.requestState();
  if (state === undefined) return undefined;
  try {
    return await codec.verify(state, context);
  } catch {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'This request state is not ours, or too old.');
  }
}

/** A tool that asks for one thing and then says what it was. */
function asking(key, question, schema) {
  return {
    ...(schema === undefined ? {} : { schema }),
    call(given, { mcpReq }) {
      const { kind, ...answer } = inputResponse(mcpReq.inputResponses, key);
      if (kind === 'missing') return inputRequired({ inputRequests: { [key]: question(given) } });
      return { content: [text(`The answer was ${JSON.stringify(answer)}.`)] };
    },
  };
}

/** A tool that asks for several things at once and leaves a state with the client. */
function askingWithState(requests) {
  return {
    async call(_given, context) {
      const state = await stateOf(context);
      const answers = context.mcpReq.inputResponses ?? {};
      if (state?.asked === true && Object.keys(requests()).every((key) => key in answers))
        return { content: [text('state-ok: everything that was asked for is there.')] };
      return inputRequired({ inputRequests: requests(), requestState: await codec.mint({ asked: true }) });
    },
  };
}

const confirm = () => ({ confirm: form('Please confirm', { ok: { type: 'boolean' } }) });
const severalThings = () => ({
  user_name: form('What is your name?', { name: STRING }),
  greeting: sampling('Generate a greeting', 50),
  client_roots: inputRequired.listRoots(),
});

function greet(_given, { mcpReq }) {
  const { name } = acceptedContent(mcpReq.inputResponses, 'user_name') ?? {};
  if (typeof name === 'string') return { content: [text(`Hello, ${name}!`)] };
  return inputRequired({ inputRequests: { user_name: form('What is your name?', { name: STRING }) } });
}

async function askTwice(_given, context) {
  const state = await stateOf(context);
  const step = (state?.step ?? 0) + 1;
  if (step > 2) return { content: [text('Both steps are done.')] };
  const question =
    step === 1
      ? { step1: form('Step 1: What is your name?', { name: STRING }) }
      : { step2: form('Step 2: What is your favorite color?', { color: STRING }) };
  return inputRequired({ inputRequests: question, requestState: await codec.mint({ step }) });
}

/** Asks only for what the client says that it can give. */
function askWhatIsPossible(_given, { mcpReq }) {
  const can = mcpReq.envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? {};
  const questions = {
    ...(can.sampling && { thought: sampling('What is the capital of France?') }),
    ...(can.elicitation && { user_name: form('What is your name?', { name: STRING }) }),
  };
  if (mcpReq.inputResponses !== undefined || Object.keys(questions).length === 0)
    return { content: [text('There is nothing to ask.')] };
  return inputRequired({ inputRequests: questions });
}

async function reportAndAsk(_given, { mcpReq }) {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken !== undefined)
    await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress: 1, total: 2 } });
  return inputRequired({ inputRequests: { user_name: form('What is your name?', { name: STRING }) } });
}

/** A prompt that asks before it is written. */
export function askForContext(inputResponses) {
  const { context } = acceptedContent(inputResponses, 'user_context') ?? {};
  if (typeof context === 'string')
    return { messages: [{ role: 'user', content: text(`Use this context: ${context}`) }] };
  const question = form('What context should the prompt use?', { context: STRING });
  return inputRequired({ inputRequests: { user_context: question } });
}

export const ASKING_TOOLS = {
  test_sampling: asking('thought', ({ prompt }) => sampling(prompt), PROMPT),
  test_elicitation: asking('answer', ({ message }) => form(message, { username: STRING, email: STRING }), MESSAGE),
  test_elicitation_sep1034_defaults: asking('answer', () => form('Please look at these', DEFAULTS, [])),
  test_elicitation_sep1330_enums: asking('answer', () => form('Please choose', CHOICES, [])),
  test_missing_capability: asking('thought', () => sampling('What is the capital of France?')),
  test_streaming_elicitation: { call: reportAndAsk },
  test_input_required_result_elicitation: { call: greet },
  test_input_required_result_sampling: asking('capital_question', () => sampling('What is the capital of France?')),
  test_input_required_result_list_roots: asking('client_roots', () => inputRequired.listRoots()),
  test_input_required_result_request_state: askingWithState(confirm),
  test_input_required_result_tampered_state: askingWithState(confirm),
  test_input_required_result_multiple_inputs: askingWithState(severalThings),
  test_input_required_result_multi_round: { call: askTwice },
  test_input_required_result_capabilities: { call: askWhatIsPossible },
};
