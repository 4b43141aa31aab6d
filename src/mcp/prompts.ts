import type { GetPromptResult, Prompt, PromptMessage } from '@modelcontextprotocol/server';
import { today } from '../library/day.ts';
import type { GivenArguments } from '../prompts/arguments.ts';
import { type ListedPrompt, listBuiltIns, listPrompts } from '../prompts/listing.ts';
import { preparePrompt, type RenderedPrompt } from '../prompts/run.ts';
import { type Page, pageOf } from './cursor.ts';
import { type Answered, type Caller, usedOnce } from './recording.ts';
import { supply } from './supply.ts';
import { type Surface, snapshotOf } from './surface.ts';
import { uriOf } from './uri.ts';

const PAGE = 100;
/** For clients that group what they list. */
const BUILT_IN = { 'team-context/origin': 'built-in' };

function rowOf({ name, title, description, arguments: fields }: ListedPrompt): Prompt {
  return {
    name,
    title,
    ...(description === '' ? {} : { description }),
    ...(fields.length === 0
      ? {}
      : {
          arguments: fields.map((field) => ({
            name: field.name,
            ...(field.description === '' ? {} : { description: field.description }),
            required: field.required,
          })),
        }),
  };
}

/** One page of the list. The prompts that come with this program stand on the first page, before all of the team's. */
export async function promptsPage(surface: Surface, cursor: string | undefined): Promise<Page<Prompt>> {
  const snapshot = await snapshotOf(surface);
  const builtIn = cursor === undefined ? listBuiltIns(snapshot) : [];
  const page = pageOf(listPrompts(snapshot), PAGE - builtIn.length, { cursor, keyOf: ({ name }) => name });
  return { ...page, rows: [...builtIn.map((row) => ({ ...rowOf(row), _meta: BUILT_IN })), ...page.rows.map(rowOf)] };
}

/** What whoever runs the prompt should know, and how to get what was left out. */
export function notesOf({ notes, leftOut }: RenderedPrompt): string[] {
  const advice = leftOut.length === 0 ? [] : [`Read what was left out with fetch: ${leftOut.join(', ')}.`];
  return [...notes, ...advice].map((note) => `Note: ${note}`);
}

/** Runs a prompt, with what those that come with this program need to know of the library and of who calls. */
export async function run(
  surface: Surface,
  request: { name: string; arguments: GivenArguments },
  caller: Caller,
): Promise<RenderedPrompt> {
  const { builtIn, values, render } = preparePrompt(await snapshotOf(surface), { ...request, today: today() });
  return builtIn === undefined ? render() : render(await supply(builtIn, { surface, caller, values }));
}

/** The context documents, each embedded once, then the prompt's own words. */
export async function getPrompt(
  surface: Surface,
  request: { name: string; arguments?: Readonly<Record<string, string>> | undefined },
  caller: Caller,
): Promise<Answered<GetPromptResult>> {
  const prompt = await run(surface, { name: request.name, arguments: request.arguments ?? {} }, caller);
  const context = prompt.context.map(
    ({ document, anchor, text }): PromptMessage => ({
      role: 'user',
      content: { type: 'resource', resource: { uri: uriOf(document.id, anchor), mimeType: 'text/markdown', text } },
    }),
  );
  const spoken = prompt.messages.map(({ role, text }): PromptMessage => ({ role, content: { type: 'text', text } }));
  const notes = notesOf(prompt).map((text): PromptMessage => ({ role: 'user', content: { type: 'text', text } }));
  const result = { description: prompt.description, messages: [...context, ...notes, ...spoken] };
  return { result, used: usedOnce('prompt', prompt.uses) };
}
