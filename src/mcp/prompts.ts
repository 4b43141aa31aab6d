import type { GetPromptResult, Prompt, PromptMessage } from '@modelcontextprotocol/server';
import type { Snapshot } from '../library/snapshot.ts';
import { listPrompts } from '../prompts/listing.ts';
import { type RenderedPrompt, runPrompt } from '../prompts/run.ts';
import { type Page, pageOf } from './cursor.ts';
import { type Surface, snapshotOf, today } from './surface.ts';
import { uriOf } from './uri.ts';

const PAGE = 100;

function promptsOf(snapshot: Snapshot): Prompt[] {
  return listPrompts(snapshot).map(({ name, title, description, arguments: fields }) => ({
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
  }));
}

export async function promptsPage(surface: Surface, cursor: string | undefined): Promise<Page<Prompt>> {
  return pageOf(promptsOf(await snapshotOf(surface)), PAGE, { cursor, keyOf: ({ name }) => name });
}

/** What whoever runs the prompt should know, and how to get what was left out. */
export function notesOf({ notes, leftOut }: RenderedPrompt): string[] {
  const advice = leftOut.length === 0 ? [] : [`Read what was left out with fetch: ${leftOut.join(', ')}.`];
  return [...notes, ...advice].map((note) => `Note: ${note}`);
}

/** The context documents, each embedded once, then the prompt's own words. */
export async function getPrompt(
  surface: Surface,
  request: { name: string; arguments?: Readonly<Record<string, string>> | undefined },
): Promise<GetPromptResult> {
  const snapshot = await snapshotOf(surface);
  const prompt = runPrompt(snapshot, { name: request.name, arguments: request.arguments ?? {}, today: today() });
  const context = prompt.context.map(
    ({ document, anchor, text }): PromptMessage => ({
      role: 'user',
      content: { type: 'resource', resource: { uri: uriOf(document.id, anchor), mimeType: 'text/markdown', text } },
    }),
  );
  const spoken = prompt.messages.map(({ role, text }): PromptMessage => ({ role, content: { type: 'text', text } }));
  const notes = notesOf(prompt).map((text): PromptMessage => ({ role: 'user', content: { type: 'text', text } }));
  return { description: prompt.description, messages: [...context, ...notes, ...spoken] };
}
