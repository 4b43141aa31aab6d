import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { type Connection, connect, type Peer, type PromptResult } from '../clients.ts';
import { type TemporaryFolder, temporaryFolder } from '../folders.ts';

/** A client of a folder, or of a library with these files; all of it is gone when the test is over. Not for tests beside each other. */
export async function serving(
  library: string | Readonly<Record<string, string>>,
  { peer = 'SDK v1', words = [] }: { peer?: Peer; words?: readonly string[] } = {},
): Promise<Connection & { readonly folder: Pick<TemporaryFolder, 'write'> }> {
  const folder = typeof library === 'string' ? undefined : await temporaryFolder(library);
  if (folder !== undefined) onTestFinished(folder.remove);
  const path = folder?.path ?? String(library);
  const client = await connect(peer, path, { words: [path, ...words] });
  onTestFinished(client.close);
  const write = folder?.write ?? (() => Promise.reject(new Error('This library is not ours to write to.')));
  return { ...client, folder: { write } };
}

/** The texts of a prompt, without what comes along. */
export function spoken({ messages }: Pick<PromptResult, 'messages'>): string {
  return messages.flatMap(({ content }) => (content.type === 'text' ? [content.text] : [])).join('\n');
}

export const fetched = z.object({
  text: z.string(),
  metadata: z.looseObject({ total_chars: z.number(), read_on: z.string().optional(), note: z.string().optional() }),
});

/** A document as the tool gives it. */
export async function fetchDocument(
  client: Connection,
  given: Record<string, unknown>,
): Promise<z.output<typeof fetched>> {
  return fetched.parse(await client.ask('fetch', given));
}
