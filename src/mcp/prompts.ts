import type { GetPromptResult, Prompt, PromptMessage } from '@modelcontextprotocol/server';
import type { Snapshot } from '../library/snapshot.ts';
import { listPrompts as listedPrompts } from '../prompts/listing.ts';
import { runPrompt } from '../prompts/run.ts';
import { type Page, pageOf } from './cursor.ts';
import { type Surface, snapshotOf, today } from './surface.ts';
import { uriOf } from './uri.ts';

const PAGE = 100;

function promptsOf(snapshot: Snapshot): Prompt[] {
  return listedPrompts(snapshot).map(({ name, title, description, arguments: fields }) => ({
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

/** What of the list a client shows: when this differs between two snapshots, the list has changed. */
export function promptsFingerprint(snapshot: Snapshot): string {
  return JSON.stringify(promptsOf(snapshot));
}

export async function listPrompts(surface: Surface, cursor: string | undefined): Promise<Page<Prompt>> {
  return pageOf(promptsOf(await snapshotOf(surface)), PAGE, { cursor, keyOf: ({ name }) => name });
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
  const notes = prompt.notes.map(
    (note): PromptMessage => ({ role: 'user', content: { type: 'text', text: `Note: ${note}` } }),
  );
  return { description: prompt.description, messages: [...context, ...notes, ...spoken] };
}
