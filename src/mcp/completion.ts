import type { CompleteRequest, CompleteResult } from '@modelcontextprotocol/server';
import { completeArgument } from '../prompts/complete.ts';
import { type Surface, snapshotOf } from './surface.ts';
import { DOCUMENT_TEMPLATE } from './uri.ts';

const MOST = 100;

function completePath(paths: readonly string[], typed: string): { values: readonly string[]; total: number } {
  const wanted = typed.toLowerCase();
  const first = paths.filter((path) => path.toLowerCase().startsWith(wanted));
  const then = paths.filter((path) => !path.toLowerCase().startsWith(wanted) && path.toLowerCase().includes(wanted));
  const all = [...first, ...then];
  return { values: all.slice(0, MOST), total: all.length };
}

/** What a half-typed value may become: prefix first, then anywhere, at most 100. */
export async function complete(surface: Surface, params: CompleteRequest['params']): Promise<CompleteResult> {
  const snapshot = await snapshotOf(surface);
  const { ref, argument } = params;
  const found =
    ref.type === 'ref/prompt'
      ? completeArgument(snapshot, { prompt: ref.name, argument: argument.name, typed: argument.value })
      : ref.uri === DOCUMENT_TEMPLATE && argument.name === 'path'
        ? completePath(
            [...snapshot.documents.values()].filter(({ isInInbox }) => !isInInbox).map(({ id }) => id),
            argument.value,
          )
        : { values: [], total: 0 };
  return { completion: { values: [...found.values], total: found.total, hasMore: found.total > found.values.length } };
}
