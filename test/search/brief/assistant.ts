import { z } from 'zod';
import { openLibrary } from '../../../src/library/library.ts';
import { compareSnapshots, EMPTY_SNAPSHOT } from '../../../src/library/snapshot.ts';
import type { Surface } from '../../../src/mcp/surface.ts';
import type { Tool } from '../../../src/mcp/tool.ts';
import { buildBriefTool } from '../../../src/mcp/tools/build-brief.ts';
import { fetch } from '../../../src/mcp/tools/fetch.ts';
import { search } from '../../../src/mcp/tools/search.ts';
import { createEmbeddedEngine } from '../../../src/search/embedded-engine.ts';
import type { Need, Task } from './tasks.ts';

/** What an assistant has read when it begins to write. */
export interface Desk {
  readonly text: string;
  /** As many characters as it was sent, ids, scores and all. */
  readonly chars: number;
}

const found = z.object({ results: z.array(z.object({ id: z.string(), path: z.string(), snippet: z.string() })) });
const fetched = z.object({ text: z.string() });

const READER = { name: 'reader', principal: 'reader' };

/** A folder as the tools answer from it. */
export async function openTools(root: string): Promise<Surface & { close(): Promise<void> }> {
  const fail = (fault: unknown): never => {
    throw fault;
  };
  const library = await openLibrary({ root, onFault: fail });
  await library.ready;
  const engine = createEmbeddedEngine({ onFault: fail });
  await engine.apply(compareSnapshots(EMPTY_SNAPSHOT, library.current()));
  const close = async (): Promise<void> => {
    await library.close();
    await engine.close();
  };
  return { library, engine, owner: READER, version: '0.0.0', onFault: fail, close };
}

async function ask(tool: Tool, given: unknown, surface: Surface): Promise<{ sent: string; structure: unknown }> {
  const answer = await tool.call(given, surface, READER);
  if ('text' in answer) return { sent: answer.text, structure: answer.text };
  return { sent: JSON.stringify(answer.structure), structure: answer.structure };
}

/** One call of build_brief. */
export async function withBrief({ request }: Task, surface: Surface): Promise<Desk> {
  const { sent } = await ask(buildBriefTool, request, surface);
  return { text: sent, chars: sent.length };
}

/**
 * Six searches, and the first hit of each read: the section that was found, or the whole document. Nothing is read twice.
 */
export async function withSearches({ queries }: Task, surface: Surface, reads: 'section' | 'document'): Promise<Desk> {
  const texts: string[] = [];
  const read = new Set<string>();
  let chars = 0;
  for (const query of queries) {
    const answer = await ask(search, { query, limit: 6 }, surface);
    chars += answer.sent.length;
    const { results } = found.parse(answer.structure);
    texts.push(...results.flatMap(({ id, snippet }) => [id, snippet]));
    const [first] = results;
    const id = reads === 'section' ? first?.id : first?.path;
    if (id === undefined || read.has(id)) continue;
    read.add(id);
    const whole = await ask(fetch, { id }, surface);
    chars += whole.sent.length;
    texts.push(fetched.parse(whole.structure).text);
  }
  return { text: texts.join('\n'), chars };
}

/** Whether a text holds a need: the words of the section, or the name of the document where that is enough. */
export function holds({ text }: Pick<Desk, 'text'>, { id, says }: Need): boolean {
  return says === undefined ? text.includes(id) : asRead(text).includes(asRead(says));
}

/** A text without links, marks and the ends of its lines. */
export function asRead(text: string): string {
  return text
    .replace(/\]\([^()]*\)/g, ']')
    .replace(/^> /gm, '')
    .replace(/[[\]*`]/g, '')
    .replace(/\s+/g, ' ');
}
