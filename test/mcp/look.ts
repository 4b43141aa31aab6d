import { z } from 'zod';
import type { Connection } from '../clients.ts';
import { run } from '../processes.ts';

/** What is known of one document through a client. */
export interface Seen {
  readonly title: string;
  /** The file, as the resource gives it. */
  readonly text: string;
  /** What follows the front matter, as the tool gives it. */
  readonly body: string;
  /** What an editor is told about it, in words. */
  readonly said: readonly string[];
}

const fetched = z.looseObject({ title: z.string(), text: z.string() });
const hits = z.object({ results: z.array(z.looseObject({ path: z.string() })) });
/** What `check --json` answers. */
export const report = z.looseObject({
  diagnostics: z.array(
    z.looseObject({
      path: z.string(),
      line: z.number(),
      column: z.number(),
      severity: z.string(),
      message: z.string(),
    }),
  ),
});

/** What a client sees of a library's documents, and what `check` says of them. */
export async function look(client: Connection, root: string): Promise<(path: string) => Promise<Seen>> {
  const uris = new Map((await client.resources()).map(({ name, uri }) => [name, uri]));
  const { diagnostics } = report.parse(JSON.parse((await run(['check', root, '--json'])).stdout));
  return async (path) => {
    const { title, text: body } = fetched.parse(await client.ask('fetch', { id: path, max_chars: 60_000 }));
    const said = diagnostics
      .filter((each) => each.path === path)
      .map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`);
    return { title, text: await client.read(uris.get(path) ?? ''), body, said };
  };
}

export async function found(client: Connection, query: string): Promise<string[]> {
  return hits.parse(await client.ask('search', { query, limit: 25 })).results.map(({ path }) => path);
}
