import type { Tool } from '@modelcontextprotocol/server';
import type { Scope } from './member.ts';
import type { Asked } from './observing/request-log.ts';

/** The request of the 2026 protocol whose answer is a stream that stays open. */
const LISTENING = 'subscriptions/listen';

/** The messages of one body; a batch has several. */
export function messagesOf(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : [body];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function methodOf(message: unknown): string | undefined {
  const method = fieldOf(message, 'method');
  return typeof method === 'string' ? method : undefined;
}

function nameOf(message: unknown): string | undefined {
  const name = fieldOf(fieldOf(message, 'params'), 'name');
  return typeof name === 'string' ? name : undefined;
}

/** What the first message asks for, as the client wrote it; undefined when it asks for nothing. */
export function askedOf(body: unknown): Asked | undefined {
  const [first] = messagesOf(body);
  const [method, name] = [methodOf(first), nameOf(first)];
  if (method === undefined) return undefined;
  return { method, ...(name === undefined ? {} : { name }) };
}

/** Whether the answer is a stream that stays open. Never that of a batch, which the 2026 protocol does not have. */
export function isListening(body: unknown): boolean {
  return methodOf(body) === LISTENING;
}

/** What a member needs for all that a request asks for: tools that change something need to write. */
export function scopeOf(body: unknown, tools: readonly Tool[]): Scope {
  const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint !== true).map(({ name }) => name);
  const writes = messagesOf(body).some(
    (message) => methodOf(message) === 'tools/call' && writing.includes(nameOf(message) ?? ''),
  );
  return writes ? 'write' : 'read';
}

/** The ids of what waits for an answer. */
export function idsOf(body: unknown): readonly (string | number)[] {
  return messagesOf(body).flatMap((message) => {
    const id = fieldOf(message, 'id');
    return methodOf(message) !== undefined && (typeof id === 'string' || typeof id === 'number') ? [id] : [];
  });
}
