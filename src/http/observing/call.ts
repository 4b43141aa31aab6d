/** How a request ended: answered, refused with a reason, broken by a fault of ours, or given up by who asked. */
export const OUTCOMES = ['ok', 'refused', 'failed', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The methods of the protocol that a client can send here, in both eras. */
const METHODS: ReadonlySet<string> = new Set([
  'initialize',
  'ping',
  'server/discover',
  'tools/list',
  'tools/call',
  'prompts/list',
  'prompts/get',
  'resources/list',
  'resources/templates/list',
  'resources/read',
  'resources/subscribe',
  'resources/unsubscribe',
  'completion/complete',
  'subscriptions/listen',
  'logging/setLevel',
  'notifications/initialized',
  'notifications/cancelled',
  'notifications/progress',
  'notifications/roots/list_changed',
]);

/**
 * A method of the protocol by a name from a fixed list, so that a client can neither write into a log nor multiply
 * metrics: `other` for what is no method, `none` where there is none (a stream, a session's end, a refusal before the body).
 */
export function methodLabel(method: string | undefined): string {
  if (method === undefined) return 'none';
  return METHODS.has(method) ? method : 'other';
}
